// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Replays a queue against "the most urgent first, among those the oldest": which jobs were started
// while jobs waited that came before them and were at least as urgent?

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/// Times in milliseconds; `neverLeft` where a job still waits.
struct QueuedJob {
  std::int64_t submitted = 0;
  std::int64_t left = 0;  // started or cancelled
  std::int64_t urgency = 0;
  bool started = false;  // it left by being started
};
inline constexpr std::int64_t neverLeft = INT64_MAX;

struct Overtaking {
  std::int64_t overtaken = 0;  // jobs that kept waiting
  std::size_t oldest = 0;      // index of the first submitted of them
};
/// One entry a job of one line, in the same order. Takes n log^2 n steps for any record.
[[nodiscard]] std::vector<Overtaking> replayQueue(std::span<const QueuedJob> jobs);

}  // namespace plumbline
