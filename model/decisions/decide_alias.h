// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Decisions about names: made, signed, taken back.

#include <filesystem>

#include "crypto/keys.h"

#include "model/books/alias_book.h"

namespace plumbline {

/// What somebody decides of two names.
struct AliasRequest {
  NamePair pair;
  std::string reason;  // their words; may be empty
};

/// One of several that are signed together: a decision, or that one's own holds no longer.
struct AliasStep {
  AliasRequest request;
  bool withdraw = false;
};

/// What became of it.
enum class AliasDone : std::uint8_t { Signed, WasThere };

/// Signs whether two names are one, and keeps it in the workspace. An earlier word of the same key on
/// the same pair gives way to it. Errors: BadValue (a name, or both are one); Inconsistent, and nothing
/// is signed, where the names cannot be one (AliasFault); those of the workspace.
[[nodiscard]] Result<AliasDone> decideAlias(const std::filesystem::path& workspace,
                                            const AliasRequest& request, const std::string& name,
                                            const PrivateKey& key);
/// Takes back what this key said of the pair; how many statements that were. Errors: NotFound where it
/// said nothing, or took it back before.
[[nodiscard]] Result<int> withdrawAlias(const std::filesystem::path& workspace, NameKind kind,
                                        const std::string& a, const std::string& b,
                                        const std::string& reason, const std::string& name,
                                        const PrivateKey& key);
/// All of them or none. Errors: those of the two above.
[[nodiscard]] Result<void> decideAliases(const std::filesystem::path& workspace,
                                         const std::vector<AliasStep>& steps, const std::string& name,
                                         const PrivateKey& key);
/// Errors: Store.
[[nodiscard]] Result<AliasBook> readAliases(const std::filesystem::path& workspace);

/// The same within a change that the caller commits.
[[nodiscard]] Result<AliasDone> addAlias(const Database& database, const AliasRequest& request,
                                         const std::string& name, const PrivateKey& key);
[[nodiscard]] Result<int> removeAlias(const Database& database, NameKind kind, const std::string& a,
                                      const std::string& b, const std::string& reason,
                                      const std::string& name, const PrivateKey& key);

}  // namespace plumbline
