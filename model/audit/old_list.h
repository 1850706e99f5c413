// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Earlier versions kept the user's list of keys in the workspace. Whoever made the file could write one,
// so such a list counts for nothing until its user has compared the keys and says that it is theirs.

#include "model/audit/trust_view.h"

namespace plumbline {

/// The audit's problem of this name says that a workspace brings a list.
inline constexpr std::string_view oldListProblem = "list of keys";

struct OldList {
  std::vector<TrustedKey> keys;  // parties, then logs, then witnesses
  std::string digest;            // 16 hex digits over the list: what was shown is what is taken over
};

/// No keys where the workspace brings no list. Errors: those of the parser, which name the line, and
/// those of the store.
[[nodiscard]] Result<OldList> readOldList(const std::filesystem::path& workspace);

/// Makes the list part of the user's own, which goes first, and takes it out of the workspace; every
/// publication is judged anew. Certificates of time stamps are not taken over. Errors: NotFound (there is
/// none), Mismatch (it is not the list of that digest), Duplicate (one key has one job), Io and those of
/// the import.
[[nodiscard]] Result<ImportReport> takeOverOldList(const std::filesystem::path& workspace,
                                                   const std::string& digest,
                                                   const Progress& progress);

}  // namespace plumbline
