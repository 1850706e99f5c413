// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each load is and what is done to it, decided before any load is made. The doses are exact
// shares: a fixed number of loads is drawn, not each load by chance.

#include <vector>

#include "crypto/result.h"

#include "model/simulate/simulation_options.h"

namespace plumbline {

enum class Slip : std::uint8_t { None, Typo, Swapped, Missing, Split, Merged };
enum class Trick : std::uint8_t { None, Relabelled, Skimmed, Edited };

struct PlannedLoad {
  std::uint8_t good = 0;
  std::uint8_t receiver = 0;
  std::uint8_t plant = 0;
  Trick trick = Trick::None;
  bool ghost = false;  // a receipt without a shipment is made up beside it
  bool slip = false;   // clerical noise
  Slip clerical = Slip::None;
  bool wrongLine = false;  // the receiver's clerk picks another line of the list of materials
};

/// One entry a load, in the order of dispatch. A load takes part in at most one of relabelling,
/// skimming and editing. Errors: Usage when there are fewer loads that fit than the dose asks for.
[[nodiscard]] Result<std::vector<PlannedLoad>> planLoads(const SimulationOptions& options);

}  // namespace plumbline
