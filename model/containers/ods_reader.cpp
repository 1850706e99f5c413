// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/containers/ods_reader.h"

#include <algorithm>
#include <charconv>
#include <deque>

#include "model/containers/xlsx_xml.h"

namespace plumbline {
namespace {

constexpr std::int64_t maxRows = 1'048'576;  // of a sheet, as in the programs that write them
constexpr std::int64_t maxColumns = 16'384;
constexpr std::size_t maxSheets = 1'024;
constexpr std::size_t maxCellBytes = 4u * 32'767;
constexpr std::string_view contentPart = "content.xml";
constexpr std::string_view mimeType = "application/vnd.oasis.opendocument.spreadsheet";

/// "table:number-columns-repeated" and its like: 1 where absent or no number.
std::int64_t countOf(const XmlPart& xml, std::string_view attribute, std::int64_t most) {
  const std::string_view text = xml.attribute(attribute);
  std::int64_t count = 1;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool isNumber = failed == std::errc() && end == text.data() + text.size();
  return isNumber ? std::clamp<std::int64_t>(count, 1, most) : 1;
}

Result<void> refuseEncrypted(const XlsxPackage& package) {
  const std::string manifest = "META-INF/manifest.xml";
  if (!package.has(manifest)) return {};
  PLUMBLINE_TRY(xml, XmlPart::open(package, manifest));
  for (;;) {
    PLUMBLINE_TRY(more, xml.next());
    if (!more) return {};
    if (xml.isStart("encryption-data")) {
      return Error{ErrorCode::Unsupported,
                   "the spreadsheet is encrypted; save it without a password"};
    }
  }
}

/// The rows of one sheet, from the XML as it goes by.
class SheetReader {
 public:
  SheetReader(XmlPart xml, const OdsDocument::RowFunction& row, const Progress& progress)
      : m_xml(std::move(xml)), m_give(row), m_progress(progress) {}

  Result<SheetNotes> read(const std::string& sheet);

 private:
  Result<bool> readRow();
  Result<void> readCell(bool covered);
  Result<void> takeContent(std::string& text);
  Result<bool> giveRow(std::int64_t repeated);
  Error at(ErrorCode code, Message message) const;

