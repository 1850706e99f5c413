// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The UK packaging EPR "summary log" that a reprocessor or exporter uploads (DEFRA, template V5;
// markers and columns as in DEFRA/epr-backend, src/domain/summary-logs, OGL v3).
//   __EPR_META_<NAME>   a cell whose right neighbour holds the value
//   __EPR_DATA_<TABLE>  begins a table: the cells to its right are column ids, the rows below it
//                       are loads; __EPR_SKIP_COLUMN is a column without data
// Below the ids stand a row of headings for people and a row with "Example" in a skipped column.
// The dropdown text "Choose option" means empty. Thousands of empty rows carry such texts and
// formulas, so a row counts only when somebody entered a load in it.
// The same rows exist as JSON: [{"rowId":1000,"wasteRecordType":"received","data":{...}}].

#include <map>
#include <string>
#include <vector>

#include "model/readers/read_input.h"

namespace plumbline {

enum class SummaryLogKind : std::uint8_t {
  Received,   // loads that came in
  Processed,  // products that left the site
  SentOn,     // waste that left the site
  Exported,   // the exporter's row: received, exported and received overseas in one
};
[[nodiscard]] std::string_view toText(
    SummaryLogKind kind);  // received, processed, sent_on, exported

struct SummaryLogCell {
  std::string text;       // not empty, no placeholder
  std::string column;     // where people find it: "K of the sheet Received", "GROSS_WEIGHT"
  bool isSerial = false;  // a spreadsheet's number: a date is a serial
  bool isFault = false;   // "#VALUE!"
};

struct SummaryLogLoad {
  SummaryLogKind kind = SummaryLogKind::Received;
  std::string sheet;     // empty for JSON
  std::int64_t row = 0;  // in the sheet, or the element of the list; from 1
  std::map<std::string, SummaryLogCell, std::less<>> cells;  // by column id
  [[nodiscard]] const SummaryLogCell* find(std::string_view id) const;
  /// The text of the first of the columns that is filled, or an empty one. Trimmed.
  [[nodiscard]] std::string text(std::initializer_list<std::string_view> ids) const;
};

struct SummaryLogFile {
  std::map<std::string, std::string> meta;  // "REGISTRATION_NUMBER" -> text; empty ones left out
  std::vector<SummaryLogLoad> loads;        // in file order
  bool date1904 = false;
};

// The template holds 15,000 loads a table; a file beyond these is refused before it fills memory.
inline constexpr std::size_t summaryLogMaxLoads = 100'000;
inline constexpr std::size_t summaryLogMaxTextBytes = std::size_t{64} << 20;  // of all cells
inline constexpr std::size_t summaryLogMaxJsonBytes = std::size_t{16} << 20;

inline constexpr std::string_view summaryLogPlaceholder = "Choose option";

[[nodiscard]] bool looksLikeSummaryLogSheets(std::span<const SheetHead> sheets);
[[nodiscard]] bool looksLikeSummaryLogJson(ByteView bytes);
[[nodiscard]] Result<SummaryLogFile> parseSummaryLogXlsx(const XlsxWorkbook& workbook,
                                                         const Progress& progress);
[[nodiscard]] Result<SummaryLogFile> parseSummaryLogJson(ByteView bytes);

}  // namespace plumbline
