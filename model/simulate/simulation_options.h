// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What world is made: its size, what is done in it, and what honest people get wrong.

#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/result.h"

#include "model/simulate/confounders.h"

namespace plumbline {

/// Shares in parts per million.
struct FraudDoses {
  std::int64_t relabel = 0;  // of all loads: residue sent as board or flakes, received as residue
  std::int64_t skim = 0;     // of all loads: 15 to 40 % of the mass never arrives
  std::int64_t ghost = 0;    // receipts without a shipment, as a share of all loads
  std::int64_t edited =
      0;  // of all loads: net mass changed by a later publication, no reason given
  std::int64_t favour = 0;  // chance at each start that the dearest commercial job goes first
  std::int64_t thin = 0;    // of the mass of every load: never arrives
  bool operator==(const FraudDoses&) const = default;
};

/// Slips of honest clerks at the receivers; shares of all loads in parts per million. No load has
/// two of them.
struct ClericalDoses {
  std::int64_t typo = 0;     // one digit of the document number is another one
  std::int64_t swapped = 0;  // two neighbouring digits change places
  std::int64_t missing = 0;  // "-" for the document number
  std::int64_t split = 0;    // received in two parts, numbered "/1" and "/2"
  bool operator==(const ClericalDoses&) const = default;
};

/// "typo=0.01,swapped=0.003,missing=0.02,split=0.01", as parseFraudDoses. Errors: BadValue.
[[nodiscard]] Result<ClericalDoses> parseClericalDoses(std::string_view text);

/// "relabel=0.05,skim=0.02": shares from 0 to 1, each name at most once. Errors: BadValue.
[[nodiscard]] Result<FraudDoses> parseFraudDoses(std::string_view text);

struct SimulationOptions {
  std::uint64_t seed = 1;
  int months = 24;
  int loadsPerMonth = 120;
  int jobsPerMonth = 250;
  FraudDoses fraud;
  int fraudStartMonth = 1;  // loads before it are honest; the scheduler's favour has no start
  ClericalDoses clerical;
  Confounders confounders;
  std::int64_t noise = 0;   // clerical slips by the receivers: parts per million of loads
  /// Names the world: another text for every other choice.
  [[nodiscard]] std::string world() const;
};

/// The example audit: an honest first year, then a bit of everything.
[[nodiscard]] SimulationOptions sampleStory();

}  // namespace plumbline
