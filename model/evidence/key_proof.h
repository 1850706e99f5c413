// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a log itself proves about keys: that a publication is signed with a key which its party had
// revoked before, and that the log's key signed one of the log's entries.

#include "crypto/proof_file.h"

#include "model/evidence/publication.h"

namespace plumbline {

/// An entry of a log with its tlog-proof.
struct ProvedEntry {
  std::string envelope;
  std::string tlogProof;
};

struct RevokedKeyProof {
  ProofKeys keys;
  NoteVerifier party;  // the key that version 1 of the party's keys is anchored with
  Publication publication;
  std::uint64_t index = 0;     // of the publication in the log
  std::int64_t revokedAt = 0;  // the first index that the key may not sign
  NoteVerifier revoked;
  CosignedCheckpoint checkpoint;
};

struct TwoJobsProof {
  ProofKeys keys;
  NoteVerifier key;         // of the log
  std::uint64_t index = 0;  // of the entry
  std::string predicateType;
  CosignedCheckpoint checkpoint;
};

/// `entries`: the party's key sets, from version 1 on, and the publication.
[[nodiscard]] ProofFile revokedKeyProofFile(const ProofKeys& keys, const NoteVerifier& party,
                                            const std::vector<ProvedEntry>& entries);
[[nodiscard]] ProofFile twoJobsProofFile(const ProofKeys& keys, const ProvedEntry& entry);

/// Errors: those of ProofReader; BadSignature where a key set is not signed as it has to be;
/// Inconsistent where the key was not revoked.
[[nodiscard]] Result<RevokedKeyProof> verifyRevokedKeyProof(const ProofFile& file);
/// Errors: those of ProofReader; BadSignature where no key of the log signed the entry.
[[nodiscard]] Result<TwoJobsProof> verifyTwoJobsProof(const ProofFile& file);

}  // namespace plumbline
