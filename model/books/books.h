// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first stage of reconcile(): what everybody states about themselves, before any load is looked
// at. Who published what, what is missing, what words mean, what scales weigh like, what lay in
// stock. Later stages take it as it is; none adds to it.

#include <array>
#include <utility>
#include <vector>

#include "model/books/alias_book.h"
#include "model/books/gap_book.h"
#include "model/books/instrument_book.h"
#include "model/books/material_book.h"
#include "model/books/month_span.h"
#include "model/books/party_names.h"
#include "model/books/stock_book.h"
#include "model/evidence/said_by_people.h"
#include "model/records/tables.h"

namespace plumbline {

struct Books {
  PublicationBook publications;
  GapBook gaps;
  AliasBook aliases;  // which spellings are one name, as people decided
  MaterialBook materials;
  /// Reference tables in the workspace that cannot be read, and why.
  std::vector<std::pair<std::string, Error>> refusedReference;
  /// Only what tables of instruments state. Records name more; those are in Loads::instruments,
  /// which the errors of sums point into.
  InstrumentBook statedInstruments;
  StockBook stocks;
  PartyNames partyNames;
  Timestamp start, end;  // of the records, whole months; end exclusive
  Timestamp asOf;        // newest record, at most the end of the last publication's period
  std::array<std::int64_t, tableCount> rowCounts{};  // all rows, also superseded ones

  /// Empty where there are no records.
  [[nodiscard]] MonthSpan months() const { return {Month::of(start), Month::of(end)}; }
  [[nodiscard]] std::int64_t rowsOf(Table table) const {
    return rowCounts[static_cast<std::size_t>(table)];
  }
};

/// Memory grows with parties, materials, scales and surveys, not with loads. Errors: Store.
[[nodiscard]] Result<Books> readBooks(const Database& database, const SaidByPeople& people,
                                      Lens lens = Lens::Everybody);

}  // namespace plumbline
