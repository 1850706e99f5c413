// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A first look at somebody's table: what kind of file it is, where its headings are, and what the
// values of each column have in common. One pass over the whole file, memory that does not grow.

#include "model/readers/raw_table.h"

namespace plumbline {

/// What a person decided about the file instead of the sniffers.
struct ShapeChoice {
  std::optional<TextEncoding> encoding = {};
  std::optional<char> delimiter = {};
  std::optional<std::string> sheet = {};
  std::optional<std::int64_t> headingRow = {};
};

struct TableSurvey {
  FileShape shape;
  bool isText = true;
  bool date1904 = false;
  std::vector<std::string> sheets;
  std::vector<std::string> headings;  // "" where a column has none
  TableProfile profile;
  std::vector<std::string> preview;  // the first lines as they stand, cut to a screen's width
  SheetNotes notes;
};

/// Errors: as RawTable; Malformed where the file has no row.
[[nodiscard]] Result<TableSurvey> surveyTable(const ReadInput& input, const ShapeChoice& choice,
                                              const Progress& progress);

}  // namespace plumbline
