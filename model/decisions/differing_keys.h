// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keys whose owner reads out other digits, as the user says. Such a key is somebody else's: it stays
// out, and nobody asks what would hold if it were right.

#include <filesystem>
#include <set>
#include <vector>

#include "model/evidence/trust.h"
#include "model/store/database.h"

namespace plumbline {

inline constexpr std::string_view differingSetting = "trust.differing";

/// Their parties lines. Errors: those of the user's settings.
[[nodiscard]] Result<std::set<std::string>> readDifferingKeys(const Database& database);

/// The key that a vkey or the id of a party names, once for each role and party that it signed
/// something here as. Errors: NotFound where nothing here is signed with it, Usage where the party
/// has several keys, and those of the store.
[[nodiscard]] Result<std::vector<PartyKey>> signingKey(const std::filesystem::path& workspace,
                                                       std::string_view word);

/// Keeps that the digits of the key differ, or takes it back. Errors: Usage where the user vouches
/// for the key; those of a change.
[[nodiscard]] Result<void> tellKeyDiffers(const std::filesystem::path& workspace,
                                          const PartyKey& key, bool differs);

}  // namespace plumbline
