// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the user trusts in a workspace, to be shown and changed: keys and rules in force, each with
// its source. The user's own settings never travel with the evidence.

#include <filesystem>

#include "model/evidence/keyring.h"
#include "model/intake/import_report.h"
#include "model/records/progress.h"

namespace plumbline {

/// A key that somebody named for a job.
struct TrustedKey {
  std::string job;   // party, log or witness
  std::string name;  // of a party its id, of a log its origin, of a witness its name
  std::string vkey;
  std::string fingerprint;  // 12 groups of 5 digits
  KeyTrust trust = KeyTrust::Unknown;
  bool usable = true;  // false: it claims the place of another key, or has two jobs
};

/// How many witnesses have to have signed, in the policy's own terms.
struct QuorumView {
  std::string name;  // a group or a witness; empty: none are asked for
  std::size_t threshold = 0;
  std::vector<std::string> members;  // witnesses or groups; of a witness itself
};

struct TrustView {
  std::vector<TrustedKey> keys;              // the user's before those that came with the evidence
  std::vector<std::string> witnesses;        // of the policy in force, each once
  QuorumView quorum;                         // of the policy in force
  KeyTrust policyTrust = KeyTrust::Unknown;  // Unknown: there is no policy
  std::int64_t authorities = 0;              // of time stamps; only the user names them
};

/// Errors: only those of the store.
[[nodiscard]] Result<TrustView> readTrust(const std::filesystem::path& workspace);

/// Adds the key to the keys the user vouches for in this workspace, or takes it away again; then
/// every publication is judged anew. Nothing else of the user's parties file changes, so that one
/// undoes the other. Errors: Malformed, BadKey (no vkey), Duplicate (one key has one job), Io and
/// those of the import.
[[nodiscard]] Result<ImportReport> vouchForKey(const std::filesystem::path& workspace,
                                               const PartyKey& key, bool vouch,
                                               const Progress& progress);

/// Whether what somebody read aloud, typed or pasted are the digits of the fingerprint. Spaces and
/// line breaks do not count.
enum class DigitsMatch { Incomplete, Same, Different, NoDigits };
[[nodiscard]] DigitsMatch compareDigits(std::string_view fingerprint, std::string_view typed);

}  // namespace plumbline
