// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QSignalBlocker>

namespace plumbline {

/// Chooses the entry with this data without telling anybody; none where there is no such entry.
inline void chooseQuietly(QComboBox* combo, const QVariant& data) {
  const QSignalBlocker quiet(combo);
  combo->setCurrentIndex(combo->findData(data));
}

}  // namespace plumbline
