// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mass balance in words, for page, report and screen reader. Bold stands between ** marks.

#include <optional>

#include <QString>

#include "model/balance/plant_network.h"
#include "model/verdict/claim_verdict.h"

namespace plumbline {

/// "Products" for the key "product".
[[nodiscard]] QString outcomeName(const std::string& key);
[[nodiscard]] QString sourceName(const std::string& name);
/// The page in one breath: how much is missing, how well that is known, where it probably went.
/// The network says where, if the balance is that of the whole time.
[[nodiscard]] QString balanceAnswer(const Balance& balance, const PlantNetwork* network = nullptr);
/// "In 48,620 t, out and stock 47,380 t"
[[nodiscard]] QString balanceLine(const Balance& balance);
/// `period`: what it is the balance of, where that is not the whole time of the records.
[[nodiscard]] QString balanceShows(const Balance& balance, const QString& period = {});
[[nodiscard]] QString balanceCouldNotSee(const Balance& balance, const QString& period = {});
/// "Products: the plant says 20,504 t, found 20,118 t ± 62 t"
[[nodiscard]] QString materialLine(const BalanceOutcome& outcome);
/// Why one material has no balance of its own.
[[nodiscard]] QString oneMaterialNote();
/// What the claims cover, where they do not cover exactly [start, end); else empty.
[[nodiscard]] QString otherClaimPeriods(const std::vector<ClaimVerdict>& claims, Timestamp start,
                                        Timestamp end);
/// Why there is no balance, and what would make one.
[[nodiscard]] QString balanceWhyNot(const Balance& balance);
/// How many months from the first one on are known whole: what is summed up over more cannot be told.
[[nodiscard]] std::size_t wholeMonths(const Balance& balance);
/// Index of the month from which on the running sum never came back inside its band.
[[nodiscard]] std::optional<std::size_t> firstMonthOutside(const Balance& balance);

}  // namespace plumbline
