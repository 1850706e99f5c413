// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small reader of XLSX workbooks (ECMA-376, SpreadsheetML): the values of cells, row by row,
// nothing else. Official templates carry megabytes of formatted empty cells, so a sheet is never
// held: rows go by one at a time and a cell without a value is not even built.
// Document types, entities and encryption are refused.

#include <functional>
#include <string>
#include <vector>

#include "model/containers/sheet_notes.h"
#include "model/containers/xlsx_package.h"
#include "model/records/date_serial.h"
#include "model/records/progress.h"

namespace plumbline {

enum class XlsxKind : std::uint8_t {
  Number,  // the text of a double, as Excel wrote it: "51.634931250000001"
  Text,
  Flag,   // "1" or "0"
  Fault,  // "#VALUE!": what a formula could not compute
};

struct XlsxCell {
  int column = 0;  // from 1
  XlsxKind kind = XlsxKind::Text;
  std::string text;      // never empty
  bool formula = false;  // the text is what it last came to
};

struct XlsxRow {
  std::int64_t number = 0;      // from 1
  std::vector<XlsxCell> cells;  // with a value only, by rising column
  [[nodiscard]] const XlsxCell* at(int column) const;
};

/// 1 = "A", 28 = "AB".
[[nodiscard]] std::string columnLetters(int column);
/// "AB28" -> 28 (the column), or 0 where this is no cell reference.
[[nodiscard]] int columnOfReference(std::string_view reference);

class XlsxWorkbook {
 public:
  /// Reads the list of sheets and the shared strings. `bytes` must outlive the workbook.
  [[nodiscard]] static Result<XlsxWorkbook> open(ByteView bytes);
  [[nodiscard]] const std::vector<std::string>& sheetNames() const { return m_names; }
  [[nodiscard]] bool date1904() const { return m_date1904; }
  /// They are never run.
  [[nodiscard]] bool hasMacros() const { return m_package.has("xl/vbaProject.bin"); }
  [[nodiscard]] const std::vector<std::string>& sharedStrings() const { return m_strings; }

  /// Called for each row that has a value; false stops the sheet.
  using RowFunction = std::function<Result<bool>(const XlsxRow&)>;
  /// `notes`, where it is given, learns what a reader of the values alone does not see; merged areas
  /// only of a sheet that is read to its end.
  [[nodiscard]] Result<void> readSheet(std::size_t sheet, const RowFunction& row,
                                       const Progress& progress, SheetNotes* notes = nullptr) const;

 private:
  explicit XlsxWorkbook(XlsxPackage package) : m_package(std::move(package)) {}
  XlsxPackage m_package;
  std::vector<std::string> m_names;
  std::vector<std::string> m_parts;  // of the sheets
  std::vector<std::string> m_strings;
  bool m_date1904 = false;
};

}  // namespace plumbline
