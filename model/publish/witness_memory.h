// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A witness on its own machine (crypto/witness.h): cosigns a log's checkpoint and remembers it in a
// file. A later checkpoint is cosigned only where the log's tiles, which lie beside it, prove that
// it extends the one remembered.

#include <filesystem>

#include "crypto/cosignature.h"

namespace plumbline {

struct Cosigned {
  Checkpoint checkpoint;
  NoteSignature signature;  // its line is added to the end of the checkpoint
};

struct WitnessIdentity {
  std::string name;
  PrivateKey key;
};

/// `memory` is the file of the last checkpoint cosigned of this log; it is absent at first, and
/// written before a cosignature is handed out. `time` is in seconds since 1970. Errors: NotFound
/// (no checkpoint, no tiles), those of the note, Inconsistent where the log does not extend what is
/// remembered, Io.
[[nodiscard]] Result<Cosigned> cosignAndRemember(const std::filesystem::path& checkpoint,
                                                 const std::filesystem::path& memory,
                                                 const NoteVerifier& log,
                                                 const WitnessIdentity& witness,
                                                 std::uint64_t time);

}  // namespace plumbline
