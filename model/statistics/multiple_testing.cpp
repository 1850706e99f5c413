// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/multiple_testing.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

/// Indices of the tests that were run, by rising p; ties in the order given.
std::vector<std::size_t> risingOrder(std::span<const double> p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!std::isnan(p[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  return order;
}

}  // namespace

std::vector<double> holm(std::span<const double> p) {
  std::vector<double> adjusted(p.begin(), p.end());
  const auto order = risingOrder(p);
  double most = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    most = std::max(most, std::min(1.0, static_cast<double>(order.size() - i) * p[order[i]]));
    adjusted[order[i]] = most;
  }
  return adjusted;
}

std::vector<double> benjaminiYekutieli(std::span<const double> p) {
  std::vector<double> adjusted(p.begin(), p.end());
  const auto order = risingOrder(p);
  double harmonic = 0;
  for (std::size_t i = order.size(); i > 0; --i) harmonic += 1.0 / static_cast<double>(i);
  const auto m = static_cast<double>(order.size());
  double least = 1;
  for (std::size_t j = order.size(); j-- > 0;) {
    least = std::min(least, harmonic * m * p[order[j]] / static_cast<double>(j + 1));
    adjusted[order[j]] = least;
  }
  return adjusted;
}

}  // namespace plumbline
