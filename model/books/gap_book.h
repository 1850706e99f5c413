// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is known to be missing: tables that a publication names and that are not here or cannot be
// read, publications that a party's numbering says there are, rows in quarantine. Nobody is guilty
// by a gap: whoever hands evidence on may have left out what speaks for the other side.

#include <optional>
#include <set>
#include <vector>

#include "model/books/publication_book.h"
#include "model/records/tables.h"

namespace plumbline {

struct Gap {
  int party = 0;
  std::optional<Table> table;  // nothing: any table, of a publication that is not here
  Timestamp start, end;        // when its records may be of; end exclusive
  std::int64_t sequence = 0;   // of its publication: it may change what came before it
};

class GapBook {
 public:
  /// Only of publications whose word counts: a stranger's gap holds nobody up. Errors: only those of the store.
  [[nodiscard]] static Result<GapBook> load(const Database& database,
                                            const PublicationBook& publications);
  [[nodiscard]] const std::vector<Gap>& gaps() const { return m_gaps; }
  /// Something of these tables may be missing between the moments; start and end exclusive.
  [[nodiscard]] bool touches(const std::set<Table>& tables, Timestamp start, Timestamp end) const;
  /// Those gaps, by party, table and time.
  [[nodiscard]] std::vector<Gap> of(const std::set<Table>& tables, Timestamp start,
                                    Timestamp end) const;
  /// A receipt that is here could be changed by the publication that the gap is in.
  [[nodiscard]] bool changesReceipts(const Gap& gap) const;

 private:
  Result<void> missingTables(const Database& database, const PublicationBook& publications);
  Result<void> missingPublications(const Database& database, const PublicationBook& publications);
  Result<void> quarantinedRows(const Database& database, const PublicationBook& publications);
  Result<void> firstReceipts(const Database& database, const PublicationBook& publications);

  std::vector<Gap> m_gaps;
  std::vector<std::optional<std::int64_t>> m_firstReceipts;  // by party: sequence of the first
};

/// Without these a claim, its loads and the balance are not whole.
[[nodiscard]] const std::set<Table>& decisiveTables();

}  // namespace plumbline
