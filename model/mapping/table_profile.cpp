// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/table_profile.h"

#include <algorithm>

#include "model/containers/delimited_rows.h"

namespace plumbline {
namespace {

constexpr std::size_t maxShown = 200;  // bytes of a first value
constexpr std::size_t maxUnits = 8;    // different ones in a column
constexpr std::size_t maxUnitBytes = 16;
constexpr std::size_t sniffedRows = 50;

std::size_t cellsIn(const std::vector<std::string>& row) {
  std::size_t count = row.size();
  while (count > 0 && row[count - 1].empty()) --count;
  return count;
}

bool looksLikeData(std::string_view text) {
  NumberEvidence number;
  number.add(text);
  DateEvidence date;
  date.add({text});
  return number.numbers > 0 || date.dates > 0;
}

bool isYear(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text[0] == '2') &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Material; 2018; 2019": a year over numbers that are none.
bool isYearAsHeading(const std::vector<std::string>& row, const std::vector<std::string>* below,
                     std::size_t column) {
  if (below == nullptr || !isYear(row[column])) return false;
  const std::string_view under = column < below->size() ? (*below)[column] : std::string_view();
  return !under.empty() && !isYear(under);
}

/// How often the most frequent number of cells occurs, and that number.
std::pair<std::size_t, std::size_t> commonCells(const std::vector<std::size_t>& counts) {
  std::map<std::size_t, std::size_t> often;
  for (const std::size_t count : counts) ++often[count];
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (const auto& [cells, times] : often) {
    if (times >= best.first) best = {times, cells};
  }
  return best;
}

std::vector<std::size_t> cellCounts(std::string_view head, char delimiter) {
  bool given = false;
  const auto source = [&](std::string& out) -> Result<bool> {
    if (std::exchange(given, true)) return false;
    out += head;
    return true;
  };
  DelimitedRows rows(source, delimiter);
  std::vector<std::size_t> counts;
  RawRow row;
  while (counts.size() < sniffedRows) {
    const auto more = rows.next(row);
    if (!more || !*more) break;
    if (!row.isBlank()) counts.push_back(row.cells.size());
  }
  // The head may end inside a row.
  if (counts.size() > 2 && counts.size() < sniffedRows) counts.pop_back();
  return counts;
}

}  // namespace

bool isUsualEmptyWord(std::string_view text) {
  // Written out as they are: "Z" or "NA" may mean something.
  static constexpr std::string_view words[] = {
      "z",    "-",    "--",   "\u2013", "\u2014", "n/a",  "N/A",   "n.a.", "#N/A",
      "..",   "...",  "null", "NULL",   "k. A.",  "k.A.", "n.d.", "s/o"};
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

Profiler::Profiler(const std::vector<std::string>& headings) {
  for (const std::string& heading : headings) m_profile.columns.emplace_back().heading = heading;
}

void Profiler::add(const RawRow& row) {
  ++m_profile.rows;
  const std::size_t columns = std::min(row.cells.size(), m_profile.columns.size());
  for (std::size_t i = 0; i < columns; ++i) {
    const RawCell& cell = row.cells[i];
    if (cell.text.empty()) continue;
    ColumnProfile& column = m_profile.columns[i];
    if (isUsualEmptyWord(cell.text)) {
      column.emptyWords.emplace(cell.text);
      continue;
    }
    if (++column.filled == 1) column.firstValue = cell.text.substr(0, maxShown);
    column.dates.add(cell);
    if (cell.kind == CellKind::Number) ++column.ownNumbers;
    if (cell.kind != CellKind::Text) continue;
    if (cell.text.size() == 1) ++column.letters[cell.text.front()];
    const NumberAndUnit parts = splitUnit(cell.text);
    const std::int64_t doubts = column.numbers.differing;
    column.numbers.add(parts.number);
    if (doubts == 0 && column.numbers.differing > 0) {
      column.doubtful = cell.text.substr(0, maxShown);
    }
    if (parts.unit.size() > maxUnitBytes) continue;
    const auto unit = column.units.find(parts.unit);
    if (unit != column.units.end()) {
      ++unit->second;
    } else if (column.units.size() < maxUnits) {
      column.units.emplace(parts.unit, 1);
    }
  }
}

std::int64_t headingRowOf(const std::vector<std::vector<std::string>>& firstRows) {
  std::vector<std::size_t> counts;
  for (const auto& row : firstRows) {
    if (cellsIn(row) > 0) counts.push_back(cellsIn(row));
  }
  const std::size_t common = commonCells(counts).second;
  for (std::size_t i = 0; i < firstRows.size(); ++i) {
    const auto& row = firstRows[i];
    const std::size_t cells = cellsIn(row);
    if (cells * 2 <= common || (cells < 2 && common > 1)) continue;
    const auto* below = i + 1 < firstRows.size() ? &firstRows[i + 1] : nullptr;
    std::size_t data = 0;
    for (std::size_t column = 0; column < row.size(); ++column) {
      data += looksLikeData(row[column]) && !isYearAsHeading(row, below, column) ? 1 : 0;
    }
    if (data * 4 <= cells && cells > 0) return static_cast<std::int64_t>(i) + 1;
    // "Total; 3,579" above the headings of a wider table.
    if (cells < common) continue;
    return 0;
  }
  return 0;
}

char delimiterOf(std::string_view head) {
  char best = ',';
  std::size_t bestScore = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const std::vector<std::size_t> counts = cellCounts(head, delimiter);
    const auto [times, cells] = commonCells(counts);
    if (counts.empty() || cells < 2) continue;
    // Consistency first; then cells, because a decimal comma cuts every row evenly as well.
    const std::size_t score =
        times * 1000 / counts.size() / 100 * 1000 + std::min<std::size_t>(cells, 999);
    if (score > bestScore) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}

}  // namespace plumbline
