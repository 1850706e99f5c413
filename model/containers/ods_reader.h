// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small reader of ODS spreadsheets (OpenDocument 1.3 part 3): the values of cells, row by row.
// Document types, entities and encryption are refused; repeated empty cells and rows are counted
// and never built.

#include <functional>

#include "model/containers/raw_row.h"
#include "model/containers/sheet_notes.h"
#include "model/containers/xlsx_package.h"
#include "model/records/progress.h"

namespace plumbline {

/// True for a ZIP archive that says it is such a spreadsheet.
[[nodiscard]] bool looksLikeOds(ByteView bytes);

class OdsDocument {
 public:
  /// `bytes` must outlive the document. Errors: Malformed, TooLarge, Unsupported (encrypted).
  [[nodiscard]] static Result<OdsDocument> open(ByteView bytes, const Progress& progress);
  [[nodiscard]] const std::vector<std::string>& sheetNames() const { return m_names; }

  /// Called for each row that has a value; false stops the sheet.
  using RowFunction = std::function<Result<bool>(const RawRow&)>;
  /// Errors: NotFound (no such sheet), Malformed, TooLarge, Cancelled.
  [[nodiscard]] Result<SheetNotes> readSheet(const std::string& sheet, const RowFunction& row,
                                             const Progress& progress) const;

 private:
  explicit OdsDocument(XlsxPackage package) : m_package(std::move(package)) {}
  XlsxPackage m_package;
  std::vector<std::string> m_names;
};

}  // namespace plumbline
