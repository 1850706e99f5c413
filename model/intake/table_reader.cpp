// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/table_reader.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/records/identifier.h"
#include "model/workspace/record_key.h"

namespace plumbline {
namespace {

constexpr std::size_t batchRows = 1024;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// FNV-1a, 64 bit. A collision only costs a closer look.
std::uint64_t hashOf(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  }
  return hash;
}

Message fieldCount(std::size_t count) {
  return count == 1 ? Message("1 field") : Message("%1 fields", count);
}

/// Hashes that occur more than once.
std::set<std::uint64_t> repeated(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  std::set<std::uint64_t> out;
  for (std::size_t i = 1; i < hashes.size(); ++i) {
    if (hashes[i] == hashes[i - 1]) out.insert(hashes[i]);
  }
  return out;
}

}  // namespace

std::string_view TableReader::rest() const {
  return textOf(m_window.view).substr(static_cast<std::size_t>(m_position - m_windowStart));
}

bool TableReader::atLastWindow() const {
  return m_windowStart + static_cast<std::int64_t>(m_window.view.size()) == m_feed->bytes();
}

Error TableReader::located(Error error, std::int64_t row) const {
  error.where.row = row;
  if (error.where.byte >= 0) error.where.byte += m_position;
  return error;
}

/// The records that are done with.
void TableReader::passOn() {
  const auto bytes = m_window.view.first(static_cast<std::size_t>(m_position - m_windowStart));
  m_digest.update(bytes);
  if (m_slices) m_slices->add(bytes);
}

std::vector<Bytes> TableReader::lastSlices() {
  return m_slices ? m_slices->takeAll() : std::vector<Bytes>();
}

/// Moves the window on, so that it starts at the next record.
Result<void> TableReader::fill() {
  passOn();
  // Nothing was read from the last one: its record is longer.
  if (m_position == m_windowStart && !m_window.view.empty()) m_windowBytes *= 2;
  const std::int64_t count = std::min(m_windowBytes, m_feed->bytes() - m_position);
  PLUMBLINE_TRY(window, m_feed->window(m_position, count));
  m_window = std::move(window);
  m_windowStart = m_position;
  return {};
}

Result<void> TableReader::start() {
  PLUMBLINE_CHECK(fill());
  if (rest().empty()) return Error{ErrorCode::Malformed, "the table is empty", {}, {}, "a header"};
  if (rest().starts_with(byteOrderMark)) {
    return Error{ErrorCode::Encoding, "the table starts with a byte order mark", {.byte = 0}};
  }
  CsvFields names;
  std::deque<std::string> copies;
  while (true) {
    copies.clear();
    auto header = scanRecord(rest(), atLastWindow(), names, copies);
    if (!header) return located(std::move(header).error(), 0);
    if (header->consumed > 0) {
      PLUMBLINE_CHECK(readHeader(names));
      consume(header->consumed);
      break;
    }
    PLUMBLINE_CHECK(fill());
  }
  m_bodyStart = m_position;
  return {};
}

Result<void> TableReader::readHeader(const CsvFields& names) {
  for (const std::string_view name : names) {
    const auto same = [name](const Field& field) { return field.name == name; };
    const auto field = std::find_if(m_table->fields.begin(), m_table->fields.end(), same);
    if (field == m_table->fields.end()) {
      return Error{ErrorCode::BadValue,
                   "the column is not one of the table's fields",
                   {},
                   "\"" + std::string(name.substr(0, 80)) + "\"",
                   Message("a field of the table %1", m_table->name)};
    }
    if (std::find(m_columns.begin(), m_columns.end(), &*field) != m_columns.end()) {
      return Error{
          ErrorCode::Duplicate, "the column is there twice", {.column = std::string(name)}};
    }
    m_columns.push_back(&*field);
  }
  for (const Field& field : m_table->fields) {
    const auto found = std::find(m_columns.begin(), m_columns.end(), &field);
    if (field.required && found == m_columns.end()) {
      return Error{
          ErrorCode::MissingColumn, "the column is missing", {.column = std::string(field.name)}};
    }
  }
  for (const Field* field : keyFields(m_table->table)) {
    const auto found = std::find(m_columns.begin(), m_columns.end(), field);
    m_keyColumns.push_back(static_cast<std::size_t>(found - m_columns.begin()));
  }
  return {};
}

Result<bool> TableReader::next(RowBatch& batch) {
  batch.cells.clear();
  batch.at.clear();
  batch.copies.clear();
  batch.firstRow = m_content.rows + 1;
  if (rest().empty() && !atLastWindow()) PLUMBLINE_CHECK(fill());
  while (batch.rows() < batchRows && !rest().empty()) {
    PLUMBLINE_TRY(added, addRow(batch));
    if (added) continue;
    if (batch.rows() > 0) break;  // the batch keeps one window
    PLUMBLINE_CHECK(fill());
  }
  batch.keep = m_window.keep;
  batch.slices = m_slices ? m_slices->takeFull() : std::vector<Bytes>();
  if (batch.rows() > 0) return true;
  PLUMBLINE_CHECK(finish());
  return false;
}

