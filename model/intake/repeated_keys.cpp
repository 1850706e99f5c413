// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/repeated_keys.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "model/workspace/record_key.h"

namespace plumbline {
namespace {

class KeyPass {
 public:
  KeyPass(const Database& database, Table table, std::span<const RowSpan> spans,
          std::uint64_t passes)
      : m_database(database), m_table(table), m_spans(spans), m_passes(passes) {}

  /// The hashes of this pass that stand more than once, in order.
  Result<std::vector<std::uint64_t>> repeatedHashes(std::uint64_t pass) const {
    std::vector<std::uint64_t> hashes;
    PLUMBLINE_CHECK(forEach(pass, [&hashes](std::uint64_t hash, std::size_t, std::int64_t) {
      hashes.push_back(hash);
      return Result<void>();
    }));
    std::sort(hashes.begin(), hashes.end());
    std::vector<std::uint64_t> repeated;
    for (std::size_t i = 1; i < hashes.size(); ++i) {
      const bool again = hashes[i] == hashes[i - 1];
      if (again && (repeated.empty() || repeated.back() != hashes[i]))
        repeated.push_back(hashes[i]);
    }
    return repeated;
  }

  /// Calls visit(hash, span, rowid) for the keys of this pass.
  template <class Visit>
  Result<void> forEach(std::uint64_t pass, Visit&& visit) const {
    PLUMBLINE_TRY(query, m_database.prepare("SELECT rowid, " + keyExpression(m_table) + " FROM " +
                                            std::string(tableInfo(m_table).name) +
                                            " AS record WHERE rowid BETWEEN ? AND ?"));
    for (std::size_t span = 0; span < m_spans.size(); ++span) {
      query.bind(1, m_spans[span].first).bind(2, m_spans[span].last);
      while (true) {
        PLUMBLINE_TRY(there, query.step());
        if (!there) break;
        const std::uint64_t hash = std::hash<std::string_view>()(query.text(1));
        if (hash % m_passes == pass) PLUMBLINE_CHECK(visit(hash, span, query.integer(0)));
      }
      query.reset();
    }
    return {};
  }

 private:
  const Database& m_database;
  Table m_table;
  std::span<const RowSpan> m_spans;
  std::uint64_t m_passes;
};

}  // namespace

Result<std::int64_t> listRepeatedKeys(const Database& database, Table table,
                                      std::span<const RowSpan> spans, std::int64_t keysPerPass) {
  PLUMBLINE_CHECK(database.execute(
      "CREATE TEMP TABLE IF NOT EXISTS candidates (record INTEGER PRIMARY KEY, rank INTEGER); "
      "DELETE FROM temp.candidates"));
  PLUMBLINE_TRY(add, database.prepare("INSERT INTO temp.candidates (record, rank) VALUES (?, ?)"));
  std::int64_t keys = 0;
  for (const RowSpan& span : spans) keys += span.last - span.first + 1;
  const auto passes = static_cast<std::uint64_t>(keys / keysPerPass + 1);
  const KeyPass reading(database, table, spans, passes);
  std::int64_t found = 0;
  for (std::uint64_t pass = 0; pass < passes; ++pass) {
    PLUMBLINE_TRY(repeated, reading.repeatedHashes(pass));
    if (repeated.empty()) continue;
    PLUMBLINE_CHECK(
        reading.forEach(pass, [&](std::uint64_t hash, std::size_t span, std::int64_t rowid) {
          if (!std::binary_search(repeated.begin(), repeated.end(), hash)) return Result<void>();
          ++found;
          add.bind(1, rowid).bind(2, static_cast<std::int64_t>(span));
          return add.run();
        }));
  }
  return found;
}

}  // namespace plumbline
