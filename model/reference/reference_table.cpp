// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reference/reference_table.h"

#include <algorithm>
#include <set>

#include "crypto/bytes.h"


namespace plumbline {
namespace {

constexpr std::size_t maxTitleBytes = 400;
constexpr std::size_t maxValueBytes = 400;

Error faultAt(ErrorCode code, Message message, std::int64_t row, std::string_view found = {},
              Message expected = {}) {
  return {code,
          std::move(message),
          {{}, row},
          found.empty() ? std::string() : "\"" + std::string(found.substr(0, 80)) + "\"",
          std::move(expected)};
}

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string> valuesOf(std::string_view line) {
  std::vector<std::string> values;
  while (true) {
    const std::size_t tab = line.find('\t');
    values.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return values;
    line.remove_prefix(tab + 1);
  }
}

/// "# version: 2014/955/EU" -> the part behind the colon.
Result<std::string> titleIn(const std::vector<std::string_view>& lines, std::size_t at,
                            std::string_view word) {
  const std::string start = "# " + std::string(word) + ": ";
  const bool there = at < lines.size() && lines[at].starts_with(start);
  const std::string_view value = there ? lines[at].substr(start.size()) : std::string_view();
  if (!value.empty() && value.size() <= maxTitleBytes) return std::string(value);
  return faultAt(ErrorCode::Malformed, Message("the line does not state the table's %1", word),
                 static_cast<std::int64_t>(at) + 1,
                 at < lines.size() ? lines[at] : std::string_view("the end of the file"),
                 Message("%1and at most %2 bytes", start, maxTitleBytes));
}

std::string joined(std::span<const std::string_view> columns) {
  std::string out;
  for (const std::string_view column : columns) {
    if (!out.empty()) out += ", ";
    out += column;
  }
  return out;
}

Result<void> checkRow(const ReferenceKind& kind, const std::vector<std::string>& row,
                      std::int64_t line) {
  if (row.size() != kind.columns.size()) {
    return faultAt(ErrorCode::Malformed, "the row has another number of values than the head", line,
                   std::to_string(row.size()), Message::data(std::to_string(kind.columns.size())));
  }
  const auto at = [&](std::size_t column, Message expected) {
    Error error = faultAt(ErrorCode::BadValue, "the value breaks the rules of its column", line,
                          row[column], std::move(expected));
    error.where.column = kind.columns[column];
    return error;
  };
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    const bool good = !row[i].empty() && row[i].size() <= maxValueBytes &&
                      std::none_of(row[i].begin(), row[i].end(), control);
    if (!good) return at(i, Message("1 to %1 bytes of text", maxValueBytes));
  }
  ReferenceKind::Fault fault = kind.check(row);
  if (!fault.expected.empty()) return at(fault.column, std::move(fault.expected));
  return {};
}

std::string keyOf(const ReferenceKind& kind, const std::vector<std::string>& row) {
  std::string key;
  for (std::size_t i = 0; i < kind.keys; ++i) key += row[i] + '\t';
  return key;
}

}  // namespace

Result<ReferenceTable> parseReferenceTable(std::string_view text) {
  if (text.size() > maxReferenceBytes) {
    return faultAt(ErrorCode::TooLarge, "the table is too large", 0, std::to_string(text.size()),
                   "at most 1 MiB");
  }
  if (!isUtf8(text)) return faultAt(ErrorCode::Encoding, "the table is not UTF-8", 0);
  const std::vector<std::string_view> lines = linesOf(text);
  ReferenceTable table;
  PLUMBLINE_TRY(name, titleIn(lines, 0, "table"));
  PLUMBLINE_TRY(version, titleIn(lines, 1, "version"));
  PLUMBLINE_TRY(source, titleIn(lines, 2, "source"));
  const ReferenceKind* kind = findReferenceKind(name);
  if (kind == nullptr) {
    return faultAt(ErrorCode::Unsupported, "there is no reference table of this name", 1, name);
  }
  constexpr std::size_t head = 3;
  const auto columns = lines.size() > head ? valuesOf(lines[head]) : std::vector<std::string>();
  if (!std::equal(columns.begin(), columns.end(), kind->columns.begin(), kind->columns.end())) {
    return faultAt(ErrorCode::MissingColumn, "the head does not name the columns of this table", 4,
                   lines.size() > head ? lines[head] : std::string_view(),
                   Message::data(joined(kind->columns)));
  }
  std::set<std::string> keys;
  for (std::size_t i = head + 1; i < lines.size(); ++i) {
    const auto line = static_cast<std::int64_t>(i) + 1;
    if (table.rows.size() >= maxReferenceRows) {
      return faultAt(ErrorCode::TooLarge, "the table has too many rows", line, {},
                     Message("at most %1", maxReferenceRows));
    }
    std::vector<std::string> row = valuesOf(lines[i]);
    PLUMBLINE_CHECK(checkRow(*kind, row, line));
    if (!keys.insert(keyOf(*kind, row)).second) {
      return faultAt(ErrorCode::Duplicate, "an earlier row has the same key", line, row.front());
    }
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return faultAt(ErrorCode::Malformed, "the table has no rows", 0);
  table.name = std::move(name);
  table.version = std::move(version);
  table.source = std::move(source);
  table.text = text;
  table.sha256 = sha256(bytesOf(text));
  return table;
}

}  // namespace plumbline
