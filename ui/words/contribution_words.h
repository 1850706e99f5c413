// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What makes the uncertainty of the balance, in words: names of causes, and what would help most.

#include <QString>

#include "model/balance/balance.h"

namespace plumbline {

/// "WB-1, calibration 2141-A", "Stock of board in hall"
[[nodiscard]] QString contributionName(const BalanceContribution& part);
/// What kind of error it is: "shared by all its loads", "of each weighing by itself"
[[nodiscard]] QString contributionKind(const BalanceContribution& part);
/// "stated" or "default, nobody stated it"
[[nodiscard]] QString contributionBasis(const BalanceContribution& part);
/// "96 %", "0.4 %", "below 0.1 %"
[[nodiscard]] QString contributionShare(std::int64_t ppm);
/// The largest cause, and what would narrow the uncertainty most. Bold stands between ** marks.
[[nodiscard]] QString contributionsShow(const Balance& balance);

}  // namespace plumbline
