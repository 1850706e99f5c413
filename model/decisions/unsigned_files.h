// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files without a signature: what each holds, and who vouches for it. A vouch says where a file is
// from; it does not make its records signed.

#include <filesystem>

#include "crypto/keys.h"
#include "model/evidence/vouch_note.h"

namespace plumbline {

struct Vouch {
  VouchText text;
  std::string name, vkey;  // of the key
  KeyTrust trust = KeyTrust::FirstSeen;
};

struct UnsignedFile {
  Hash sha256;
  std::string name;  // it had when it was brought here, where that is known; no part of any result
  std::int64_t bytes = 0;
  std::int64_t rows = 0;             // records that came of it
  std::vector<std::string> parties;  // whose records they are, by id
  std::vector<Vouch> vouches;        // by member of the note
  [[nodiscard]] JsonValue toJson() const;
};

/// By digest. Errors: only those of the store.
[[nodiscard]] Result<std::vector<UnsignedFile>> readUnsignedFiles(
    const Database& database, const std::vector<PersonNote>& notes);

/// Signs where a file is from. Each text has 1 to 400 characters, without control characters; the
/// day is one of the calendar. Errors: NotFound where the workspace has no such file without a
/// signature; BadValue.
[[nodiscard]] Result<void> vouchForFile(const std::filesystem::path& workspace, const Hash& original,
                                        const VouchText& text, const std::string& name,
                                        const PrivateKey& key);

}  // namespace plumbline
