// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/text_rows.h"

#include <algorithm>
#include <memory>

namespace plumbline {
namespace {

constexpr std::int64_t windowBytes = 1 << 20;

/// The encoding, from the head: official files say it with a mark or are plain.
TextEncoding encodingOf(const ReadInput& input) {
  EncodingSniffer sniffer;
  sniffer.add(input.head);
  return sniffer.encoding();
}

/// A character that the head cuts in two must not make UTF-8 look like something else.
class FeedText {
 public:
  FeedText(const ReadInput& input, const Progress& progress)
      : m_input(input), m_progress(progress), m_decoder(encodingOf(input)) {}
  Result<bool> next(std::string& out) {
    if (m_progress.cancelled()) return Progress::cancelledError();
    const std::int64_t left = m_input.bytes() - m_at;
    if (left <= 0) return false;
    m_progress.report(Message("Reading %1", m_input.name), m_at, m_input.bytes());
    const std::int64_t count = std::min(windowBytes, left);
    PLUMBLINE_TRY(window, m_input.feed->window(m_at, count));
    m_at += count;
    m_decoder.decode(window.view, m_at == m_input.bytes(), out);
    return true;
  }

 private:
  const ReadInput& m_input;
  const Progress& m_progress;
  TextDecoder m_decoder;
  std::int64_t m_at = 0;
};

using Columns = std::map<std::string, std::size_t, std::less<>>;

Result<Columns> columnsOf(const RawRow& row, const HeadingName& nameOf) {
  Columns columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string name = nameOf(row.cells[i].text);
    if (name.empty()) continue;
    if (!columns.emplace(name, i).second) {
      return Error{ErrorCode::Duplicate,
                   "two columns have the same heading",
                   {.row = row.number},
                   std::string(row.cells[i].text.substr(0, 80))};
    }
  }
  return columns;
}

}  // namespace

std::string HeadedRow::text(std::string_view heading) const {
  const auto column = m_columns.find(heading);
  return column == m_columns.end() ? std::string() : std::string(m_row.text(column->second));
}

std::string HeadedRow::raw() const {
  std::string all;
  for (const RawCell& cell : m_row.cells) {
    if (&cell != m_row.cells.data()) all += ';';
    all += cell.text;
  }
  return all;
}

Result<void> forEachHeadedRow(const ReadInput& input, char delimiter, const HeadingName& nameOf,
                              const std::function<Result<void>(const HeadedRow&)>& take,
                              const Progress& progress) {
  FeedText text(input, progress);
  DelimitedRows rows([&text](std::string& out) { return text.next(out); }, delimiter);
  std::optional<Columns> columns;
  RawRow row;
  while (true) {
    PLUMBLINE_TRY(more, rows.next(row));
    if (!more) return {};
    if (row.isBlank()) continue;
    if (!columns) {
      PLUMBLINE_TRY(found, columnsOf(row, nameOf));
      columns = std::move(found);
    } else {
      PLUMBLINE_CHECK(take(HeadedRow(row, *columns)));
    }
  }
}

std::vector<std::string> headingsOf(const ReadInput& input, char delimiter) {
  std::string text;
  TextDecoder(encodingOf(input)).decode(input.head, true, text);
  const std::size_t end = text.find_first_of("\r\n");
  if (end == std::string::npos && input.bytes() > readHeadBytes) return {};
  bool given = false;
  DelimitedRows rows(
      [&](std::string& out) -> Result<bool> {
        if (given) return false;
        given = true;
        out += text.substr(0, end);
        return true;
      },
      delimiter);
  RawRow row;
  const auto more = rows.next(row);
  std::vector<std::string> headings;
  if (!more || !*more) return headings;
  for (const RawCell& cell : row.cells) headings.emplace_back(cell.text);
  return headings;
}

}  // namespace plumbline
