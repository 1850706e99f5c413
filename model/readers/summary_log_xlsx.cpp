// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>

#include "model/containers/xlsx_reader.h"
#include "model/readers/summary_log_file.h"
#include "model/readers/summary_log_values.h"

namespace plumbline {

namespace {

constexpr std::string_view metaMarker = "__EPR_META_";
constexpr std::string_view dataMarker = "__EPR_DATA_";
constexpr std::string_view skipMarker = "__EPR_SKIP_COLUMN";
constexpr std::string_view exampleText = "Example";
constexpr std::string_view materialPlaceholder = "Choose material";
constexpr std::string_view rowId = "ROW_ID";

// Columns that only a person fills. The others hold defaults ("No", "01 01 02") and formulas in
// every one of the template's 15,000 rows.
constexpr std::array enteredColumns = {
    std::string_view("DATE_RECEIVED_FOR_REPROCESSING"),
    std::string_view("DATE_RECEIVED_FOR_EXPORT"),
    std::string_view("MONTH_RECEIVED_FOR_REPROCESSING"),
    std::string_view("MONTH_RECEIVED_FOR_EXPORT"),
    std::string_view("DATE_LOAD_LEFT_SITE"),
    std::string_view("DATE_OF_EXPORT"),
    std::string_view("GROSS_WEIGHT"),
    std::string_view("PRODUCT_TONNAGE"),
    std::string_view("PRODUCT_DESCRIPTION"),
    std::string_view("TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON"),
    std::string_view("TONNAGE_OF_UK_PACKAGING_WASTE_EXPORTED"),
};

struct Column {
  int number = 0;
  std::string id;  // empty: skipped
};

struct DataTable {
  SummaryLogKind kind = SummaryLogKind::Received;
  int marker = 0;               // its column
  std::vector<Column> columns;  // by rising number
};

Result<SummaryLogKind> kindOfTable(std::string_view name) {
  if (name == "RECEIVED_LOADS_FOR_REPROCESSING") return SummaryLogKind::Received;
  if (name == "REPROCESSED_LOADS") return SummaryLogKind::Processed;
  if (name == "SENT_ON_LOADS") return SummaryLogKind::SentOn;
  if (name == "RECEIVED_LOADS_FOR_EXPORT" || name == "LOADS_EXPORTED") {
    return SummaryLogKind::Exported;
  }
  return Error{
      ErrorCode::Unsupported, "this table of a summary log is not known", {}, std::string(name)};
}

bool isMarker(const std::string& text) {
  return text.starts_with(metaMarker) || text.starts_with(dataMarker);
}

class SheetParser {
 public:
  SheetParser(SummaryLogFile& file, const std::string& sheet, std::size_t& textBytes)
      : m_file(file), m_sheet(sheet), m_textBytes(textBytes) {}
  Result<bool> row(const XlsxRow& row);

 private:
  Result<void> beginTable(const XlsxRow& row, const XlsxCell& marker);
  void readMeta(const XlsxRow& row);
  Result<void> readLoad(const XlsxRow& row);
  std::string placeOf(int column) const {
    return columnLetters(column) + " of the sheet " + m_sheet;
  }

  SummaryLogFile& m_file;
  const std::string& m_sheet;
  std::size_t& m_textBytes;  // of all loads of the file
  std::optional<DataTable> m_table;
};

void SheetParser::readMeta(const XlsxRow& row) {
  for (const XlsxCell& cell : row.cells) {
    if (!cell.text.starts_with(metaMarker)) continue;
    const XlsxCell* value = row.at(cell.column + 1);
    if (value == nullptr || value->text == materialPlaceholder || isMarker(value->text)) continue;
    m_file.meta[cell.text.substr(metaMarker.size())] =
        value->kind == XlsxKind::Number ? plainNumber(value->text) : value->text;
  }
}

Result<void> SheetParser::beginTable(const XlsxRow& row, const XlsxCell& marker) {
  const auto kind = kindOfTable(std::string_view(marker.text).substr(dataMarker.size()));
  if (!kind) {
    Error error = kind.error();
    error.where.row = row.number;
    error.where.column = placeOf(marker.column);
    return error;
  }
  m_table = DataTable{*kind, marker.column, {}};
  for (const XlsxCell& cell : row.cells) {
    if (cell.column <= marker.column) continue;
    if (isMarker(cell.text)) break;  // another table beside this one would need a second marker
    m_table->columns.push_back({cell.column, cell.text == skipMarker ? "" : cell.text});
  }
  return {};
}

Result<void> SheetParser::readLoad(const XlsxRow& row) {
  SummaryLogLoad load;
  load.kind = m_table->kind;
  load.sheet = m_sheet;
  load.row = row.number;
  for (const Column& column : m_table->columns) {
    const XlsxCell* cell = row.at(column.number);
    if (cell == nullptr || cell->text == summaryLogPlaceholder) continue;
    if (column.id.empty()) {
      if (cell->text == exampleText) return {};
      continue;
    }
    load.cells[column.id] = {cell->text, placeOf(cell->column), cell->kind == XlsxKind::Number,
                             cell->kind == XlsxKind::Fault};
  }
  const XlsxCell* first = row.at(m_table->marker);
  if (first != nullptr && first->text == exampleText) return {};
  const SummaryLogCell* id = load.find(rowId);
  if (id != nullptr && id->text.starts_with("Row ID")) return {};  // the headings for people
  const bool entered =
      std::any_of(enteredColumns.begin(), enteredColumns.end(),
                  [&](std::string_view column) { return load.find(column) != nullptr; });
  if (!entered && id == nullptr) return {};
  for (const auto& [column, cell] : load.cells)
    m_textBytes += cell.text.size() + cell.column.size();
  if (m_file.loads.size() == summaryLogMaxLoads || m_textBytes > summaryLogMaxTextBytes) {
    return Error{ErrorCode::TooLarge, "the summary log has too many loads", {.row = row.number}};
  }
  m_file.loads.push_back(std::move(load));
  return {};
}

Result<bool> SheetParser::row(const XlsxRow& row) {
  readMeta(row);
  const auto marker = std::find_if(row.cells.begin(), row.cells.end(), [](const XlsxCell& cell) {
    return cell.text.starts_with(dataMarker);
  });
  if (marker != row.cells.end()) {
    PLUMBLINE_CHECK(beginTable(row, *marker));
  } else if (m_table) {
    PLUMBLINE_CHECK(readLoad(row));
  }
  return true;
}

}  // namespace

bool looksLikeSummaryLogSheets(std::span<const SheetHead> sheets) {
  const auto hasMarker = [](const XlsxRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const XlsxCell& cell) { return isMarker(cell.text); });
  };
  return std::any_of(sheets.begin(), sheets.end(), [&hasMarker](const SheetHead& sheet) {
    return std::any_of(sheet.rows.begin(), sheet.rows.end(), hasMarker);
  });
}

Result<SummaryLogFile> parseSummaryLogXlsx(const XlsxWorkbook& workbook, const Progress& progress) {
  SummaryLogFile file;
  file.date1904 = workbook.date1904();
  std::size_t textBytes = 0;
  const auto sheets = static_cast<std::int64_t>(workbook.sheetNames().size());
  for (std::int64_t i = 0; i < sheets; ++i) {
    const auto index = static_cast<std::size_t>(i);
    progress.report(Message("Reading %1", workbook.sheetNames()[index]), i, sheets);
    SheetParser parser(file, workbook.sheetNames()[index], textBytes);
    PLUMBLINE_CHECK(workbook.readSheet(
        index, [&](const XlsxRow& row) { return parser.row(row); }, progress));
  }
  return file;
}

}  // namespace plumbline
