// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/audit_statement.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::string_view digestPrefix = "sha256:";

Result<Hash> digestAt(const JsonValue& json, std::string_view name) {
  PLUMBLINE_TRY(text, json.stringAt(name));
  if (!text.starts_with(digestPrefix)) {
    return Error{
        ErrorCode::Malformed, Message("member %1 is not a digest", name), {}, text};
  }
  return Hash::fromHexText(std::string_view(text).substr(digestPrefix.size()));
}

bool hasSubject(const Statement& statement, std::string_view name, const Hash& digest) {
  return std::any_of(statement.subjects.begin(), statement.subjects.end(),
                     [&](const StatementSubject& subject) {
                       return subject.name == name && subject.sha256 == digest;
                     });
}

/// None where the member is not there: older statements have none.
Result<std::vector<NamedCheckpoint>> checkpointsOf(const JsonValue& predicate) {
  std::vector<NamedCheckpoint> out;
  if (predicate.find("checkpoints") == nullptr) return out;
  PLUMBLINE_TRY(list, predicate.arrayAt("checkpoints"));
  for (const JsonValue& each : *list) {
    PLUMBLINE_TRY(origin, each.stringAt("origin"));
    PLUMBLINE_TRY(size, each.integerAt("size"));
    PLUMBLINE_TRY(root, digestAt(each, "root"));
    const bool rises = out.empty() || out.back().origin < origin;
    if (size < 0 || !rises) {
      return Error{
          ErrorCode::Malformed, "the checkpoints are not one a log, by origin", {}, origin};
    }
    out.push_back({std::move(origin), static_cast<std::uint64_t>(size), root});
  }
  return out;
}

/// The lines of a parties file; none where the member is not there.
Result<std::vector<PartyKey>> namesOf(const JsonValue& predicate) {
  if (predicate.find("names") == nullptr) return std::vector<PartyKey>();
  PLUMBLINE_TRY(list, predicate.arrayAt("names"));
  if (list->size() > mostNames) {
    return Error{ErrorCode::TooLarge, "the statement names more than 256 keys"};
  }
  std::string lines, before;
  for (const JsonValue& each : *list) {
    PLUMBLINE_TRY(role, each.stringAt("role"));
    PLUMBLINE_TRY(id, each.stringAt("id"));
    PLUMBLINE_TRY(vkey, each.stringAt("vkey"));
    std::string line = role + " " + id + " " + vkey + "\n";
    if (line <= before) {
      return Error{ErrorCode::Malformed, "the names do not stand in order, each once", {}, id};
    }
    lines += line;
    before = std::move(line);
  }
  PLUMBLINE_TRY(names, parseParties(lines));
  if (names.size() == list->size()) return names;
  return Error{ErrorCode::Malformed, "a name is not a role, an id and a key"};
}

/// A statement of another type, which is none about an audit, where it lies among the notes.
bool isAnotherNote(const EvidenceItem& item, ByteView bytes) {
  if (item.member == auditStatementMember) return false;
  const auto envelope = parseEnvelope(bytes);
  if (!envelope) return false;
  const auto statement = parseStatement(envelope->payload);
  return statement.ok() && statement->predicateType != auditStatementType &&
         statement->predicateType != endorsementType;
}

Result<void> fill(AuditStatement& out, bool inItsPlace, ByteView bytes) {
  PLUMBLINE_TRY(envelope, parseEnvelope(bytes));
  PLUMBLINE_TRY(statement, parseStatement(envelope.payload));
  if (!inItsPlace && statement.predicateType == auditStatementType) {
    out.kind = StatementKind::OtherAuthor;
  }
  PLUMBLINE_TRY(key, statement.predicate.objectAt("key"));
  PLUMBLINE_TRY(name, key->stringAt("name"));
  PLUMBLINE_TRY(vkey, key->stringAt("vkey"));
  out.name = name;
  out.vkey = vkey;
  PLUMBLINE_TRY(results, digestAt(statement.predicate, "resultsDigest"));
  PLUMBLINE_TRY(root, digestAt(statement.predicate, "evidenceRoot"));
  out.resultsDigest = results;
  out.evidenceRoot = root;
  PLUMBLINE_TRY(checkpoints, checkpointsOf(statement.predicate));
  out.checkpoints = std::move(checkpoints);
  PLUMBLINE_TRY(signer, NoteVerifier::fromVkey(vkey));
  const bool endorses = out.kind == StatementKind::Endorsement;
  if (!endorses) {
    PLUMBLINE_TRY(names, namesOf(statement.predicate));
    out.names = std::move(names);
  }
  const bool meant = statement.predicateType == (endorses ? endorsementType : auditStatementType) &&
                     (endorses ? hasSubject(statement, "results", results)
                               : hasSubject(statement, "evidence", root)) &&
                     signer.name() == name && signer.type() == NoteKeyType::Ed25519 &&
                     envelope.payloadType == inTotoPayloadType;
  const PublicKey keys[] = {signer.key()};
  out.signatureGood = meant && !verifyEnvelope(envelope, keys).empty();
  return {};
}

AuditStatement readOne(const EvidenceItem& item, ByteView bytes) {
  AuditStatement out;
  out.member = item.member;
  const bool inItsPlace = item.member == auditStatementMember;
  out.kind = inItsPlace ? StatementKind::Author : StatementKind::Endorsement;
  if (!fill(out, inItsPlace, bytes)) out.signatureGood = false;
  if (!out.signatureGood) {
    out.checkpoints.clear();
    out.names.clear();
  }
  return out;
}

}  // namespace

std::string_view toText(StatementKind kind) {
  switch (kind) {
    case StatementKind::Author:
      return "author";
    case StatementKind::Endorsement:
      return "endorsement";
    case StatementKind::OtherAuthor:
      break;
  }
  return "other_author";
}

JsonValue checkpointsJson(const std::vector<NamedCheckpoint>& checkpoints) {
  JsonArray list;
  for (const NamedCheckpoint& each : checkpoints) {
    list.emplace_back(JsonObject{{"origin", each.origin},
                                 {"size", each.size},
                                 {"root", std::string(digestPrefix) + each.root.hex()}});
  }
  return list;
}

Result<std::vector<AuditStatement>> readAuditStatements(const Database& database) {
  const EvidenceStore store(database);
  PLUMBLINE_TRY(items, store.list());
  std::vector<AuditStatement> out;
  for (const EvidenceItem& item : items) {
    if (item.member != auditStatementMember && !item.member.starts_with(auditNotesFolder)) continue;
    PLUMBLINE_TRY(bytes, store.readAll(item));
    if (!isAnotherNote(item, bytes)) out.push_back(readOne(item, bytes));
  }
  return out;  // "audit/audit…" stands before "audit/notes/…" in the list
}

}  // namespace plumbline
