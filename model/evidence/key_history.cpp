// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/key_history.h"

#include <algorithm>
#include <limits>
#include <set>

namespace plumbline {
namespace {

bool listed(const std::vector<EndedKey>& keys, const PublicKey& key, std::int64_t index) {
  return std::any_of(keys.begin(), keys.end(), [&](const EndedKey& each) {
    return each.at <= index && each.key.key() == key;
  });
}

/// Keys of the set that may sign the entry at `index`.
std::vector<NoteVerifier> inForce(const KeySet& set, std::int64_t index) {
  std::vector<NoteVerifier> out;
  for (const KeySetKey& each : set.keys) {
    const PublicKey& key = each.key.key();
    if (each.from > index || listed(set.ended, key, index)) continue;
    if (!listed(set.revoked, key, index)) out.push_back(each.key);
  }
  return out;
}

std::vector<PublicKey> publicKeys(const std::vector<NoteVerifier>& keys) {
  std::vector<PublicKey> out;
  for (const NoteVerifier& key : keys) out.push_back(key.key());
  return out;
}

std::vector<PublicKey> notRevoked(const KeySet& set, std::int64_t index) {
  std::vector<PublicKey> out;
  for (const KeySetKey& each : set.keys) {
    if (!listed(set.revoked, each.key.key(), index)) out.push_back(each.key.key());
  }
  return out;
}

bool reaches(const Envelope& envelope, const std::vector<PublicKey>& keys, std::int64_t threshold) {
  return static_cast<std::int64_t>(verifyEnvelope(envelope, keys).size()) >= threshold;
}

bool signedBy(const Envelope& envelope, const PublicKey& key) {
  return !verifyEnvelope(envelope, {&key, 1}).empty();
}

/// Entries of logs that are no publications: a key set is one of them.
Result<std::set<std::int64_t>> otherStatements(const Database& database) {
  PLUMBLINE_TRY(
      query, database.prepare("SELECT id FROM evidence WHERE kind = 'envelope' AND sha256 NOT IN "
                              "(SELECT e.sha256 FROM evidence AS e JOIN publications AS p ON "
                              "p.evidence = e.id)"));
  std::set<std::int64_t> out;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    out.insert(query.integer(0));
  }
}

/// As far as a key set that cannot be read says whose it is.
KeySetFault malformed(const Statement& statement, const std::string& origin, std::int64_t index) {
  KeySetFault fault{"keyset_malformed", {}, origin, 0, index};
  if (auto party = statement.predicate.stringAt("party")) fault.party = std::move(*party);
  if (const auto version = statement.predicate.integerAt("version")) fault.version = *version;
  return fault;
}

}  // namespace

Result<KeyHistories> KeyHistories::load(const Database& database, const Keyring& keyring,
                                        const std::vector<LogCheck>& checks) {
  KeyHistories out;
  PLUMBLINE_TRY(others, otherStatements(database));
  if (others.empty()) return out;
  const EvidenceStore store(database);
  PLUMBLINE_TRY(items, store.list());
  const auto logs = groupLogs(items);
  for (const LogCheck& check : checks) {
    const auto log = logs.find(check.originHash);
    if (!holdsTogether(check) || log == logs.end()) continue;
    for (const auto& [index, entries] : log->second.entries) {
      if (index >= static_cast<std::int64_t>(check.view.size)) break;
      if (!others.contains(entries.front().id)) continue;
      PLUMBLINE_CHECK(
          out.readEntry(store, entries.front(), index, check.view.origin, keyring.keys()));
    }
  }
  return out;
}

/// An entry that is something else says nothing about keys.
Result<void> KeyHistories::readEntry(const EvidenceStore& store, const EvidenceItem& item,
                                     std::int64_t index, const std::string& origin,
                                     const std::vector<KnownKey>& known) {
  PLUMBLINE_TRY(bytes, store.readAll(item));
  auto envelope = parseEnvelope(bytes);
  if (!envelope || envelope->payloadType != inTotoPayloadType) return {};
  const auto statement = parseStatement(envelope->payload);
  if (!statement || statement->predicateType != keySetPredicateType) return {};
  auto set = parseKeySet(*statement);
  if (set) {
    take({index, std::move(*envelope), std::move(*set)}, origin, known);
  } else {
    m_faults.push_back(malformed(*statement, origin, index));
  }
  return {};
}

KeyHistories KeyHistories::ofLog(const std::string& origin, std::span<const LoggedKeySet> sets,
                                 const std::vector<KnownKey>& known) {
  KeyHistories out;
  for (const LoggedKeySet& each : sets) out.take(each, origin, known);
  return out;
}

