// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who signed an audit file says in the statement whose keys they had named. A user who knows the
// author may read the audit on their word: those keys then count, as "on the word of …"
// (docs/keys-and-trust.md, "On the word of who signed the audit").

#include <span>

#include "model/evidence/audit_statement.h"
#include "model/evidence/known_key.h"
#include "model/store/database.h"

namespace plumbline {

/// vkey of the author on whose word the user reads the audit; nobody's where it is empty.
inline constexpr std::string_view wordSetting = "trust.word";

struct AuthorsWord {
  std::string name;  // of the key
  std::string vkey;
  std::string fingerprint;      // 12 groups of 5 digits
  std::vector<PartyKey> names;  // by role, id and vkey as text
  bool known = false;           // the user named this key as one of a person
  bool taken = false;           // the user reads the audit on their word
  [[nodiscard]] bool counts() const { return known && taken; }
};

/// Everybody else who signed this audit, or one that was taken into it, and named keys; by vkey. Of
/// several statements by one key, `audits`, those about this very evidence speak, else all; a key counts as
/// named where each of these names it. `keys` holds the user's own list. Errors: only those of the
/// store.
[[nodiscard]] Result<std::vector<AuthorsWord>> readAuthors(const Database& database,
                                                           std::span<const AuditStatement> audits,
                                                           std::span<const KnownKey> keys);

/// The vkey of the author of this name or vkey; an empty text for an empty text. Errors: NotFound,
/// Duplicate where two authors have this name, and those of the store.
[[nodiscard]] Result<std::string> authorCalled(const Database& database, const std::string& name);

}  // namespace plumbline
