// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/log_rank.h"

#include <algorithm>
#include <cmath>

#include <Eigen/Dense>

#include "model/statistics/elementary.h"
#include "model/statistics/tails.h"

namespace plumbline {
namespace {

/// What is at risk and what happens at one time in one stratum.
struct RiskSet {
  std::vector<double> atRisk, events;  // by group
  double n = 0, d = 0;
  double survivalBefore = 1;
};

std::vector<GroupedLifetime> byStratumAndTime(std::span<const GroupedLifetime> lifetimes) {
  std::vector<GroupedLifetime> sorted(lifetimes.begin(), lifetimes.end());
  std::stable_sort(
      sorted.begin(), sorted.end(), [](const GroupedLifetime& a, const GroupedLifetime& b) {
        return a.stratum != b.stratum ? a.stratum < b.stratum : a.life.time < b.life.time;
      });
  return sorted;
}

/// Calls visit(RiskSet) for each time with an event, stratum by stratum.
template <class Visit>
void forEachRiskSet(std::span<const GroupedLifetime> lifetimes, int groups, Visit visit) {
  const auto sorted = byStratumAndTime(lifetimes);
  const auto groupOf = [&](std::size_t i) { return static_cast<std::size_t>(sorted[i].group); };
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    RiskSet set;
    set.atRisk.assign(static_cast<std::size_t>(groups), 0);
    for (; end < sorted.size() && sorted[end].stratum == sorted[begin].stratum; ++end) {
      ++set.atRisk[groupOf(end)];
      ++set.n;
    }
    for (std::size_t i = begin; i < end;) {
      set.events.assign(set.atRisk.size(), 0);
      std::vector<double> leaving(set.atRisk.size(), 0);
      double left = 0;
      const double time = sorted[i].life.time;
      for (set.d = 0; i < end && sorted[i].life.time <= time; ++i, ++left) {
        ++leaving[groupOf(i)];
        if (!sorted[i].life.event) continue;
        ++set.events[groupOf(i)];
        ++set.d;
      }
      if (set.d > 0) {
        visit(set);
        set.survivalBefore *= 1 - set.d / set.n;
      }
      for (std::size_t g = 0; g < leaving.size(); ++g) set.atRisk[g] -= leaving[g];
      set.n -= left;
    }
  }
}

/// U' V^-1 U without the first of the groups that can have events; the last row is redundant.
void judge(LogRank& result) {
  std::vector<Eigen::Index> used;
  for (std::size_t g = 0; g < result.expected.size(); ++g) {
    if (result.expected[g] > 0) used.push_back(static_cast<Eigen::Index>(g));
  }
  result.degrees = std::max(0, static_cast<int>(used.size()) - 1);
  if (result.degrees == 0) return;
  const auto size = static_cast<Eigen::Index>(result.degrees);
  Eigen::VectorXd difference(size);
  Eigen::MatrixXd variance(size, size);
  for (Eigen::Index a = 0; a < size; ++a) {
    const auto row = static_cast<std::size_t>(used[static_cast<std::size_t>(a + 1)]);
    difference(a) = result.observed[row] - result.expected[row];
    for (Eigen::Index b = 0; b < size; ++b) {
      const auto column = static_cast<std::size_t>(used[static_cast<std::size_t>(b + 1)]);
      variance(a, b) = result.variance[row][column];
    }
  }
  const Eigen::FullPivLU<Eigen::MatrixXd> solver(variance);
  if (!solver.isInvertible()) return;  // nobody to compare with at any event: no evidence
  result.chiSquare = difference.dot(solver.solve(difference));
  result.p = chiSquareUpperTail(result.chiSquare, result.degrees);
}

}  // namespace

LogRank logRank(std::span<const GroupedLifetime> lifetimes, int groups, int rho) {
  LogRank result;
  const auto count = static_cast<std::size_t>(groups);
  result.observed.assign(count, 0);
  result.expected.assign(count, 0);
  result.variance.assign(count, std::vector<double>(count, 0));
  forEachRiskSet(lifetimes, groups, [&](const RiskSet& set) {
    double weight = 1;
    for (int i = 0; i < rho; ++i) weight *= set.survivalBefore;
    const double spread = set.n > 1 ? weight * weight * set.d * (set.n - set.d) / (set.n - 1) : 0;
    for (std::size_t g = 0; g < count; ++g) {
      const double share = set.atRisk[g] / set.n;
      result.observed[g] += weight * set.events[g];
      result.expected[g] += weight * set.d * share;
      result.variance[g][g] += spread * share;
      for (std::size_t h = 0; h < count; ++h) {
        result.variance[g][h] -= spread * share * set.atRisk[h] / set.n;
      }
    }
  });
  judge(result);
  return result;
}

std::optional<HazardRatio> hazardRatio(std::span<const GroupedLifetime> lifetimes) {
  // Each risk set is a two by two table: a, b events of group 1 and 0; c, d those that stay.
  double r = 0, s = 0, pr = 0, psqr = 0, qs = 0;
  forEachRiskSet(lifetimes, 2, [&](const RiskSet& set) {
    if (set.n < 2) return;
    const double a = set.events[1], b = set.events[0];
    const double c = set.atRisk[1] - a, d = set.atRisk[0] - b;
    const double ri = a * d / set.n, si = b * c / set.n;
    const double p = (a + d) / set.n, q = (b + c) / set.n;
    r += ri;
    s += si;
    pr += p * ri;
    psqr += p * si + q * ri;
    qs += q * si;
  });
  if (!(r > 0) || !(s > 0)) return std::nullopt;
  const double variance = pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s);
  const double factor = exactExp(normal95 * std::sqrt(variance));
  return HazardRatio{r / s, r / s / factor, r / s * factor};
}

}  // namespace plumbline
