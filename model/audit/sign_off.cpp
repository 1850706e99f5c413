// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/sign_off.h"

#include <algorithm>

#include "crypto/dsse.h"
#include "crypto/note.h"

#include "model/audit/session.h"
#include "model/store/evidence_store.h"
#include "model/store/workspace.h"

namespace plumbline {

namespace {

constexpr std::string_view digestPrefix = "sha256:";
constexpr std::string_view authorKind = "author";
constexpr std::string_view endorsementKind = "endorsement";

std::string digestText(const Hash& hash) {
  return std::string(digestPrefix) + hash.hex();
}

Result<Hash> digestAt(const JsonValue& json, std::string_view name) {
  PLUMBLINE_TRY(text, json.stringAt(name));
  if (!text.starts_with(digestPrefix)) {
    return Error{
        ErrorCode::Malformed, "member " + std::string(name) + " is not a digest", {}, text};
  }
  return Hash::fromHexText(std::string_view(text).substr(digestPrefix.size()));
}

JsonValue predicateOf(const AuditResult& audit, const NoteVerifier& signer) {
  return JsonObject{{"evidenceRoot", digestText(audit.evidence.root)},
                    {"plan", digestText(audit.plan.digest())},
                    {"engineVersion", audit.engineVersion},
                    {"resultsDigest", digestText(audit.resultsDigest)},
                    {"decision", toText(audit.decision())},
                    {"key", JsonObject{{"name", signer.name()}, {"vkey", signer.vkey()}}}};
}

Result<NoteVerifier> signerOf(const std::string& name, const PrivateKey& key) {
  if (!isNoteName(name)) {
    return Error{ErrorCode::BadValue,
                 "the key's name is empty or has a space or a plus",
                 {},
                 name,
                 "a name without spaces and plus signs"};
  }
  return NoteVerifier::fromKey(name, NoteKeyType::Ed25519, key.publicKey());
}

Result<std::string> envelopeOf(const Statement& statement, const NoteVerifier& signer,
                               const PrivateKey& key) {
  std::string envelope =
      signEnvelope(inTotoPayloadType, bytesOf(formatStatement(statement)), key, signer.name());
  if (envelope.size() > maxEnvelopeBytes) {
    return Error{ErrorCode::TooLarge, "the statement is too large to be signed"};
  }
  return envelope;
}

bool hasSubject(const Statement& statement, std::string_view name, const Hash& digest) {
  return std::any_of(statement.subjects.begin(), statement.subjects.end(),
                     [&](const StatementSubject& subject) {
                       return subject.name == name && subject.sha256 == digest;
                     });
}

// Fills what the statement says; signatureGood only where all of it holds together.
Result<void> readStatement(SignOff& signOff, ByteView bytes) {
  PLUMBLINE_TRY(envelope, parseEnvelope(bytes));
  PLUMBLINE_TRY(statement, parseStatement(envelope.payload));
  PLUMBLINE_TRY(key, statement.predicate.objectAt("key"));
  PLUMBLINE_TRY(name, key->stringAt("name"));
  PLUMBLINE_TRY(vkey, key->stringAt("vkey"));
  signOff.name = name;
  signOff.vkey = vkey;
  PLUMBLINE_TRY(results, digestAt(statement.predicate, "resultsDigest"));
  PLUMBLINE_TRY(root, digestAt(statement.predicate, "evidenceRoot"));
  signOff.resultsDigest = results;
  PLUMBLINE_TRY(signer, NoteVerifier::fromVkey(vkey));
  const bool isAuthor = signOff.kind == authorKind;
  const bool meant = statement.predicateType == (isAuthor ? auditStatementType : endorsementType) &&
                     (isAuthor ? hasSubject(statement, "evidence", root)
                               : hasSubject(statement, "results", results)) &&
                     signer.name() == name && signer.type() == NoteKeyType::Ed25519 &&
                     envelope.payloadType == inTotoPayloadType;
  const PublicKey keys[] = {signer.key()};
  signOff.signatureGood = meant && !verifyEnvelope(envelope, keys).empty();
  return {};
}

Result<KeyTrust> trustOf(const Database& database, const std::string& vkey) {
  PLUMBLINE_TRY(query,
                database.prepare("SELECT 1 FROM keys WHERE vkey = ? AND trust = 'pinned' LIMIT 1"));
  query.bind(1, vkey);
  PLUMBLINE_TRY(pinned, query.step());
  return pinned ? KeyTrust::Pinned : KeyTrust::FirstSeen;
}

Result<SignOff> readSignOff(const Database& database, const EvidenceItem& item,
                            const Hash& resultsDigest) {
  SignOff signOff;
  signOff.kind = item.member == auditStatementMember ? authorKind : endorsementKind;
  PLUMBLINE_TRY(bytes, EvidenceStore(database).readAll(item));
  // What cannot be read stays in the list as a sign-off that does not hold.
  if (!readStatement(signOff, bytes)) signOff.signatureGood = false;
  signOff.current = signOff.signatureGood && signOff.resultsDigest == resultsDigest;
  PLUMBLINE_TRY(trust, trustOf(database, signOff.vkey));
  signOff.trust = trust;
  return signOff;
}

// As it stands in the workspace now, so that what is shown is what was stored.
Result<SignOff> readMember(const Database& database, std::string_view member,
                           const Hash& resultsDigest) {
  PLUMBLINE_TRY(item, EvidenceStore(database).findMember(member));
  if (!item) return Error{ErrorCode::NotFound, "the statement is not there"};
  return readSignOff(database, *item, resultsDigest);
}

// A new statement of the same author takes the place of the old one; nobody else's does.
Result<void> checkAuthor(const Database& database, const NoteVerifier& signer) {
  PLUMBLINE_TRY(item, EvidenceStore(database).findMember(auditStatementMember));
  if (!item) return {};
  PLUMBLINE_TRY(before, readSignOff(database, *item, Hash{}));
  if (!before.signatureGood || before.vkey == signer.vkey()) return {};
  return Error{
      ErrorCode::Duplicate, "the audit has an author already; endorse it instead", {}, before.name};
}

}  // namespace

Result<std::vector<SignOff>> readSignOffs(const Database& database, const Hash& resultsDigest) {
  PLUMBLINE_TRY(items, EvidenceStore(database).list());
  std::vector<SignOff> signOffs;
  for (const EvidenceItem& item : items) {
    if (item.member != auditStatementMember && !item.member.starts_with(auditNotesFolder)) continue;
    PLUMBLINE_TRY(signOff, readSignOff(database, item, resultsDigest));
    signOffs.push_back(std::move(signOff));
  }
  return signOffs;  // "audit/audit…" stands before "audit/notes/…" in the list
}

Result<SignOff> signAudit(const fs::path& workspacePath, const AuditResult& audit,
                          const std::string& name, const PrivateKey& key) {
  PLUMBLINE_TRY(signer, signerOf(name, key));
  PLUMBLINE_TRY(workspace, Workspace::open(workspacePath, false));
  const Database& database = workspace.database();
  const Statement statement{{{"evidence", audit.evidence.root}},
                            std::string(auditStatementType),
                            predicateOf(audit, signer)};
  PLUMBLINE_TRY(envelope, envelopeOf(statement, signer, key));
  PLUMBLINE_TRY(transaction, Transaction::begin(database));
  PLUMBLINE_CHECK(checkAuthor(database, signer));
  const EvidenceStore evidence(database);
  const auto id = evidence.replace(evidence_kind::audit, auditStatementMember, bytesOf(envelope));
  if (!id) return id.error();
  PLUMBLINE_TRY(signOff, readMember(database, auditStatementMember, audit.resultsDigest));
  PLUMBLINE_CHECK(transaction.commit());
  return signOff;
}

Result<SignOff> endorseAudit(const fs::path& workspacePath, const AuditResult& audit,
                             const std::string& name, const PrivateKey& key) {
  PLUMBLINE_TRY(signer, signerOf(name, key));
  PLUMBLINE_TRY(workspace, Workspace::open(workspacePath, false));
  const Database& database = workspace.database();
  const EvidenceStore evidence(database);
  PLUMBLINE_TRY(transaction, Transaction::begin(database));
  PLUMBLINE_TRY(author, evidence.findMember(auditStatementMember));
  Statement statement{
      {{"results", audit.resultsDigest}}, std::string(endorsementType), predicateOf(audit, signer)};
  if (author) statement.subjects.push_back({"audit", author->sha256});
  PLUMBLINE_TRY(envelope, envelopeOf(statement, signer, key));
  const std::string member =
      std::string(auditNotesFolder) + sha256(bytesOf(envelope)).hex() + ".dsse.json";
  const auto id = evidence.put(evidence_kind::note, member, bytesOf(envelope));
  if (!id) return id.error();
  PLUMBLINE_TRY(signOff, readMember(database, member, audit.resultsDigest));
  PLUMBLINE_CHECK(transaction.commit());
  return signOff;
}

}  // namespace plumbline
