// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/row_inserter.h"

#include <sqlite3.h>

namespace plumbline {
namespace {

constexpr std::size_t rowsPerStatement = 20;
constexpr std::size_t ownColumns = 3;  // publication, row, at

std::string insertSql(const TableInfo& table, std::span<const Field* const> columns,
                      std::size_t rows) {
  std::string sql = "INSERT INTO " + std::string(table.name) + " (publication, row, at";
  std::string values = "(?, ?, ?";
  for (const Field* column : columns) {
    sql += ", " + std::string(column->column);
    values += ", ?";
  }
  values += ")";
  sql += ") VALUES " + values;
  for (std::size_t row = 1; row < rows; ++row) sql += ", " + values;
  return sql;
}

void bindCell(sqlite3_stmt* statement, int parameter, const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::Integer:
      sqlite3_bind_int64(statement, parameter, cell.number);
      return;
    case Cell::Kind::Text:
      sqlite3_bind_text(statement, parameter, cell.text, static_cast<int>(cell.size),
                        SQLITE_STATIC);
      return;
    case Cell::Kind::Null:
      sqlite3_bind_null(statement, parameter);
      return;
  }
}

}  // namespace

Result<RowInserter> RowInserter::create(const Database& database, Table table,
                                        std::span<const Field* const> columns,
                                        std::int64_t publication) {
  const TableInfo& info = tableInfo(table);
  PLUMBLINE_TRY(many, database.prepare(insertSql(info, columns, rowsPerStatement)));
  PLUMBLINE_TRY(one, database.prepare(insertSql(info, columns, 1)));
  return RowInserter(std::move(many), std::move(one), columns.size(), publication);
}

void RowInserter::bindRow(sqlite3_stmt* statement, int firstParameter, const RowBatch& batch,
                          std::size_t row) const {
  int parameter = firstParameter;
  sqlite3_bind_int64(statement, parameter++, m_publication);
  sqlite3_bind_int64(statement, parameter++, batch.firstRow + static_cast<std::int64_t>(row));
  sqlite3_bind_int64(statement, parameter++, batch.at[row]);
  const Cell* cells = batch.cells.data() + row * m_columns;
  for (std::size_t i = 0; i < m_columns; ++i) bindCell(statement, parameter++, cells[i]);
}

Result<void> RowInserter::insert(const RowBatch& batch) {
  const int perRow = static_cast<int>(m_columns + ownColumns);
  std::size_t row = 0;
  while (row < batch.rows()) {
    const bool full = batch.rows() - row >= rowsPerStatement;
    Query& query = full ? m_many : m_one;
    const std::size_t count = full ? rowsPerStatement : 1;
    for (std::size_t i = 0; i < count; ++i) {
      bindRow(query.handle(), static_cast<int>(i) * perRow + 1, batch, row + i);
    }
    PLUMBLINE_CHECK(query.run());
    row += count;
  }
  return {};
}

}  // namespace plumbline
