// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/like_jobs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "model/statistics/log_rank.h"
#include "model/statistics/permutation.h"
#include "model/statistics/tails.h"

namespace plumbline {
namespace {

constexpr std::size_t jobsPerBand = 360;  // leaves about twenty to a stratum
constexpr std::size_t mostBands = 10;
constexpr std::int64_t scoreScale = 1 << 16;
constexpr std::int64_t mostDraws = 400'000'000;  // bounds the time; the number done is printed
constexpr std::int64_t fewestPermutations = 999;
constexpr double missedOnceInTwenty = 0.05;

/// Waits of like jobs, community first.
struct Stratum {
  std::vector<Lifetime> waits;
  std::size_t community = 0;
  [[nodiscard]] std::span<const Lifetime> ofCommunity() const {
    return std::span(waits).first(community);
  }
  [[nodiscard]] std::span<const Lifetime> ofCommercial() const {
    return std::span(waits).subspan(community);
  }
  /// Pairs of a community and a commercial job, by van Elteren's weight.
  [[nodiscard]] double weight() const {
    const auto c = static_cast<double>(community);
    const auto n = static_cast<double>(waits.size());
    return c * (n - c) / (n + 1);
  }
};

Stratum stratumOf(std::vector<const ScheduledJob*>& jobs) {
  const auto commercial = std::stable_partition(
      jobs.begin(), jobs.end(), [](const ScheduledJob* job) { return job->community; });
  Stratum stratum;
  stratum.community = static_cast<std::size_t>(commercial - jobs.begin());
  for (const ScheduledJob* job : jobs) stratum.waits.push_back(job->wait());
  return stratum;
}

/// Only strata with jobs of both groups.
std::vector<Stratum> strataOf(const Jobs& jobs) {
  std::vector<Mass> sizes;
  for (const ScheduledJob& job : jobs) sizes.push_back(job.mass);
  std::sort(sizes.begin(), sizes.end());
  const Mass small = sizes[sizes.size() / 3], medium = sizes[sizes.size() * 2 / 3];
  const std::size_t bands = std::clamp<std::size_t>(jobs.size() / jobsPerBand, 1, mostBands);
  using Key = std::tuple<int, std::string, std::int64_t, int, std::size_t>;
  std::map<Key, std::vector<const ScheduledJob*>> lists;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const ScheduledJob& job = jobs[i];
    const int third = job.mass < small ? 0 : job.mass < medium ? 1 : 2;
    lists[{job.party, job.line, job.urgency, third, i * bands / jobs.size()}].push_back(&job);
  }
  std::vector<Stratum> strata;
  for (auto& [key, list] : lists) {
    Stratum stratum = stratumOf(list);
    if (stratum.weight() > 0) strata.push_back(std::move(stratum));
  }
  return strata;
}

std::int64_t permutationsFor(const AuditPlan& plan, std::size_t jobs) {
  const std::int64_t affordable =
      std::max(mostDraws / static_cast<std::int64_t>(jobs), fewestPermutations);
  return std::min(plan.permutations, affordable);
}

void permute(const std::vector<Stratum>& strata, SchedulerAudit& audit) {
  std::vector<PermutationStratum> tested;
  double pairs = 0;
  for (const Stratum& stratum : strata) {
    const auto size = static_cast<std::int64_t>(stratum.waits.size());
    PermutationStratum scored{gehanScores(stratum.waits), stratum.community};
    for (std::int64_t& score : scored.scores) score = score * scoreScale / (size + 1);
    pairs += stratum.weight();
    tested.push_back(std::move(scored));
  }
  const auto test =
      permutationTest(tested, audit.permutations, static_cast<std::uint64_t>(audit.seed));
  // Rounded up: never smaller than it is.
  audit.pPpm = ((1 + test.atLeast) * 1'000'000 + test.permutations) / (test.permutations + 1);
  if (!(pairs > 0)) return;
  audit.statistic = static_cast<double>(test.statistic) / scoreScale / pairs;
  audit.leadPermille = std::llround(audit.statistic * 1000);
  const double alpha = std::min(static_cast<double>(audit.alphaPpm) / 1e6, 0.5);
  const double deviations = normalUpperQuantile(alpha) + normalUpperQuantile(missedOnceInTwenty);
  const double detectable = deviations * permutationDeviation(tested) / scoreScale / pairs;
  audit.detectablePermille = std::min<std::int64_t>(1000, std::llround(detectable * 1000));
}

void compareStarts(const std::vector<Stratum>& strata, SchedulerAudit& audit) {
  std::vector<GroupedLifetime> compared;
  for (std::size_t s = 0; s < strata.size(); ++s) {
    const Stratum& stratum = strata[s];
    for (std::size_t i = 0; i < stratum.waits.size(); ++i) {
      const int group = i < stratum.community ? 0 : 1;
      compared.push_back({stratum.waits[i], group, static_cast<int>(s)});
    }
  }
  const auto ppm = [](double p) { return static_cast<std::int64_t>(std::ceil(p * 1e6)); };
  audit.logRankPPpm = ppm(logRank(compared, 2, 0).p);
  audit.petoPPpm = ppm(logRank(compared, 2, 1).p);
  if (const auto sooner = hazardRatio(compared)) {
    audit.soonerPermille = std::llround(sooner->ratio * 1000);
    audit.soonerLowPermille = std::llround(sooner->low * 1000);
    audit.soonerHighPermille = std::llround(sooner->high * 1000);
  }
}

void compareMeans(const std::vector<Stratum>& strata, SchedulerAudit& audit) {
  double weights = 0, sum = 0, variance = 0;
  const auto add = [&](double weight, std::span<const Lifetime> waits) {
    const auto curve = kaplanMeier(waits);
    const RestrictedMean wait = restrictedMean(curve, audit.horizonDays);
    const auto n = static_cast<double>(waits.size());
    sum += weight * wait.mean;
    // Greenwood's variance divides by n; few jobs need n - 1.
    variance += weight * weight * wait.deviation * wait.deviation * n / (n - 1);
  };
  for (const Stratum& stratum : strata) {
    // One job alone does not say how far its wait is from others'.
    if (stratum.ofCommunity().size() < 2 || stratum.ofCommercial().size() < 2) continue;
    add(stratum.weight(), stratum.ofCommunity());
    add(-stratum.weight(), stratum.ofCommercial());
    weights += stratum.weight();
  }
  if (!(weights > 0)) return;
  const auto milliDays = [](double days) { return std::llround(days * 1000); };
  const double extra = sum / weights;
  const double half = normal95 * std::sqrt(variance) / weights;
  audit.extraWaitMilliDays = milliDays(extra);
  audit.extraWaitLowMilliDays = milliDays(extra - half);
  audit.extraWaitHighMilliDays = milliDays(extra + half);
}

}  // namespace

void compareLikeJobs(const Jobs& jobs, const AuditPlan& plan, SchedulerAudit& audit) {
  const std::vector<Stratum> strata = strataOf(jobs);
  audit.strata = static_cast<std::int64_t>(strata.size());
  audit.seed = plan.seed;
  audit.alphaPpm = plan.accusationAlphaPpm;
  audit.permutations = permutationsFor(plan, jobs.size());
  permute(strata, audit);
  compareStarts(strata, audit);
  compareMeans(strata, audit);
}

}  // namespace plumbline
