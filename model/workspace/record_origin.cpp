// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/store/sql_resource.h"
#include "model/workspace/record_bytes.h"
#include "model/workspace/record_reader.h"

namespace plumbline {
namespace {

constexpr std::int64_t firstLook = 4096;
constexpr std::int64_t longestRecord = 1 << 20;

/// Bytes of the record at the start of `text`, without its line end; nothing where the text ends
/// first. The table was checked when it came in, so quotes are known to be balanced.
std::optional<std::size_t> recordEnd(std::string_view text, bool last) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] != '\n' || quoted) continue;
    return i > 0 && text[i - 1] == '\r' ? i - 1 : i;
  }
  if (last) return text.size();
  return std::nullopt;
}

}  // namespace

Result<std::string> recordBytes(const EvidenceStore& store, const EvidenceItem& item,
                                std::int64_t at) {
  for (std::int64_t look = firstLook;; look *= 16) {
    const std::int64_t count = std::min(look, item.bytes - at);
    PLUMBLINE_TRY(bytes, store.read(item.id, at, count));
    const std::string_view text = textOf(bytes);
    const auto end = recordEnd(text, at + count == item.bytes);
    if (end) return std::string(text.substr(0, *end));
    if (count >= longestRecord) return Error{ErrorCode::TooLarge, "the record has no end"};
  }
}

Result<RecordOrigin> RecordReader::sourceBytes(Table table, std::int64_t rowid) const {
  std::string sql = sqlResource("record_origin");
  const std::string_view mark = "%TABLE%";
  const std::string name(tableInfo(table).name);
  for (std::size_t at = sql.find(mark); at != std::string::npos; at = sql.find(mark)) {
    sql.replace(at, mark.size(), name);
  }
  const Database& database = m_workspace->database();
  PLUMBLINE_TRY(reading, OneReading::begin(database));
  PLUMBLINE_TRY(query, database.prepare(sql));
  query.bind(1, name).bind(2, rowid);
  PLUMBLINE_TRY(there, query.step());
  if (!there) return Error{ErrorCode::NotFound, "there is no such record"};
  RecordOrigin origin;
  origin.publication = query.integer(0);
  origin.party = query.text(1);
  origin.sequence = query.integer(2);
  origin.state = query.text(3);
  origin.envelope = query.text(4);
  origin.file = query.text(5);
  origin.row = query.integer(6);
  const std::int64_t at = query.integer(7);
  if (at < 0 || origin.file.empty()) return origin;
  const EvidenceStore store(database);
  PLUMBLINE_TRY(item, store.findMember(origin.file));
  if (!item) return Error{ErrorCode::NotFound, "the table is not in the workspace", {origin.file}};
  PLUMBLINE_TRY(bytes, recordBytes(store, *item, at));
  origin.bytes = std::move(bytes);
  origin.from = at;
  origin.to = at + static_cast<std::int64_t>(origin.bytes.size());
  return origin;
}

}  // namespace plumbline
