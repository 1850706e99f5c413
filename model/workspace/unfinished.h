// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mark of an import that has begun and not come to its end. It names the files that are still
// to come, so that no other import takes it away. What it stands on is not the whole evidence:
// nothing may be said about it.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/store/database.h"

namespace plumbline {

/// SQL that marks a new workspace, before anything is known of the files.
inline constexpr std::string_view unfinishedFromTheStart =
    "INSERT INTO settings (name, value) VALUES ('import.unfinished', '0')";

/// Among the files to come while what this person remembers of the logs is still to be compared.
inline constexpr std::string_view comparisonToCome = "checkpoints-seen";

/// Marks the workspace; `files` are names of the import's own choosing.
[[nodiscard]] Result<void> markUnfinished(const Database& database,
                                          std::span<const std::string> files);
/// The file is in, or refused. On the caller's transaction where there is one.
[[nodiscard]] Result<void> noteFileDone(const Database& database, std::string_view file);
[[nodiscard]] Result<bool> isUnfinished(const Database& database);
/// Where the files came from, so that the import can be finished; paths as UTF-8.
[[nodiscard]] Result<void> noteSources(const Database& database,
                                       std::span<const std::string> sources);

struct UnfinishedImport {
  std::int64_t filesIn = 0;
  std::int64_t files = 0;
  std::vector<std::string> sources;
};
/// Nothing where the mark is not there.
[[nodiscard]] Result<std::optional<UnfinishedImport>> readUnfinished(const Database& database);
/// The import has come to its end: the mark goes, and what was kept with it, unless files of an earlier one are still to come.
[[nodiscard]] Result<void> endImport(const Database& database);
/// Errors: Inconsistent, with how many files are in, where the mark is there.
[[nodiscard]] Result<void> requireFinished(const Database& database);

}  // namespace plumbline
