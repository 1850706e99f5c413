// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Permutation test within strata (Fisher 1935; Good 2005). Scores are integers, so that sums and
// the p-value are exact and the same on every machine.

#include <cstdint>
#include <span>
#include <vector>

#include "model/statistics/kaplan_meier.h"

namespace plumbline {

/// Members of the group under test come first.
struct PermutationStratum {
  std::vector<std::int64_t> scores;
  std::size_t inGroup = 0;
};

struct PermutationTest {
  std::int64_t statistic = 0;  // sum of the group's scores
  std::int64_t atLeast = 0;    // permutations that reach it
  std::int64_t permutations = 0;
  /// (1 + atLeast) / (permutations + 1): never zero (Phipson and Smyth 2010).
  [[nodiscard]] double p() const {
    return static_cast<double>(1 + atLeast) / static_cast<double>(permutations + 1);
  }
};
/// One-sided: is the sum of the group's scores large? Each permutation draws its members anew in
/// every stratum, by a random stream of its own.
[[nodiscard]] PermutationTest permutationTest(std::span<const PermutationStratum> strata,
                                              std::int64_t permutations, std::uint64_t seed);

/// Standard deviation of the statistic over all permutations.
[[nodiscard]] double permutationDeviation(std::span<const PermutationStratum> strata);

/// Gehan 1965: for each lifetime, how many others are surely shorter less how many are surely
/// longer. Twice the midrank where nothing is censored, centred.
[[nodiscard]] std::vector<std::int64_t> gehanScores(std::span<const Lifetime> lifetimes);

}  // namespace plumbline
