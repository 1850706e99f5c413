// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Do community jobs wait longer than commercial ones of like size and urgency that came at the same
// time to the same line? Method (docs/methods.md, "Scheduler"):
//   strata      urgency x third of size x line x band of arrival (jobs / 360 bands, at most 10)
//   score       Gehan's, weighted by 1 / (jobs of the stratum + 1) (van Elteren 1960)
//   statistic   sum of the community's scores over the weighted number of pairs: the share of like
//               pairs in which the community job waited longer, less the share in which it waited
//               less; from -1 to 1, 0 is no favour
//   p           permutation of the categories within the strata, one-sided
//   "sooner"    starts of commercial against community jobs by Mantel and Haenszel over the risk
//               sets of all strata, 95 % by Robins, Breslow and Greenland
//   horizon     of the curves and of the mean wait: the fewest whole weeks in which 95 % of the
//               started jobs were started, 1 to 26
//   replay      no finding where no job was passed over by a later one of no more urgency
// Jobs cancelled before they were started and jobs still waiting are censored and counted apart.

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "model/checks/checks.h"
#include "model/checks/queue_replay.h"
#include "model/checks/scheduler_jobs.h"
#include "model/statistics/log_rank.h"
#include "model/statistics/permutation.h"

namespace plumbline {
namespace {

constexpr std::string_view rule = "scheduler_favours_commercial";
constexpr std::int64_t fewestStarts = 10;  // a group, below it a curve means little
constexpr std::size_t jobsPerBand = 360;   // leaves about twenty to a stratum
constexpr std::size_t mostBands = 10;
constexpr std::int64_t scoreScale = 1 << 16;
constexpr std::int64_t mostDraws = 400'000'000;  // bounds the time; the number done is printed
constexpr std::int64_t fewestPermutations = 999;
constexpr std::size_t mostJumps = 200;
constexpr std::size_t mostSteps = 1'000;
constexpr int daysPerWeek = 7;

using Jobs = std::vector<ScheduledJob>;

/// The steps of a curve up to the horizon; of a long curve the last one in each thousandth of it.
std::vector<SurvivalStep> stepsOf(std::span<const SurvivalPoint> curve, double horizon) {
  std::vector<SurvivalStep> steps;
  const bool thin = curve.size() > mostSteps;
  double bucket = -1;
  for (const SurvivalPoint& point : curve) {
    if (point.time > horizon) break;
    if (point.events == 0) continue;
    const SurvivalStep step{point.time, point.survival, point.low, point.high};
    const double own = std::floor(point.time / horizon * mostSteps);
    if (thin && own <= bucket && !steps.empty()) {
      steps.back() = step;
    } else {
      steps.push_back(step);
    }
    bucket = own;
  }
  return steps;
}

template <class Belongs>
WaitingCurve curveOf(const Jobs& jobs, std::string group, double horizon, Belongs belongs) {
  WaitingCurve curve;
  curve.group = std::move(group);
  std::vector<Lifetime> waits;
  for (const ScheduledJob& job : jobs) {
    if (!belongs(job)) continue;
    waits.push_back(job.wait());
    ++curve.jobs;
    ++(job.started ? curve.started : job.cancelled ? curve.cancelled : curve.stillWaiting);
  }
  const auto points = kaplanMeier(waits, SurvivalLimits::LogLog);
  curve.steps = stepsOf(points, horizon);
  curve.medianDays = medianTime(points);
  curve.meanDays = restrictedMean(points, horizon).mean;
  return curve;
}

template <class Belongs>
WaitingPart partOf(const Jobs& jobs, std::string key, double horizon, Belongs belongs) {
  WaitingPart part;
  part.key = std::move(key);
  part.community = curveOf(jobs, "community", horizon,
                           [&](const ScheduledJob& job) { return job.community && belongs(job); });
  part.commercial = curveOf(jobs, "commercial", horizon, [&](const ScheduledJob& job) {
    return !job.community && belongs(job);
  });
  return part;
}

/// Whole weeks within which 95 % of the started jobs were started; from a week to half a year.
double horizonOf(const Jobs& jobs) {
  std::vector<std::int64_t> waits;
  for (const ScheduledJob& job : jobs) {
    if (job.started) waits.push_back(job.left.inMilliseconds() - job.submitted.inMilliseconds());
  }
  const std::size_t most = (waits.size() * 95 + 99) / 100 - 1;
  std::nth_element(waits.begin(), waits.begin() + static_cast<std::ptrdiff_t>(most), waits.end());
  const std::int64_t week = daysPerWeek * millisecondsPerDay;
  return static_cast<double>(std::clamp<std::int64_t>((waits[most] + week - 1) / week, 1, 26) *
                             daysPerWeek);
}

void fillParts(const Jobs& jobs, SchedulerAudit& audit) {
  audit.horizonDays = horizonOf(jobs);
  const auto [least, most] = std::minmax_element(
      jobs.begin(), jobs.end(),
      [](const ScheduledJob& a, const ScheduledJob& b) { return a.urgency < b.urgency; });
  // Urgent is the upper half of the scale in use: 3 of 1 to 3, 1 of 0 and 1. One level: nothing is.
  const double middle =
      (static_cast<double>(least->urgency) + static_cast<double>(most->urgency)) / 2;
  const auto urgent = [&](const ScheduledJob& job) {
    return static_cast<double>(job.urgency) > middle;
  };
  audit.parts.push_back(partOf(jobs, "all", audit.horizonDays, [](const auto&) { return true; }));
  if (least->urgency == most->urgency) return;
  audit.parts.push_back(partOf(jobs, "urgent", audit.horizonDays, urgent));
  audit.parts.push_back(partOf(jobs, "not_urgent", audit.horizonDays,
                               [&](const ScheduledJob& job) { return !urgent(job); }));
}

/// The jobs of each stratum, community first; only strata with jobs of both groups.
std::vector<std::vector<const ScheduledJob*>> strataOf(const Jobs& jobs) {
  std::vector<Mass> sizes;
  for (const ScheduledJob& job : jobs) sizes.push_back(job.mass);
  std::sort(sizes.begin(), sizes.end());
  const Mass small = sizes[sizes.size() / 3], medium = sizes[sizes.size() * 2 / 3];
  const std::size_t bands = std::clamp<std::size_t>(jobs.size() / jobsPerBand, 1, mostBands);
  using Key = std::tuple<int, std::string, std::int64_t, int, std::size_t>;
  std::map<Key, std::vector<const ScheduledJob*>> strata;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const ScheduledJob& job = jobs[i];
    const int third = job.mass < small ? 0 : job.mass < medium ? 1 : 2;
    strata[{job.party, job.line, job.urgency, third, i * bands / jobs.size()}].push_back(&job);
  }
  std::vector<std::vector<const ScheduledJob*>> result;
  for (auto& [key, list] : strata) {
    std::stable_partition(list.begin(), list.end(),
                          [](const ScheduledJob* job) { return job->community; });
    if (list.front()->community && !list.back()->community) result.push_back(std::move(list));
  }
  return result;
}

std::int64_t permutationsFor(const AuditPlan& plan, std::size_t jobs) {
  const std::int64_t affordable =
      std::max(mostDraws / static_cast<std::int64_t>(jobs), fewestPermutations);
  return std::min(plan.permutations, affordable);
}

void fillTest(const Jobs& jobs, const AuditPlan& plan, SchedulerAudit& audit) {
  const auto strata = strataOf(jobs);
  std::vector<PermutationStratum> tested;
  std::vector<GroupedLifetime> compared;
  double pairs = 0;
  for (std::size_t s = 0; s < strata.size(); ++s) {
    std::vector<Lifetime> waits;
    PermutationStratum stratum;
    for (const ScheduledJob* job : strata[s]) {
      waits.push_back(job->wait());
      compared.push_back({job->wait(), job->community ? 0 : 1, static_cast<int>(s)});
      if (job->community) ++stratum.inGroup;
    }
    const auto size = static_cast<std::int64_t>(waits.size());
    stratum.scores = gehanScores(waits);
    for (std::int64_t& score : stratum.scores) score = score * scoreScale / (size + 1);
    pairs += static_cast<double>(stratum.inGroup) *
             static_cast<double>(waits.size() - stratum.inGroup) / static_cast<double>(size + 1);
    tested.push_back(std::move(stratum));
  }
  audit.strata = static_cast<std::int64_t>(strata.size());
  audit.seed = plan.seed;
  audit.alphaPpm = plan.accusationAlphaPpm;
  audit.permutations = permutationsFor(plan, jobs.size());
  const auto test =
      permutationTest(tested, audit.permutations, static_cast<std::uint64_t>(plan.seed));
  audit.statistic = pairs > 0 ? static_cast<double>(test.statistic) / scoreScale / pairs : 0;
  // Rounded up: never smaller than it is.
  audit.pPpm = ((1 + test.atLeast) * 1'000'000 + test.permutations) / (test.permutations + 1);
  if (const auto sooner = hazardRatio(compared)) {
    audit.soonerPermille = std::llround(sooner->ratio * 1000);
    audit.soonerLowPermille = std::llround(sooner->low * 1000);
    audit.soonerHighPermille = std::llround(sooner->high * 1000);
  }
}

std::int64_t centsPerTonne(const ScheduledJob& job) {
  const std::int64_t kilograms = std::max<std::int64_t>(1, job.mass.inGrams() / 1000);
  if (job.mass.inGrams() == 0) return 0;
  return scaled(job.revenueCents, 1000, kilograms);
}

QueueJump jumpOf(const ScheduledJob& job, const ScheduledJob& oldest, std::int64_t overtaken) {
  return {.job = job.id,
          .started = job.left,
          .valuePerTonne = {centsPerTonne(job), job.currency},
          .overtaken = overtaken,
          .oldest = oldest.id,
          .oldestCategory = oldest.community ? "community" : "commercial",
          .oldestWaitMilliseconds = job.left.inMilliseconds() - oldest.submitted.inMilliseconds()};
}

/// Replays each line; returns the jobs of the kept jumps in their order.
std::vector<const ScheduledJob*> fillJumps(const Jobs& jobs, SchedulerAudit& audit) {
  std::map<std::pair<int, std::string>, std::vector<const ScheduledJob*>> lines;
  for (const ScheduledJob& job : jobs) lines[{job.party, job.line}].push_back(&job);
  using Jump = std::pair<QueueJump, const ScheduledJob*>;
  std::vector<Jump> jumps;
  for (const auto& [line, list] : lines) {
    std::vector<QueuedJob> queue;
    for (const ScheduledJob* job : list) {
      const bool left = job->started || job->cancelled;
      queue.push_back({job->submitted.inMilliseconds(),
                       left ? job->left.inMilliseconds() : neverLeft, job->urgency, job->started});
    }
    const auto replayed = replayQueue(queue);
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (replayed[i].overtaken == 0) continue;
      jumps.emplace_back(jumpOf(*list[i], *list[replayed[i].oldest], replayed[i].overtaken),
                         list[i]);
    }
  }
  const auto rank = [](const Jump& jump) {
    return std::tuple(-jump.first.overtaken, jump.first.started, jump.second->party,
                      jump.first.job);
  };
  std::sort(jumps.begin(), jumps.end(),
            [&](const Jump& a, const Jump& b) { return rank(a) < rank(b); });
  audit.jumpCount = static_cast<std::int64_t>(jumps.size());
  if (jumps.size() > mostJumps) jumps.resize(mostJumps);
  std::vector<const ScheduledJob*> jumpers;
  for (auto& [jump, job] : jumps) {
    audit.jumps.push_back(std::move(jump));
    jumpers.push_back(job);
  }
  return jumpers;
}

