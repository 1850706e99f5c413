// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two small text files say whose key is whose (docs/file-format.md, "Keys").
//   parties file:  <role> <id> <vkey>
//   policy file (C2SP tlog-policy):
//     log <vkey> [url]
//     witness <name> <vkey> [url]
//     group <name> all|any|<k> <member>...
//     quorum <name>|none
// In both: one statement a line, words separated by spaces or tabs, "#" starts a comment line.
// One key has one job: a key that is named twice is refused.

#include <set>

#include "crypto/note.h"

#include "model/records/quantities.h"

namespace plumbline {

/// Kept: for the union of files that came with evidence, where two may name one key differently;
/// the keyring then uses neither.
enum class RepeatedKeys { Refused, Kept };

struct PartyKey {
  Role role = Role::Unknown;
  std::string id;
  NoteVerifier key;
};

/// Errors: Malformed, Encoding, BadKey, Duplicate; they name the line.
[[nodiscard]] Result<std::vector<PartyKey>> parseParties(
    std::string_view text, RepeatedKeys repeated = RepeatedKeys::Refused);
[[nodiscard]] std::string partiesLine(Role role, std::string_view id, const NoteVerifier& key);

struct WitnessKey {
  std::string name;
  NoteVerifier key;
};

struct WitnessGroup {
  std::string name;
  std::size_t threshold = 0;
  std::vector<std::string> members;  // witnesses and earlier groups
};

struct TrustPolicy {
  std::vector<NoteVerifier> logs;
  std::vector<WitnessKey> witnesses;
  std::vector<WitnessGroup> groups;  // each names only what comes before it
  std::string quorum;                // empty: none
  [[nodiscard]] const NoteVerifier* log(std::string_view origin) const;
  /// True when the witnesses that cosigned reach the quorum; false where there is none.
  [[nodiscard]] bool quorumMet(const std::set<std::string>& cosigned) const;
};

/// Errors as parseParties.
[[nodiscard]] Result<TrustPolicy> parsePolicy(std::string_view text,
                                              RepeatedKeys repeated = RepeatedKeys::Refused);

/// One file from two that came with evidence: the same whichever came first. Groups and quorum
/// stay only where both files have the same ones.
[[nodiscard]] std::string mergedParties(std::string_view a, std::string_view b);
[[nodiscard]] std::string mergedPolicy(std::string_view a, std::string_view b);

}  // namespace plumbline
