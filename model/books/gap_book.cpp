// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/gap_book.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace plumbline {
namespace {

constexpr std::string_view missingTablesSql =
    "SELECT p.id, t.name, p.period_start_ms, p.period_end_ms, p.sequence FROM publications p JOIN "
    "publication_tables t ON t.publication = p.id WHERE t.state IN ('missing', 'mismatch', "
    "'unreadable') ORDER BY p.id, t.name";
constexpr std::string_view sequencesSql =
    "SELECT id, sequence, period_start_ms FROM publications WHERE state <> 'unsigned' ORDER BY "
    "party, sequence, id";
constexpr std::string_view quarantineSql =
    "SELECT DISTINCT p.id, q.record_table, p.period_start_ms, p.period_end_ms, p.sequence FROM "
    "quarantine q JOIN publications p ON p.evidence = q.evidence WHERE p.state = 'unsigned' ORDER "
    "BY p.id, q.record_table";
constexpr std::string_view receiptsSql =
    "SELECT p.id, p.sequence FROM publications p JOIN publication_tables t ON t.publication = p.id "
    "WHERE t.name = 'receipts' AND t.first_rowid IS NOT NULL";

const Timestamp always = Timestamp::milliseconds(std::numeric_limits<std::int64_t>::min());
const Timestamp never = Timestamp::milliseconds(std::numeric_limits<std::int64_t>::max());

/// Of a row whose columns 2 to 4 are the publication's period and sequence. Whose period is not
/// stated may be of any time.
Gap gapIn(const Query& row, int party, std::optional<Table> table) {
  const std::int64_t sequence = row.integer(4);
  if (row.integer(3) <= row.integer(2)) return {party, table, always, never, sequence};
  return {party, table, Timestamp::milliseconds(row.integer(2)),
          Timestamp::milliseconds(row.integer(3)), sequence};
}

/// Every row with the publication that its first column names.
template <class Use>
Result<void> eachPublication(const Database& database, const PublicationBook& publications,
                             std::string_view sql, const Use& use) {
  PLUMBLINE_TRY(query, database.prepare(sql));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    use(query, publications.find(query.integer(0)));
  }
}

/// Those of a publication that confirms, with its party.
template <class Use>
Result<void> eachConfirming(const Database& database, const PublicationBook& publications,
                            std::string_view sql, const Use& use) {
  return eachPublication(database, publications, sql,
                         [&use](const Query& row, const PublicationInfo& publication) {
                           if (publication.confirms) use(row, publication.party);
                         });
}

}  // namespace

Result<GapBook> GapBook::load(const Database& database, const PublicationBook& publications) {
  GapBook book;
  book.m_firstReceipts.resize(publications.parties().size());
  PLUMBLINE_CHECK(book.missingTables(database, publications));
  PLUMBLINE_CHECK(book.missingPublications(database, publications));
  PLUMBLINE_CHECK(book.quarantinedRows(database, publications));
  PLUMBLINE_CHECK(book.firstReceipts(database, publications));
  std::sort(book.m_gaps.begin(), book.m_gaps.end(), [](const Gap& a, const Gap& b) {
    return std::tie(a.party, a.table, a.start, a.end, a.sequence) <
           std::tie(b.party, b.table, b.start, b.end, b.sequence);
  });
  return book;
}

Result<void> GapBook::missingTables(const Database& database,
                                    const PublicationBook& publications) {
  return eachConfirming(
      database, publications, missingTablesSql, [this](const Query& row, int party) {
        const auto table = tableFromName(row.text(1));
        if (table) m_gaps.push_back(gapIn(row, party, table));
      });
}

/// A publication between two others may hold records of any time before the later one, and may
/// change what came before it. One before the first holds what is older.
Result<void> GapBook::missingPublications(const Database& database,
                                          const PublicationBook& publications) {
  int before = -1;
  std::int64_t last = 0;
  return eachConfirming(
      database, publications, sequencesSql, [&](const Query& row, int party) {
        if (party != before) last = 0;
        before = party;
        // Hauls link loads and decide nothing.
        if (publications.parties()[static_cast<std::size_t>(party)].role == Role::Carrier) return;
        const std::int64_t sequence = row.integer(1);
        if (sequence > last + 1) {
          m_gaps.push_back({party, std::nullopt, always, Timestamp::milliseconds(row.integer(2)),
                            sequence - 1});
        }
        last = std::max(last, sequence);
      });
}

Result<void> GapBook::quarantinedRows(const Database& database,
                                      const PublicationBook& publications) {
  return eachPublication(
      database, publications, quarantineSql,
      [this](const Query& row, const PublicationInfo& publication) {
        const auto table = row.isNull(1) ? std::nullopt : tableFromName(row.text(1));
        // Totals confirm nothing, whoever publishes them, and are compared all the same.
        const bool declares = table == Table::Totals && publication.usable;
        if (publication.confirms || declares) m_gaps.push_back(gapIn(row, publication.party, table));
      });
}

Result<void> GapBook::firstReceipts(const Database& database,
                                    const PublicationBook& publications) {
  return eachConfirming(database, publications, receiptsSql, [this](const Query& row, int party) {
    auto& first = m_firstReceipts[static_cast<std::size_t>(party)];
    first = std::min(first.value_or(row.integer(1)), row.integer(1));
  });
}

std::vector<Gap> GapBook::of(const std::set<Table>& tables, Timestamp start, Timestamp end) const {
  std::vector<Gap> out;
  for (const Gap& gap : m_gaps) {
    const bool meant = !gap.table || tables.contains(*gap.table);
    if (meant && gap.start < end && start < gap.end) out.push_back(gap);
  }
  return out;
}

bool GapBook::touches(const std::set<Table>& tables, Timestamp start, Timestamp end) const {
  return !of(tables, start, end).empty();
}

bool GapBook::changesReceipts(const Gap& gap) const {
  const auto& first = m_firstReceipts[static_cast<std::size_t>(gap.party)];
  return first && *first < gap.sequence;
}

const std::set<Table>& decisiveTables() {
  static const std::set<Table> tables = {Table::Materials, Table::Intakes,  Table::Flows,
                                         Table::Stocks,    Table::Shipments, Table::Receipts,
                                         Table::Claims};
  return tables;
}

}  // namespace plumbline
