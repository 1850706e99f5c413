// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last row of a dialog of the pages.

#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>

namespace plumbline {

/// Closes the dialog, and Return never presses it.
[[nodiscard]] QPushButton* makeCancel(QDialog* dialog);
/// Cancel and `accept`, at the right. Which key presses `accept` is the caller's choice.
[[nodiscard]] QHBoxLayout* makeDialogButtons(QDialog* dialog, QPushButton* accept);

}  // namespace plumbline
