// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// in-toto Statement v1 (https://github.com/in-toto/attestation, spec/v1/statement.md).
#include "crypto/dsse.h"

namespace plumbline {
namespace {

Error malformed(Message message) {
  return Error{ErrorCode::Malformed, std::move(message)};
}

Result<StatementSubject> parseSubject(const JsonValue& value) {
  PLUMBLINE_TRY(name, value.stringAt("name"));
  PLUMBLINE_TRY(hex, value.stringAt("digest.sha256"));
  auto hash = Hash::fromHexText(hex);
  if (!hash) return malformed("member digest.sha256 is not 64 lower-case hex digits");
  return StatementSubject{std::move(name), *hash};
}

}  // namespace

Result<Statement> parseStatement(ByteView payload) {
  PLUMBLINE_TRY(root, parseJson(payload));
  if (root.object() == nullptr) return malformed("the statement is not a JSON object");
  PLUMBLINE_TRY(type, root.stringAt("_type"));
  if (type != inTotoStatementType) {
    return Error{ErrorCode::Malformed,
                 "the payload is not an in-toto Statement v1",
                 {},
                 type.substr(0, 80),
                 Message::data(std::string(inTotoStatementType))};
  }
  Statement statement;
  PLUMBLINE_TRY(subjects, root.arrayAt("subject"));
  for (const JsonValue& value : *subjects) {
    PLUMBLINE_TRY(subject, parseSubject(value));
    statement.subjects.push_back(std::move(subject));
  }
  PLUMBLINE_TRY(predicateType, root.stringAt("predicateType"));
  PLUMBLINE_TRY(predicate, root.objectAt("predicate"));
  statement.predicateType = std::move(predicateType);
  statement.predicate = *predicate;
  return statement;
}

std::string formatStatement(const Statement& statement) {
  JsonArray subjects;
  for (const StatementSubject& subject : statement.subjects) {
    subjects.push_back(JsonObject{{"name", subject.name},
                                  {"digest", JsonObject{{"sha256", subject.sha256.hex()}}}});
  }
  JsonObject root;
  root.emplace_back("_type", inTotoStatementType);
  root.emplace_back("subject", std::move(subjects));
  root.emplace_back("predicateType", statement.predicateType);
  root.emplace_back("predicate", statement.predicate);
  return JsonValue(std::move(root)).dump();
}

}  // namespace plumbline
