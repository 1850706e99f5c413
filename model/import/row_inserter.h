// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes typed rows into a record table, twenty to a statement: SQLite then works through the rows
// without coming back for each.

#include "model/import/table_reader.h"

namespace plumbline {

class RowInserter {
 public:
  /// Columns that a table lacks stay NULL.
  [[nodiscard]] static Result<RowInserter> create(const Database& database, Table table,
                                                  std::span<const Field* const> columns,
                                                  std::int64_t publication);
  [[nodiscard]] Result<void> insert(const RowBatch& batch);

 private:
  RowInserter(Query many, Query one, std::size_t columns, std::int64_t publication)
      : m_many(std::move(many)),
        m_one(std::move(one)),
        m_columns(columns),
        m_publication(publication) {}
  void bindRow(sqlite3_stmt* statement, int firstParameter, const RowBatch& batch,
               std::size_t row) const;

  Query m_many;
  Query m_one;
  std::size_t m_columns;
  std::int64_t m_publication;
};

}  // namespace plumbline
