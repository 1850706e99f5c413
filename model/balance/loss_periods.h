// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Balances of consecutive periods, of which series are made. Only for the files that make series: of
// plants and of materials.

#include <utility>
#include <vector>

#include "model/balance/period_balance.h"

namespace plumbline {

/// A period with what its neighbours need of it.
struct BookedPeriod {
  Month first, last;  // last exclusive
  PeriodBalance balance;
  ErrorSum errors;
  /// Errors common to one source, in grams: nobody states whether they are new each time, always
  /// the same, or the same until a calibration or a season that is not recorded. The tests count
  /// them as each of these, so that no truth makes an alarm likelier than it should be.
  std::vector<std::pair<int, double>> unstated = {};
  double own = 0;  // grams squared: of errors that the books do not yet have as new each time
};

/// After so many months 37 % (1/e) of a renewed error is still there.
inline constexpr double renewalMonths = 6;

/// More periods than that are no better test and take long: the newest ones count.
inline constexpr std::size_t mostLossPeriods = 240;

}  // namespace plumbline
