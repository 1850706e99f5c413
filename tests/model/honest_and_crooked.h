// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/simulate/simulator.h"

namespace plumbline::test {

/// Half a year of one small city twice: as it is, and with frauds (a tenth relabelled, two per cent
/// ghosts).
inline bool makeHonestAndCrooked(const std::filesystem::path& honest,
                                 const std::filesystem::path& crooked,
                                 FraudDoses fraud = {.relabel = 100'000, .ghost = 20'000},
                                 std::uint64_t seed = 5, int jobsPerMonth = 5) {
  SimulationOptions options;
  options.seed = seed;
  options.months = 6;
  options.loadsPerMonth = 40;
  options.jobsPerMonth = jobsPerMonth;
  if (!simulate(options, honest, Progress())) return false;
  options.fraud = fraud;
  return simulate(options, crooked, Progress()).ok();
}

}  // namespace plumbline::test
