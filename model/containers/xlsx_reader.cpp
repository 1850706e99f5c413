// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/containers/xlsx_reader.h"

#include <algorithm>
#include <charconv>

#include "model/containers/xlsx_xml.h"

namespace plumbline {

namespace {

constexpr int maxColumns = 16'384;           // XFD
constexpr std::int64_t maxRows = 1'048'576;  // of a sheet, as in Excel
constexpr std::size_t maxSheets = 1'024;
constexpr std::size_t maxRowBytes = std::size_t{16} << 20;      // texts of one row
constexpr std::size_t maxStrings = 4'000'000;                   // shared strings
constexpr std::size_t maxStringBytes = std::size_t{128} << 20;  // of all shared strings

struct SheetEntry {
  std::string name;
  std::string relation;
};

struct WorkbookPart {
  std::vector<SheetEntry> sheets;
  bool date1904 = false;
};

Result<WorkbookPart> readWorkbookPart(const XlsxPackage& package, const std::string& part) {
  PLUMBLINE_TRY(xml, XmlPart::open(package, part));
  WorkbookPart found;
  for (;;) {
    PLUMBLINE_TRY(more, xml.next());
    if (!more) return found;
    if (xml.isStart("sheet")) {
      found.sheets.push_back(
          {std::string(xml.attribute("name")), std::string(xml.attribute("r:id"))});
      if (found.sheets.size() > maxSheets) {
        return Error{ErrorCode::TooLarge, "the workbook has too many sheets"};
      }
    } else if (xml.isStart("workbookPr")) {
      const std::string_view flag = xml.attribute("date1904");
      found.date1904 = flag == "1" || flag == "true";
    }
  }
}

Result<std::vector<std::string>> readStrings(const XlsxPackage& package, const std::string& part) {
  PLUMBLINE_TRY(xml, XmlPart::open(package, part));
  std::vector<std::string> strings;
  std::size_t bytes = 0;
  for (;;) {
    PLUMBLINE_TRY(more, xml.next());
    if (!more) return strings;
    if (!xml.isStart("si")) continue;
    PLUMBLINE_TRY(text, xml.elementText());
    bytes += text.size();
    strings.push_back(std::move(text));
    if (strings.size() > maxStrings || bytes > maxStringBytes) {
      return Error{ErrorCode::TooLarge, "the workbook has too many texts"};
    }
  }
}

// The rows of one sheet, from the XML as it goes by.
class SheetReader {
 public:
  SheetReader(XmlPart xml, const std::string& sheet, const std::vector<std::string>& strings)
      : m_xml(std::move(xml)), m_sheet(sheet), m_strings(strings) {}
  Result<void> read(const XlsxWorkbook::RowFunction& row, const Progress& progress,
                    SheetNotes* notes);

 private:
  Result<void> beginRow();
  Result<void> readCell();
  Result<void> readValue(XlsxCell& cell, const std::string& type);
  Result<void> store(XlsxCell& cell, const std::string& type, std::string text);
  Result<void> countMerged(SheetNotes& notes);
  Error at(ErrorCode code, Message message, std::string found) const;

