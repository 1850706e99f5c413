// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/quarantine.h"

#include <set>

#include "model/records/error_form.h"
#include "model/store/sql_resource.h"

namespace plumbline {
namespace {

Result<std::vector<QuarantineCount>> readCounts(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare(sqlResource("quarantine_counts")));
  std::vector<QuarantineCount> out;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return out;
    out.push_back({std::string(query.text(0)), std::string(query.text(1)),
                   std::string(query.text(2)), query.integer(3)});
  }
}

Result<std::vector<QuarantineEntry>> readFirst(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare(sqlResource("quarantine_rows")));
  query.bind(1, Quarantine::mostShown);
  std::vector<QuarantineEntry> out;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return out;
    QuarantineEntry entry;
    entry.original = query.text(0);
    entry.row.where.row = query.integer(1);
    entry.row.where.column = query.text(2);
    entry.row.value = foundOf(query.text(3));
    entry.row.reason = query.text(4);
    entry.row.expected = messageOf(query.text(5));
    out.push_back(std::move(entry));
  }
}

}  // namespace

JsonValue quarantineJson(const std::vector<QuarantineCount>& quarantine) {
  JsonArray list;
  for (const QuarantineCount& count : quarantine) {
    list.emplace_back(JsonObject{{"original", count.original},
                                 {"table", count.table},
                                 {"reason", count.reason},
                                 {"rows", count.rows}});
  }
  return list;
}

std::int64_t Quarantine::rows() const {
  std::int64_t sum = 0;
  for (const QuarantineCount& count : counts) sum += count.rows;
  return sum;
}

std::int64_t Quarantine::files() const {
  std::set<std::string_view> originals;
  for (const QuarantineCount& count : counts) originals.insert(count.original);
  return static_cast<std::int64_t>(originals.size());
}

Result<Quarantine> readQuarantine(const Database& database) {
  PLUMBLINE_TRY(counts, readCounts(database));
  PLUMBLINE_TRY(first, readFirst(database));
  return Quarantine{std::move(counts), std::move(first)};
}

}  // namespace plumbline
