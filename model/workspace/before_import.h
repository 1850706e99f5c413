// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the workspace was before an import, kept beside the mark of an unfinished one (unfinished.h),
// so that it can be taken back. Only names and digests of the evidence, and the few small texts that
// an import may replace: everything else is derived from them.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/store/database.h"

namespace plumbline {

struct BeforeImport {
  bool existed = false;  // false: the import made the workspace
  std::set<std::pair<std::string, std::string>> evidence;  // SHA-256, member name
  std::map<std::string, std::string> texts;     // parties.txt, policy.txt, by member name
  std::int64_t lastProblem = 0;                 // its id
};

/// SQL for a workspace that an import has just made.
inline constexpr std::string_view nothingBefore =
    "INSERT INTO settings (name, value) VALUES ('import.before', 'none')";
/// On the transaction that marks the workspace, before anything is changed.
[[nodiscard]] Result<void> keepBefore(const Database& database);
/// Whom the user trusted before is kept in the user's folder, under names with this prefix: never in a
/// file that somebody else may have made.
inline constexpr std::string_view beforePrefix = "before.";
[[nodiscard]] Result<void> copyUserSettings(const Database& from, std::string_view fromPrefix,
                                            const Database& to, std::string_view toPrefix);
[[nodiscard]] Result<std::vector<std::string>> importedUserSettings(const Database& database,
                                                                    std::string_view prefix = {});
[[nodiscard]] Result<void> setImportedUserSettings(const Database& database,
                                                   const std::vector<std::string>& values,
                                                   std::string_view prefix = {});
/// Nothing where nothing was kept.
[[nodiscard]] Result<std::optional<BeforeImport>> readBefore(const Database& database);
[[nodiscard]] Result<void> forgetBefore(const Database& database);

}  // namespace plumbline
