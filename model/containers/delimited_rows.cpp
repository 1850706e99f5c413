// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/containers/delimited_rows.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr int maxOpenQuotes = 100;  // each costs another look at a MiB

/// Where the cell or the line ends. A loop of our own: find_first_of calls memchr for every byte.
std::size_t cellEnd(const std::string& text, std::size_t at, char delimiter) {
  while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') ++at;
  return at;
}

}  // namespace

Result<void> DelimitedRows::refill() {
  m_buffer.erase(0, m_start);
  m_start = 0;
  PLUMBLINE_TRY(more, m_source(m_buffer));
  m_sourceEnded = !more;
  return {};
}

void DelimitedRows::addCell(RawRow& row, std::string_view text) {
  if (row.cells.size() < maxRawCells) {
    row.cells.push_back({trimmed(text)});
  } else {
    row.defect = RowDefect::TooManyCells;
  }
}

/// At a delimiter, at a line end, or at the end of the text.
DelimitedRows::Scan DelimitedRows::endCell() {
  m_rowEnded = true;
  if (m_at == m_buffer.size()) return m_sourceEnded ? Scan::Done : Scan::Incomplete;
  const char c = m_buffer[m_at++];
  if (c == m_delimiter) {
    m_rowEnded = false;
  } else if (c == '\r') {
    if (m_at == m_buffer.size() && !m_sourceEnded) return Scan::Incomplete;
    if (m_at < m_buffer.size() && m_buffer[m_at] == '\n') ++m_at;
  }
  return Scan::Done;
}

DelimitedRows::Scan DelimitedRows::scanPlain(RawRow& row) {
  const std::size_t start = m_at;
  m_at = cellEnd(m_buffer, m_at, m_delimiter);
  const std::size_t end = m_at;
  const Scan ended = endCell();
  if (ended == Scan::Done) addCell(row, std::string_view(m_buffer).substr(start, end - start));
  return ended;
}

/// A quote that follows the closing one is a quote in the text; other characters up to the
/// delimiter belong to the text as they stand.
DelimitedRows::Scan DelimitedRows::scanQuoted(RawRow& row) {
  std::string& text = m_copies.emplace_back();
  ++m_at;
  for (;;) {
    const std::size_t quote = m_buffer.find('"', m_at);
    if (quote == std::string::npos) return Scan::OpenQuote;
    text.append(m_buffer, m_at, quote - m_at);
    m_at = quote + 1;
    if (m_at == m_buffer.size() && !m_sourceEnded) return Scan::Incomplete;
    if (m_at == m_buffer.size() || m_buffer[m_at] != '"') break;
    text += '"';
    ++m_at;
  }
  const std::size_t end = cellEnd(m_buffer, m_at, m_delimiter);
  text.append(m_buffer, m_at, end - m_at);
  m_at = end;
  const Scan ended = endCell();
  if (ended == Scan::Done) addCell(row, text);
  return ended;
}

DelimitedRows::Scan DelimitedRows::scanRow(RawRow& row, bool quotes) {
  row.cells.clear();
  row.defect = RowDefect::None;
  m_copies.clear();
  m_at = m_start;
  m_rowEnded = false;
  while (!m_rowEnded) {
    const bool quoted = quotes && m_at < m_buffer.size() && m_buffer[m_at] == '"';
    const Scan cell = quoted ? scanQuoted(row) : scanPlain(row);
    if (cell != Scan::Done) return cell;
  }
  return Scan::Done;
}

/// The row is its first line, so that one stray quote does not swallow the rest of the file.
Result<void> DelimitedRows::readOpenQuote(RawRow& row) {
  if (++m_openQuotes > maxOpenQuotes) {
    return Error{
        ErrorCode::Malformed, "quotes are not closed in more than 100 rows", {.row = m_rows + 1}};
  }
  if (scanRow(row, false) != Scan::Done) {
    PLUMBLINE_CHECK(skipLine());
    row.cells.clear();
    row.defect = RowDefect::TooLong;
    return {};
  }
  row.defect = RowDefect::OpenQuote;
  return {};
}

/// Reads on to the end of the line without keeping it.
Result<void> DelimitedRows::skipLine() {
  for (;;) {
    const std::size_t end = cellEnd(m_buffer, m_start, '\n');
    const bool isLastReturn = end + 1 == m_buffer.size() && m_buffer[end] == '\r';
    if (end < m_buffer.size() && (!isLastReturn || m_sourceEnded)) {
      const bool pair = m_buffer[end] == '\r' && end + 1 < m_buffer.size();
      m_at = end + (pair && m_buffer[end + 1] == '\n' ? 2 : 1);
      return {};
    }
    m_at = m_buffer.size();
    if (m_sourceEnded) return {};
    m_start = end;
    PLUMBLINE_CHECK(refill());
  }
}

Result<bool> DelimitedRows::next(RawRow& row) {
  for (;;) {
    if (m_start == m_buffer.size() && m_sourceEnded) return false;
    const Scan scan = m_start < m_buffer.size() ? scanRow(row, true) : Scan::Incomplete;
    if (scan == Scan::Done) break;
    if (m_buffer.size() - m_start > maxRawRowBytes || m_sourceEnded) {
      if (scan == Scan::OpenQuote) {
        PLUMBLINE_CHECK(readOpenQuote(row));
        break;
      }
      PLUMBLINE_CHECK(skipLine());
      row.cells.clear();
      row.defect = RowDefect::TooLong;
      break;
    }
    PLUMBLINE_CHECK(refill());
  }
  if (m_at - m_start > maxRawRowBytes) {
    row.cells.clear();
    row.defect = RowDefect::TooLong;
  }
  m_start = m_at;
  row.number = ++m_rows;
  return true;
}

}  // namespace plumbline
