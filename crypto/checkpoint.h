// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// C2SP tlog-checkpoint: the text of a signed note whose lines are origin, size, base64 root.
// No extension lines. The log's key name is the origin.

#include "crypto/merkle.h"
#include "crypto/note.h"

namespace plumbline {

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root;
  [[nodiscard]] std::string text() const;
  bool operator==(const Checkpoint&) const = default;
};

/// Errors: Malformed (leading zeros, extension lines, sizes of 2^63 and more, bad root);
/// they name the line.
[[nodiscard]] Result<Checkpoint> parseCheckpointText(std::string_view text);
/// The origin that a note claims, which nobody has verified yet.
[[nodiscard]] std::string_view claimedOrigin(std::string_view note);
/// The checkpoint in an opened note that one of the log's keys signed; they have one name. Errors:
/// NotFound (none of them is among the signers), Malformed, Mismatch (another log's origin).
[[nodiscard]] Result<Checkpoint> parseCheckpointOf(const Note& opened,
                                                   std::span<const NoteVerifier> logKeys);
/// Opens the note with the log's verifier and checks that the origin is the key's name.
[[nodiscard]] Result<Checkpoint> openCheckpoint(std::string_view note, const NoteVerifier& log);
[[nodiscard]] Result<std::string> signCheckpoint(const Checkpoint& checkpoint,
                                                 const PrivateKey& logKey);

}  // namespace plumbline
