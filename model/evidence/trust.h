// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two small text files say whose key is whose (docs/file-format.md, "Keys").
//   parties file:  <role> <id> <vkey>
//   policy file:   C2SP tlog-policy (crypto/policy.h)
// In both: one statement a line, words separated by spaces or tabs, "#" starts a comment line.
// One key has one job: a key that is named twice is refused.

#include "crypto/policy.h"

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

/// A C2SP policy (crypto/policy.h) that may leave its quorum line out, which reads as none. Kept
/// repeats stand in `logs` and `witnesses` as often as they came. Errors as parseParties.
[[nodiscard]] Result<TlogPolicy> parsePolicy(std::string_view text,
                                             RepeatedKeys repeated = RepeatedKeys::Refused);

/// One file from two that came with evidence: the same whichever came first. Groups and quorum
/// stay only where both files have the same ones.
[[nodiscard]] std::string mergedParties(std::string_view a, std::string_view b);
[[nodiscard]] std::string mergedPolicy(std::string_view a, std::string_view b);

}  // namespace plumbline
