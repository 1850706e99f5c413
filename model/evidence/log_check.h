// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A party's log, recomputed: does the checkpoint's signature hold, do the leaf hashes lead to its
// root, is every entry here, and does every checkpoint seen fit the same history?

#include <map>

#include "model/evidence/keyring.h"
#include "model/store/evidence_store.h"

namespace plumbline {

/// The first 32 hex digits of SHA-256 of the origin: the name of a log's folder.
[[nodiscard]] std::string originHash(std::string_view origin);

/// The origin hash in the name of a member of a log; empty for any other.
[[nodiscard]] std::string originHashOf(std::string_view member);

/// The setting of the workspace with the size of the largest checkpoint of a log that its user has
/// seen verified anywhere.
[[nodiscard]] std::string newestSetting(std::string_view originHash);

/// Hashes of 32 bytes each; what is left over at the end is not looked at.
[[nodiscard]] std::vector<Hash> leavesOf(ByteView hashes);

/// What the evidence holds of one log.
struct LogEvidence {
  std::vector<EvidenceItem> checkpoints;
  std::vector<EvidenceItem> hashes;
  std::map<std::int64_t, std::vector<EvidenceItem>> entries;
};
/// By origin hash.
[[nodiscard]] std::map<std::string, LogEvidence> groupLogs(const std::vector<EvidenceItem>& items);

/// A file with a checkpoint that the log signed.
struct SignedNote {
  EvidenceItem item;
  std::uint64_t size = 0;
};

struct LogCheck {
  LogView view;  // party is left to the caller
  std::string originHash;
  /// "log_consistent"; failed: "checkpoint_signature", "checkpoint_malformed", "split_view",
  /// "root_mismatch", "entry_mismatch", "entry_omitted"; cannot tell: "no_checkpoint",
  /// "log_key_unknown", "hashes_missing", "entry_after_checkpoint", "entry_unreadable",
  /// "entry_unsupported", "entry_repeated".
  std::string reason;
  Facts facts;
  KeyTrust keyTrust = KeyTrust::Unknown;
  std::map<Hash, SignedNote> signedNotes;  // by SHA-256 of the file
  std::vector<Hash> leaves;                // that lead to the newest checkpoint's root, else none
  bool quorumMet = false;  // the newest checkpoint has the cosignatures that the policy asks for
};

/// Every entry up to the newest checkpoint is here and where the log says it is.
[[nodiscard]] inline bool holdsTogether(const LogCheck& check) {
  return check.view.state == CheckState::Passed || check.reason == "entry_after_checkpoint" ||
         check.reason == "entry_unreadable" || check.reason == "entry_unsupported" ||
         check.reason == "entry_repeated";
}

/// By origin hash. Errors: only those of the store.
[[nodiscard]] Result<std::vector<LogCheck>> checkLogs(const Database& database,
                                                      const Keyring& keyring);

}  // namespace plumbline
