// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/permutation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/statistics/random.h"

namespace plumbline {
namespace {

/// Sum over `count` members drawn without replacement: the first steps of a Fisher-Yates shuffle.
std::int64_t drawSum(std::vector<std::int64_t>& scores, std::size_t count, CounterRandom& random) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto left = static_cast<std::uint32_t>(scores.size() - i);
    std::swap(scores[i], scores[i + random.below(left)]);
    sum += scores[i];
  }
  return sum;
}

}  // namespace

PermutationTest permutationTest(std::span<const PermutationStratum> strata,
                                std::int64_t permutations, std::uint64_t seed) {
  PermutationTest test;
  test.permutations = permutations;
  std::vector<PermutationStratum> work;
  std::int64_t observed = 0;
  for (const PermutationStratum& stratum : strata) {
    const auto middle = stratum.scores.begin() + static_cast<std::ptrdiff_t>(stratum.inGroup);
    const std::int64_t group = std::accumulate(stratum.scores.begin(), middle, std::int64_t{0});
    test.statistic += group;
    if (stratum.inGroup == 0 || stratum.inGroup == stratum.scores.size()) continue;
    observed += group;
    work.push_back(stratum);
  }
  for (std::int64_t i = 0; i < permutations; ++i) {
    CounterRandom random(seed, 0, static_cast<std::uint64_t>(i));
    std::int64_t sum = 0;
    for (PermutationStratum& stratum : work)
      sum += drawSum(stratum.scores, stratum.inGroup, random);
    if (sum >= observed) ++test.atLeast;
  }
  return test;
}

double permutationDeviation(std::span<const PermutationStratum> strata) {
  double variance = 0;
  for (const PermutationStratum& stratum : strata) {
    const auto n = static_cast<double>(stratum.scores.size());
    const auto k = static_cast<double>(stratum.inGroup);
    if (stratum.scores.size() < 2) continue;
    double mean = 0, squares = 0;
    for (const std::int64_t score : stratum.scores) mean += static_cast<double>(score) / n;
    for (const std::int64_t score : stratum.scores) {
      const double gap = static_cast<double>(score) - mean;
      squares += gap * gap;
    }
    // A sum of k draws without replacement out of n.
    variance += k * (n - k) / n * squares / (n - 1);
  }
  return std::sqrt(variance);
}

std::vector<std::int64_t> gehanScores(std::span<const Lifetime> lifetimes) {
  std::vector<double> events, censored;
  for (const Lifetime& life : lifetimes) (life.event ? events : censored).push_back(life.time);
  std::sort(events.begin(), events.end());
  std::sort(censored.begin(), censored.end());
  const auto before = [](const std::vector<double>& times, double time) -> std::int64_t {
    return std::lower_bound(times.begin(), times.end(), time) - times.begin();
  };
  const auto upTo = [](const std::vector<double>& times, double time) -> std::int64_t {
    return std::upper_bound(times.begin(), times.end(), time) - times.begin();
  };
  const auto total = static_cast<std::int64_t>(lifetimes.size());
  std::vector<std::int64_t> scores;
  for (const auto& [time, event] : lifetimes) {
    // What is censored at a moment outlives what happens at that moment.
    const std::int64_t shorter = event ? before(events, time) : upTo(events, time);
    const std::int64_t longer = event ? total - upTo(events, time) - before(censored, time) : 0;
    scores.push_back(shorter - longer);
  }
  return scores;
}

}  // namespace plumbline
