// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// C2SP signed note (https://c2sp.org/signed-note).
//   text, ending in "\n"; blank line; one or more lines "— name base64(keyid4 || signature)\n"
// Signed bytes = the text with its final newline. The note splits at the LAST blank line.
// keyid = first 4 bytes of SHA256(name || 0A || type || public key).
// vkey  = name "+" 8 hex digits "+" base64(type || public key), split at the first two "+".
// A line of an unknown key is ignored; a line of a known key that fails refuses the whole note.
// Limits: 100 signatures, 1 MiB. A CosignatureV1 key signs "cosignature/v1\ntime <unix>\n" and the
// text; its blob is the time as 8 bytes, big-endian, and the signature (c2sp.org/tlog-cosignature).

#include <string>

#include "crypto/keys.h"

namespace plumbline {

/// Signature algorithm byte of C2SP signed-note.
enum class NoteKeyType : std::uint8_t { Ed25519 = 0x01, CosignatureV1 = 0x04 };

class NoteVerifier {
 public:
  /// Parses a vkey. Errors: BadKey; Unsupported for a sound vkey of an algorithm not known here.
  [[nodiscard]] static Result<NoteVerifier> fromVkey(std::string_view vkey);
  [[nodiscard]] static NoteVerifier fromKey(std::string name, NoteKeyType type, PublicKey key);
  [[nodiscard]] std::string vkey() const;
  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] std::uint32_t keyId() const { return m_keyId; }
  [[nodiscard]] NoteKeyType type() const { return m_type; }
  [[nodiscard]] const PublicKey& key() const { return m_key; }

 private:
  NoteVerifier(std::string name, NoteKeyType type, PublicKey key);
  std::string m_name;
  NoteKeyType m_type;
  PublicKey m_key;
  std::uint32_t m_keyId;
};

struct NoteSignature {
  std::string name;
  std::uint32_t keyId = 0;
  Bytes blob;  // what follows the four id bytes
  /// The line with its newline.
  [[nodiscard]] std::string line() const;
};

struct Note {
  std::string text;                       // with its final newline
  std::vector<NoteSignature> verified;    // by one of the given verifiers
  std::vector<NoteSignature> unverified;  // unknown keys, and known names with unknown ids
};

/// Splits and parses without verifying anything; every signature is "unverified".
[[nodiscard]] Result<Note> parseNote(std::string_view note);
/// Errors, with the line: Malformed, BadSignature (a known key failed), NotFound (no known key
/// signed), Duplicate (two of `known` have the name and id of one line). A known key is listed
/// once.
[[nodiscard]] Result<Note> openNote(std::string_view note, std::span<const NoteVerifier> known);
/// Signs `text` (must end in newline). Errors: Malformed.
[[nodiscard]] Result<std::string> signNote(std::string_view text, const std::string& name,
                                           const PrivateKey& key);
[[nodiscard]] bool isNoteName(std::string_view name);

}  // namespace plumbline
