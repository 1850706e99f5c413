// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/current_loads.h"

#include "model/store/current_records.h"

namespace plumbline {
namespace {

/// Rows of `table` as t with their publication as p.
std::string currentRows(Table table) {
  return " FROM " + currentOf(tableInfo(table).name) +
         " t JOIN publications p ON p.id = t.publication WHERE ";
}

}  // namespace

Result<CurrentLoads> CurrentLoads::of(const Database& database, Table table) {
  const std::string time = table == Table::Shipments ? "dispatched_ms" : "received_ms";
  PLUMBLINE_TRY(query, database.prepare("SELECT t.rowid, t.net_g, t." + time + currentRows(table) +
                                        "p.party = ? AND t.id = ? LIMIT 1"));
  return CurrentLoads(std::move(query));
}

Result<std::optional<CurrentLoad>> CurrentLoads::find(const RecordName& name) {
  m_query.bind(1, name.party).bind(2, name.id);
  PLUMBLINE_TRY(there, m_query.step());
  std::optional<CurrentLoad> found;
  if (there) {
    found = {m_query.integer(0), Mass::grams(m_query.integer(1)),
             Timestamp::milliseconds(m_query.integer(2))};
  }
  m_query.reset();
  return found;
}

Result<std::vector<RecordName>> loadsCalled(const Database& database, Table table,
                                            const std::string& text) {
  PLUMBLINE_TRY(query, database.prepare("SELECT DISTINCT p.party, t.id" + currentRows(table) +
                                        "(t.id = ?1 OR p.party || '/' || t.id = ?1) "
                                        "ORDER BY p.party, t.id LIMIT 20"));
  query.bind(1, text);
  std::vector<RecordName> found;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return found;
    found.push_back({std::string(query.text(0)), std::string(query.text(1))});
  }
}

}  // namespace plumbline
