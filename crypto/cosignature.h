// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// C2SP tlog-cosignature, version 1 (https://c2sp.org/tlog-cosignature): a witness says that at a
// time the checkpoint was the largest consistent one it had seen of the log.
//   signed bytes  "cosignature/v1\ntime <unix seconds>\n" and the checkpoint's text
//   blob          the time as 8 bytes, big-endian, then the Ed25519 signature
// Times are below 2^63. Whether a time lies in the future is for the caller to judge.

#include "crypto/checkpoint.h"

namespace plumbline {

struct Cosignature {
  std::string name;
  PublicKey key;
  std::uint64_t time = 0;  // seconds since 1970, UTC
  SignatureBytes signature{};
};

struct CosignedCheckpoint {
  Checkpoint checkpoint;                  // signed by the log
  std::vector<Cosignature> cosignatures;  // by the given witnesses, each at most once
  std::size_t unknownSignatures = 0;      // lines of keys that are not among the given ones
};

/// The blob of a signature line taken apart; nothing where its length or time is wrong.
struct CosignatureBlob {
  std::uint64_t time = 0;
  SignatureBytes signature{};
  [[nodiscard]] static std::optional<CosignatureBlob> split(ByteView blob);
};

[[nodiscard]] std::string cosignatureMessage(std::string_view checkpointText, std::uint64_t time);
/// The signature line that a witness adds to the log's note. Errors: Malformed for a bad name or
/// checkpoint or a time of 2^63 and more.
[[nodiscard]] Result<NoteSignature> cosignCheckpoint(const Checkpoint& checkpoint,
                                                     const std::string& name, const PrivateKey& key,
                                                     std::uint64_t time);
/// Opens the checkpoint with the keys of its log (all of one name; one of them has to have signed)
/// and those of witnesses. Errors: as openCheckpoint; a line of any of these keys that fails
/// refuses the whole note; Usage for a key of the wrong kind and where `logKeys` do not have one
/// name.
[[nodiscard]] Result<CosignedCheckpoint> openCosignedCheckpoint(
    std::string_view note, std::span<const NoteVerifier> logKeys,
    std::span<const NoteVerifier> witnesses);
[[nodiscard]] inline Result<CosignedCheckpoint> openCosignedCheckpoint(
    std::string_view note, const NoteVerifier& log, std::span<const NoteVerifier> witnesses) {
  return openCosignedCheckpoint(note, {&log, 1}, witnesses);
}

}  // namespace plumbline
