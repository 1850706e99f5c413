// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// C2SP tlog-policy (https://c2sp.org/tlog-policy): whose logs are taken, and how many witnesses
// have to have cosigned a checkpoint.
//   log <vkey> [url]
//   witness <name> <vkey> [url]
//   group <name> all|any|<k> <member>...
//   quorum <name>|none                    exactly once
// Words are separated by spaces and tabs; a line whose first character but those is "#" is a
// comment. A group names only what stands above it, and a name is a member of one group at most, so
// each witness counts once. A key that is named twice, in whatever role, is refused: one key has
// one job. Names are bytes; control characters are refused.
// Keys of algorithms not known here are kept as such: such a log signs nothing for us, and such a
// witness never counts. Limits: 1 MiB, 1,000 logs, witnesses and groups each.

#include "crypto/cosignature.h"

namespace plumbline {

struct PolicyWitness {
  std::string name;
  std::optional<NoteVerifier> key;  // nothing: of an algorithm that is not known here
};

struct PolicyGroup {
  std::string name;
  std::size_t threshold = 0;
  std::vector<std::string> members;
};

struct IgnoredKey {
  std::int64_t line = 0;
  std::string vkey;
};

struct TlogPolicy {
  std::vector<NoteVerifier> logs;
  std::vector<PolicyWitness> witnesses;
  std::vector<PolicyGroup> groups;  // in the order of the file
  std::string quorum;               // empty: none
  std::vector<IgnoredKey> ignored;  // to be said to the reader
};

struct PolicyVerdict {
  CosignedCheckpoint opened;
  bool quorumMet = false;               // true also where the policy asks for none
  std::vector<std::string> cosignedBy;  // the policy's names, in its order
  std::size_t witnesses = 0;            // how many the policy names
};

/// Errors, with the line: Malformed, TooLarge, BadKey, Duplicate.
[[nodiscard]] Result<TlogPolicy> parseTlogPolicy(std::string_view text);
/// Names of the witnesses whose keys are among `cosigners`; each once, in the policy's order.
[[nodiscard]] std::vector<std::string> cosignersOf(const TlogPolicy& policy,
                                                   std::span<const PublicKey> cosigners);
[[nodiscard]] bool quorumMet(const TlogPolicy& policy, std::span<const PublicKey> cosigners);
/// Opens a checkpoint with the policy's log of its origin and all its witnesses. Errors: NotFound
/// where no log of the policy has this origin, else those of openCosignedCheckpoint.
[[nodiscard]] Result<PolicyVerdict> openUnderPolicy(std::string_view note,
                                                    const TlogPolicy& policy);

}  // namespace plumbline
