// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule scheduler_favours_commercial: curves of the waits, the comparison of like jobs (like_jobs.h)
// and the replay of each line against "most urgent first, among those the oldest".
//   horizon   of the curves and of the mean waits: the fewest whole weeks in which 95 % of the
//             started jobs were started, 1 to 26
//   replay    no finding where no job was passed over by a later one of no more urgency, and cannot
//             tell where another rule explains the order (blind_rules.h)
// Jobs cancelled before they were started and jobs still waiting are censored and counted apart.

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "model/checks/blind_rules.h"
#include "model/checks/like_jobs.h"
#include "model/checks/queue_replay.h"
#include "model/checks/rule.h"
#include "model/checks/scheduler_favours_commercial_facts.h"

namespace plumbline {
namespace {

namespace fact = facts::schedulerFavoursCommercial;
constexpr std::string_view rule = "scheduler_favours_commercial";
constexpr std::int64_t fewestStarts = 10;  // a group, below it a curve means little
constexpr std::size_t mostJumps = 200;
constexpr std::size_t mostSteps = 1'000;
constexpr int daysPerWeek = 7;

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

std::vector<std::int64_t> atRiskByDay(std::span<const Lifetime> waits, double horizon) {
  std::vector<std::int64_t> counts;
  for (double day = 0; day <= horizon; day += 1) {
    counts.push_back(std::count_if(waits.begin(), waits.end(),
                                   [day](const Lifetime& wait) { return wait.time >= day; }));
  }
  return counts;
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
  const auto points = kaplanMeier(waits);
  curve.steps = stepsOf(points, horizon);
  curve.atRisk = atRiskByDay(waits, horizon);
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
  finding.facts = {fact::jobs(static_cast<std::int64_t>(jobs)),
                   fact::sooner(Permille{audit.soonerPermille}),
                   fact::soonerLow(Permille{audit.soonerLowPermille}),
                   fact::soonerHigh(Permille{audit.soonerHighPermille}),
                   fact::p(Ppm{audit.pPpm}),
                   fact::alpha(Ppm{input.plan.accusationAlphaPpm}),
                   fact::permutations(audit.permutations),
                   fact::seed(audit.seed),
                   fact::strata(audit.strata),
                   fact::lead(Permille{audit.leadPermille}),
                   fact::detectableLead(Permille{audit.detectablePermille}),
                   fact::extraWait(Days{audit.extraWaitMilliDays}),
                   fact::extraWaitLow(Days{audit.extraWaitLowMilliDays}),
                   fact::extraWaitHigh(Days{audit.extraWaitHighMilliDays}),
                   fact::horizon(days(audit.horizonDays)),
                   fact::logRankP(Ppm{audit.logRankPPpm}),
                   fact::petoP(Ppm{audit.petoPPpm}),
                   fact::jumps(audit.jumpCount)};
  const WaitingPart& all = audit.parts.front();
  if (all.community.medianDays)
    fact::communityMedian.set(finding, days(*all.community.medianDays));
  if (all.commercial.medianDays) {
    fact::commercialMedian.set(finding, days(*all.commercial.medianDays));
  }
  const auto& parties = input.reconciliation.books.publications.parties();
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

Result<CheckOutcome> check(const CheckInput& input) {
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
  compareLikeJobs(jobs, input.plan, audit);
  audit.whyNot = whyNotTested(audit, input.plan);
  audit.applicable = audit.whyNot.empty();
  const auto jumpers = fillJumps(jobs, audit);
  std::vector<Finding> findings;
  // Where no job was ever passed over by one that came later and was no more urgent, the lines kept
  // to urgency and order of arrival, whatever the test says about the waits.
  const bool standsOut = audit.jumpCount > 0 && audit.pPpm < input.plan.accusationAlphaPpm;
  // A rule about size, say: like jobs are of like size, but not of the same.
  if (standsOut && audit.applicable && blindRuleExplains(jobs)) {
    audit.whyNot = "another_rule";
    audit.applicable = false;
  } else if (standsOut) {
    findings.push_back(findingOf(input, audit, jobs.size(), jumpers));
  }
  CheckOutcome outcome = audit.applicable ? CheckOutcome::found(std::move(findings))
                                          : CheckOutcome::cannotTell(rule, audit.whyNot);
  outcome.scheduler = std::move(audit);
  return outcome;
}

constexpr std::array needed = {Table::Jobs};

}  // namespace

namespace rules {

extern constinit const Rule schedulerFavoursCommercial{
    .id = rule,
    .number = "F20",
    .kind = RuleKind::Statistic,
    .source =
        "Gehan 1965, van Elteren 1960, permutation within strata; Mantel and Haenszel "
        "1959; restricted mean of Kaplan and Meier 1958",
    .facts = fact::all,
    .check = check,
    .needs = {needed}};

}  // namespace rules

}  // namespace plumbline
