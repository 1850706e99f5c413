// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mass balance in words, for page, report and screen reader. Bold stands between ** marks.

#include <optional>

#include <QString>

#include "model/reconcile/balance.h"

namespace plumbline {

/// "Products" for the key "product".
[[nodiscard]] QString outcomeName(const std::string& key);
[[nodiscard]] QString sourceName(const std::string& name);
/// "In 48,620 t, out and stock 47,380 t"
[[nodiscard]] QString balanceLine(const Balance& balance);
[[nodiscard]] QString balanceShows(const Balance& balance);
[[nodiscard]] QString balanceCouldNotSee(const Balance& balance);
/// Why there is no balance, and what would make one.
[[nodiscard]] QString balanceWhyNot(const Balance& balance);
/// Index of the month from which on the running sum never came back inside its band.
[[nodiscard]] std::optional<std::size_t> firstMonthOutside(const Balance& balance);

}  // namespace plumbline