  XmlPart m_xml;
  const OdsDocument::RowFunction& m_give;
  const Progress& m_progress;
  SheetNotes m_notes;
  RawRow m_row;
  std::int64_t m_rows = 0;     // so far
  std::int64_t m_columns = 0;  // of the row so far
  std::size_t m_bytes = 0;     // of the row's texts
  std::size_t m_given = 0;     // of all rows': a few bytes may repeat a long row
  std::deque<std::string> m_texts;
};

Error SheetReader::at(ErrorCode code, Message message) const {
  return {code, std::move(message), {.row = m_rows + 1}};
}

/// The paragraphs of a cell, one a line; notes that hang on it are left out.
Result<void> SheetReader::takeContent(std::string& text) {
  int depth = 0;
  int annotation = 0;  // depth of the open one
  bool paragraph = false;
  for (;;) {
    PLUMBLINE_TRY(more, m_xml.next());
    if (!more) return at(ErrorCode::Malformed, "the sheet ends in a cell");
    if (m_xml.isStart()) {
      ++depth;
      if (annotation == 0 && m_xml.isStart("annotation")) annotation = depth;
      if (annotation != 0) continue;
      if (m_xml.isStart("p") && std::exchange(paragraph, true)) text += '\n';
      if (m_xml.isStart("s")) {
        text.append(static_cast<std::size_t>(countOf(m_xml, "text:c", 1000)), ' ');
      }
    } else if (m_xml.isEnd()) {
      if (depth == 0) return {};
      if (annotation == depth) annotation = 0;
      --depth;
    } else if (depth > 0 && annotation == 0) {
      text += m_xml.characters();
    }
    if (text.size() > maxCellBytes) {
      return at(ErrorCode::TooLarge, "the text of a cell is too long");
    }
  }
}

Result<void> SheetReader::readCell(bool covered) {
  const std::int64_t repeated = countOf(m_xml, "table:number-columns-repeated", maxColumns);
  const std::string type(m_xml.attribute("office:value-type"));
  const bool fault = m_xml.attribute("calcext:value-type") == "error";
  const bool spans = countOf(m_xml, "table:number-columns-spanned", maxColumns) > 1 ||
                     countOf(m_xml, "table:number-rows-spanned", maxRows) > 1;
  const bool formula = !m_xml.attribute("table:formula").empty();
  RawCell cell;
  std::string value;
  if (type == "float" || type == "percentage" || type == "currency") {
    cell.kind = CellKind::Number;
    value = m_xml.attribute("office:value");
  } else if (type == "date") {
    cell.kind = CellKind::Date;
    value = m_xml.attribute("office:date-value");
  } else if (type == "boolean") {
    value = m_xml.attribute("office:boolean-value");
  }
  std::string content;
  PLUMBLINE_CHECK(takeContent(content));
  if (fault) cell.kind = CellKind::Fault;
  if (value.empty() || fault) value = std::move(content);
  const std::int64_t first = m_columns;
  m_columns += repeated;
  if (m_columns > maxColumns) m_columns = maxColumns;
  if (covered || trimmed(value).empty()) return {};
  m_notes.merged += spans ? 1 : 0;
  m_notes.formulas += formula ? repeated : 0;
  cell.text = trimmed(m_texts.emplace_back(std::move(value)));
  m_bytes += cell.text.size() * static_cast<std::size_t>(repeated);
  if (m_bytes > maxRawRowBytes) m_row.defect = RowDefect::TooLong;
  if (m_columns > static_cast<std::int64_t>(maxRawCells)) m_row.defect = RowDefect::TooManyCells;
  if (m_row.defect != RowDefect::None) return {};
  m_row.cells.resize(static_cast<std::size_t>(first));
  m_row.cells.resize(static_cast<std::size_t>(m_columns), cell);
  return {};
}

Result<bool> SheetReader::giveRow(std::int64_t repeated) {
  const bool blank = m_row.isBlank();
  for (std::int64_t i = 0; i < repeated; ++i) {
    if (m_progress.cancelled()) return Progress::cancelledError();
    m_row.number = ++m_rows;
    if (blank) {
      m_rows += repeated - 1;
      return true;
    }
    m_given += m_bytes;
    if (m_rows > maxRows || m_given > xlsxMaxBytes) {
      return at(ErrorCode::TooLarge, "the sheet has too many rows");
    }
    PLUMBLINE_TRY(goOn, m_give(m_row));
    if (!goOn) return false;
  }
  return true;
}

Result<bool> SheetReader::readRow() {
  const std::int64_t repeated = countOf(m_xml, "table:number-rows-repeated", maxRows);
  m_row.cells.clear();
  m_row.defect = RowDefect::None;
  m_texts.clear();
  m_columns = 0;
  m_bytes = 0;
  for (;;) {
    PLUMBLINE_TRY(more, m_xml.next());
    if (!more) return at(ErrorCode::Malformed, "the sheet ends in a row");
    if (m_xml.isStart("table-cell")) {
      PLUMBLINE_CHECK(readCell(false));
    } else if (m_xml.isStart("covered-table-cell")) {
      PLUMBLINE_CHECK(readCell(true));
    } else if (m_xml.isEnd("table-row")) {
      return giveRow(repeated);
    }
  }
}

Result<SheetNotes> SheetReader::read(const std::string& sheet) {
  int tables = 0;  // open ones: a cell may hold a table of its own
  bool wanted = false;
  for (;;) {
    PLUMBLINE_TRY(more, m_xml.next());
    if (!more) break;
    if (m_xml.isStart("table")) {
      ++tables;
      wanted = tables == 1 && m_xml.attribute("table:name") == sheet;
    } else if (m_xml.isEnd("table")) {
      if (wanted && tables == 1) return m_notes;
      --tables;
    } else if (wanted && m_xml.isStart("table-row")) {
      PLUMBLINE_TRY(goOn, readRow());
      if (!goOn) return m_notes;
    }
  }
  return Error{ErrorCode::NotFound, "the spreadsheet has no such sheet", {}, "\"" + sheet + "\""};
}

}  // namespace

bool looksLikeOds(ByteView bytes) {
  // The first member of the archive is named mimetype and stored as it is, from byte 38 on.
  constexpr std::size_t nameAt = 30;
  const std::string_view start = textOf(bytes.first(std::min<std::size_t>(bytes.size(), 128)));
  return looksLikeZip(bytes) && start.size() > nameAt &&
         start.substr(nameAt).starts_with("mimetype" + std::string(mimeType));
}

Result<OdsDocument> OdsDocument::open(ByteView bytes, const Progress& progress) {
  PLUMBLINE_TRY(package, XlsxPackage::open(bytes));
  OdsDocument document(std::move(package));
  PLUMBLINE_CHECK(refuseEncrypted(document.m_package));
  PLUMBLINE_TRY(xml, XmlPart::open(document.m_package, std::string(contentPart)));
  int tables = 0;
  for (;;) {
    PLUMBLINE_TRY(more, xml.next());
    if (!more) return document;
    if (progress.cancelled()) return Progress::cancelledError();
    if (xml.isEnd("table")) --tables;
    if (!xml.isStart("table") || tables++ > 0) continue;
    document.m_names.emplace_back(xml.attribute("table:name"));
    if (document.m_names.size() > maxSheets) {
      return Error{ErrorCode::TooLarge, "the spreadsheet has too many sheets"};
    }
  }
}

Result<SheetNotes> OdsDocument::readSheet(const std::string& sheet, const RowFunction& row,
                                          const Progress& progress) const {
  PLUMBLINE_TRY(xml, XmlPart::open(m_package, std::string(contentPart)));
  PLUMBLINE_TRY(notes, SheetReader(std::move(xml), row, progress).read(sheet));
  notes.macros = m_package.has("Basic/script-lc.xml");
  return notes;
}

}  // namespace plumbline
