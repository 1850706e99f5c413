// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Several things in one sentence or one line, as the chosen language puts them side by side.

#include <QStringList>

namespace plumbline::words {

/// "paper, PET, glass"
[[nodiscard]] QString listed(const QStringList& parts);
/// "paper, PET and glass"
[[nodiscard]] QString listedWithAnd(const QStringList& parts);
/// "Scale 1, calibration 4; scale 2": parts that may hold a comma of their own.
[[nodiscard]] QString listedApart(const QStringList& parts);

}  // namespace plumbline::words
