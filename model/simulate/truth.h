// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "crypto/json.h"

#include "model/simulate/confounders.h"

namespace plumbline {

/// What was done, by the names in the records.
struct Truth {
  std::vector<std::string> relabelled;  // shipment ids
  std::vector<std::string> skimmed;     // shipment ids
  std::vector<std::string> ghosts;      // receipt ids
  std::vector<std::string> edited;      // shipment ids
  std::vector<std::string> favoured;    // job ids
  /// Shipment and receipt ids of loads with a clerical slip: what linking should find.
  std::vector<std::pair<std::string, std::string>> slips;
  /// Receipt ids of loads that a clerk booked under a wrong line of the list.
  std::vector<std::string> clerks;
  Confounders confounders;
  std::int64_t shipments = 0;
  std::int64_t jobs = 0;
  /// {"relabel":[],"skim":[],"ghost":[],"edited":[],"favoured":[]}; with slips also
  /// "slips":[["SH-…","RC-…"]], with confounders "confounders":{"drying":"0.01"} and "clerks".
  [[nodiscard]] JsonValue toJson() const;
};

}  // namespace plumbline
