// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One published table while it is being written: bytes, rows and the root over the rows' bytes.

#include <initializer_list>
#include <string>
#include <vector>

#include "crypto/merkle.h"

#include "model/records/quantities.h"
#include "model/records/tables.h"

namespace plumbline {

class CsvTable {
 public:
  /// `columns` are names of fields of the table; the values of a row follow in the same order.
  CsvTable(Table table, std::initializer_list<std::string_view> columns);
  CsvTable& text(std::string_view value);
  CsvTable& number(std::int64_t value);
  CsvTable& time(Timestamp value);
  void endRow();

  [[nodiscard]] Table table() const { return m_table; }
  [[nodiscard]] const std::string& bytes() const { return m_bytes; }
  [[nodiscard]] std::int64_t rows() const { return m_rows; }
  [[nodiscard]] Hash rowRoot() { return m_hasher.root(); }
  [[nodiscard]] const std::vector<std::string>& columns() const { return m_columns; }

 private:
  void separate();
  Table m_table;
  std::vector<std::string> m_columns;
  std::string m_bytes;
  std::size_t m_rowStart = 0;
  bool m_first = true;
  std::int64_t m_rows = 0;
  TreeHasher m_hasher;
};

}  // namespace plumbline
