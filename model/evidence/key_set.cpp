// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/key_set.h"

#include <algorithm>
#include <set>

namespace plumbline {
namespace {

constexpr std::size_t maxKeys = 100;
constexpr std::size_t maxReasonBytes = 1000;

Error bad(ErrorCode code, Message message, std::string_view found = {}) {
  return {code, std::move(message), {}, std::string(found.substr(0, 120))};
}

bool isControl(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}
bool isControlOrSpace(char c) {
  return isControl(c) || c == ' ';
}

Result<std::int64_t> indexAt(const JsonValue& object, std::string_view member) {
  PLUMBLINE_TRY(index, object.integerAt(member));
  if (index < 0) return bad(ErrorCode::Malformed, "a log index of the key set is negative");
  return index;
}

Result<NoteVerifier> keyAt(const JsonValue& object) {
  PLUMBLINE_TRY(vkey, object.stringAt("vkey"));
  auto key = NoteVerifier::fromVkey(vkey);
  if (!key) return bad(ErrorCode::BadKey, key.error().message, vkey);
  if (key->type() != NoteKeyType::Ed25519) {
    return bad(ErrorCode::BadKey, "the key is of the wrong kind for its job", vkey);
  }
  return key;
}

Result<std::vector<EndedKey>> endedAt(const JsonValue& predicate, std::string_view member) {
  std::vector<EndedKey> out;
  if (predicate.find(member) == nullptr) return out;
  PLUMBLINE_TRY(list, predicate.arrayAt(member));
  if (list->size() > maxKeys) return bad(ErrorCode::Malformed, "the key set has over 100 keys");
  for (const JsonValue& value : *list) {
    PLUMBLINE_TRY(key, keyAt(value));
    PLUMBLINE_TRY(at, indexAt(value, "at"));
    std::string reason;
    if (value.find("reason") != nullptr) {
      PLUMBLINE_TRY(text, value.stringAt("reason"));
      reason = std::move(text);
    }
    if (reason.size() > maxReasonBytes || std::any_of(reason.begin(), reason.end(), isControl)) {
      return bad(ErrorCode::Malformed, "a reason is too long or has control characters");
    }
    out.push_back({std::move(key), at, std::move(reason)});
  }
  return out;
}

Result<void> checkKeys(const KeySet& set) {
  std::set<KeyBytes> seen;
  for (const KeySetKey& each : set.keys) {
    if (seen.insert(each.key.key().bytes()).second) continue;
    return bad(ErrorCode::Duplicate, "the key set names a key twice", each.key.vkey());
  }
  const auto count = static_cast<std::int64_t>(set.keys.size());
  if (set.threshold < 1 || set.threshold > count) {
    return bad(ErrorCode::BadValue, "the threshold is not between 1 and the number of keys",
               std::to_string(set.threshold));
  }
  return {};
}

JsonArray endedJson(const std::vector<EndedKey>& keys) {
  JsonArray out;
  for (const EndedKey& each : keys) {
    out.push_back(JsonObject{{"vkey", each.key.vkey()}, {"at", each.at}, {"reason", each.reason}});
  }
  return out;
}

}  // namespace

Result<KeySet> parseKeySet(const Statement& statement) {
  if (statement.predicateType != keySetPredicateType) {
    return bad(ErrorCode::Unsupported, "the statement is no key set", statement.predicateType);
  }
  const JsonValue& predicate = statement.predicate;
  KeySet set;
  PLUMBLINE_TRY(party, predicate.stringAt("party"));
  if (party.empty() || party.size() > 64 ||
      std::any_of(party.begin(), party.end(), isControlOrSpace)) {
    return bad(ErrorCode::Malformed, "the party's id is empty, too long or has white space", party);
  }
  set.party = std::move(party);
  PLUMBLINE_TRY(version, predicate.integerAt("version"));
  if (version < 1) return bad(ErrorCode::Malformed, "the key set's version is below 1");
  set.version = version;
  PLUMBLINE_TRY(threshold, predicate.integerAt("threshold"));
  set.threshold = threshold;
  PLUMBLINE_TRY(keys, predicate.arrayAt("keys"));
  if (keys->size() > maxKeys) return bad(ErrorCode::Malformed, "the key set has over 100 keys");
  for (const JsonValue& value : *keys) {
    PLUMBLINE_TRY(key, keyAt(value));
    PLUMBLINE_TRY(from, indexAt(value, "from"));
    set.keys.push_back({std::move(key), from});
  }
  PLUMBLINE_TRY(ended, endedAt(predicate, "ended"));
  PLUMBLINE_TRY(revoked, endedAt(predicate, "revoked"));
  set.ended = std::move(ended);
  set.revoked = std::move(revoked);
  PLUMBLINE_CHECK(checkKeys(set));
  return set;
}

Statement keySetStatement(const KeySet& set) {
  Statement statement;
  statement.predicateType = keySetPredicateType;
  JsonArray keys;
  for (const KeySetKey& each : set.keys) {
    const std::string vkey = each.key.vkey();
    keys.push_back(JsonObject{{"vkey", vkey}, {"from", each.from}});
    statement.subjects.push_back({each.key.name(), sha256(bytesOf(vkey))});
  }
  statement.predicate = JsonObject{{"party", set.party},
                                   {"version", set.version},
                                   {"threshold", set.threshold},
                                   {"keys", std::move(keys)},
                                   {"ended", endedJson(set.ended)},
                                   {"revoked", endedJson(set.revoked)}};
  return statement;
}

std::string signKeySet(const KeySet& set, std::span<const PrivateKey* const> keys) {
  const Bytes payload = toBytes(formatStatement(keySetStatement(set)));
  const Bytes message = dssePae(inTotoPayloadType, payload);
  JsonArray signatures;
  for (const PrivateKey* key : keys) {
    signatures.push_back(JsonObject{{"sig", toBase64(key->sign(message))}});
  }
  return JsonValue(JsonObject{{"payload", toBase64(payload)},
                              {"payloadType", inTotoPayloadType},
                              {"signatures", std::move(signatures)}})
      .dump();
}

}  // namespace plumbline
