// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Survival curves by Kaplan and Meier 1958 with Greenwood's variance. Results that depend on log
// and exp use our own, so that they are the same on every machine.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace plumbline {

/// A time at which something happened, or after which nothing is known.
struct Lifetime {
  double time = 0;
  bool event = true;  // false: censored
};

struct SurvivalPoint {
  double time = 0;
  std::int64_t atRisk = 0, events = 0, censored = 0;
  double survival = 1;  // just after `time`
  double deviation =
      0;  // standard error of the cumulative hazard: root of the sum of d / (n (n - d))
  double low = 1, high = 1;  // 95 %
};

/// One point for each different time. Limits are symmetric on the scale of log(-log S), so that
/// they never leave [0, 1]; where the curve is 0 or 1 and cannot have any, the curve itself.
[[nodiscard]] std::vector<SurvivalPoint> kaplanMeier(std::span<const Lifetime> lifetimes);

/// First time at which the curve is at most one half; the middle of the step where it is exactly
/// one half, as in R. Nothing where it stays above.
[[nodiscard]] std::optional<double> medianTime(std::span<const SurvivalPoint> curve);

struct RestrictedMean {
  double mean = 0;
  double deviation = 0;  // standard error
};
/// Area under the curve up to `horizon`.
[[nodiscard]] RestrictedMean restrictedMean(std::span<const SurvivalPoint> curve, double horizon);

}  // namespace plumbline
