// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/unsigned_sink.h"

#include <algorithm>

#include "model/intake/record_check.h"
#include "model/records/error_form.h"
#include "model/store/sql_resource.h"

namespace plumbline {
namespace {

/// Every field of a table, in its order.
std::vector<const Field*> allFields(Table table) {
  std::vector<const Field*> fields;
  for (const Field& field : tableInfo(table).fields) fields.push_back(&field);
  return fields;
}

/// Text of a file that may be anything, cut and made UTF-8: bad bytes become U+FFFD.
std::string keptText(std::string_view text) {
  constexpr std::size_t maxBytes = 4096;
  constexpr std::string_view replacement = "\uFFFD";
  std::string out;
  text = text.substr(0, maxBytes);
  std::size_t bad = 0;
  while (!isUtf8(text, &bad)) {
    out += std::string(text.substr(0, bad)) += replacement;
    text.remove_prefix(bad + 1);
  }
  return out += text;
}

}  // namespace

Result<void> UnsignedSink::describe(const UnsignedPublication& publication) {
  const auto [last, isNew] = m_sequences.emplace(publication.party, publication.sequence);
  if (!isNew && publication.sequence <= last->second) {
    return Error{ErrorCode::Usage, "the party's records are described twice"};
  }
  last->second = publication.sequence;
  PLUMBLINE_CHECK(closeTables());
  m_hasPeriod = publication.periodStart < publication.periodEnd;
  PLUMBLINE_TRY(query, m_database->prepare(sqlResource("add_publication")));
  query.bind(1, m_original).bind(2, publication.party).bind(3, toText(publication.role));
  query.bind(4, publication.name).bind(5, publication.operatorName).bind(6, publication.sequence);
  query.bind(7, publication.periodStart.inMilliseconds());
  query.bind(8, publication.periodEnd.inMilliseconds());
  query.bind(9, "").bind(10, "").bind(11, "unsigned");
  PLUMBLINE_CHECK(query.run());
  m_publication = m_database->lastInsertRowid();
  PLUMBLINE_TRY(reader, m_database->prepare("UPDATE publications SET reader = ? WHERE id = ?"));
  reader.bind(1, m_reader).bind(2, m_publication);
  return reader.run();
}

Result<UnsignedSink::OpenTable*> UnsignedSink::tableFor(Table table) {
  if (const auto open = m_tables.find(table); open != m_tables.end()) return &open->second;
  PLUMBLINE_TRY(inserter, RowInserter::create(*m_database, table, allFields(table), m_publication));
  PLUMBLINE_TRY(last, m_database->prepare("SELECT coalesce(max(rowid), 0) FROM " +
                                          std::string(tableInfo(table).name)));
  PLUMBLINE_TRY(there, last.step());
  const std::int64_t firstRowid = (there ? last.integer(0) : 0) + 1;
  return &m_tables.emplace(table, OpenTable{std::move(inserter), firstRowid, 0, {}}).first->second;
}

Result<void> UnsignedSink::add(Table table, std::span<const NamedText> fields, const Place& where) {
  if (m_publication == 0) return Error{ErrorCode::Usage, "the file is not described yet"};
  PLUMBLINE_TRY(open, tableFor(table));
  PLUMBLINE_CHECK(checkRecord(table, fields, where, m_batch.cells, open->keys));
  m_batch.firstRow = where.row > 0 ? where.row : open->rows + 1;
  m_batch.at = {-1};
  PLUMBLINE_CHECK(open->inserter.insert(m_batch));
  ++open->rows;
  ++m_rows;
  return {};
}

Result<void> UnsignedSink::addExtra(std::string_view table, std::span<const NamedValue> values) {
  if (m_publication == 0) return Error{ErrorCode::Usage, "the file is not described yet"};
  std::string columns = "publication";
  std::string places = "?";
  for (const NamedValue& value : values) {
    columns += ", " + std::string(value.column);
    places += ", ?";
  }
  PLUMBLINE_TRY(query, m_database->prepare("INSERT INTO " + std::string(table) + " (" + columns +
                                           ") VALUES (" + places + ")"));
  query.bind(1, m_publication);
  int index = 1;
  for (const NamedValue& value : values) {
    if (const auto* number = std::get_if<std::int64_t>(&value.value)) {
      query.bind(++index, *number);
    } else {
      query.bind(++index, std::get<std::string_view>(value.value));
    }
  }
  return query.run();
}

Result<void> UnsignedSink::quarantine(const QuarantinedRow& row) {
  PLUMBLINE_TRY(query, m_database->prepare(
                           "INSERT INTO quarantine (evidence, record_table, row, place, value, "
                           "reason, expected, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
  const std::string place = keptText(row.where.column);
  const std::string value =
      formOf(row.value.isFact() ? Found(keptText(row.value.text())) : row.value);
  const std::string expected = formOf(row.expected);
  const std::string raw = keptText(row.raw);
  query.bind(1, m_original).bind(3, row.where.row).bind(4, place).bind(5, value);
  if (row.table) query.bind(2, tableInfo(*row.table).name);
  query.bind(6, row.reason).bind(7, expected).bind(8, raw);
  PLUMBLINE_CHECK(query.run());
  ++m_quarantined;
  m_duplicates += row.reason == quarantine_reason::duplicate ? 1 : 0;
  return {};
}

Result<void> UnsignedSink::finish(ImportContext& context) {
  if (m_publication == 0) return Error{ErrorCode::Malformed, "the file holds no records"};
  PLUMBLINE_CHECK(closeTables());
  context.changed.insert(m_changed.begin(), m_changed.end());
  return {};
}

/// What a table of the publication holds is known once its last record is in.
Result<void> UnsignedSink::closeTables() {
  if (m_tables.empty()) return {};
  PLUMBLINE_TRY(query, m_database->prepare(
                           "INSERT INTO publication_tables (publication, name, sha256, row_root, "
                           "bytes, rows, evidence, state, first_rowid, first_key, last_key, "
                           "first_ms, last_ms) VALUES (?, ?, ?, '', 0, ?, ?, 'unsigned', ?, ?, ?, "
                           "?, ?)"));
  const std::string digest = m_sha256.hex();
  for (const auto& [table, open] : m_tables) {
    if (open.rows == 0) continue;  // every row of it is in quarantine
    query.bind(1, m_publication).bind(2, tableInfo(table).name).bind(3, digest);
    query.bind(4, open.rows).bind(5, m_original).bind(6, open.firstRowid);
    query.bind(7, *open.keys.begin()).bind(8, *open.keys.rbegin());
    query.bind(9, open.inserter.times().firstMs).bind(10, open.inserter.times().lastMs);
    PLUMBLINE_CHECK(query.run());
    m_changed.insert(table);
  }
  if (!m_hasPeriod) PLUMBLINE_CHECK(writePeriod());
  m_tables.clear();
  return {};
}

/// From the first to the last of its records, where the file does not say it.
Result<void> UnsignedSink::writePeriod() {
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> last;
  for (const auto& [table, open] : m_tables) {
    const TimeSpan& times = open.inserter.times();
    if (times.firstMs) first = std::min(first.value_or(*times.firstMs), *times.firstMs);
    if (times.lastMs) last = std::max(last.value_or(*times.lastMs), *times.lastMs);
  }
  if (!first || !last) return {};
  PLUMBLINE_TRY(query, m_database->prepare("UPDATE publications SET period_start_ms = ?, "
                                           "period_end_ms = ? WHERE id = ?"));
  query.bind(1, *first).bind(2, *last + millisecondsPerDay).bind(3, m_publication);
  return query.run();
}

}  // namespace plumbline
