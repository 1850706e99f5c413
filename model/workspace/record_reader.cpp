// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/record_reader.h"

#include <algorithm>

#include "model/workspace/record_sql.h"

namespace plumbline {
namespace {

constexpr std::size_t maxNeedleBytes = 1000;  // no field is longer

StoredValue valueOf(const Query& query, int column, FieldType type) {
  if (query.isNull(column)) return {};
  if (isTextType(type)) return std::string(query.text(column));
  return query.integer(column);
}

Error notFound() {
  return {ErrorCode::NotFound, "there is no such record"};
}

}  // namespace

std::string storedValueText(FieldType type, const StoredValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fieldValueText(type, *number);
  return {};
}

Result<RecordReader> RecordReader::open(const std::filesystem::path& workspace) {
  PLUMBLINE_TRY(opened, Workspace::openReadOnly(workspace));
  return RecordReader(std::make_shared<const Workspace>(std::move(opened)));
}

Result<OneReading> RecordReader::begin() {
  PLUMBLINE_TRY(reading, OneReading::begin(m_workspace->database()));
  PLUMBLINE_TRY(query, m_workspace->database().prepare("PRAGMA data_version"));
  PLUMBLINE_TRY(there, query.step());
  const std::int64_t version = there ? query.integer(0) : 0;
  if (version != m_version) m_listed.reset();
  m_version = version;
  return reading;
}

Result<std::vector<RecordReader::Segment>> RecordReader::segments(Table table) const {
  PLUMBLINE_TRY(query, m_workspace->database().prepare(
                           "SELECT first_rowid, rows FROM publication_tables WHERE name = ? AND "
                           "first_rowid IS NOT NULL AND rows > 0 ORDER BY first_rowid"));
  query.bind(1, tableInfo(table).name);
  std::vector<Segment> out;
  std::int64_t place = 0;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    out.push_back({place, query.integer(0), query.integer(1)});
    place += query.integer(1);
  }
}

Result<std::int64_t> RecordReader::count(const StoredQuery& query) {
  PLUMBLINE_TRY(reading, begin());
  if (!query.isPlain()) {
    PLUMBLINE_CHECK(list(query));
    return static_cast<std::int64_t>(m_rowids.size());
  }
  PLUMBLINE_TRY(parts, segments(query.table));
  return parts.empty() ? 0 : parts.back().firstPlace + parts.back().rows;
}

Result<void> RecordReader::list(const StoredQuery& query) {
  if (m_listed == query) return {};
  m_listed.reset();
  m_rowids.clear();
  const RecordSql sql = recordSql(query);
  PLUMBLINE_TRY(statement, m_workspace->database().prepare(sql.listing));
  sql.bind(statement);
  while (true) {
    PLUMBLINE_TRY(there, statement.step());
    if (!there) break;
    m_rowids.push_back(statement.integer(0));
  }
  m_listed = query;
  return {};
}

Result<std::vector<std::int64_t>> RecordReader::rowidsAt(const StoredQuery& query,
                                                         std::int64_t first, std::int64_t count) {
  std::vector<std::int64_t> ids;
  if (first < 0 || count <= 0) return ids;
  if (!query.isPlain()) {
    PLUMBLINE_CHECK(list(query));
    const auto size = static_cast<std::int64_t>(m_rowids.size());
    const std::int64_t start = std::min(first, size);
    const std::int64_t end = start + std::min(count, size - start);
    ids.assign(m_rowids.begin() + start, m_rowids.begin() + end);
    return ids;
  }
  PLUMBLINE_TRY(parts, segments(query.table));
  for (const Segment& part : parts) {
    const std::int64_t skip = std::max<std::int64_t>(first - part.firstPlace, 0);
    for (std::int64_t i = skip; i < part.rows; ++i) {
      if (static_cast<std::int64_t>(ids.size()) == count) return ids;
      ids.push_back(part.firstRowid + i);
    }
  }
  return ids;
}

Result<std::vector<StoredRow>> RecordReader::page(const StoredQuery& query, std::int64_t first,
                                                  std::int64_t count) {
  PLUMBLINE_TRY(reading, begin());
  PLUMBLINE_TRY(ids, rowidsAt(query, first, count));
  return rowsOf(query.table, ids);
}

Result<std::vector<StoredRow>> RecordReader::rowsOf(Table table,
                                                    const std::vector<std::int64_t>& ids) const {
  PLUMBLINE_TRY(query, m_workspace->database().prepare(rowSql(table)));
  std::vector<StoredRow> rows;
  rows.reserve(ids.size());
  for (const std::int64_t id : ids) {
    query.bind(1, id);
    PLUMBLINE_TRY(there, query.step());
    if (!there) return notFound();
    StoredRow row{
        id, query.integer(0), query.integer(1), std::string(query.text(2)), !query.isNull(3), {}};
    int column = 4;
    for (const Field& field : tableInfo(table).fields) {
      row.values.push_back(valueOf(query, column++, field.type));
    }
    rows.push_back(std::move(row));
    query.reset();
  }
  return rows;
}

Result<StoredHits> RecordReader::find(const StoredQuery& query, std::string_view needle,
                                      std::int64_t most) {
  StoredHits hits;
  if (needle.empty() || needle.size() > maxNeedleBytes) return hits;
  PLUMBLINE_TRY(reading, begin());
  const RecordSql sql = recordSql(query, needle);
  PLUMBLINE_TRY(statement, m_workspace->database().prepare(sql.listing));
  sql.bind(statement);
  std::vector<std::int64_t> found;
  while (true) {
    PLUMBLINE_TRY(there, statement.step());
    if (!there) break;
    ++hits.total;
    if (static_cast<std::int64_t>(found.size()) < most) found.push_back(statement.integer(0));
  }
  if (query.isPlain()) {
    for (const std::int64_t rowid : found) {
      PLUMBLINE_TRY(place, placeOf(query, rowid));
      hits.places.push_back(place);
    }
    return hits;
  }
  // Both lists have the same order, so one walk finds every place.
  PLUMBLINE_CHECK(list(query));
  auto at = m_rowids.begin();
  for (const std::int64_t rowid : found) {
    at = std::find(at, m_rowids.end(), rowid);
    if (at == m_rowids.end()) break;
    hits.places.push_back(at - m_rowids.begin());
  }
  return hits;
}

Result<std::int64_t> RecordReader::placeOf(const StoredQuery& query, std::int64_t rowid) {
  PLUMBLINE_TRY(reading, begin());
  if (query.isPlain()) {
    PLUMBLINE_TRY(parts, segments(query.table));
    for (const Segment& part : parts) {
      const std::int64_t offset = rowid - part.firstRowid;
      if (offset >= 0 && offset < part.rows) return part.firstPlace + offset;
    }
    return notFound();
  }
  PLUMBLINE_CHECK(list(query));
  const auto at = std::find(m_rowids.begin(), m_rowids.end(), rowid);
  if (at == m_rowids.end()) return notFound();
  return std::int64_t{at - m_rowids.begin()};
}

}  // namespace plumbline
