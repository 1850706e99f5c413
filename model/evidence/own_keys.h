// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The keys that the user signed with in a workspace.

#include <string>
#include <string_view>

#include "model/store/database.h"

namespace plumbline {

inline constexpr std::string_view ownKeysSetting = "own.keys";
/// vkeys of the user, with which they signed in this workspace, a line each.
[[nodiscard]] Result<std::string> ownKeys(const Database& database);
/// `keys` as ownKeys() gave them.
[[nodiscard]] bool hasOwnKey(std::string_view keys, const std::string& vkey);
/// So that whoever signs here is not counted as another person who saw the same log.
[[nodiscard]] Result<void> rememberOwnKey(const Database& database, const std::string& vkey);

}  // namespace plumbline
