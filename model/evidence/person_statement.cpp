// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/person_statement.h"

#include <algorithm>

#include "crypto/canonical_json.h"
#include "crypto/dsse.h"

#include "model/evidence/person_note.h"

namespace plumbline {
namespace {

Error malformed(Message message) {
  return Error{ErrorCode::Malformed, std::move(message)};
}

Error tooLarge() {
  return Error{ErrorCode::TooLarge, "the statement is too large to be signed"};
}

/// The value that these bytes are, if they are its one form.
Result<JsonValue> inOneForm(std::string_view bytes) {
  PLUMBLINE_TRY(value, parseJson(bytesOf(bytes), maxEnvelopeBytes));
  const auto canonical = canonicalJson(value);
  if (!canonical || *canonical != bytes) {
    return malformed("the statement is not written in the one form in which it is signed");
  }
  return value;
}

bool hasMembers(const JsonValue& value, std::initializer_list<std::string_view> names) {
  const JsonObject* const object = value.object();
  return object != nullptr && object->size() == names.size() &&
         std::all_of(names.begin(), names.end(),
                     [&value](std::string_view name) { return value.find(name) != nullptr; });
}

Result<Hash> hashAt(const JsonValue& value, std::string_view name) {
  PLUMBLINE_TRY(text, value.stringAt(name));
  return Hash::fromHexText(text);
}

/// The text whose first digits are the finding's id (docs/methods.md, "Results digest").
Result<Hash> findingDigest(const JsonValue& target) {
  PLUMBLINE_TRY(rule, target.stringAt("rule"));
  std::string text = rule + '\0';
  if (target.find("records") == nullptr) {
    PLUMBLINE_TRY(group, target.stringAt("group"));
    return sha256(bytesOf(text + group + '\0'));
  }
  PLUMBLINE_TRY(records, target.arrayAt("records"));
  for (const JsonValue& record : *records) {
    for (const std::string_view part : {"table", "party", "id"}) {
      PLUMBLINE_TRY(value, record.stringAt(part));
      text += value + '\0';
    }
  }
  return sha256(bytesOf(text));
}

Result<std::vector<Hash>> afterIn(const JsonValue& predicate) {
  PLUMBLINE_TRY(list, predicate.arrayAt("after"));
  if (list->size() > mostAfter) return malformed("the statement names too many that came before it");
  std::vector<Hash> after;
  for (const JsonValue& each : *list) {
    if (each.string() == nullptr) return malformed("the statement names something that is no digest");
    PLUMBLINE_TRY(sid, Hash::fromHexText(*each.string()));
    if (!after.empty() && !(after.back() < sid)) {
      return malformed("what came before the statement is not in rising order");
    }
    after.push_back(sid);
  }
  return after;
}

Result<StatementScope> scopeIn(const JsonValue& predicate) {
  PLUMBLINE_TRY(scope, predicate.objectAt("scope"));
  PLUMBLINE_TRY(party, scope->stringAt("party"));
  StatementScope out{std::move(party), std::nullopt};
  if (scope->find("first") == nullptr) return out;
  PLUMBLINE_TRY(first, hashAt(*scope, "first"));
  out.first = first;
  return out;
}

Result<StatementText> textIn(const JsonValue& predicate) {
  StatementText text;
  PLUMBLINE_TRY(kind, predicate.stringAt("kind"));
  text.kind = std::move(kind);
  PLUMBLINE_TRY(scope, scopeIn(predicate));
  text.scope = std::move(scope);
  PLUMBLINE_TRY(target, predicate.objectAt("target"));
  text.target = *target;
  PLUMBLINE_TRY(said, predicate.objectAt("said"));
  text.said = *said;
  PLUMBLINE_TRY(after, afterIn(predicate));
  text.after = std::move(after);
  if (predicate.find("replaces") != nullptr) {
    PLUMBLINE_TRY(replaces, hashAt(predicate, "replaces"));
    text.replaces = replaces;
  }
  const JsonValue* const words = text.said.find("text");
  if (words != nullptr && words->string() != nullptr && words->string()->size() > mostSaidBytes) {
    return tooLarge();
  }
  return text;
}

Result<void> checkSubject(const JsonValue& payload, const JsonValue& target, Hash& subject) {
  PLUMBLINE_TRY(subjects, payload.arrayAt("subject"));
  if (subjects->size() != 1) return malformed("the statement is not about one thing");
  PLUMBLINE_TRY(name, subjects->front().stringAt("name"));
  PLUMBLINE_TRY(stated, hashAt(subjects->front(), "digest.sha256"));
  PLUMBLINE_TRY(type, target.stringAt("type"));
  PLUMBLINE_TRY(digest, targetDigest(target));
  if (name != type || stated != digest) {
    return Error{ErrorCode::Mismatch, "the subject of the statement is not what it is about"};
  }
  subject = digest;
  return {};
}

Result<NoteVerifier> signerIn(const JsonValue& predicate) {
  PLUMBLINE_TRY(key, predicate.objectAt("key"));
  PLUMBLINE_TRY(name, key->stringAt("name"));
  PLUMBLINE_TRY(vkey, key->stringAt("vkey"));
  PLUMBLINE_TRY(signer, NoteVerifier::fromVkey(vkey));
  if (signer.name() != name || signer.type() != NoteKeyType::Ed25519 || signer.vkey() != vkey) {
    return Error{ErrorCode::BadKey, "the key of the statement is not one of a person"};
  }
  return signer;
}

Result<Envelope> envelopeIn(const JsonValue& root) {
  if (!hasMembers(root, {"payload", "payloadType", "signatures"})) {
    return malformed("the envelope of the statement has other members than it may have");
  }
  PLUMBLINE_TRY(type, root.stringAt("payloadType"));
  PLUMBLINE_TRY(signatures, root.arrayAt("signatures"));
  const bool one = signatures->size() == 1 && hasMembers(signatures->front(), {"sig"});
  if (type != inTotoPayloadType || !one) {
    return malformed("the envelope of the statement has other members than it may have");
  }
  PLUMBLINE_TRY(payloadText, root.stringAt("payload"));
  PLUMBLINE_TRY(payload, fromBase64(payloadText));
  PLUMBLINE_TRY(signatureText, signatures->front().stringAt("sig"));
  PLUMBLINE_TRY(signature, fromBase64(signatureText));
  return Envelope{type, std::move(payload), {{{}, std::move(signature)}}};
}

JsonValue hexList(const std::vector<Hash>& hashes) {
  JsonArray list;
  for (const Hash& hash : hashes) list.emplace_back(hash.hex());
  return list;
}

JsonObject predicateOf(const StatementText& text, const NoteVerifier& signer) {
  JsonObject scope{{"party", text.scope.party}};
  if (text.scope.first) scope.emplace_back("first", text.scope.first->hex());
  JsonObject predicate{
      {"kind", text.kind},
      {"scope", std::move(scope)},
      {"target", text.target},
      {"said", text.said},
      {"after", hexList(text.after)},
      {"key", JsonObject{{"name", signer.name()}, {"vkey", signer.vkey()}}}};
  if (text.replaces) predicate.emplace_back("replaces", text.replaces->hex());
  return predicate;
}

Result<std::string> oneForm(const JsonValue& value) {
  auto text = canonicalJson(value);
  if (!text) return malformed("the statement is not written in the one form in which it is signed");
  return std::move(*text);
}

}  // namespace

Result<Hash> targetDigest(const JsonValue& target) {
  PLUMBLINE_TRY(type, target.stringAt("type"));
  if (type == "finding") return findingDigest(target);
  if (type == "file" || type == "statement" || type == "results") return hashAt(target, "sha256");
  PLUMBLINE_TRY(text, oneForm(target));
  return sha256(bytesOf(text));
}

Result<PersonStatement> parsePersonStatement(std::string_view bytes) {
  PLUMBLINE_TRY(root, inOneForm(bytes));
  PLUMBLINE_TRY(envelope, envelopeIn(root));
  PLUMBLINE_TRY(payload, inOneForm(textOf(envelope.payload)));
  PLUMBLINE_TRY(type, payload.stringAt("_type"));
  PLUMBLINE_TRY(predicateType, payload.stringAt("predicateType"));
  if (type != inTotoStatementType || predicateType != personStatementType) {
    return Error{ErrorCode::Unsupported,
                 "this form of a statement is not known here",
                 {},
                 predicateType.substr(0, 120),
                 Message::data(std::string(personStatementType))};
  }
  PLUMBLINE_TRY(predicate, payload.objectAt("predicate"));
  PLUMBLINE_TRY(text, textIn(*predicate));
  PersonStatement out;
  PLUMBLINE_CHECK(checkSubject(payload, text.target, out.subject));
  PLUMBLINE_TRY(signer, signerIn(*predicate));
  const PublicKey keys[] = {signer.key()};
  if (verifyEnvelope(envelope, keys).empty()) {
    return Error{ErrorCode::BadSignature, "the signature of the statement fails", {}, signer.name()};
  }
  out.sid = sha256(envelope.payload);
  out.text = std::move(text);
  out.name = signer.name();
  out.vkey = signer.vkey();
  out.envelope = std::string(bytes);
  return out;
}

Result<PersonStatement> signPersonStatement(const StatementText& text, const std::string& name,
                                            const PrivateKey& key) {
  PLUMBLINE_TRY(signer, personSigner(name, key));
  PLUMBLINE_TRY(type, text.target.stringAt("type"));
  PLUMBLINE_TRY(subject, targetDigest(text.target));
  PLUMBLINE_TRY(
      payload,
      oneForm(JsonObject{
          {"_type", inTotoStatementType},
          {"subject", JsonArray{JsonObject{{"name", type},
                                           {"digest", JsonObject{{"sha256", subject.hex()}}}}}},
          {"predicateType", personStatementType},
          {"predicate", predicateOf(text, signer)}}));
  const SignatureBytes signature = key.sign(dssePae(inTotoPayloadType, bytesOf(payload)));
  PLUMBLINE_TRY(
      envelope,
      oneForm(JsonObject{
          {"payload", toBase64(bytesOf(payload))},
          {"payloadType", inTotoPayloadType},
          {"signatures", JsonArray{JsonObject{{"sig", toBase64(signature)}}}}}));
  if (envelope.size() > maxEnvelopeBytes) return tooLarge();
  return parsePersonStatement(envelope);
}

}  // namespace plumbline
