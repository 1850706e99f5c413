// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What plant and receivers wrote, laid side by side once: who sent what, who signed for it, what
// does not agree, and how the masses add up. Checks and verdicts read it; nobody scans the loads
// again.

#include <array>
#include <optional>
#include <utility>

#include "model/balance/balance.h"
#include "model/balance/balance_tests.h"
#include "model/balance/loss_series.h"
#include "model/balance/period_balance.h"
#include "model/balance/plant_network.h"
#include "model/books/gap_book.h"
#include "model/books/party_names.h"
#include "model/links/link_decisions.h"
#include "model/loads/border_book.h"
#include "model/loads/load_exceptions.h"
#include "model/loads/load_watch.h"
#include "model/records/plan.h"
#include "model/records/progress.h"
#include "model/records/tables.h"

namespace plumbline {

/// Declared losses whose errors are one: a rate that is off is off every month.
struct LossSource {
  int party = 0;
  std::string node, material;
  bool stated = false;  // the plant gave an uncertainty for each of them
};

/// Sources of common errors: losses are counted from 0 up, estimated intakes of a party from -1
/// down, because one rule made them: if it is off, all are.
[[nodiscard]] constexpr int estimateSource(int party) {
  return -1 - party;
}

struct Reconciliation {
  PublicationBook publications;
  GapBook gaps;
  MaterialBook materials;
  /// Reference tables in the workspace that cannot be read, and why.
  std::vector<std::pair<std::string, Error>> refusedReference;
  InstrumentBook instruments;
  StockBook stocks;
  Ledger ledger{0};
  BorderBook border;
  /// Goods that dry arrive lighter and others do not, so that what is lost may be water.
  bool onlyWaterIsLost = false;
  std::vector<LossSource> lossSources;  // by the source of common errors in the ledger
  LoadExceptions exceptions;
  LinkDecisions linkDecisions;
  Balance balance;
  PartyNames partyNames;
  Timestamp start, end;  // of the records; end exclusive
  Timestamp asOf;        // newest record, at most the end of the last publication's period
  std::int64_t shipments = 0, receipts = 0, pairs = 0;
  std::int64_t intakes = 0;
  std::int64_t outsideReceipts = 0;  // by others than plants, of publications that confirm
  std::vector<BalanceTest> balanceTests;
  std::vector<LossSeries> lossSeries;
  PlantNetwork network;
  std::array<std::int64_t, tableCount> rowCounts{};  // all rows, also superseded ones

  /// From the first to the last turn of a month with a stock survey: where a balance can be drawn.
  /// The second month is exclusive. Nothing where balance.whyNot says why.
  [[nodiscard]] std::optional<std::pair<Month, Month>> balancedMonths() const;
  /// The same, whether or not there are intakes.
  [[nodiscard]] std::optional<std::pair<Month, Month>> surveyedMonths() const;
  /// The surveys near the moment. What moved between survey and moment may or may not be in them:
  /// it adds to the variance as a range of that width. party -1: all plants.
  [[nodiscard]] std::optional<StockLevel> stockAt(int party, Timestamp time) const;
  /// party -1: all plants. Days are whole: [start, end) is cut to days of UTC.
  [[nodiscard]] PeriodBalance period(int party, Timestamp start, Timestamp end) const;
};

/// One ordered pass over shipments and receipts; memory does not grow with them. `watch` is told of
/// every useful load.
[[nodiscard]] Result<Reconciliation> reconcile(const Database& database, const AuditPlan& plan,
                                               const Progress& progress,
                                               Lens lens = Lens::Everybody,
                                               const LoadWatch* watch = nullptr);

/// The months, branches and sources of the Balance page.
[[nodiscard]] Balance computeBalance(const Reconciliation& reconciliation, const AuditPlan& plan);

}  // namespace plumbline
