// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/sheet_table.h"

#include <algorithm>
#include <charconv>

#include "model/members/plumb_layout.h"
#include "model/records/csv_field.h"

namespace plumbline {
namespace {

/// 51.634931250000001 is the double that everybody writes as 51.63493125.
std::string shortestDecimal(const std::string& text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return text;
  char digits[400];  // 1e308 in full
  const auto made = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  return made.ec == std::errc() ? std::string(digits, made.ptr) : text;
}

class SheetReader {
 public:
  SheetReader(Table table, bool date1904) : m_info(&tableInfo(table)), m_date1904(date1904) {}

  Result<bool> take(const XlsxRow& row) {
    if (row.cells.empty()) return true;
    for (const XlsxCell& cell : row.cells) m_out.notes.formulas += cell.formula ? 1 : 0;
    if (m_out.rows.empty()) {
      takeHeadings(row);
    } else {
      PLUMBLINE_CHECK(takeRecord(row));
    }
    m_out.rows.push_back(row.number);
    m_out.csv += '\n';
    if (m_out.csv.size() > plumbMaxTableBytes) {
      return Error{ErrorCode::TooLarge, "the table is larger than 512 MiB"};
    }
    return true;
  }

  SheetTable finish(bool macros) && {
    m_out.notes.macros = macros;
    return std::move(m_out);
  }

 private:
  /// Empty headings are kept between: the reader of the CSV says what is wrong with them.
  void takeHeadings(const XlsxRow& row) {
    m_columns = row.cells.back().column;
    m_fields.assign(static_cast<std::size_t>(m_columns), nullptr);
    for (int column = 1; column <= m_columns; ++column) {
      if (column > 1) m_out.csv += ',';
      const XlsxCell* cell = row.at(column);
      if (cell == nullptr) continue;
      m_out.csv += csvField(cell->text);
      const auto field = std::find_if(m_info->fields.begin(), m_info->fields.end(),
                                      [&](const Field& each) { return each.name == cell->text; });
      if (field != m_info->fields.end()) m_fields[static_cast<std::size_t>(column - 1)] = &*field;
    }
  }

  Result<void> takeRecord(const XlsxRow& row) {
    int next = 1;
    for (const XlsxCell& cell : row.cells) {
      // A value to the right of the headings makes the record too long, which the CSV's reader
      // says.
      for (; next < cell.column; ++next) m_out.csv += ',';
      PLUMBLINE_TRY(text, textOf(cell, row.number));
      m_out.csv += csvField(text);
    }
    for (; next < m_columns; ++next) m_out.csv += ',';
    return {};
  }

  Result<std::string> textOf(const XlsxCell& cell, std::int64_t row) const {
    const auto index = static_cast<std::size_t>(cell.column - 1);
    const Field* field = index < m_fields.size() ? m_fields[index] : nullptr;
    const Place place{
        .row = row,
        .column = field != nullptr ? std::string(field->name) : columnLetters(cell.column)};
    switch (cell.kind) {
      case XlsxKind::Fault:
        return Error{ErrorCode::BadValue, "the cell holds the error of a formula", place,
                     cell.text};
      case XlsxKind::Number:
        if (field == nullptr || field->type != FieldType::Time) return shortestDecimal(cell.text);
        return timeText(cell, place);
      case XlsxKind::Flag:
        if (field == nullptr || field->type != FieldType::Flag) return cell.text;
        return std::string(cell.text == "1" ? "true" : "false");
      case XlsxKind::Text:
        break;
    }
    return cell.text;
  }

  Result<std::string> timeText(const XlsxCell& cell, const Place& place) const {
    auto time = timeOfSerial(cell.text, m_date1904);
    if (!time) {
      return Error{ErrorCode::BadValue, "the number is no date", place, cell.text, "a date"};
    }
    const bool whole = time->inMilliseconds() % millisecondsPerDay == 0;
    return whole ? time->dateText() : time->text();
  }

  const TableInfo* m_info;
  bool m_date1904;
  int m_columns = 0;
  std::vector<const Field*> m_fields;  // by column; nullptr where the heading names none
  SheetTable m_out;
};

}  // namespace

Result<SheetTable> tableOfSheet(ByteView bytes, Table table, const Progress& progress) {
  PLUMBLINE_TRY(workbook, XlsxWorkbook::open(bytes));
  if (workbook.sheetNames().empty()) {
    return Error{ErrorCode::Malformed, "the workbook has no sheet"};
  }
  SheetReader reader(table, workbook.date1904());
  PLUMBLINE_CHECK(workbook.readSheet(
      0, [&reader](const XlsxRow& row) { return reader.take(row); }, progress));
  return std::move(reader).finish(workbook.hasMacros());
}

}  // namespace plumbline
