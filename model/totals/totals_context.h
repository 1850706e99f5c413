// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rows of all totals together say about one row: whose word it is, how far it is rounded,
// what its party published besides.

#include <set>
#include <unordered_map>

#include "model/totals/period_sums.h"
#include "model/totals/totals_table.h"

namespace plumbline {

using TotalRows = std::vector<const DeclaredTotal*>;

/// All of them can be added up: units of mass, or of volume, or one unit that is none of these.
[[nodiscard]] bool isOneKind(const TotalsTable& table, const TotalRows& rows);
/// A quarter or less: told in such periods, silence in another is not broken by somebody else's year.
[[nodiscard]] bool isShort(const DeclaredTotal& row);

/// What one party, or site, published in one direction.
struct PublishedTotals {
  Coverage named;  // days of which it says who the partners are
  Coverage namedShort;  // the same in periods of a quarter or less
  Coverage any;
  bool namesPartners = false;
  TotalRows totals;         // of all together
  TotalRows lines;          // with a partner
  TotalRows unnamedLines;   // without one, of tables whose rows are lines all the same
};

class TotalsContext {
 public:
  explicit TotalsContext(const TotalsTable& table);
  [[nodiscard]] const TotalsTable& table() const { return m_table; }
  /// What a figure of the row may be off by rounding, twice: one of the last decimal that the party
  /// ever states in that unit, never more than one whole unit.
  [[nodiscard]] ExactAmount roundingOf(const DeclaredTotal& row) const;
  [[nodiscard]] ExactAmount amountOf(const DeclaredTotal& row) const;
  /// Null where it published nothing in that direction.
  [[nodiscard]] const PublishedTotals* published(int party, bool out) const;
  /// Rows that count: by whose word it is, and whether it says so as the sender.
  [[nodiscard]] const std::map<std::pair<int, bool>, PublishedTotals>& all() const {
    return m_published;
  }
  /// Rows with both sides named that count, by sender and receiver.
  [[nodiscard]] const TotalRows& partnered() const { return m_partnered; }
  [[nodiscard]] std::int64_t repeated() const { return m_repeated; }
  /// Sums of the rows by time, each kind of line by itself; sorted by their first day.
  [[nodiscard]] std::vector<PeriodSum> sumsOf(TotalRows rows) const;
  /// Of its rows without a partner that are lines, in that calendar year; of the unit's kind only.
  [[nodiscard]] ExactAmount unnamedIn(const PublishedTotals& published, int year,
                                      const TotalUnit& unit) const;

 private:
  void findDecimals();
  void findLines();
  void choose();
  void chooseOf(std::vector<const DeclaredTotal*>::const_iterator begin,
                std::vector<const DeclaredTotal*>::const_iterator end);
  void take(const DeclaredTotal& row);

  const TotalsTable& m_table;
  std::map<std::pair<int, int>, int> m_decimals;  // by declarer and unit
  std::set<std::int64_t> m_linesWithoutPartner;   // sources
  std::map<std::pair<int, bool>, PublishedTotals> m_published;
  TotalRows m_partnered;
  std::int64_t m_repeated = 0;
};

/// The calendar year in which the day lies.
[[nodiscard]] int yearOf(int day);
[[nodiscard]] Timestamp startOf(int day);

}  // namespace plumbline
