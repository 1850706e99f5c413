// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Comparison of waiting times between groups, over risk sets, within strata.

#include <optional>
#include <span>
#include <vector>

#include "model/statistics/kaplan_meier.h"

namespace plumbline {

struct GroupedLifetime {
  Lifetime life;
  int group = 0;
  int stratum = 0;
};

struct LogRank {
  std::vector<double> observed, expected;     // by group, weighted
  std::vector<std::vector<double>> variance;  // hypergeometric, ties as they are
  double chiSquare = 0;
  int degrees = 0;  // groups with an expectation above 0, less one
  double p = 1;
};
/// `groups` many groups, numbered from 0. Weights are S(t-)^rho of the pooled curve of each stratum
/// (Harrington and Fleming 1982; rho 0: log-rank, 1: Peto and Peto).
[[nodiscard]] LogRank logRank(std::span<const GroupedLifetime> lifetimes, int groups, int rho = 0);

struct HazardRatio {
  double ratio = 1;
  double low = 1, high = 1;  // 95 %
};
/// Hazard of group 1 over that of group 0: Mantel and Haenszel 1959 over the risk sets of all
/// strata, limits by Robins, Breslow and Greenland 1986. Nothing where one of the groups has no
/// event while the other is at risk.
[[nodiscard]] std::optional<HazardRatio> hazardRatio(std::span<const GroupedLifetime> lifetimes);

}  // namespace plumbline
