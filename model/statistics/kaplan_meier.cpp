// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/kaplan_meier.h"

#include <algorithm>
#include <cmath>

#include "model/statistics/elementary.h"
#include "model/statistics/tails.h"

namespace plumbline {
namespace {

/// R takes values within this of one half for one half.
constexpr double medianTolerance = 1.4901161193847656e-08;  // 2^-26

void setLimits(SurvivalPoint& point) {
  const double s = point.survival;
  point.low = point.high = s;
  if (s <= 0 || s >= 1) return;
  const double logS = exactLog(s);
  const double factor = exactExp(normal95 * point.deviation / -logS);
  point.low = exactExp(logS * factor);
  point.high = exactExp(logS / factor);
}

}  // namespace

std::vector<SurvivalPoint> kaplanMeier(std::span<const Lifetime> lifetimes) {
  std::vector<Lifetime> sorted(lifetimes.begin(), lifetimes.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Lifetime& a, const Lifetime& b) { return a.time < b.time; });
  std::vector<SurvivalPoint> curve;
  double survival = 1, variance = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    SurvivalPoint point;
    point.time = sorted[i].time;
    point.atRisk = static_cast<std::int64_t>(sorted.size() - i);
    for (; i < sorted.size() && sorted[i].time <= point.time; ++i) {
      ++(sorted[i].event ? point.events : point.censored);
    }
    const auto n = static_cast<double>(point.atRisk);
    const auto d = static_cast<double>(point.events);
    survival *= (n - d) / n;
    if (d > 0) variance += d / (n * (n - d));
    point.survival = survival;
    point.deviation = std::sqrt(variance);
    setLimits(point);
    curve.push_back(point);
  }
  return curve;
}

std::optional<double> medianTime(std::span<const SurvivalPoint> curve) {
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if (curve[i].survival > 0.5 + medianTolerance) continue;
    if (curve[i].survival < 0.5 - medianTolerance) return curve[i].time;
    const auto next = std::find_if(
        curve.begin() + static_cast<std::ptrdiff_t>(i), curve.end(),
        [](const SurvivalPoint& point) { return point.survival < 0.5 - medianTolerance; });
    // A curve that ends at one half has no second edge.
    return next == curve.end() ? curve[i].time : (curve[i].time + next->time) / 2;
  }
  return std::nullopt;
}

RestrictedMean restrictedMean(std::span<const SurvivalPoint> curve, double horizon) {
  RestrictedMean result;
  double survival = 1, time = 0;
  std::vector<double> areas;  // of each step to the right of its point
  for (const SurvivalPoint& point : curve) {
    if (point.time >= horizon) break;
    result.mean += survival * (point.time - time);
    if (!areas.empty()) areas.back() = survival * (point.time - time);
    areas.push_back(0);
    survival = point.survival;
    time = point.time;
  }
  result.mean += survival * (horizon - time);
  if (!areas.empty()) areas.back() = survival * (horizon - time);
  double right = 0, variance = 0;
  for (std::size_t i = areas.size(); i-- > 0;) {
    right += areas[i];
    const auto n = static_cast<double>(curve[i].atRisk);
    const auto d = static_cast<double>(curve[i].events);
    if (d > 0 && n > d) variance += right * right * d / (n * (n - d));
  }
  result.deviation = std::sqrt(variance);
  return result;
}

}  // namespace plumbline
