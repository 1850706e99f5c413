// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/dsse.h"

#include "app/cli/command.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

struct CheckedStatement {
  Statement statement;
  std::vector<NoteVerifier> signers;
  std::size_t signatures = 0;  // of the envelope
};

JsonValue subjectsJson(const Statement& statement) {
  JsonArray list;
  for (const StatementSubject& subject : statement.subjects) {
    list.push_back(JsonObject{{"name", subject.name}, {"sha256", subject.sha256.hex()}});
  }
  return list;
}

JsonValue signersJson(const std::vector<NoteVerifier>& signers) {
  JsonArray list;
  for (const NoteVerifier& signer : signers) {
    list.push_back(JsonObject{{"name", signer.name()},
                              {"key_id", keyIdText(signer.keyId())},
                              {"fingerprint", signer.key().fingerprint()}});
  }
  return list;
}

class StatementVerifyCommand final : public Command {
 public:
  std::string name() const override { return "statement verify"; }
  std::string operands() const override { return "ENVELOPE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Which of the given keys signed a DSSE envelope, and what its statement is about.");
  }
  std::vector<Option> options() const override { return {{"--key", "VKEY", true, true}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<CheckedStatement> checked = check(arguments);
    if (!checked) return failCheck(output, checked.error());
    const Statement& statement = checked->statement;
    if (output.json()) {
      output.document(JsonObject{{"predicate_type", statement.predicateType},
                                 {"subjects", subjectsJson(statement)},
                                 {"signed_by", signersJson(checked->signers)},
                                 {"signatures", checked->signatures}});
      return ExitCode::Fine;
    }
    output.line("predicate type " + onOneLine(statement.predicateType));
    for (const StatementSubject& subject : statement.subjects) {
      output.line("subject " + subject.sha256.hex() + " " + onOneLine(subject.name));
    }
    for (const NoteVerifier& signer : checked->signers) {
      output.line("signed by " + onOneLine(signer.name()) + "+" + keyIdText(signer.keyId()));
    }
    output.line("signatures " + std::to_string(checked->signatures));
    return ExitCode::Fine;
  }

 private:
  Result<CheckedStatement> check(const Arguments& arguments) const {
    PLUMBLINE_CHECK(required(arguments, *this, "--key", "VKEY"));
    const std::string& file = arguments.positional().front();
    ScriptInput input;
    PLUMBLINE_TRY(keys, input.keys(arguments.values("--key")));
    PLUMBLINE_TRY(bytes, input.read(file, maxEnvelopeBytes));
    auto checked = open(bytes, keys);
    if (!checked) return std::move(checked).error().in(inputName(file));
    return checked;
  }

  static Result<CheckedStatement> open(const std::string& bytes,
                                       const std::vector<NoteVerifier>& keys) {
    std::vector<PublicKey> publicKeys;
    for (const NoteVerifier& key : keys) {
      if (key.type() != NoteKeyType::Ed25519) {
        return Error{ErrorCode::Usage, "the key of a witness signs no statements", {}, key.name()};
      }
      publicKeys.push_back(key.key());
    }
    PLUMBLINE_TRY(envelope, parseEnvelope(bytesOf(bytes)));
    CheckedStatement out;
    for (const std::size_t i : verifyEnvelope(envelope, publicKeys)) out.signers.push_back(keys[i]);
    if (out.signers.empty()) {
      return Error{ErrorCode::BadSignature, "none of the given keys signed the statement"};
    }
    if (envelope.payloadType != inTotoPayloadType) {
      return Error{ErrorCode::Unsupported,
                   "the envelope holds no in-toto statement",
                   {},
                   onOneLine(envelope.payloadType.substr(0, 80)),
                   std::string(inTotoPayloadType)};
    }
    PLUMBLINE_TRY(statement, parseStatement(envelope.payload));
    out.statement = std::move(statement);
    out.signatures = envelope.signatures.size();
    return out;
  }
};

}  // namespace

std::unique_ptr<Command> makeStatementVerifyCommand() {
  return std::make_unique<StatementVerifyCommand>();
}

}  // namespace plumbline::cli
