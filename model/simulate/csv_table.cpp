// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/csv_table.h"

#include <charconv>

#include "model/records/csv_field.h"

namespace plumbline {

CsvTable::CsvTable(Table table, std::initializer_list<std::string_view> columns)
    : m_table(table), m_columns(columns.begin(), columns.end()) {
  for (const std::string& name : m_columns) text(name);
  m_bytes += '\n';
  m_rowStart = m_bytes.size();
  m_first = true;
}

void CsvTable::separate() {
  if (!m_first) m_bytes += ',';
  m_first = false;
}

CsvTable& CsvTable::text(std::string_view value) {
  separate();
  m_bytes += csvField(value);
  return *this;
}

CsvTable& CsvTable::number(std::int64_t value) {
  separate();
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  m_bytes.append(digits, end);
  return *this;
}

CsvTable& CsvTable::time(Timestamp value) {
  return text(value.text());
}

void CsvTable::endRow() {
  m_hasher.addEntry(bytesOf(std::string_view(m_bytes).substr(m_rowStart)));
  m_bytes += '\n';
  m_rowStart = m_bytes.size();
  m_first = true;
  ++m_rows;
}

}  // namespace plumbline
