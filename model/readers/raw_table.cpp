// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/raw_table.h"

#include <algorithm>

#include "model/containers/delimited_rows.h"

namespace plumbline {
namespace {

constexpr std::int64_t pieceBytes = 256 << 10;

/// A compound file: old XLS, or a workbook under a password.
bool looksLikeCompoundFile(std::string_view head) {
  return head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

/// Text has few control characters besides tabs and line ends; NULs are those of UTF-16.
bool looksLikeText(ByteView head) {
  EncodingSniffer sniffer;
  sniffer.add(head);
  std::string text;
  TextDecoder(sniffer.encoding()).decode(head, false, text);
  const auto control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  };
  return std::count_if(text.begin(), text.end(), control) * 100 <=
         static_cast<std::ptrdiff_t>(text.size());
}

CellKind kindOf(XlsxKind kind) {
  if (kind == XlsxKind::Number) return CellKind::Number;
  return kind == XlsxKind::Fault ? CellKind::Fault : CellKind::Text;
}

/// "one of "2141", "2142"", the first few.
Message quotedNames(const std::vector<std::string>& names) {
  constexpr std::size_t most = 10;
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
    out += (i > 0 ? ", \"" : "\"") + names[i] + "\"";
  }
  return Message("one of %1", names.size() > most ? out + ", ..." : out);
}

/// With the empty cells that a workbook leaves out.
void fill(const XlsxRow& row, RawRow& out) {
  out.number = row.number;
  out.cells.clear();
  out.defect = RowDefect::None;
  for (const XlsxCell& cell : row.cells) {
    const auto column = static_cast<std::size_t>(cell.column);
    if (column > maxRawCells) {
      out.defect = RowDefect::TooManyCells;
      return;
    }
    out.cells.resize(column);
    out.cells[column - 1] = {trimmed(cell.text), kindOf(cell.kind)};
  }
}

}  // namespace

Result<RawTable> RawTable::open(const ReadInput& input, const Progress& progress) {
  RawTable table(input);
  if (looksLikeCompoundFile(input.headText())) {
    return Error{ErrorCode::Unsupported,
                 "the workbook is encrypted or of the old XLS format; save it as XLSX without a "
                 "password"};
  }
  if (looksLikeOds(input.head)) {
    PLUMBLINE_TRY(bytes, input.readAll(static_cast<std::int64_t>(xlsxMaxFileBytes)));
    PLUMBLINE_TRY(document, OdsDocument::open(bytes, progress));
    // Moving the vector leaves its bytes where the document reads them.
    table.m_ods = std::make_shared<const OpenOds>(OpenOds{std::move(bytes), std::move(document)});
    if (table.sheetNames().empty()) return Error{ErrorCode::Malformed, "the file has no sheet"};
    return table;
  }
  if (input.workbookFault) return *input.workbookFault;
  table.m_workbook = input.workbook;
  if (table.m_workbook) {
    if (table.sheetNames().empty()) return Error{ErrorCode::Malformed, "the file has no sheet"};
    return table;
  }
  if (looksLikeText(input.head)) return table;
  return Error{ErrorCode::Unsupported, "the file is neither text nor a spreadsheet"};
}

std::vector<std::string> RawTable::sheetNames() const {
  if (m_ods) return m_ods->document.sheetNames();
  return m_workbook ? m_workbook->workbook.sheetNames() : std::vector<std::string>();
}

Result<TextEncoding> RawTable::sniffEncoding(const Progress& progress) const {
  EncodingSniffer sniffer;
  const ByteFeed& feed = *m_input->feed;
  for (std::int64_t at = 0; at < feed.bytes(); at += pieceBytes) {
    if (progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_TRY(window, feed.window(at, std::min(pieceBytes, feed.bytes() - at)));
    sniffer.add(window.view);
  }
  return sniffer.encoding();
}

Result<std::string> RawTable::head(TextEncoding encoding) const {
  std::string text;
  const bool whole = static_cast<std::int64_t>(m_input->head.size()) == m_input->bytes();
  TextDecoder(encoding).decode(m_input->head, whole, text);
  return text;
}

Result<void> RawTable::readText(const FileShape& shape, const RowFunction& row,
                                const Progress& progress) const {
  const ByteFeed& feed = *m_input->feed;
  TextDecoder decoder(shape.encoding);
  std::int64_t at = 0;
  const auto source = [&](std::string& out) -> Result<bool> {
    if (progress.cancelled()) return Progress::cancelledError();
    if (at >= feed.bytes()) return false;
    const std::int64_t count = std::min(pieceBytes, feed.bytes() - at);
    PLUMBLINE_TRY(window, feed.window(at, count));
    at += count;
    decoder.decode(window.view, at == feed.bytes(), out);
    progress.report(Message("Reading %1", m_input->name), at, feed.bytes());
    return true;
  };
  DelimitedRows rows(source, shape.delimiter.value_or(','));
  RawRow raw;
  for (;;) {
    PLUMBLINE_TRY(more, rows.next(raw));
    if (!more) return {};
    PLUMBLINE_TRY(goOn, row(raw));
    if (!goOn) return {};
  }
}

Result<void> RawTable::readSheet(std::size_t sheet, const RowFunction& row, SheetNotes& notes,
                                 const Progress& progress) const {
  RawRow raw;
  const auto give = [&](const XlsxRow& each) -> Result<bool> {
    fill(each, raw);
    return row(raw);
  };
  return m_workbook->workbook.readSheet(sheet, give, progress, &notes);
}

Result<SheetNotes> RawTable::read(const FileShape& shape, const RowFunction& row,
                                  const Progress& progress) const {
  SheetNotes notes;
  if (isText()) {
    PLUMBLINE_CHECK(readText(shape, row, progress));
    return notes;
  }
  const std::vector<std::string> names = sheetNames();
  const auto named = std::find(names.begin(), names.end(), shape.sheet);
  if (named == names.end() && !shape.sheet.empty()) {
    return Error{ErrorCode::NotFound,
                 "the spreadsheet has no such sheet",
                 {},
                 "\"" + shape.sheet + "\"",
                 quotedNames(names)};
  }
  const auto index = named == names.end() ? 0 : static_cast<std::size_t>(named - names.begin());
  if (m_ods) return m_ods->document.readSheet(names[index], row, progress);
  PLUMBLINE_CHECK(readSheet(index, row, notes, progress));
  return notes;
}

}  // namespace plumbline
