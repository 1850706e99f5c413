// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From balances of consecutive periods to a series with its tests. Only for the files that make
// series: of plants and of materials.

#include "model/reconcile/loss_series.h"
#include "model/reconcile/period_balance.h"

namespace plumbline {

/// A period with what its neighbours need of it.
struct BookedPeriod {
  Month first, last;  // last exclusive
  PeriodBalance balance;
  ErrorSum errors;
};

/// More periods than that are no better test and take long: the newest ones count.
inline constexpr std::size_t mostLossPeriods = 240;

/// Fills periods, tests and alarms; `made` has its share of the budget.
void fillLossSeries(LossSeries& made, const std::vector<BookedPeriod>& periods,
                    const InstrumentBook& instruments);

}  // namespace plumbline
