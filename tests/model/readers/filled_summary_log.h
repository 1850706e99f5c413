// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fills the official summary-log template as a person would: dates become serials, numbers the
// text of the double that Excel keeps.

#include <map>

#include <QDate>

#include "crypto/json.h"

#include "model/containers/xlsx_reader.h"

#include "tests/model/containers/workbook_writer.h"

namespace plumbline::test {

inline std::string escapedXml(const std::string& text) {
  return QString::fromStdString(text).toHtmlEscaped().toStdString();
}

inline std::string textCell(const std::string& reference, const std::string& text) {
  return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
         escapedXml(text) + "</t></is></c>";
}

inline std::string numberCell(const std::string& reference, const std::string& text) {
  return "<c r=\"" + reference + "\"><v>" + text + "</v></c>";
}

/// What Excel writes for a value of the JSON form; empty for null.
inline std::string cellOf(const std::string& reference, const JsonValue& value) {
  if (const std::int64_t* number = value.integer()) {
    return numberCell(reference, std::to_string(*number));
  }
  if (const std::string* decimal = value.decimalText()) {
    const QByteArray full = QByteArray::number(std::stod(*decimal), 'g', 17);
    return numberCell(reference, full.toStdString());
  }
  const std::string* text = value.string();
  if (text == nullptr) return {};
  const QDate date = QDate::fromString(QString::fromStdString(*text), Qt::ISODate);
  if (!date.isValid()) return textCell(reference, *text);
  return numberCell(reference, std::to_string(QDate(1899, 12, 30).daysTo(date)));
}

/// The column of each id in the first row of a sheet.
inline std::map<std::string, int> columnIds(const QByteArray& workbookBytes, std::size_t sheet) {
  const auto workbook = XlsxWorkbook::open(std::as_bytes(
      std::span(workbookBytes.constData(), static_cast<std::size_t>(workbookBytes.size()))));
  std::map<std::string, int> columns;
  const auto read = workbook->readSheet(
      sheet,
      [&](const XlsxRow& row) -> Result<bool> {
        for (const XlsxCell& cell : row.cells) columns[cell.text] = cell.column;
        return false;
      },
      Progress());
  return read.ok() ? columns : std::map<std::string, int>();
}

/// Puts `cells` (by column) in place of the template's row.
inline void replaceRow(std::string& sheet, int row, const std::map<int, std::string>& cells) {
  const std::size_t begin = sheet.find("<row r=\"" + std::to_string(row) + "\"");
  const std::size_t end = sheet.find("</row>", begin) + 6;
  std::string filled = "<row r=\"" + std::to_string(row) + "\">";
  for (const auto& [column, cell] : cells) filled += cell;
  sheet.replace(begin, end - begin, filled + "</row>");
}

/// The template with the loads of the JSON form in its rows from 4 on, and a registration number.
inline QByteArray filledTemplate(const QByteArray& emptyTemplate, ByteView json,
                                 const std::string& registration) {
  Parts parts = partsOf(emptyTemplate);
  const std::map<std::string, int> sheetOf = {{"received", 1}, {"processed", 2}, {"sentOn", 3}};
  std::map<std::string, int> nextRow;
  const auto loads = parseJson(json);
  for (const JsonValue& load : *loads->array()) {
    const std::string type = *load.stringAt("wasteRecordType");
    const int sheet = sheetOf.at(type);
    const auto columns = columnIds(emptyTemplate, static_cast<std::size_t>(sheet));
    const int row = 4 + nextRow[type]++;
    std::map<int, std::string> cells;
    for (const auto& [name, value] : *load.find("data")->object()) {
      const auto column = columns.find(name);
      if (column == columns.end()) continue;
      const std::string reference = columnLetters(column->second) + std::to_string(row);
      const std::string cell = cellOf(reference, value);
      if (!cell.empty()) cells[column->second] = cell;
    }
    replaceRow(parts["xl/worksheets/sheet" + std::to_string(sheet + 1) + ".xml"], row, cells);
  }
  std::string& cover = parts["xl/worksheets/sheet1.xml"];
  const std::size_t begin = cover.find("<c r=\"E10\"");
  const std::size_t end = cover.find("/>", begin) + 2;
  cover.replace(begin, end - begin, textCell("E10", registration));
  return zipOf(parts);
}

}  // namespace plumbline::test
