// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The statement by which a party says which keys are its own: predicate urn:plumbline:keyset:v1
// (docs/file-format.md, "Key sets"). A key is valid for an interval of log indices, never of dates.

#include "crypto/dsse.h"
#include "crypto/note.h"

namespace plumbline {

inline constexpr std::string_view keySetPredicateType = "urn:plumbline:keyset:v1";

struct KeySetKey {
  NoteVerifier key;
  std::int64_t from = 0;  // the first log index that it may sign
};

struct EndedKey {
  NoteVerifier key;
  std::int64_t at = 0;  // from this log index on it signs nothing
  std::string reason;
};

struct KeySet {
  std::string party;
  std::int64_t version = 0;    // from 1
  std::int64_t threshold = 0;  // of its keys that sign a key set
  std::vector<KeySetKey> keys;
  std::vector<EndedKey> ended;    // retired in good order
  std::vector<EndedKey> revoked;  // in other hands
};

/// Errors: Malformed, BadKey, BadValue (a threshold that the keys cannot meet), Duplicate (a key
/// named twice among the current ones; an ended or revoked one may still stand there).
[[nodiscard]] Result<KeySet> parseKeySet(const Statement& statement);
[[nodiscard]] Statement keySetStatement(const KeySet& set);
/// The signed envelope, ready to be stored as a log entry.
[[nodiscard]] std::string signKeySet(const KeySet& set, std::span<const PrivateKey* const> keys);

}  // namespace plumbline
