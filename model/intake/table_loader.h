// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Loads one table of a publication: reads and hashes it on one thread while this one inserts.

#include "model/intake/row_inserter.h"
#include "model/records/progress.h"

namespace plumbline {

struct LoadedTable {
  TableContent content;
  std::int64_t firstRowid = 0;  // the rows have the rowids firstRowid to firstRowid + rows - 1
  TimeSpan times;
};

/// Works within the caller's transaction; after an error the caller must roll back. With `evidence`
/// the bytes that were read become the slices of that piece of evidence.
/// Errors: as TableReader, Store, Cancelled.
[[nodiscard]] Result<LoadedTable> loadTable(const Database& database, const ByteFeed& feed,
                                            Table table, std::int64_t publication,
                                            std::optional<std::int64_t> evidence,
                                            const Progress& progress, const Message& what);

}  // namespace plumbline
