// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/summary_log_book.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::string_view loadColumns =
    "SELECT kind, row_id, date_ms, gross_ug, tare_ug, pallet_ug, net_ug, non_target_ug, "
    "proportion_pico, tonnage_ug, baling_wire, exported_ms, overseas_ms, repatriated_ms, "
    "exported_ug, overseas_ug FROM summary_log_rows WHERE publication = ? "
    "ORDER BY length(row_id), row_id, kind";

// Of two logs of a party the one with the later sequence counts, then the one that reaches further;
// the digest decides where nothing else does, so that every machine takes the same one.
constexpr std::string_view newestFirst =
    "SELECT p.id, p.party FROM summary_logs l JOIN publications p ON p.id = l.publication "
    "LEFT JOIN evidence e ON e.id = p.evidence "
    "ORDER BY p.party, p.sequence DESC, p.period_end_ms DESC, e.sha256";

std::optional<Timestamp> timeAt(const Query& row, int column) {
  const auto value = row.optionalInteger(column);
  return value ? std::optional(Timestamp::milliseconds(*value)) : std::nullopt;
}

LogLoad readLoad(const Query& row) {
  LogLoad load;
  load.kind = row.text(0);
  load.rowId = row.text(1);
  load.date = timeAt(row, 2);
  load.gross = row.optionalInteger(3);
  load.tare = row.optionalInteger(4);
  load.pallet = row.optionalInteger(5);
  load.net = row.optionalInteger(6);
  load.nonTarget = row.optionalInteger(7);
  load.proportion = row.optionalInteger(8);
  load.tonnage = row.optionalInteger(9);
  if (const auto wire = row.optionalInteger(10)) load.balingWire = *wire != 0;
  load.exported = timeAt(row, 11);
  load.overseas = timeAt(row, 12);
  load.repatriated = timeAt(row, 13);
  load.exportedMass = row.optionalInteger(14);
  load.overseasMass = row.optionalInteger(15);
  return load;
}

Result<void> fill(const Database& database, SummaryLog& log) {
  PLUMBLINE_TRY(query, database.prepare(loadColumns));
  query.bind(1, log.publication);
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    log.loads.push_back(readLoad(query));
  }
}

}  // namespace

Result<std::vector<SummaryLog>> loadSummaryLogs(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare(newestFirst));
  std::vector<SummaryLog> logs;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    if (!logs.empty() && logs.back().party == query.text(1)) continue;
    SummaryLog log;
    log.publication = query.integer(0);
    log.party = query.text(1);
    logs.push_back(std::move(log));
  }
  for (SummaryLog& log : logs) PLUMBLINE_CHECK(fill(database, log));
  return logs;
}

Result<std::optional<RecordRef>> recordOf(const Database& database, const SummaryLog& log,
                                          Table table, const std::string& rowId) {
  PLUMBLINE_TRY(query, database.prepare("SELECT rowid FROM " + std::string(tableInfo(table).name) +
                                        " WHERE publication = ? AND id = ?"));
  query.bind(1, log.publication).bind(2, rowId);
  PLUMBLINE_TRY(there, query.step());
  if (!there) return std::optional<RecordRef>();
  return std::optional(RecordRef{table, log.party, rowId, query.integer(0)});
}

Mass massOf(std::int64_t micrograms) {
  constexpr std::int64_t perGram = 1'000'000;
  const std::int64_t half = micrograms < 0 ? -perGram / 2 : perGram / 2;
  return Mass::grams(micrograms / perGram + (micrograms % perGram + half) / perGram);
}

CheckOutcome noSummaryLog() {
  CheckOutcome outcome;
  outcome.state = CheckState::CannotTell;
  outcome.reason = "no_summary_log";
  return outcome;
}

}  // namespace plumbline