Days days(double value) {
  return {std::llround(value * 1000)};
}

Finding findingOf(const CheckInput& input, const SchedulerAudit& audit, std::size_t jobs,
                  const std::vector<const ScheduledJob*>& jumpers) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::Look;
  finding.rowCount = static_cast<std::int64_t>(jobs);
  finding.facts = {{"jobs", static_cast<std::int64_t>(jobs)},
                   {"sooner", Permille{audit.soonerPermille}},
                   {"sooner_low", Permille{audit.soonerLowPermille}},
                   {"sooner_high", Permille{audit.soonerHighPermille}},
                   {"p", Ppm{audit.pPpm}},
                   {"alpha", Ppm{input.plan.accusationAlphaPpm}},
                   {"permutations", audit.permutations},
                   {"seed", audit.seed},
                   {"strata", audit.strata},
                   {"jumps", audit.jumpCount}};
  const WaitingPart& all = audit.parts.front();
  if (all.community.medianDays)
    finding.facts.set("community_median", days(*all.community.medianDays));
  if (all.commercial.medianDays) {
    finding.facts.set("commercial_median", days(*all.commercial.medianDays));
  }
  const auto& parties = input.reconciliation.publications.parties();
  for (const ScheduledJob* job : jumpers) {
    const std::string& party = parties[static_cast<std::size_t>(job->party)].id;
    finding.records.push_back({Table::Jobs, party, job->id, job->rowid});
  }
  return finding;
}

