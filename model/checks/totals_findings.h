// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rules about declared totals share. None of them is ever more than a look.

#include "model/checks/check.h"

namespace plumbline {

/// With the facts of a pair (totals_facts.h); a look, or cannot tell where the silent side has rows
/// without a partner that may be these.
[[nodiscard]] Finding pairFinding(std::string_view rule, const TotalsPair& pair);
/// Cannot tell where totals of one of the parties, of that time, are known to be missing.
void holdBackAtGaps(const CheckInput& input, std::span<const std::string_view> parties, Timestamp end,
                    Finding& finding);
/// The pairs that a rule is about, each held back at gaps of either party.
[[nodiscard]] CheckOutcome toldPairs(std::string_view rule, const CheckInput& input,
                                     const TotalsComparison& totals,
                                     bool (*isWanted)(const TotalsPair& pair));
/// The largest of them one by one, the rest in one.
[[nodiscard]] CheckOutcome toldTotals(std::string_view rule, std::vector<Finding> findings);

}  // namespace plumbline