/// False where the window ends before the record does.
Result<bool> TableReader::addRow(RowBatch& batch) {
  const std::int64_t row = m_content.rows + 1;
  const std::string_view text = rest();
  auto record = scanRecord(text, atLastWindow(), m_fields, batch.copies);
  if (!record) {
    Error error = located(std::move(record).error(), row);
    const std::size_t column = m_fields.size();
    if (column < m_columns.size()) error.where.column = m_columns[column]->name;
    return error;
  }
  if (record->consumed == 0) return false;
  if (m_fields.size() != m_columns.size()) {
    const bool many = m_fields.size() > m_columns.size();
    return Error{ErrorCode::Malformed,
                 many ? Message("the record has too many fields")
                      : Message("the record has too few fields"),
                 {.row = row},
                 fieldCount(m_fields.size()).text(),
                 fieldCount(m_columns.size())};
  }
  const std::size_t first = batch.cells.size();
  batch.cells.resize(first + m_columns.size());
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    if (!readCell(*m_columns[i], m_fields[i], batch.cells[first + i])) {
      return located(cellError(*m_columns[i], m_fields[i]), row);
    }
    if (m_columns[i]->type != FieldType::Id || m_fields[i].empty()) continue;
    if (auto fit = checkRecordId(m_fields[i]); !fit) {
      Error error = std::move(fit).error();
      error.where = {.row = row, .column = std::string(m_columns[i]->name)};
      return error;
    }
  }
  PLUMBLINE_CHECK(noteKey());
  batch.at.push_back(m_position);
  m_rows.addEntry(bytesOf(text.substr(0, record->bytes)));
  m_content.rows = row;
  consume(record->consumed);
  return true;
}

std::string_view TableReader::keyOf(const CsvFields& fields) {
  if (m_keyColumns.size() == 1) return fields[m_keyColumns[0]];
  m_key.clear();
  for (const std::size_t column : m_keyColumns) {
    if (!m_key.empty()) m_key += keySeparator;
    m_key += fields[column];
  }
  return m_key;
}

Result<void> TableReader::noteKey() {
  const std::string_view key = keyOf(m_fields);
  const KeyOrder before;
  if (m_content.rows == 0 || before(key, m_content.firstKey)) m_content.firstKey = key;
  if (m_ordered && m_content.rows > 0 && !before(m_lastKey, key)) {
    // From here on every key is remembered by its hash, those before it as well.
    const auto remember = [this](std::string_view earlier, std::int64_t) {
      m_keyHashes.push_back(hashOf(earlier));
    };
    m_ordered = false;
    const std::string current(key);
    PLUMBLINE_CHECK(forEachKey(m_bodyStart, m_position, remember));
    m_keyHashes.push_back(hashOf(current));
    if (before(m_content.lastKey, current)) m_content.lastKey = current;
    return {};
  }
  if (m_ordered) {
    m_lastKey = key;
  } else {
    m_keyHashes.push_back(hashOf(key));
  }
  if (before(m_content.lastKey, key)) m_content.lastKey = key;
  return {};
}

/// Calls `visit(key, row)` for the records between two offsets that were read before.
template <class Visit>
Result<void> TableReader::forEachKey(std::int64_t from, std::int64_t to, Visit&& visit) {
  CsvFields fields;
  std::deque<std::string> copies;
  std::int64_t row = 1;
  std::int64_t windowBytes = m_windowBytes;  // as large as the longest record needed
  while (from < to) {
    const std::int64_t count = std::min(windowBytes, to - from);
    PLUMBLINE_TRY(window, m_feed->window(from, count));
    std::string_view text = textOf(window.view);
    while (!text.empty()) {
      copies.clear();
      PLUMBLINE_TRY(record, scanRecord(text, from + count == to, fields, copies));
      if (record.consumed == 0) break;
      // The file was read once already; other fields now mean that somebody changed it meanwhile.
      if (fields.size() != m_columns.size()) {
        return Error{ErrorCode::Io, "the file changed while it was read"};
      }
      visit(keyOf(fields), row++);
      text.remove_prefix(record.consumed);
    }
    if (text.size() == window.view.size()) windowBytes *= 2;
    from += count - static_cast<std::int64_t>(text.size());
  }
  return {};
}

Result<void> TableReader::checkKeys() {
  const std::set<std::uint64_t> twice = repeated(m_keyHashes);
  if (twice.empty()) return {};
  std::map<std::string, std::int64_t, std::less<>> rows;
  std::optional<Error> error;
  const auto look = [&](std::string_view key, std::int64_t row) {
    if (error || !twice.contains(hashOf(key))) return;
    const auto [earlier, isNew] = rows.emplace(key, row);
    if (isNew) return;
    const auto column = std::string(keyFields(m_table->table).front()->name);
    std::string shown = earlier->first;
    std::replace(shown.begin(), shown.end(), keySeparator, ' ');
    error = Error{ErrorCode::Duplicate,
                  "the id is there twice",
                  {.row = row, .column = column},
                  "\"" + shown + "\"",
                  Message("an id other than that of row %1", earlier->second)};
  };
  PLUMBLINE_CHECK(forEachKey(m_bodyStart, m_feed->bytes(), look));
  if (error) return *error;
  return {};
}

Result<void> TableReader::finish() {
  passOn();
  m_windowStart = m_position;
  m_window = {};
  PLUMBLINE_CHECK(checkKeys());
  m_content.sha256 = m_digest.finish();
  m_content.rowRoot = m_rows.root();
  return {};
}

}  // namespace plumbline
