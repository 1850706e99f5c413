// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/table_survey.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::size_t firstRows = 30;
constexpr std::size_t previewLines = 4;
constexpr std::size_t previewBytes = 240;

std::string cut(std::string text) {
  if (text.size() <= previewBytes) return text;
  text.resize(previewBytes);
  while (!isUtf8(text)) text.pop_back();
  return text + "\u2026";
}

std::vector<std::string> linesOf(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < previewLines) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (end > 0) lines.push_back(cut(std::string(text.substr(0, end))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string lineOf(const RawRow& row) {
  std::string line;
  for (const RawCell& cell : row.cells) {
    if (!line.empty()) line += " | ";
    line += cell.text;
  }
  return cut(line);
}

std::vector<std::string> textsOf(const RawRow& row) {
  std::vector<std::string> texts;
  for (const RawCell& cell : row.cells) texts.emplace_back(cell.text);
  return texts;
}

/// A row whose views have their own texts.
struct KeptRow {
  RawRow row;
  std::vector<std::string> texts;
  explicit KeptRow(const RawRow& from) : row(from), texts(textsOf(from)) { relink(); }
  KeptRow(KeptRow&& other) noexcept : row(std::move(other.row)), texts(std::move(other.texts)) {
    relink();
  }
  void relink() {
    for (std::size_t i = 0; i < texts.size(); ++i) row.cells[i].text = texts[i];
  }
};

class Surveyor {
 public:
  explicit Surveyor(TableSurvey& out, std::optional<std::int64_t> headingRow)
      : m_out(out), m_headingRow(headingRow) {}

  void take(const RawRow& row) {
    if (row.isBlank()) return;
    if (m_profiler) {
      m_profiler->add(row);
      return;
    }
    m_first.emplace_back(row);
    if (m_first.size() == firstRows) settle();
  }

  Result<void> finish() {
    if (!m_profiler) settle();
    if (m_first.empty()) return Error{ErrorCode::Malformed, "the file holds no rows"};
    m_out.profile = m_profiler->profile();
    return {};
  }

 private:
  void settle() {
    std::vector<std::vector<std::string>> texts;
    for (const KeptRow& kept : m_first) texts.push_back(kept.texts);
    if (!m_headingRow) {
      const std::int64_t found = headingRowOf(texts);
      m_headingRow = found == 0 ? 0 : m_first[static_cast<std::size_t>(found) - 1].row.number;
    }
    m_out.shape.headingRow = *m_headingRow;
    std::size_t columns = 0;
    for (const KeptRow& kept : m_first) {
      if (kept.row.number == *m_headingRow) m_out.headings = kept.texts;
      columns = std::max(columns, kept.texts.size());
    }
    if (*m_headingRow == 0) m_out.headings.assign(columns, {});
    if (!m_out.isText) {
      for (const KeptRow& kept : m_first) {
        if (m_out.preview.size() < previewLines) m_out.preview.push_back(lineOf(kept.row));
      }
    }
    m_profiler.emplace(m_out.headings);
    for (const KeptRow& kept : m_first) {
      if (kept.row.number > *m_headingRow) m_profiler->add(kept.row);
    }
  }

  TableSurvey& m_out;
  std::optional<std::int64_t> m_headingRow;
  std::vector<KeptRow> m_first;
  std::optional<Profiler> m_profiler;
};

}  // namespace

Result<TableSurvey> surveyTable(const ReadInput& input, const ShapeChoice& choice,
                                const Progress& progress) {
  PLUMBLINE_TRY(table, RawTable::open(input, progress));
  TableSurvey out;
  out.isText = table.isText();
  out.date1904 = table.date1904();
  out.sheets = table.sheetNames();
  if (out.isText) {
    PLUMBLINE_TRY(sniffed, choice.encoding ? Result<TextEncoding>(*choice.encoding)
                                           : table.sniffEncoding(progress));
    PLUMBLINE_TRY(head, table.head(sniffed));
    out.shape.encoding = sniffed;
    out.shape.delimiter = choice.delimiter ? *choice.delimiter : delimiterOf(head);
    out.preview = linesOf(head);
  } else {
    out.shape.sheet = choice.sheet.value_or(out.sheets.front());
  }
  Surveyor surveyor(out, choice.headingRow);
  const auto take = [&surveyor](const RawRow& row) -> Result<bool> {
    surveyor.take(row);
    return true;
  };
  PLUMBLINE_TRY(notes, table.read(out.shape, take, progress));
  out.notes = notes;
  PLUMBLINE_CHECK(surveyor.finish());
  return out;
}

}  // namespace plumbline
