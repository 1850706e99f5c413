// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A party says in its log which keys are its own from here on (docs/file-format.md, "Key sets").

#include <filesystem>
#include <optional>

#include "model/evidence/key_history.h"

namespace plumbline {

/// What changes against the version before; the other keys stay.
struct KeyChange {
  std::vector<NoteVerifier> added;
  std::vector<NoteVerifier> ended;    // retired in good order
  std::vector<NoteVerifier> revoked;  // in other hands
  std::string reason;                 // of what ended or was revoked
  std::optional<std::int64_t> threshold = {};
};

/// A key that signs the new version. The first version also names these keys.
struct KeySetSigner {
  NoteVerifier key;
  const PrivateKey* secret = nullptr;
};

struct LoggedRotation {
  KeySet set;
  std::uint64_t index = 0;  // in the log
  Hash envelope;            // SHA-256
};

/// The party's key sets in a log, in its order. Entries that are none are passed over.
[[nodiscard]] std::vector<LoggedKeySet> keySetsIn(const std::vector<std::string>& entries,
                                                  std::string_view party);

/// Whether the party's key sets in the log let this key sign the entry at `index`; nothing where
/// there is no key set. The first set is taken at its word: the log is the operator's own.
[[nodiscard]] std::optional<HistoryVerdict> judgeKey(std::span<const LoggedKeySet> sets,
                                                     const PrivateKey& key, std::int64_t index);

/// Makes the next version, signs it and appends it to the log. Nothing is written before a reader
/// would take it. Errors: Usage (nothing changes), BadKey (a key that ends is none of the
/// party's, or one is the log's), Duplicate (a key is named already), BadValue (threshold),
/// Inconsistent (not signed by enough keys), and those of LogDirectory.
[[nodiscard]] Result<LoggedRotation> publishKeySet(const std::filesystem::path& log,
                                                   const std::string& party,
                                                   const KeyChange& change,
                                                   std::span<const KeySetSigner> signers);

}  // namespace plumbline
