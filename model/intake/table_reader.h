// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a published CSV table in one pass: file digest, row root and typed values together, in
// batches, with memory that does not grow with the rows.

#include <algorithm>
#include <deque>

#include "crypto/merkle.h"

#include "model/containers/csv_scanner.h"
#include "model/intake/cell.h"
#include "model/members/byte_feed.h"

namespace plumbline {

/// Rows of typed cells, row by row. Texts point into `keep` or `copies`.
struct RowBatch {
  std::vector<Cell> cells;
  std::vector<std::int64_t> at;  // offset of each record in the file
  std::int64_t firstRow = 1;     // records count from 1
  std::shared_ptr<const void> keep;
  std::deque<std::string> copies;
  std::vector<Bytes> slices;  // of the file, where the reader keeps them
  [[nodiscard]] std::size_t rows() const { return at.size(); }
};

/// What the file turned out to hold; complete once next() has returned false.
struct TableContent {
  std::int64_t rows = 0;
  Hash sha256;
  Hash rowRoot;
  // By KeyOrder; empty where there are no rows.
  std::string firstKey;
  std::string lastKey;
};

class TableReader {
 public:
  /// Reads `windowBytes` at a time, more where a record is longer; what comes out is the same
  /// whatever their number.
  TableReader(const ByteFeed& feed, Table table, std::int64_t windowBytes = 4 << 20)
      : m_feed(&feed),
        m_table(&tableInfo(table)),
        m_windowBytes(std::max(windowBytes, minWindowBytes)) {}
  /// Before start(): the batches shall also carry the file's bytes, the very ones that the digest
  /// is taken over, so that the file need not be read again for the evidence.
  void keepBytes() { m_slices.emplace(); }
  /// Once next() has returned false: the slices that no batch has carried.
  [[nodiscard]] std::vector<Bytes> lastSlices();
  /// Reads the header row. Errors: Io, Malformed, Encoding, MissingColumn, Duplicate, BadValue.
  [[nodiscard]] Result<void> start();
  /// The file's columns in their order.
  [[nodiscard]] const std::vector<const Field*>& columns() const { return m_columns; }
  /// The next rows; false when there are no more. An error ends the reading and names row and
  /// column; after it the digest is unknown.
  [[nodiscard]] Result<bool> next(RowBatch& batch);
  [[nodiscard]] const TableContent& content() const { return m_content; }

 private:
  static constexpr std::int64_t minWindowBytes = 3;  // a byte order mark
  [[nodiscard]] Result<void> fill();
  void passOn();
  [[nodiscard]] Result<void> readHeader(const CsvFields& names);
  [[nodiscard]] Result<bool> addRow(RowBatch& batch);
  [[nodiscard]] Result<void> noteKey();
  [[nodiscard]] Result<void> finish();
  [[nodiscard]] Result<void> checkKeys();
  [[nodiscard]] std::string_view keyOf(const CsvFields& fields);
  [[nodiscard]] std::string_view rest() const;
  [[nodiscard]] bool atLastWindow() const;
  void consume(std::size_t bytes) { m_position += static_cast<std::int64_t>(bytes); }
  Error located(Error error, std::int64_t row) const;
  template <class Visit>
  [[nodiscard]] Result<void> forEachKey(std::int64_t from, std::int64_t to, Visit&& visit);

  const ByteFeed* m_feed;
  const TableInfo* m_table;
  std::int64_t m_windowBytes;
  std::vector<const Field*> m_columns;
  std::vector<std::size_t> m_keyColumns;
  Window m_window;
  std::int64_t m_windowStart = 0;
  std::int64_t m_position = 0;  // of the next record in the file
  std::int64_t m_bodyStart = 0;
  CsvFields m_fields;
  Sha256 m_digest;
  std::optional<SliceCutter> m_slices;
  TreeHasher m_rows;
  TableContent m_content;
  std::string m_key;                       // scratch for keys of more than one column
  std::string m_lastKey;                   // of the record before
  bool m_ordered = true;                   // keys have only risen: none can be there twice
  std::vector<std::uint64_t> m_keyHashes;  // of every key, once they have not
};

}  // namespace plumbline
