// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Orders that wait for one of two processing lines, which work in opening hours. The declared rule:
// the most urgent first, among those the oldest; or, as a confounder, the smallest first. With a favour
// dose the dearest commercial job sometimes goes first.

#include <vector>

#include "model/records/quantities.h"
#include "model/simulate/simulation_options.h"

namespace plumbline {

struct Job {
  std::int64_t number = 0;
  Timestamp submitted;
  std::int64_t started = -1, finished = -1, cancelled = -1;  // UTC milliseconds; -1: not so far
  bool community = false;
  int urgency = 1;  // 1 to 3, 3 the most urgent
  int line = 0;
  std::int64_t tenKilograms = 0;   // mass in units of 10 kg
  std::int64_t centsPerTonne = 0;  // what the customer pays
  std::int64_t costCentsPerTonne = 0;
  std::int64_t workMilliseconds = 0;  // opening hours it takes at full load
  bool jumped = false;
  [[nodiscard]] std::int64_t margin() const { return centsPerTonne - costCentsPerTonne; }
  [[nodiscard]] std::string id() const;
};

/// All jobs of the time, by number, worked off up to `end`.
[[nodiscard]] std::vector<Job> simulateJobs(const SimulationOptions& options, Timestamp start,
                                            Timestamp end);

}  // namespace plumbline
