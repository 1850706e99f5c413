// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one person says of one workspace: whose keys they compared, which keys are their own. It lies in
// the user's folder under the workspace's id and never in the workspace itself, so that nobody who
// hands a workspace over can bring it along.

#include <string>

#include "model/store/database.h"

namespace plumbline {

/// All that there are.
inline constexpr std::string_view userSettingNames[] = {"trust.parties", "trust.policy",    "trust.tsa",
                                                        "trust.word",    "trust.differing", "own.keys",
                                                        "own.claims"};

/// What this user set; empty where they set nothing. Errors: Io, Store.
[[nodiscard]] Result<std::string> userSetting(const Database& database, std::string_view name);
/// Gives the workspace an id where it has none: within the caller's transaction. Errors: Io, Store.
[[nodiscard]] Result<void> setUserSetting(const Database& database, std::string_view name,
                                          std::string_view value);
/// For a workspace that goes away with this connection: its settings go with it.
[[nodiscard]] Result<void> forgetUserSettingsAtEnd(const Database& database);
/// Whether it is such a one: then nobody else has its file open.
[[nodiscard]] Result<bool> keepsOwnUserSettings(const Database& database);

}  // namespace plumbline
