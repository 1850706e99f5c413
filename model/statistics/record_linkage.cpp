// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/record_linkage.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr int mostIterations = 100'000;
constexpr double settled = 1e-13;  // largest change of a share
constexpr double leastShare = 1e-9;

double product(const LinkageModel& model, std::span<const int> levels, bool match) {
  double result = match ? model.matchShare : 1 - model.matchShare;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i] == levelMissing) continue;
    const LinkageField& field = model.fields[i];
    result *= (match ? field.m : field.u)[static_cast<std::size_t>(levels[i])];
  }
  return result;
}

Result<void> checkPatterns(std::span<const LinkagePattern> patterns, const LinkageModel& model) {
  std::int64_t pairs = 0;
  for (const LinkagePattern& pattern : patterns) {
    bool fits = pattern.levels.size() == model.fields.size() && pattern.count >= 0;
    for (std::size_t i = 0; fits && i < pattern.levels.size(); ++i) {
      const auto levels = static_cast<int>(model.fields[i].m.size());
      fits = pattern.levels[i] >= levelMissing && pattern.levels[i] < levels;
    }
    if (!fits) return Error{ErrorCode::BadValue, "a pattern does not fit the linkage model"};
    pairs += pattern.count;
  }
  if (pairs == 0) return Error{ErrorCode::BadValue, "there are no pairs to fit"};
  return {};
}

/// Expected shares among matches or others; `weights` by pattern.
void refit(std::span<const LinkagePattern> patterns, std::span<const double> weights, bool match,
           LinkageModel& model) {
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    std::vector<double>& shares = match ? model.fields[i].m : model.fields[i].u;
    std::vector<double> sums(shares.size(), 0);
    double total = 0;
    for (std::size_t k = 0; k < patterns.size(); ++k) {
      const int level = patterns[k].levels[i];
      if (level == levelMissing) continue;
      sums[static_cast<std::size_t>(level)] += weights[k];
      total += weights[k];
    }
    if (total <= 0) continue;  // nobody states the field
    for (std::size_t level = 0; level < shares.size(); ++level) {
      shares[level] = std::max(sums[level] / total, leastShare);
    }
  }
}

double largestChange(const LinkageModel& a, const LinkageModel& b) {
  double change = std::abs(a.matchShare - b.matchShare);
  for (std::size_t i = 0; i < a.fields.size(); ++i) {
    for (std::size_t level = 0; level < a.fields[i].m.size(); ++level) {
      change = std::max({change, std::abs(a.fields[i].m[level] - b.fields[i].m[level]),
                         std::abs(a.fields[i].u[level] - b.fields[i].u[level])});
    }
  }
  return change;
}

/// Posteriors under the model, and the likelihood of the patterns.
void expect(std::span<const LinkagePattern> patterns, LinkageFit& fit) {
  fit.logLikelihood = 0;
  for (std::size_t k = 0; k < patterns.size(); ++k) {
    const double match = product(fit.model, patterns[k].levels, true);
    const double whole = match + product(fit.model, patterns[k].levels, false);
    fit.posterior[k] = match / whole;
    fit.logLikelihood += static_cast<double>(patterns[k].count) * std::log(whole);
  }
}

}  // namespace

double LinkageField::weight(int level) const {
  if (level == levelMissing) return 0;
  const auto at = static_cast<std::size_t>(level);
  return std::log2(m[at] / u[at]);
}

double linkageWeight(const LinkageModel& model, std::span<const int> levels) {
  double sum = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) sum += model.fields[i].weight(levels[i]);
  return sum;
}

double matchProbability(double matchShare, double weight) {
  // By odds, so that a large weight does not overflow.
  const double oddsAgainst = (1 - matchShare) / matchShare * std::exp2(-weight);
  return 1 / (1 + oddsAgainst);
}

std::vector<double> smoothedShares(std::span<const std::int64_t> counts,
                                   std::span<const double> usual, double strength) {
  double total = strength;
  for (const std::int64_t count : counts) total += static_cast<double>(count);
  std::vector<double> shares;
  shares.reserve(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    shares.push_back((static_cast<double>(counts[i]) + strength * usual[i]) / total);
  }
  return shares;
}

Result<LinkageFit> fitLinkage(std::span<const LinkagePattern> patterns, const LinkageModel& start,
                              FitShares what) {
  PLUMBLINE_CHECK(checkPatterns(patterns, start));
  LinkageFit fit{start, std::vector<double>(patterns.size(), 0), 0, 0};
  std::vector<double> matches(patterns.size());
  std::vector<double> others(patterns.size());
  for (fit.iterations = 1; fit.iterations <= mostIterations; ++fit.iterations) {
    expect(patterns, fit);
    double sum = 0;
    double all = 0;
    for (std::size_t k = 0; k < patterns.size(); ++k) {
      const auto count = static_cast<double>(patterns[k].count);
      matches[k] = count * fit.posterior[k];
      others[k] = count - matches[k];
      sum += matches[k];
      all += count;
    }
    const LinkageModel before = fit.model;
    fit.model.matchShare = std::clamp(sum / all, leastShare, 1 - leastShare);
    refit(patterns, matches, true, fit.model);
    if (what == FitShares::All) refit(patterns, others, false, fit.model);
    if (largestChange(before, fit.model) > settled) continue;
    expect(patterns, fit);
    return fit;
  }
  return Error{ErrorCode::NotFound, "the shares of the linkage do not settle"};
}

}  // namespace plumbline
