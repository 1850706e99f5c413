// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// C2SP tlog-proof (https://c2sp.org/tlog-proof@v1): that an entry stands in a log, as one file.
//   c2sp.org/tlog-proof@v1
//   extra <base64>           at most once; opaque and not authenticated
//   index <decimal>
//   <base64 of 32 bytes>     the inclusion proof, from the leaf's sibling up, at most 63 lines
//                            (an empty line)
//   the checkpoint as it was signed, to the end of the file
// Limit: 2 MiB.

#include "crypto/policy.h"

namespace plumbline {

struct TlogProof {
  Bytes extra;  // empty: the line is not there
  std::uint64_t index = 0;
  std::vector<Hash> hashes;
  std::string checkpoint;  // a signed note, not looked at by the parser
  bool operator==(const TlogProof&) const = default;
};

/// Errors: Malformed, TooLarge; they name the line.
[[nodiscard]] Result<TlogProof> parseTlogProof(std::string_view text);
[[nodiscard]] std::string formatTlogProof(const TlogProof& proof);

/// That the entry is in the log whose checkpoint the proof carries. Errors: those of
/// openCosignedCheckpoint for the checkpoint, those of verifyInclusion for the entry.
[[nodiscard]] Result<CosignedCheckpoint> verifyTlogProof(
    const TlogProof& proof, ByteView entry, const NoteVerifier& log,
    std::span<const NoteVerifier> witnesses = {});
/// The same under a policy, which says whose log it may be and whose cosignatures count. A quorum
/// that is not met is no error: see PolicyVerdict.
[[nodiscard]] Result<PolicyVerdict> verifyTlogProof(const TlogProof& proof, ByteView entry,
                                                    const TlogPolicy& policy);

}  // namespace plumbline
