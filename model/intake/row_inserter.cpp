// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/row_inserter.h"

#include <algorithm>

#include <sqlite3.h>

namespace plumbline {
namespace {

constexpr std::size_t rowsPerStatement = 20;

/// Where each field of the table stands in the file; nothing for those it lacks.
std::vector<std::optional<std::size_t>> placesOf(const TableInfo& table,
                                                 std::span<const Field* const> columns) {
  std::vector<std::optional<std::size_t>> places;
  for (const Field& field : table.fields) {
    const auto found = std::find(columns.begin(), columns.end(), &field);
    if (found == columns.end()) {
      places.emplace_back();
    } else {
      places.emplace_back(static_cast<std::size_t>(found - columns.begin()));
    }
  }
  return places;
}

/// All columns in the order of the schema: SQLite then need not copy each value to its place. OR
/// FAIL: a statement of many rows that might undo itself keeps a copy of every page it touches, and
/// after an error the whole transaction is rolled back anyway.
std::string insertSql(const TableInfo& table, std::int64_t publication, bool terms,
                      std::span<const std::optional<std::size_t>> places, std::size_t rows) {
  std::string values = "(NULL, " + std::to_string(publication) + ", ?, ?, NULL";
  if (terms) values += ", ?, ?";
  for (const auto& place : places) values += place ? ", ?" : ", NULL";
  values += ")";
  std::string sql = "INSERT OR FAIL INTO " + std::string(table.name) + " VALUES " + values;
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
  PLUMBLINE_TRY(terms, LoadTerms::create(database, table, columns));
  const auto places = placesOf(info, columns);
  const auto sql = [&](std::size_t rows) {
    return insertSql(info, publication, terms.has_value(), places, rows);
  };
  PLUMBLINE_TRY(many, database.prepare(sql(rowsPerStatement)));
  PLUMBLINE_TRY(one, database.prepare(sql(1)));
  RowInserter inserter(std::move(many), std::move(one), columns.size());
  inserter.m_terms = std::move(terms);
  for (const auto& place : places) {
    if (place) inserter.m_order.push_back(*place);
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i]->name == info.timeField) inserter.m_timeColumn = i;
  }
  return inserter;
}

void RowInserter::noteTimes(const RowBatch& batch) {
  if (!m_timeColumn) return;
  for (std::size_t i = *m_timeColumn; i < batch.cells.size(); i += m_columns) {
    const Cell& cell = batch.cells[i];
    if (cell.kind != Cell::Kind::Integer) continue;
    m_times.firstMs = std::min(m_times.firstMs.value_or(cell.number), cell.number);
    m_times.lastMs = std::max(m_times.lastMs.value_or(cell.number), cell.number);
  }
}

/// The parameter after the last one.
Result<int> RowInserter::bindRow(sqlite3_stmt* statement, int firstParameter, const RowBatch& batch,
                                 std::size_t row) {
  const std::span<const Cell> cells(batch.cells.data() + row * m_columns, m_columns);
  int parameter = firstParameter;
  sqlite3_bind_int64(statement, parameter++, batch.firstRow + static_cast<std::int64_t>(row));
  sqlite3_bind_int64(statement, parameter++, batch.at[row]);
  if (m_terms) {
    PLUMBLINE_TRY(words, m_terms->words.find(cells));
    PLUMBLINE_TRY(scale, m_terms->scale.find(cells));
    sqlite3_bind_int64(statement, parameter++, words);
    sqlite3_bind_int64(statement, parameter++, scale);
  }
  for (const std::size_t column : m_order) bindCell(statement, parameter++, cells[column]);
  return parameter;
}

Result<void> RowInserter::insert(const RowBatch& batch) {
  noteTimes(batch);
  std::size_t row = 0;
  while (row < batch.rows()) {
    const bool full = batch.rows() - row >= rowsPerStatement;
    Query& query = full ? m_many : m_one;
    const std::size_t count = full ? rowsPerStatement : 1;
    int parameter = 1;
    for (std::size_t i = 0; i < count; ++i) {
      PLUMBLINE_TRY(next, bindRow(query.handle(), parameter, batch, row + i));
      parameter = next;
    }
    PLUMBLINE_CHECK(query.run());
    row += count;
  }
  return {};
}

}  // namespace plumbline
