// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/person_note.h"

#include "model/evidence/audit_statement.h"

namespace plumbline {
namespace {

/// Nothing where it is no such note or its signature fails.
std::optional<PersonNote> noteIn(const EvidenceItem& item, ByteView bytes) {
  const auto envelope = parseEnvelope(bytes);
  if (!envelope || envelope->payloadType != inTotoPayloadType) return std::nullopt;
  const auto statement = parseStatement(envelope->payload);
  if (!statement || statement->predicateType != personNoteType) return std::nullopt;
  if (statement->subjects.size() != 1) return std::nullopt;
  const auto kind = statement->predicate.stringAt("kind");
  const auto said = statement->predicate.objectAt("said");
  const auto key = statement->predicate.objectAt("key");
  if (!kind || !said || !key) return std::nullopt;
  const auto name = (*key)->stringAt("name");
  const auto vkey = (*key)->stringAt("vkey");
  if (!name || !vkey) return std::nullopt;
  const auto signer = NoteVerifier::fromVkey(*vkey);
  if (!signer || signer->name() != *name || signer->type() != NoteKeyType::Ed25519) {
    return std::nullopt;
  }
  const PublicKey keys[] = {signer->key()};
  if (verifyEnvelope(*envelope, keys).empty()) return std::nullopt;
  return PersonNote{item.member, *kind, statement->subjects.front().sha256, **said, *name, *vkey};
}

}  // namespace

Result<KeyTrust> keyTrustOf(const Database& database, const std::string& vkey) {
  PLUMBLINE_TRY(query,
                database.prepare("SELECT 1 FROM keys WHERE vkey = ? AND trust = 'pinned' LIMIT 1"));
  query.bind(1, vkey);
  PLUMBLINE_TRY(pinned, query.step());
  return pinned ? KeyTrust::Pinned : KeyTrust::FirstSeen;
}

Result<NoteVerifier> personSigner(const std::string& name, const PrivateKey& key) {
  if (!isNoteName(name)) {
    return Error{ErrorCode::BadValue,
                 "the key's name is empty or has a space, a plus or a sign that cannot be seen",
                 {},
                 name,
                 "a name without spaces, plus signs and unseen signs"};
  }
  return NoteVerifier::fromKey(name, NoteKeyType::Ed25519, key.publicKey());
}

Result<std::string> signStatement(const Statement& statement, const NoteVerifier& signer,
                                  const PrivateKey& key) {
  std::string envelope =
      signEnvelope(inTotoPayloadType, bytesOf(formatStatement(statement)), key, signer.name());
  if (envelope.size() > maxEnvelopeBytes) {
    return Error{ErrorCode::TooLarge, "the statement is too large to be signed"};
  }
  return envelope;
}

Result<void> addPersonNote(const Database& database, const NoteText& text, const std::string& name,
                           const PrivateKey& key) {
  PLUMBLINE_TRY(signer, personSigner(name, key));
  const JsonObject predicate{
      {"kind", text.kind},
      {"said", text.said},
      {"key", JsonObject{{"name", signer.name()}, {"vkey", signer.vkey()}}}};
  const Statement statement{
      {{text.subjectName, text.subject}}, std::string(personNoteType), predicate};
  PLUMBLINE_TRY(envelope, signStatement(statement, signer, key));
  const std::string member =
      std::string(auditNotesFolder) + sha256(bytesOf(envelope)).hex() + ".dsse.json";
  const auto id = EvidenceStore(database).put(evidence_kind::note, member, bytesOf(envelope));
  if (!id) return id.error();
  return {};
}

Result<std::vector<PersonNote>> readPersonNotes(const Database& database) {
  const EvidenceStore store(database);
  PLUMBLINE_TRY(items, store.list());
  std::vector<PersonNote> notes;
  for (const EvidenceItem& item : items) {
    if (!item.member.starts_with(auditNotesFolder)) continue;
    PLUMBLINE_TRY(bytes, store.readAll(item));
    if (std::optional<PersonNote> note = noteIn(item, bytes)) notes.push_back(std::move(*note));
  }
  return notes;
}

}  // namespace plumbline