bool KeyHistories::hasOtherJob(const KeySet& set, const std::vector<KnownKey>& known) const {
  const auto otherJob = [&set](const KnownKey& other) {
    const auto same = [&other](const KeySetKey& each) { return each.key.key() == other.key.key(); };
    const bool own = other.job == "party" && other.party == set.party;
    return other.usable && !own && std::any_of(set.keys.begin(), set.keys.end(), same);
  };
  return std::any_of(known.begin(), known.end(), otherJob) ||
         std::any_of(m_keys.begin(), m_keys.end(), otherJob);
}

void KeyHistories::take(const LoggedKeySet& logged, const std::string& origin,
                        const std::vector<KnownKey>& known) {
  const Envelope& envelope = logged.envelope;
  const std::int64_t index = logged.index;
  KeySet set = logged.set;
  const auto fault = [&](const char* reason) {
    m_faults.push_back({reason, set.party, origin, set.version, index});
  };
  if (hasOtherJob(set, known)) return fault("key_two_jobs");
  auto history = std::find_if(m_histories.begin(), m_histories.end(), [&](const History& each) {
    return each.party == set.party && each.origin == origin;
  });
  const bool isFirst = history == m_histories.end();
  // The same key set once more says nothing new.
  if (!isFirst && history->versions.back().payload == envelope.payload) return;
  const KeySet* last = isFirst ? nullptr : &history->versions.back().set;
  // Once revoked, always revoked, whatever a later set says of the key.
  if (last != nullptr) {
    set.revoked.insert(set.revoked.end(), last->revoked.begin(), last->revoked.end());
  }
  if (set.version != (isFirst ? 0 : last->version) + 1) return fault("keyset_gap");
  if (!reaches(envelope, notRevoked(set, index), set.threshold)) return fault("keyset_unsigned");
  History started{set.party, origin, Role::Unknown, KeyTrust::Unknown, {}};
  if (isFirst) {
    bool partyIsKnown = false;
    for (const KnownKey& key : known) {
      if (key.job != "party" || !key.usable || key.party != set.party) continue;
      partyIsKnown = true;
      if (key.trust >= started.trust || !signedBy(envelope, key.key.key())) continue;
      started.trust = key.trust;
      started.role = key.role;
    }
    // Of a party that nobody named a key set says no more than any other signature.
    if (!partyIsKnown) return;
    if (started.trust == KeyTrust::Unknown) return fault("keyset_unsigned");
    history = m_histories.insert(m_histories.end(), std::move(started));
  } else if (!reaches(envelope, publicKeys(inForce(*last, index)), last->threshold)) {
    return fault("keyset_unsigned");
  }
  for (const KeySetKey& each : set.keys) {
    m_keys.push_back({each.key, "party", history->role, set.party, history->trust});
  }
  history->versions.push_back({index, std::move(set), envelope.payload});
}

const KeyHistories::History* KeyHistories::find(std::string_view party,
                                                std::string_view origin) const {
  const History* any = nullptr;
  for (const History& history : m_histories) {
    if (history.party != party) continue;
    if (history.origin == origin) return &history;
    if (any == nullptr) any = &history;
  }
  return any;
}

std::optional<HistoryVerdict> KeyHistories::judge(const Envelope& envelope, std::string_view party,
                                                  Role role, std::string_view origin,
                                                  std::int64_t index) const {
  const History* history = find(party, origin);
  if (history == nullptr) return std::nullopt;
  const bool elsewhere = index < 0 || history->origin != origin;
  const std::int64_t at = elsewhere ? std::numeric_limits<std::int64_t>::max() : index;
  if (at < history->versions.front().index) return std::nullopt;
  const Version* current = nullptr;
  bool retired = false;
  for (const Version& version : history->versions) {
    if (version.index > at) break;
    current = &version;
    for (const KeySetKey& key : version.set.keys) {
      retired = retired || (key.from <= at && signedBy(envelope, key.key.key()));
    }
  }
  for (const NoteVerifier& key : inForce(current->set, at)) {
    if (!signedBy(envelope, key.key())) continue;
    if (role != history->role) return HistoryVerdict{PublicationState::OtherRole, {}};
    return HistoryVerdict{PublicationState::Good, key.vkey()};
  }
  for (const EndedKey& key : current->set.revoked) {
    if (key.at > at || !signedBy(envelope, key.key.key())) continue;
    return HistoryVerdict{PublicationState::KeyRevoked, {}};
  }
  return HistoryVerdict{retired ? PublicationState::KeyRetired : PublicationState::StrangerKey, {}};
}

}  // namespace plumbline
