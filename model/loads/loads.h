// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The third stage of reconcile(): what the plants' records and their receivers' add up to, once
// every load is judged and booked. Checks and balances read it; nobody scans the loads again.

#include <vector>

#include "model/books/instrument_book.h"
#include "model/links/link_decisions.h"
#include "model/loads/border_book.h"
#include "model/loads/ledger.h"
#include "model/loads/load_exceptions.h"

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

struct Loads {
  /// Those of the books, and those that only records name. The errors of all sums here are by their
  /// indices.
  InstrumentBook instruments;
  Ledger ledger{0};
  BorderBook border;
  /// Goods that dry arrive lighter and others do not, so that what is lost may be water.
  bool onlyWaterIsLost = false;
  std::vector<LossSource> lossSources;  // by the source of common errors in the ledger
  LoadExceptions exceptions;
  LinkDecisions linkDecisions;  // of the links, with what became of each
  std::int64_t shipments = 0, receipts = 0, pairs = 0;
  std::int64_t intakes = 0;
  std::int64_t outsideReceipts = 0;  // by others than plants, of publications that confirm

  [[nodiscard]] std::int64_t records() const { return intakes + shipments + receipts; }
};

}  // namespace plumbline
