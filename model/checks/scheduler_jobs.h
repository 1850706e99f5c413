// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The jobs of the published records, as the scheduler check looks at them.

#include <string>
#include <vector>

#include "model/checks/check.h"
#include "model/statistics/kaplan_meier.h"

namespace plumbline {

struct ScheduledJob {
  std::int64_t rowid = 0;
  int party = 0;
  std::string id;
  std::string line;
  bool community = false;
  bool cancelled = false;  // before it was started
  bool started = false;
  std::int64_t urgency = 0;  // larger is more urgent
  Timestamp submitted;
  Timestamp left;  // started, cancelled, or the newest record where it still waits
  Mass mass;
  std::int64_t revenueCents = 0;
  std::string currency;

  /// Waiting time in days; what is cancelled or still waits is censored.
  [[nodiscard]] Lifetime wait() const {
    const std::int64_t milliseconds = left.inMilliseconds() - submitted.inMilliseconds();
    return {static_cast<double>(milliseconds) / millisecondsPerDay, started};
  }
};

using Jobs = std::vector<ScheduledJob>;

/// Jobs of the two categories with a possible order of times, by submission, party and id.
[[nodiscard]] Result<Jobs> loadJobs(const CheckInput& input);

}  // namespace plumbline
