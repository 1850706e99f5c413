// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes typed rows into a record table, twenty to a statement: SQLite then works through the rows
// without coming back for each.

#include "model/intake/load_terms.h"
#include "model/intake/table_reader.h"

namespace plumbline {

/// Earliest and latest moment that the rows of a table are dated with (TableInfo::timeField).
struct TimeSpan {
  std::optional<std::int64_t> firstMs;
  std::optional<std::int64_t> lastMs;
};

class RowInserter {
 public:
  /// Columns that a table lacks stay NULL.
  [[nodiscard]] static Result<RowInserter> create(const Database& database, Table table,
                                                  std::span<const Field* const> columns,
                                                  std::int64_t publication);
  [[nodiscard]] Result<void> insert(const RowBatch& batch);
  /// Of all rows so far.
  [[nodiscard]] const TimeSpan& times() const { return m_times; }

 private:
  RowInserter(Query many, Query one, std::size_t columns)
      : m_many(std::move(many)), m_one(std::move(one)), m_columns(columns) {}
  void noteTimes(const RowBatch& batch);
  [[nodiscard]] Result<int> bindRow(sqlite3_stmt* statement, int firstParameter,
                                    const RowBatch& batch, std::size_t row);

  Query m_many;
  Query m_one;
  std::size_t m_columns;
  std::vector<std::size_t> m_order;  // the file's columns in the order of the schema
  std::optional<LoadTerms> m_terms;
  std::optional<std::size_t> m_timeColumn;
  TimeSpan m_times;
};

}  // namespace plumbline
