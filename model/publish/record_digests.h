// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a table for its operator: checked as an importer checks it (model/intake/table_reader.h),
// and every record by its key, so that corrections of earlier records show.

#include <map>
#include <string>

#include "model/intake/table_reader.h"

namespace plumbline {

struct RecordDigest {
  std::int64_t row = 0;
  Hash values;  // of every field of the table, in the table's order; an absent field is empty
};
using RecordDigests = std::map<std::string, RecordDigest, std::less<>>;

struct ReadTable {
  TableContent content;
  std::vector<std::string> columns;
};

/// Errors: as TableReader, with row and column.
[[nodiscard]] Result<ReadTable> readTable(const ByteFeed& feed, Table table,
                                          RecordDigests& records);

}  // namespace plumbline
