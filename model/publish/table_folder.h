// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The folder that an operator publishes from: <table>.csv and nothing else.

#include <filesystem>
#include <optional>
#include <vector>

#include "model/import/member_source.h"
#include "model/records/progress.h"
#include "model/records/tables.h"

namespace plumbline {

struct TableFile {
  std::filesystem::path path;
  std::optional<Table> table;  // nothing: the file is no table
};

/// Every file but hidden ones, tables first, in the order of the tables whatever the system's.
/// Errors: NotFound, Io.
[[nodiscard]] Result<std::vector<TableFile>> filesToPublish(const std::filesystem::path& folder);
/// Errors: NotFound, TooLarge, Io.
[[nodiscard]] Result<FileBytes> readTableFile(const std::filesystem::path& path);

/// What would be published, file by file.
struct TablePreview {
  std::string file;
  std::int64_t rows = 0;
  std::optional<Error> problem;  // with row and column, where the table has them
};
/// Reads every table to its first problem. Errors: those of filesToPublish, Cancelled.
[[nodiscard]] Result<std::vector<TablePreview>> previewTables(const std::filesystem::path& folder,
                                                              const Progress& progress);

}  // namespace plumbline
