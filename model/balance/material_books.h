// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The balance of one material of one plant, where its records allow one (docs/methods.md, "Losses
// over time"): surveys of its piles, recorded flows onto and from them, and the intakes and
// shipments under its name.
//   MUF = opening stock + in - out - closing stock
// Masses are the plant's own: this is about what happens inside, and the receivers' figures are in
// the balance of the plant.

#include <map>
#include <set>

#include "model/balance/loss_periods.h"
#include "model/books/books.h"
#include "model/loads/loads.h"
#include "model/records/progress.h"

namespace plumbline {

/// A flow between the plant's own machines without stated uncertainty: above the 2 % that a class 2
/// belt weigher may be off in service (OIML R 50), as a standard uncertainty.
inline constexpr std::int64_t defaultFlowMicro = 20'000;
/// Where a larger share of all that was there is unaccounted for, a way of the material is not
/// recorded: the records are no balance of it. A loss of that size shows in that of the plant.
inline constexpr std::int64_t mostOpenPpm = 200'000;

class MaterialBooks {
 public:
  struct Key {
    int party;
    std::string material;
    auto operator<=>(const Key&) const = default;
  };
  /// All piles of one material.
  struct Pile {
    std::set<std::string> nodes;
    std::map<std::int64_t, LedgerSum> days;              // intake: what came; received: what went
    std::map<std::int64_t, LedgerSum> inner;             // the same of flows inside the plant only
    std::vector<std::pair<Timestamp, Timestamp>> spans;  // of flows, end exclusive
    bool filled = false, emptied = false;                // by a recorded flow or load
    bool stated = true;  // the plant gave an uncertainty for each flow
  };

  /// Reads loads only where a flow onto or from a pile is recorded.
  [[nodiscard]] static Result<MaterialBooks> load(const Database& database, const Books& books,
                                                  const Loads& loads, const Progress& progress);
  /// Those of the loads, and those that only loads name whose scales nobody had to look up before.
  [[nodiscard]] const InstrumentBook& instruments() const { return m_instruments; }
  [[nodiscard]] const std::map<Key, Pile>& piles() const { return m_piles; }

  /// Flows inside the plant onto (intake) and from (received) its piles over [first, last) of days.
  [[nodiscard]] LedgerSum innerFlows(const Key& key, std::int64_t firstDay,
                                     std::int64_t lastDay) const;

  struct Periods {
    std::string whyNot;  // "no_flows", "no_inflow", "no_outflow", "no_stock_survey_then",
                         // "one_period", "other_ways"
    std::vector<BookedPeriod> list;
  };
  /// From turn to turn of months at which its stock is known and no flow is under way.
  [[nodiscard]] Periods periodsOf(const Key& key, const Books& books) const;

 private:
  std::map<Key, Pile> m_piles;
  InstrumentBook m_instruments;
};

}  // namespace plumbline
