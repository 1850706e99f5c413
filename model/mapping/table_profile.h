// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all the values of a table's columns have in common, from one pass over its rows.

#include <map>
#include <set>

#include "model/mapping/date_text.h"
#include "model/mapping/number_text.h"

namespace plumbline {

struct ColumnProfile {
  std::string heading;     // "" where there is none
  std::string firstValue;  // of the first row that has one
  std::int64_t filled = 0;
  NumberEvidence numbers;       // of texts
  std::int64_t ownNumbers = 0;  // of a spreadsheet, whose numbers leave no doubt
  std::string doubtful;         // the first number that can be read in two ways
  DateEvidence dates;
  /// What stands behind the numbers ("t"), and how often; at most a few.
  std::map<std::string, std::int64_t, std::less<>> units;
  /// Single letters, and how often: units may be written so.
  std::map<char, std::int64_t> letters;
  std::set<std::string, std::less<>> emptyWords;  // "-", "n/a": cells that count as empty
};

/// What people write into a cell of which nothing is known, or to which nothing belongs.
[[nodiscard]] bool isUsualEmptyWord(std::string_view text);

struct TableProfile {
  std::vector<ColumnProfile> columns;
  std::int64_t rows = 0;  // below the headings, blank ones left out
};

class Profiler {
 public:
  explicit Profiler(const std::vector<std::string>& headings);
  void add(const RawRow& row);
  [[nodiscard]] const TableProfile& profile() const { return m_profile; }

 private:
  TableProfile m_profile;
};

/// The headings among the first rows of a table: the number of their row, 0 where there are none.
/// Titles above them have fewer cells; data below them has numbers and dates.
[[nodiscard]] std::int64_t headingRowOf(const std::vector<std::vector<std::string>>& firstRows);

/// The delimiter that cuts the first lines of a text into the same number of cells, of at least
/// two: a comma, a semicolon, a tab or a bar. A comma where none does.
[[nodiscard]] char delimiterOf(std::string_view head);

}  // namespace plumbline