std::string whyNot(const Jobs& jobs) {
  if (jobs.empty()) return "no_jobs";
  const auto starts = [&](bool community) {
    return std::count_if(jobs.begin(), jobs.end(), [&](const ScheduledJob& job) {
      return job.started && job.community == community;
    });
  };
  return std::min(starts(true), starts(false)) < fewestStarts ? "too_few_jobs" : "";
}

/// Why the test can find nothing, whatever the jobs; empty where it can.
std::string whyNotTested(const SchedulerAudit& audit, const AuditPlan& plan) {
  if (audit.strata == 0) return "no_like_jobs";
  // The smallest p there is: not one permutation as far out as the jobs themselves.
  const std::int64_t smallest = (1'000'000 + audit.permutations) / (audit.permutations + 1);
  return smallest < plan.accusationAlphaPpm ? "" : "too_few_permutations";
}

}  // namespace

Result<CheckOutcome> checkSchedulerFavoursCommercial(const CheckInput& input) {
  input.progress.report("Comparing waiting times");
  PLUMBLINE_TRY(jobs, loadJobs(input));
  SchedulerAudit audit;
  audit.whyNot = whyNot(jobs);
  if (!audit.whyNot.empty()) {
    CheckOutcome outcome = CheckOutcome::cannotTell(rule, audit.whyNot);
    outcome.scheduler = std::move(audit);
    return outcome;
  }
  fillParts(jobs, audit);
  fillTest(jobs, input.plan, audit);
  audit.whyNot = whyNotTested(audit, input.plan);
  audit.applicable = audit.whyNot.empty();
  const auto jumpers = fillJumps(jobs, audit);
  std::vector<Finding> findings;
  // Where no job was ever passed over by one that came later and was no more urgent, the lines kept
  // to urgency and order of arrival, whatever the test says about the waits.
  if (audit.jumpCount > 0 && audit.pPpm < input.plan.accusationAlphaPpm) {
    findings.push_back(findingOf(input, audit, jobs.size(), jumpers));
  }
  CheckOutcome outcome = audit.applicable ? CheckOutcome::found(std::move(findings))
                                          : CheckOutcome::cannotTell(rule, audit.whyNot);
  outcome.scheduler = std::move(audit);
  return outcome;
}

}  // namespace plumbline
