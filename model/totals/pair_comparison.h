// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two sides of one thing, by material, period and unit.

#include "model/totals/totals_comparison.h"
#include "model/totals/totals_context.h"

namespace plumbline {

struct TwoSides {
  TotalsKind kind = TotalsKind::Partners;
  bool out = false;  // of the other kinds: the direction of the total
  int sender = -1, receiver = -1;
  TotalRows sent, received;
};

/// One pair a material and calendar year. Own lines are told only of years that have both.
[[nodiscard]] std::vector<TotalsPair> comparedPairs(const TotalsContext& context,
                                                    const TwoSides& sides);

/// At most so many rows of a pair are named.
inline constexpr std::size_t mostTotalRecords = 20;
[[nodiscard]] std::vector<RecordRef> recordsOf(const TotalsTable& table, TotalRows rows);

}  // namespace plumbline
