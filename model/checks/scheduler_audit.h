// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waiting times of community against commercial jobs (docs/methods.md, "Scheduler").
// Survival curves by Kaplan-Meier with Greenwood log-log limits; the test is a permutation test
// within strata of urgency and size with a printed seed.

#include <optional>
#include <string>
#include <vector>

#include "model/evidence/evidence_report.h"

namespace plumbline {

struct SurvivalStep {
  double days = 0;       // since the job was submitted
  double waiting = 1;    // share still waiting just after
  double low = 1, high = 1;  // 95 %
};

struct WaitingCurve {
  std::string group;  // "community" or "commercial"
  std::int64_t jobs = 0;
  std::int64_t started = 0;
  std::int64_t cancelled = 0;
  std::int64_t stillWaiting = 0;
  std::vector<SurvivalStep> steps;
  std::vector<std::int64_t> atRisk;  // still waiting and watched at the start of day 0, 1, ...
  std::optional<double> medianDays;  // nothing: half were not reached
  double meanDays = 0;               // restricted mean wait over the first `horizonDays`
};

struct QueueJump {
  std::string job;
  Timestamp started;
  MoneyAmount valuePerTonne;
  std::int64_t overtaken = 0;  // older jobs, at least as urgent and on the same line, that still waited
  std::string oldest;          // of those
  std::string oldestCategory;
  std::int64_t oldestWaitMilliseconds = 0;
};

/// The curves of one part of the jobs: all, urgent, not urgent.
struct WaitingPart {
  std::string key;  // "all", "urgent", "not_urgent"
  WaitingCurve community, commercial;
};

struct SchedulerAudit {
  bool applicable = false;
  std::string whyNot;  // "no_jobs", "too_few_jobs", "no_like_jobs", "too_few_permutations",
                       // "another_rule"
  std::vector<WaitingPart> parts;
  double horizonDays = 28;
  double statistic = 0;            // lead of commercial over community jobs, see like_jobs.h
  std::int64_t leadPermille = 0;   // the same, rounded
  std::int64_t detectablePermille = 1000;  // a smaller lead is missed more than once in 20 times
  // How much longer a community job waits than like commercial ones, in the mean over the first
  // `horizonDays`; thousandths of a day, 95 %.
  std::int64_t extraWaitMilliDays = 0, extraWaitLowMilliDays = 0, extraWaitHighMilliDays = 0;
  std::int64_t alphaPpm = 10'000;  // of the plan: p below it stands out
  std::int64_t pPpm = 1'000'000;  // p-value in millionths: (1 + count) / (permutations + 1)
  std::int64_t logRankPPpm = 1'000'000;  // the same strata by log-rank, two-sided
  std::int64_t petoPPpm = 1'000'000;     // and with early starts weighing more
  std::int64_t permutations = 0;
  std::int64_t seed = 0;
  std::int64_t strata = 0;  // with jobs of both groups
  std::int64_t soonerPermille = 1000;  // stratified ratio of median-like waits, 1600 = 1.6 times as soon
  std::int64_t soonerLowPermille = 1000, soonerHighPermille = 1000;  // 95 %
  std::vector<QueueJump> jumps;  // by falling number of jobs overtaken, then start; at most 200
  std::int64_t jumpCount = 0;
};

}  // namespace plumbline