  XmlPart m_xml;
  const std::string& m_sheet;
  const std::vector<std::string>& m_strings;
  XlsxRow m_row;
  std::size_t m_rowBytes = 0;  // of the texts in it
  int m_column = 0;            // of the cell being read
};

Error SheetReader::at(ErrorCode code, Message message, std::string found) const {
  Place place;
  place.row = m_row.number;
  place.column = columnLetters(std::max(m_column, 1)) + " of the sheet " + m_sheet;
  return {code, std::move(message), std::move(place), std::move(found)};
}

Result<void> SheetReader::beginRow() {
  const std::string_view reference = m_xml.attribute("r");
  std::int64_t number = m_row.number + 1;
  bool isNumber = true;
  if (!reference.empty()) {
    const char* const last = reference.data() + reference.size();
    const auto [end, failed] = std::from_chars(reference.data(), last, number);
    isNumber = failed == std::errc() && end == last;
  }
  if (!isNumber || number <= m_row.number || number > maxRows) {
    return at(ErrorCode::Malformed, "the rows of the sheet are not in order",
              std::string(reference));
  }
  m_row.number = number;
  m_row.cells.clear();
  m_rowBytes = 0;
  m_column = 0;
  return {};
}

Result<void> SheetReader::store(XlsxCell& cell, const std::string& type, std::string text) {
  if (type == "s") {
    std::size_t index = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (failed != std::errc() || end != text.data() + text.size() || index >= m_strings.size()) {
      return at(ErrorCode::Malformed, "the cell names a text that the workbook lacks",
                std::move(text));
    }
    text = m_strings[index];
  } else if (type == "b") {
    cell.kind = XlsxKind::Flag;
  } else if (type == "e") {
    cell.kind = XlsxKind::Fault;
  } else if (type.empty() || type == "n") {
    cell.kind = XlsxKind::Number;
  }
  cell.text = std::move(text);
  return {};
}

Result<void> SheetReader::readValue(XlsxCell& cell, const std::string& type) {
  for (int depth = 0;;) {
    PLUMBLINE_TRY(more, m_xml.next());
    if (!more) return at(ErrorCode::Malformed, "the sheet ends in a cell", {});
    if (m_xml.isEnd() && depth-- == 0) return {};
    if (!m_xml.isStart()) continue;
    if (depth == 0 && m_xml.isStart("f")) cell.formula = true;
    if (depth > 0 || !(m_xml.isStart("v") || m_xml.isStart("is"))) {
      ++depth;
      continue;
    }
    PLUMBLINE_TRY(text, m_xml.elementText());
    PLUMBLINE_CHECK(store(cell, type, std::move(text)));
  }
}

Result<void> SheetReader::readCell() {
  const std::string_view reference = m_xml.attribute("r");
  const std::string type(m_xml.attribute("t"));
  const int column = reference.empty() ? m_column + 1 : columnOfReference(reference);
  if (column <= m_column || column > maxColumns) {
    return at(ErrorCode::Malformed, "the cells of the row are not in order",
              std::string(reference));
  }
  m_column = column;
  XlsxCell cell;
  cell.column = column;
  PLUMBLINE_CHECK(readValue(cell, type));
  // One long shared text may stand in every cell.
  m_rowBytes += cell.text.size();
  if (m_rowBytes > maxRowBytes)
    return at(ErrorCode::TooLarge, "the texts of the row are too long", {});
  if (!cell.text.empty()) m_row.cells.push_back(std::move(cell));
  return {};
}

/// The merged areas stand behind the rows and before anything long (ECMA-376, CT_Worksheet).
Result<void> SheetReader::countMerged(SheetNotes& notes) {
  for (;;) {
    PLUMBLINE_TRY(more, m_xml.next());
    if (!more) return {};
    if (m_xml.isStart("mergeCell")) ++notes.merged;
    const bool behind = m_xml.isEnd("mergeCells") || m_xml.isStart("conditionalFormatting") ||
                        m_xml.isStart("dataValidations") || m_xml.isStart("pageMargins");
    if (behind) return m_xml.skipRest();
  }
}

Result<void> SheetReader::read(const XlsxWorkbook::RowFunction& row, const Progress& progress,
                               SheetNotes* notes) {
  bool inData = false;
  for (;;) {
    PLUMBLINE_TRY(more, m_xml.next());
    if (!more) return {};
    if (m_xml.isStart("sheetData")) {
      inData = true;
    } else if (inData && m_xml.isStart("row")) {
      PLUMBLINE_CHECK(beginRow());
    } else if (inData && m_xml.isStart("c")) {
      PLUMBLINE_CHECK(readCell());
    } else if (inData && m_xml.isEnd("row")) {
      if (progress.cancelled()) return Progress::cancelledError();
      if (m_row.cells.empty()) continue;
      if (notes != nullptr) {
        for (const XlsxCell& cell : m_row.cells) notes->formulas += cell.formula ? 1 : 0;
      }
      PLUMBLINE_TRY(goOn, row(m_row));
      if (!goOn) return {};
    } else if (m_xml.isEnd("sheetData")) {
      return notes != nullptr ? countMerged(*notes) : m_xml.skipRest();  // formatting
    }
  }
}

}  // namespace

const XlsxCell* XlsxRow::at(int column) const {
  const auto found = std::lower_bound(cells.begin(), cells.end(), column,
                                      [](const XlsxCell& cell, int c) { return cell.column < c; });
  return found != cells.end() && found->column == column ? &*found : nullptr;
}

Result<XlsxWorkbook> XlsxWorkbook::open(ByteView bytes) {
  PLUMBLINE_TRY(package, XlsxPackage::open(bytes));
  XlsxWorkbook workbook(std::move(package));
  PLUMBLINE_TRY(roots, readRelationships(workbook.m_package, ""));
  const auto root = std::find_if(roots.begin(), roots.end(), [](const auto& entry) {
    return entry.second.type == "officeDocument";
  });
  if (root == roots.end()) return Error{ErrorCode::Malformed, "the archive is not a workbook"};
  const std::string& part = root->second.target;
  PLUMBLINE_TRY(content, readWorkbookPart(workbook.m_package, part));
  PLUMBLINE_TRY(relations, readRelationships(workbook.m_package, part));
  for (const SheetEntry& sheet : content.sheets) {
    const auto relation = relations.find(sheet.relation);
    if (relation == relations.end() || relation->second.type != "worksheet") continue;
    if (std::ranges::count(workbook.m_parts, relation->second.target) > 0) {
      return Error{ErrorCode::Malformed, "two sheets of the workbook are one part"};
    }
    workbook.m_names.push_back(sheet.name);
    workbook.m_parts.push_back(relation->second.target);
  }
  for (const auto& [id, relation] : relations) {
    if (relation.type != "sharedStrings") continue;
    if (!workbook.m_strings.empty()) {
      return Error{ErrorCode::Malformed, "the workbook has more than one list of texts"};
    }
    PLUMBLINE_TRY(strings, readStrings(workbook.m_package, relation.target));
    workbook.m_strings = std::move(strings);
  }
  workbook.m_date1904 = content.date1904;
  return workbook;
}

Result<void> XlsxWorkbook::readSheet(std::size_t sheet, const RowFunction& row,
                                     const Progress& progress, SheetNotes* notes) const {
  PLUMBLINE_TRY(xml, XmlPart::open(m_package, m_parts[sheet]));
  if (notes != nullptr) notes->macros = hasMacros();
  return SheetReader(std::move(xml), m_names[sheet], m_strings).read(row, progress, notes);
}

}  // namespace plumbline
