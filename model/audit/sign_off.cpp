// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/sign_off.h"

#include "crypto/dsse.h"
#include "crypto/note.h"

#include "model/audit/session.h"
#include "model/evidence/own_keys.h"
#include "model/evidence/person_note.h"
#include "model/store/evidence_store.h"
#include "model/workspace/change.h"
#include "model/workspace/user_settings.h"

namespace plumbline {

namespace {

std::string digestText(const Hash& hash) {
  return "sha256:" + hash.hex();
}

/// The newest checkpoint of every log that was found to hold together.
std::vector<NamedCheckpoint> checkedLogs(const EvidenceReport& evidence) {
  std::vector<NamedCheckpoint> out;
  for (const LogView& log : evidence.logs) {
    if (log.state == CheckState::Passed) out.push_back({log.origin, log.size, log.root});
  }
  return out;
}

/// What others need to read the audit on this person's word. Too many are left out.
JsonValue namesJson(const std::vector<PartyKey>& names) {
  JsonArray list;
  if (names.size() > mostNames) return list;
  for (const PartyKey& name : names) {
    list.emplace_back(JsonObject{
        {"role", toText(name.role)}, {"id", name.id}, {"vkey", name.key.vkey()}});
  }
  return list;
}

JsonObject predicateOf(const AuditResult& audit, const NoteVerifier& signer) {
  JsonObject out{{"evidenceRoot", digestText(audit.evidence.root)},
                 {"plan", digestText(audit.plan.digest())},
                 {"engineVersion", audit.engineVersion},
                 {"resultsDigest", digestText(audit.resultsDigest)},
                 {"decision", toText(audit.decision())},
                 {"key", JsonObject{{"name", signer.name()}, {"vkey", signer.vkey()}}}};
  const auto logs = checkedLogs(audit.evidence);
  if (!logs.empty()) out.emplace_back("checkpoints", checkpointsJson(logs));
  return out;
}

Result<SignOff> signOffOf(const Database& database, const AuditStatement& statement,
                          const Hash& resultsDigest) {
  SignOff out{std::string(toText(statement.kind)),
              statement.name,
              statement.vkey,
              statement.resultsDigest,
              statement.signatureGood,
              statement.signatureGood && statement.resultsDigest == resultsDigest};
  PLUMBLINE_TRY(trust, keyTrustOf(database, statement.vkey));
  out.trust = trust;
  return out;
}

Result<std::optional<AuditStatement>> statementAt(const Database& database,
                                                  std::string_view member) {
  PLUMBLINE_TRY(statements, readAuditStatements(database));
  for (AuditStatement& statement : statements) {
    if (statement.member == member) return std::optional(std::move(statement));
  }
  return std::optional<AuditStatement>();
}

// As it stands in the workspace now, so that what is shown is what was stored.
Result<SignOff> readMember(const Database& database, std::string_view member,
                           const Hash& resultsDigest) {
  PLUMBLINE_TRY(statement, statementAt(database, member));
  if (!statement) return Error{ErrorCode::NotFound, "the statement is not there"};
  return signOffOf(database, *statement, resultsDigest);
}

// A new statement of the same author takes the place of the old one; nobody else's does.
Result<void> checkAuthor(const Database& database, const NoteVerifier& signer) {
  PLUMBLINE_TRY(before, statementAt(database, auditStatementMember));
  if (!before || !before->signatureGood || before->vkey == signer.vkey()) return {};
  return Error{ErrorCode::Duplicate,
               "the audit has an author already; endorse it instead",
               {},
               before->name};
}

/// The signature, and that its key is the user's own: both or neither.
Result<void> commitAsOwn(Change& change, const std::string& vkey) {
  const Database& database = change.database();
  PLUMBLINE_TRY(before, userSetting(database, ownKeysSetting));
  PLUMBLINE_CHECK(rememberOwnKey(database, vkey));
  auto committed = change.commit();
  if (!committed) PLUMBLINE_CHECK(setUserSetting(database, ownKeysSetting, before));
  return committed;
}

}  // namespace

Result<std::vector<SignOff>> readSignOffs(const Database& database,
                                          std::span<const AuditStatement> audits,
                                          const Hash& resultsDigest) {
  std::vector<SignOff> signOffs;
  for (const AuditStatement& statement : audits) {
    PLUMBLINE_TRY(signOff, signOffOf(database, statement, resultsDigest));
    signOffs.push_back(std::move(signOff));
  }
  return signOffs;
}

Result<SignOff> signAudit(const fs::path& workspacePath, const AuditResult& audit,
                          const std::string& name, const PrivateKey& key) {
  PLUMBLINE_TRY(signer, personSigner(name, key));
  PLUMBLINE_TRY(change, Change::begin(workspacePath));
  const Database& database = change.database();
  JsonObject predicate = predicateOf(audit, signer);
  const JsonValue names = namesJson(audit.names);
  if (!names.array()->empty()) predicate.emplace_back("names", names);
  const Statement statement{{{"evidence", audit.evidence.root}},
                            std::string(auditStatementType),
                            std::move(predicate)};
  PLUMBLINE_TRY(envelope, signStatement(statement, signer, key));
  PLUMBLINE_CHECK(checkAuthor(database, signer));
  const EvidenceStore evidence(database);
  const auto id = evidence.replace(evidence_kind::audit, auditStatementMember, bytesOf(envelope));
  if (!id) return id.error();
  PLUMBLINE_TRY(signOff, readMember(database, auditStatementMember, audit.resultsDigest));
  PLUMBLINE_CHECK(commitAsOwn(change, signer.vkey()));
  return signOff;
}

Result<SignOff> endorseAudit(const fs::path& workspacePath, const AuditResult& audit,
                             const std::string& name, const PrivateKey& key) {
  PLUMBLINE_TRY(signer, personSigner(name, key));
  PLUMBLINE_TRY(change, Change::begin(workspacePath));
  const Database& database = change.database();
  const EvidenceStore evidence(database);
  PLUMBLINE_TRY(author, evidence.findMember(auditStatementMember));
  Statement statement{
      {{"results", audit.resultsDigest}}, std::string(endorsementType), predicateOf(audit, signer)};
  if (author) statement.subjects.push_back({"audit", author->sha256});
  PLUMBLINE_TRY(envelope, signStatement(statement, signer, key));
  const std::string member =
      std::string(auditNotesFolder) + sha256(bytesOf(envelope)).hex() + ".dsse.json";
  const auto id = evidence.put(evidence_kind::note, member, bytesOf(envelope));
  if (!id) return id.error();
  PLUMBLINE_TRY(signOff, readMember(database, member, audit.resultsDigest));
  PLUMBLINE_CHECK(commitAsOwn(change, signer.vkey()));
  return signOff;
}

}  // namespace plumbline
