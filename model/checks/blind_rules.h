// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Does a rule that knows nothing of money or category explain the starts of the lines? Whoever takes
// the smallest job first serves the customers with small jobs sooner, and favours nobody.

#include <cstdint>
#include <span>

#include "model/checks/scheduler_jobs.h"

namespace plumbline {

/// Starts with a choice between several waiting jobs, held against one rule.
struct RuleFit {
  std::int64_t choices = 0;
  std::int64_t kept = 0;  // the rule had none before the one that was started
  /// Of the others: how many were commercial, and how many chance would have made so among the jobs
  /// that waited, without the one whose turn it was.
  std::int64_t commercial = 0;
  double expected = 0, variance = 0;

  /// 2.326 standard deviations above chance, one-sided 1 %; nothing of fewer than five.
  [[nodiscard]] bool leansToCommercial() const;
};

/// The rules: oldest, newest, smallest and largest first, each with or without the most urgent first.
enum class BlindOrder { Oldest, Newest, Smallest, Largest };
struct BlindRule {
  BlindOrder order = BlindOrder::Oldest;
  bool urgentFirst = true;
};

[[nodiscard]] RuleFit fitOf(const Jobs& jobs, BlindRule rule);

/// True where one of the rules but "most urgent, then oldest" fits better than that one does and at
/// least four in five of the starts, and what departs from it does not lean to commercial jobs.
[[nodiscard]] bool blindRuleExplains(const Jobs& jobs);

}  // namespace plumbline
