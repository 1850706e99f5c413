// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A person's signing key on disk, outside any workspace or audit file.
//   OUT.key      "Name: NAME\n", for a key with one job "Job: party\n" (log, witness), then the
//                private key as PKCS#8 PEM; readable by its owner only
//   OUT.key.pub  the public key as one vkey line (crypto/note.h): what other people pin
// The name is part of the vkey, so it follows the rules of note names: no space, no "+".

#include <filesystem>
#include <optional>
#include <string>

#include "crypto/note.h"

namespace plumbline {

/// One key, one job. A person's key, which signs audits, states none.
enum class KeyJob { Person, Party, Log, Witness };
/// Empty for a person's.
[[nodiscard]] std::string_view toText(KeyJob job);
[[nodiscard]] std::optional<KeyJob> keyJobFromText(std::string_view text);

struct SigningKey {
  std::string name;
  PrivateKey key;
  KeyJob job = KeyJob::Person;
  /// A witness's vkey says that it cosigns.
  [[nodiscard]] std::string vkey() const;
};

/// The line that other people put into their parties file (a party's, with its role) or policy file
/// (a log's, a witness's); of a person just the vkey.
[[nodiscard]] std::string trustLine(const SigningKey& key, std::string_view role);

/// Writes OUT.key at `path` and OUT.key.pub beside it. Encrypted when `passphrase` is not empty.
/// Errors: BadValue (name), Duplicate (a file is there: a key is never overwritten), Io.
[[nodiscard]] Result<void> writeKeyFile(const std::filesystem::path& path, const SigningKey& key,
                                        std::string_view passphrase = {});
/// A key made for another job than `job` is refused. Errors: NotFound, Io, Malformed (not a key
/// file), Unsupported (a job not known here), BadKey (another job, damaged, or the passphrase is
/// wrong or missing).
[[nodiscard]] Result<SigningKey> readKeyFile(const std::filesystem::path& path,
                                             std::string_view passphrase = {},
                                             KeyJob job = KeyJob::Person);
/// Whether the file asks for a passphrase. Errors: as readKeyFile, except BadKey.
[[nodiscard]] Result<bool> keyFileNeedsPassphrase(const std::filesystem::path& path);

}  // namespace plumbline
