// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Probabilistic record linkage (Fellegi and Sunter 1969). Two records are compared field by field;
// each field says how well they agree, as a level. A level has a share m among pairs that are one
// thing and a share u among pairs that are not; its weight is log2(m / u), in bits. Fields are
// taken as independent: of two that say the same one must be dropped.

#include <cstdint>
#include <span>
#include <vector>

#include "crypto/result.h"

namespace plumbline {

/// Of a field that one of the records does not state: no evidence either way, weight 0.
inline constexpr int levelMissing = -1;

/// Shares of the levels of one field; each list is positive and sums to 1.
struct LinkageField {
  std::vector<double> m;
  std::vector<double> u;
  /// In bits; 0 for levelMissing.
  [[nodiscard]] double weight(int level) const;
};

struct LinkageModel {
  double matchShare = 0.5;  // lambda: of all compared pairs, how many are one thing
  std::vector<LinkageField> fields;
};

/// Sum of the weights; one level a field.
[[nodiscard]] double linkageWeight(const LinkageModel& model, std::span<const int> levels);
/// lambda 2^w / (1 - lambda + lambda 2^w).
[[nodiscard]] double matchProbability(double matchShare, double weight);

/// Shares from counts by level, drawn towards `usual` as if `strength` more pairs had those shares:
/// no share is 0, and few counts do not speak louder than they may.
[[nodiscard]] std::vector<double> smoothedShares(std::span<const std::int64_t> counts,
                                                 std::span<const double> usual, double strength);

/// How often a combination of levels was seen.
struct LinkagePattern {
  std::vector<int> levels;
  std::int64_t count = 0;
};

struct LinkageFit {
  LinkageModel model;
  std::vector<double> posterior;  // by pattern
  double logLikelihood = 0;       // natural, without the multinomial constant
  int iterations = 0;
};

enum class FitShares { All, MatchesOnly };  // MatchesOnly keeps every u as it is in `start`

/// Maximum likelihood without labels (Dempster, Laird and Rubin 1977), from `start`. It may find
/// another division of the pairs than the one that is meant; labelled pairs are better wherever
/// there are any. Errors: BadValue (no pairs, levels that the model does not have), NotFound (it
/// does not settle).
[[nodiscard]] Result<LinkageFit> fitLinkage(std::span<const LinkagePattern> patterns,
                                            const LinkageModel& start, FitShares what);

}  // namespace plumbline
