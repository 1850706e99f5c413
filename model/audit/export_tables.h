// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The current records of a workspace as tables that anybody can read, and that an import reads back
// as the same records.

#include <filesystem>
#include <string>
#include <vector>

#include "crypto/result.h"
#include "model/records/progress.h"

namespace plumbline {

struct ExportedTable {
  std::string file;  // below the folder: "shipments/ecosphere-north.csv"
  std::string table;
  std::string party;
  std::int64_t rows = 0;
};

/// Writes <folder>/<table>/<party>.csv for every table and party that have records: UTF-8, comma, LF,
/// the published field names, records in the order they were published; what a later publication
/// replaced is left out. Names that no file can have are changed, the answer says which is which.
/// Errors: Io, also where a file is there already; Store, Cancelled.
[[nodiscard]] Result<std::vector<ExportedTable>> exportTables(
    const std::filesystem::path& workspace, const std::filesystem::path& folder,
    const Progress& progress);

}  // namespace plumbline
