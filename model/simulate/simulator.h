// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A made-up city plant with carriers and receivers that publish signed records, honest or not in a
// known dose (docs/methods.md, "Simulator"). Same options, same bytes, on every machine.
// The honest part does not depend on the doses: two runs with one seed differ only by the fraud.

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crypto/json.h"

#include "model/records/progress.h"
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

/// Writes an unpacked audit file (docs/file-format.md) and truth.json into `out`, which must not
/// exist or be empty; after an error nothing stays there.
/// Errors: Usage (options out of range, folder not empty), Io, Cancelled.
[[nodiscard]] Result<Truth> simulate(const SimulationOptions& options,
                                     const std::filesystem::path& out, const Progress& progress);

}  // namespace plumbline
