// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/record_digests.h"

#include <algorithm>

#include "model/workspace/record_key.h"

namespace plumbline {
namespace {

class RecordReader {
 public:
  RecordReader(Table table, const std::vector<const Field*>& columns) {
    const auto columnOf = [&columns](const Field* field) {
      const auto found = std::find(columns.begin(), columns.end(), field);
      return static_cast<std::size_t>(found - columns.begin());
    };
    for (const Field& field : tableInfo(table).fields) m_fields.push_back(columnOf(&field));
    for (const Field* field : keyFields(table)) m_keys.push_back(columnOf(field));
  }

  void read(std::span<const Cell> row, std::int64_t number, RecordDigests& records) {
    m_text.clear();
    for (const std::size_t column : m_fields) {
      append(column < row.size() ? row[column] : Cell());
    }
    std::string key;
    for (const std::size_t column : m_keys) {
      if (!key.empty()) key += keySeparator;
      key.append(row[column].text, row[column].size);
    }
    m_digest.update(bytesOf(m_text));
    records.insert_or_assign(std::move(key), RecordDigest{number, m_digest.finish()});
  }

 private:
  /// No two lists of cells have the same text.
  void append(const Cell& cell) {
    switch (cell.kind) {
      case Cell::Kind::Null:
        m_text += 'n';
        return;
      case Cell::Kind::Integer:
        m_text += 'i' + std::to_string(cell.number) + ';';
        return;
      case Cell::Kind::Text:
        m_text += 't' + std::to_string(cell.size) + ':';
        m_text.append(cell.text, cell.size);
        return;
    }
  }

  std::vector<std::size_t> m_fields;
  std::vector<std::size_t> m_keys;
  std::string m_text;
  Sha256 m_digest;
};

}  // namespace

Result<ReadTable> readTable(const ByteFeed& feed, Table table, RecordDigests& records) {
  TableReader reader(feed, table);
  PLUMBLINE_CHECK(reader.start());
  RecordReader rows(table, reader.columns());
  const std::size_t width = reader.columns().size();
  RowBatch batch;
  while (true) {
    PLUMBLINE_TRY(more, reader.next(batch));
    if (!more) break;
    for (std::size_t i = 0; i < batch.rows(); ++i) {
      rows.read(std::span<const Cell>(batch.cells).subspan(i * width, width),
                batch.firstRow + static_cast<std::int64_t>(i), records);
    }
  }
  ReadTable out{reader.content(), {}};
  for (const Field* field : reader.columns()) out.columns.emplace_back(field->name);
  return out;
}

}  // namespace plumbline
