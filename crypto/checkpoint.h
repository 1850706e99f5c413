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

/// Errors: Malformed (leading zeros, extension lines, sizes of 2^63 and more, bad root).
[[nodiscard]] Result<Checkpoint> parseCheckpointText(std::string_view text);
/// Opens the note with the log's verifier and checks that the origin is the key's name.
[[nodiscard]] Result<Checkpoint> openCheckpoint(std::string_view note, const NoteVerifier& log);
[[nodiscard]] Result<std::string> signCheckpoint(const Checkpoint& checkpoint,
                                                 const PrivateKey& logKey);

}  // namespace plumbline
