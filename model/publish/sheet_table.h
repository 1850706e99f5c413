// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table that an operator keeps in a spreadsheet, as the CSV that is published and signed.

#include <string>
#include <vector>

#include "model/containers/ods_reader.h"
#include "model/containers/xlsx_reader.h"
#include "model/records/tables.h"

namespace plumbline {

struct SheetTable {
  std::string csv;
  std::vector<std::int64_t> rows;  // of the sheet, by record from 1; the first is the headings'
  SheetNotes notes;
};

/// The first sheet of an XLSX workbook: headings in its first row with a value, a record in each
/// later one. A number stands with the fewest digits that mean the same double, a date serial in a
/// time column as UTC, TRUE and FALSE in a flag column as true and false; everything else as it is.
/// Errors: those of XlsxWorkbook; BadValue for a cell that a formula could not compute or a serial
/// that is no date, with row and column of the sheet; TooLarge.
[[nodiscard]] Result<SheetTable> tableOfSheet(ByteView workbook, Table table,
                                              const Progress& progress);

}  // namespace plumbline
