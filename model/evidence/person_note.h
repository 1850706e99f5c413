// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Signed notes of people (docs/file-format.md, section 6): audit/notes/<sha256>.dsse.json, DSSE around
// an in-toto Statement, predicate urn:plumbline:note:v1, one subject: what the note is about.
// Predicate: {"kind":"vouch","said":{…},"key":{"name":"…","vkey":"…"}}
// The signer's key travels in the note: it proves that whoever holds it said this, no more.

#include "crypto/dsse.h"
#include "crypto/note.h"

#include "model/evidence/evidence_report.h"
#include "model/store/evidence_store.h"

namespace plumbline {

inline constexpr std::string_view personNoteType = "urn:plumbline:note:v1";

/// What somebody wants to sign.
struct NoteText {
  std::string kind;  // "vouch", "link"
  std::string subjectName;
  Hash subject;
  JsonValue said;  // an object of texts
};

struct PersonNote {
  std::string member;  // where it lies in the audit file
  std::string kind;
  Hash subject;
  JsonValue said;
  std::string name;  // of the key
  std::string vkey;
};

/// Pinned where the user named this key, whatever for. Errors: Store.
[[nodiscard]] Result<KeyTrust> keyTrustOf(const Database& database, const std::string& vkey);
/// Of a key that signs as a person. Errors: BadValue for a name that a note cannot carry.
[[nodiscard]] Result<NoteVerifier> personSigner(const std::string& name, const PrivateKey& key);
/// Errors: TooLarge.
[[nodiscard]] Result<std::string> signStatement(const Statement& statement,
                                                const NoteVerifier& signer, const PrivateKey& key);

/// Signs and stores it among the notes. The same text by the same key is there once.
[[nodiscard]] Result<void> addPersonNote(const Database& database, const NoteText& text,
                                         const std::string& name, const PrivateKey& key);
/// All whose signature is good, by member. Errors: only those of the store.
[[nodiscard]] Result<std::vector<PersonNote>> readPersonNotes(const Database& database);

}  // namespace plumbline
