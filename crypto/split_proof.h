// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// That a log signed two checkpoints which cannot both be true. The larger one fixes the root that
// its first entries have (RFC 9162 section 2.1.4: a consistency proof that holds shows the root of
// the old tree); where the log signed another root for that many entries, one history was
// rewritten or two were shown.

#include "crypto/proof_file.h"

namespace plumbline {

struct SplitProof {
  ProofKeys keys;
  Checkpoint smaller;
  Checkpoint larger;  // of the same size at least
  Hash trueRoot;      // at the smaller one's size, by the history of the larger one
};

/// Errors: those of ProofReader and verifyConsistency; Inconsistent where the two fit together.
[[nodiscard]] Result<SplitProof> verifySplitProof(const ProofFile& file);
/// `leaves` lead to the larger checkpoint's root. Notes and keys as joinedNote() and signersOf()
/// give them. Errors: Usage where there are too few leaves.
[[nodiscard]] Result<ProofFile> makeSplitProof(const ProofKeys& keys, const std::string& smaller,
                                               std::uint64_t smallerSize, const std::string& larger,
                                               std::span<const Hash> leaves);

}  // namespace plumbline
