// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/revisions.h"

#include <algorithm>

#include "model/intake/repeated_keys.h"
#include "model/store/sql_resource.h"
#include "model/workspace/record_key.h"

namespace plumbline {
namespace {

/// The records of one publication in one table.
struct Range {
  std::string party;
  bool isSigned = true;
  std::int64_t publication = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::string firstKey;
  std::string lastKey;
};
using Ranges = std::vector<Range>;  // in the order of the party's chain

Result<Ranges> rangesOf(const Database& database, Table table) {
  PLUMBLINE_TRY(query, database.prepare(sqlResource("record_ranges")));
  query.bind(1, tableInfo(table).name);
  Ranges ranges;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return ranges;
    ranges.push_back({std::string(query.text(0)), query.integer(1) != 0, query.integer(2),
                      query.integer(3), query.integer(3) + query.integer(4) - 1,
                      std::string(query.text(5)), std::string(query.text(6))});
  }
}

bool sameChain(const Range& a, const Range& b) {
  return a.party == b.party && a.isSigned == b.isSigned;
}

/// True where the keys of two ranges may meet. Most publications bring new ids only, and then no
/// record has to be looked at.
bool mayMeet(const Ranges& chain) {
  Ranges byKey = chain;
  std::sort(byKey.begin(), byKey.end(),
            [](const Range& a, const Range& b) { return KeyOrder()(a.firstKey, b.firstKey); });
  for (std::size_t i = 1; i < byKey.size(); ++i) {
    if (!KeyOrder()(byKey[i - 1].lastKey, byKey[i].firstKey)) return true;
    byKey[i].lastKey = std::max(byKey[i].lastKey, byKey[i - 1].lastKey, KeyOrder());
  }
  return false;
}

std::string filled(std::string sql, std::string_view mark, const std::string& text) {
  for (std::size_t at = sql.find(mark); at != std::string::npos; at = sql.find(mark, at)) {
    sql.replace(at, mark.size(), text);
    at += text.size();
  }
  return sql;
}

/// SQL that is 1 where any field of `earlier` and `later` differs.
std::string changedExpression(Table table) {
  std::string out;
  for (const Field& field : tableInfo(table).fields) {
    const std::string column(field.column);
    out += (out.empty() ? "(" : " OR ") + ("earlier." + column) + " IS NOT later." + column;
  }
  return out + ")";
}

Result<void> clear(const Database& database, Table table, const Ranges& chain) {
  const std::string name(tableInfo(table).name);
  PLUMBLINE_TRY(marked, database.prepare("SELECT 1 FROM publication_tables WHERE publication = ? "
                                         "AND name = ? AND superseded > 0"));
  PLUMBLINE_TRY(rows, database.prepare("UPDATE " + name +
                                       " SET superseded_by = NULL WHERE "
                                       "superseded_by IS NOT NULL AND rowid BETWEEN ? AND ?"));
  PLUMBLINE_TRY(counts, database.prepare("UPDATE publication_tables SET revised = 0, superseded = "
                                         "0 WHERE publication = ? AND name = ?"));
  for (const Range& range : chain) {
    marked.bind(1, range.publication).bind(2, name);
    PLUMBLINE_TRY(any, marked.step());
    marked.reset();
    if (any) {
      rows.bind(1, range.first).bind(2, range.last);
      PLUMBLINE_CHECK(rows.run());
    }
    counts.bind(1, range.publication).bind(2, name);
    PLUMBLINE_CHECK(counts.run());
  }
  return {};
}

Result<void> markChain(const Database& database, Table table, const Ranges& chain) {
  PLUMBLINE_CHECK(clear(database, table, chain));
  if (!mayMeet(chain)) return {};
  std::vector<RowSpan> spans;
  for (const Range& range : chain) spans.push_back({range.first, range.last});
  PLUMBLINE_TRY(candidates, listRepeatedKeys(database, table, spans));
  if (candidates == 0) return {};
  const std::string name(tableInfo(table).name);
  std::string mark = filled(sqlResource("mark_superseded"), "%TABLE%", name);
  PLUMBLINE_CHECK(database.execute(filled(std::move(mark), "%KEY%", keyExpression(table))));
  std::string count = filled(sqlResource("count_revised"), "%TABLE%", name);
  return database.execute(filled(std::move(count), "%CHANGED%", changedExpression(table)));
}

}  // namespace

Result<void> markRevisions(ImportContext& context) {
  for (const Table table : context.changed) {
    PLUMBLINE_TRY(ranges, rangesOf(context.database, table));
    for (auto start = ranges.begin(); start != ranges.end();) {
      const auto end = std::find_if(
          start, ranges.end(), [&start](const Range& range) { return !sameChain(*start, range); });
      if (end - start > 1) {
        PLUMBLINE_CHECK(markChain(context.database, table, Ranges(start, end)));
      } else {
        PLUMBLINE_CHECK(clear(context.database, table, Ranges(start, end)));
      }
      start = end;
    }
  }
  return {};
}

}  // namespace plumbline
