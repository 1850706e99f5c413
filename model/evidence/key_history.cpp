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

/// The best known key of the party that signed its first key set.
struct Anchor {
  bool partyIsKnown = false;
  KeyTrust trust = KeyTrust::Unknown;
  Role role = Role::Unknown;
};

Anchor anchorOf(const Envelope& envelope, std::string_view party,
                const std::vector<KnownKey>& known) {
  Anchor out;
  for (const KnownKey& key : known) {
    if (key.job != "party" || !key.usable || key.party != party) continue;
    out.partyIsKnown = true;
    if (key.trust >= out.trust || !signedBy(envelope, key.key.key())) continue;
    out.trust = key.trust;
    out.role = key.role;
  }
  return out;
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
                                        const std::vector<LogCheck>& checks,
                                        const LogContents& contents) {
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
      const Hash& leaf = check.leaves[static_cast<std::size_t>(index)];
      PLUMBLINE_TRY(logged, loggedOne(store, entries, leaf));
      if (logged == nullptr || !others.contains(logged->id)) continue;
      PLUMBLINE_CHECK(out.readEntry(store, *logged, index, check.view.origin, keyring.keys()));
    }
  }
  out.keepHomes(checks, contents);
  return out;
}

void KeyHistories::keepHomes(const std::vector<LogCheck>& checks, const LogContents& contents) {
  std::map<std::string, std::string> hashes;
  for (const LogCheck& check : checks) hashes[check.view.origin] = check.originHash;
  const auto rank = [&](const History& history) {
    return contents.rankOf(history.party, hashes[history.origin]);
  };
  std::vector<History> kept;
  for (History& history : m_histories) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&history](const History& each) {
      return each.party == history.party;
    });
    if (same == kept.end()) {
      kept.push_back(std::move(history));
    } else if (rank(history) < rank(*same)) {
      *same = std::move(history);
    }
  }
  m_histories = std::move(kept);
  listKeys();
}

void KeyHistories::listKeys() {
  m_keys.clear();
  for (const History& history : m_histories) {
    for (const Version& version : history.versions) {
      for (const KeySetKey& each : version.set.keys) {
        m_keys.push_back({each.key, "party", history.role, history.party, history.trust});
      }
    }
  }
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

/// Somebody less known than the party itself cannot take a key of its away by naming it.
bool KeyHistories::hasOtherJob(const KeySet& set, const std::vector<KnownKey>& known,
                               KeyTrust trust) const {
  const auto otherJob = [&set, trust](const KnownKey& other) {
    const auto same = [&other](const KeySetKey& each) { return each.key.key() == other.key.key(); };
    const bool own = other.job == "party" && other.party == set.party;
    return other.usable && !own && other.trust <= trust &&
           std::any_of(set.keys.begin(), set.keys.end(), same);
  };
  return std::any_of(known.begin(), known.end(), otherJob) ||
         std::any_of(m_signers.begin(), m_signers.end(), otherJob);
}

void KeyHistories::take(const LoggedKeySet& logged, const std::string& origin,
                        const std::vector<KnownKey>& known) {
  const Envelope& envelope = logged.envelope;
  const std::int64_t index = logged.index;
  KeySet set = logged.set;
  const auto fault = [&](const char* reason) {
    m_faults.push_back({reason, set.party, origin, set.version, index});
  };
  auto history = std::find_if(m_histories.begin(), m_histories.end(), [&](const History& each) {
    return each.party == set.party && each.origin == origin;
  });
  const bool isFirst = history == m_histories.end();
  const Anchor anchor =
      isFirst ? anchorOf(envelope, set.party, known) : Anchor{true, history->trust, history->role};
  if (hasOtherJob(set, known, anchor.trust)) return fault("key_two_jobs");
  // The same key set once more says nothing new.
  if (!isFirst && history->versions.back().payload == envelope.payload) return;
  const KeySet* last = isFirst ? nullptr : &history->versions.back().set;
  // Once revoked, always revoked, whatever a later set says of the key.
  if (last != nullptr) {
    set.revoked.insert(set.revoked.end(), last->revoked.begin(), last->revoked.end());
  }
  if (set.version != (isFirst ? 0 : last->version) + 1) return fault("keyset_gap");
  if (!reaches(envelope, notRevoked(set, index), set.threshold)) return fault("keyset_unsigned");
  if (isFirst) {
    // Of a party that nobody named a key set says no more than any other signature.
    if (!anchor.partyIsKnown) return;
    if (anchor.trust == KeyTrust::Unknown) return fault("keyset_unsigned");
    history =
        m_histories.insert(m_histories.end(), {set.party, origin, anchor.role, anchor.trust, {}});
  } else if (!reaches(envelope, publicKeys(inForce(*last, index)), last->threshold)) {
    return fault("keyset_unsigned");
  }
  for (const KeySetKey& each : set.keys) {
    const KnownKey key{each.key, "party", history->role, set.party, history->trust};
    m_keys.push_back(key);
    // Anybody can name somebody else's key; only a key that signed has taken the job.
    if (signedBy(envelope, each.key.key())) m_signers.push_back(key);
  }
  history->versions.push_back({index, std::move(set), envelope.payload});
}

const KeyHistories::History* KeyHistories::find(std::string_view party) const {
  const auto found = std::find_if(m_histories.begin(), m_histories.end(),
                                  [party](const History& each) { return each.party == party; });
  return found == m_histories.end() ? nullptr : &*found;
}

std::string_view KeyHistories::homeOf(std::string_view party) const {
  const History* history = find(party);
  return history == nullptr ? std::string_view() : std::string_view(history->origin);
}

std::optional<HistoryVerdict> KeyHistories::judge(const Envelope& envelope, std::string_view party,
                                                  Role role, std::string_view origin,
                                                  std::int64_t index) const {
  const History* history = find(party);
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
