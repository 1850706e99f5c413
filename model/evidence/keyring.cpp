// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/keyring.h"

#include <algorithm>

#include "model/evidence/authors_word.h"
#include "model/store/evidence_store.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

Result<std::string> memberText(const EvidenceStore& store, std::string_view member) {
  PLUMBLINE_TRY(item, store.findMember(member));
  if (!item) return std::string();
  PLUMBLINE_TRY(bytes, store.readAll(*item));
  return std::string(textOf(bytes));
}

bool sameJob(const KnownKey& a, const KnownKey& b) {
  return a.job == b.job && a.role == b.role && a.party == b.party;
}

/// The place a key is for: a party, or a log by its origin, or a witness.
bool samePlace(const KnownKey& a, const KnownKey& b) {
  return a.job == b.job && a.party == b.party && (a.job != "log" || a.key.name() == b.key.name());
}

/// A key gives way to what somebody says who is trusted more, and to a contradiction of its own kind.
bool givesWay(const KnownKey& key, const KnownKey& other) {
  if (key.trust == KeyTrust::Pinned || key.trust < other.trust) return false;
  const bool sameKey = key.key.key() == other.key.key();
  if (other.trust < key.trust) {
    return (sameKey && !sameJob(key, other)) || (!sameKey && samePlace(key, other));
  }
  if (sameKey && !sameJob(key, other)) return true;
  return key.job == "log" && !sameKey && samePlace(key, other);
}

}  // namespace

Result<Keyring> Keyring::load(const Database& database, std::span<const AuditStatement> audits) {
  const EvidenceStore store(database);
  Keyring keyring;
  PLUMBLINE_TRY(pinnedParties, userSetting(database, pinnedPartiesSetting));
  PLUMBLINE_TRY(pinnedPolicy, userSetting(database, pinnedPolicySetting));
  PLUMBLINE_TRY(seenParties, memberText(store, "parties.txt"));
  PLUMBLINE_TRY(seenPolicy, memberText(store, "policy.txt"));
  // Each was checked when it was stored; one that does not parse now names nobody.
  if (auto parties = parseParties(pinnedParties)) keyring.addParties(*parties, KeyTrust::Pinned);
  PLUMBLINE_TRY(authors, readAuthors(database, audits, keyring.keys()));
  for (const AuthorsWord& author : authors) {
    if (author.counts()) keyring.addParties(author.names, KeyTrust::OnWord);
  }
  if (auto parties = parseParties(seenParties, RepeatedKeys::Kept))
    keyring.addParties(*parties, KeyTrust::FirstSeen);
  auto pinned = parsePolicy(pinnedPolicy);
  auto seen = parsePolicy(seenPolicy, RepeatedKeys::Kept);
  if (pinned) keyring.addPolicy(*pinned, KeyTrust::Pinned);
  if (seen) keyring.addPolicy(*seen, KeyTrust::FirstSeen);
  keyring.settle();
  if (!pinnedPolicy.empty() && pinned) {
    keyring.takePolicy(std::move(*pinned), KeyTrust::Pinned);
  } else if (seen) {
    keyring.takePolicy(std::move(*seen), KeyTrust::FirstSeen);
  }
  return keyring;
}

void Keyring::addParties(const std::vector<PartyKey>& parties, KeyTrust trust) {
  for (const PartyKey& party : parties) {
    m_keys.push_back({party.key, "party", party.role, party.id, trust});
  }
}

void Keyring::addPolicy(const TlogPolicy& policy, KeyTrust trust) {
  for (const NoteVerifier& log : policy.logs) {
    m_keys.push_back({log, "log", Role::Unknown, {}, trust});
  }
  for (const PolicyWitness& witness : policy.witnesses) {
    if (!witness.key) continue;
    m_keys.push_back({*witness.key, "witness", Role::Unknown, witness.name, trust});
  }
}

void Keyring::settle() {
  for (KnownKey& key : m_keys) {
    key.usable = std::none_of(m_keys.begin(), m_keys.end(),
                              [&key](const KnownKey& other) { return givesWay(key, other); });
  }
}

void Keyring::takePolicy(TlogPolicy policy, KeyTrust trust) {
  const auto mayUse = [&](const PolicyWitness& witness) {
    return std::any_of(m_keys.begin(), m_keys.end(), [&](const KnownKey& known) {
      return known.job == "witness" && known.usable && known.trust == trust &&
             known.party == witness.name && known.key.vkey() == witness.key->vkey();
    });
  };
  for (PolicyWitness& witness : policy.witnesses) {
    if (witness.key && !mayUse(witness)) witness.key.reset();
  }
  m_policy = std::move(policy);
  m_policyTrust = trust;
}

SignerCheck Keyring::check(const Envelope& envelope, std::string_view party, Role role) const {
  std::vector<PublicKey> keys;
  std::vector<const KnownKey*> owners;
  SignerCheck out;
  bool partyHasKey = false;
  for (const KnownKey& known : m_keys) {
    if (known.job != "party" || !known.usable) continue;
    partyHasKey = partyHasKey || known.party == party;
    keys.push_back(known.key.key());
    owners.push_back(&known);
  }
  const KnownKey* foreign = nullptr;
  for (const std::size_t index : verifyEnvelope(envelope, keys)) {
    const KnownKey* owner = owners[index];
    if (owner->party != party || owner->role != role) {
      if (foreign == nullptr || owner->party == party) foreign = owner;
    } else if (out.signer == nullptr || owner->trust < out.signer->trust) {
      out.signer = owner;
    }
  }
  if (out.signer != nullptr) {
    out.state = PublicationState::Good;
  } else if (foreign != nullptr && foreign->party == party) {
    out.state = PublicationState::OtherRole;
    out.message = Message("a publication of %1 as %2 is signed with a key that is named for it as %3",
                          party, toText(role), toText(foreign->role));
  } else if (foreign != nullptr || partyHasKey) {
    out.state = PublicationState::StrangerKey;
    out.message =
        foreign == nullptr
            ? Message("a publication in the name of %1 is signed by a key that is not %1's", party)
            : Message("a publication in the name of %1 is signed by a key that is not %1's, but of "
                      "%2 %3",
                      party, toText(foreign->role), foreign->party);
  }
  return out;
}

const KnownKey* Keyring::logKey(std::string_view origin) const {
  const KnownKey* found = nullptr;
  for (const KnownKey& known : m_keys) {
    if (known.job != "log" || !known.usable || known.key.name() != origin) continue;
    if (found == nullptr || known.trust < found->trust) found = &known;
  }
  return found;
}

std::vector<NoteVerifier> Keyring::logKeys(std::string_view origin) const {
  std::vector<NoteVerifier> out;
  const KnownKey* best = logKey(origin);
  for (const KnownKey& known : m_keys) {
    if (known.job != "log" || !known.usable || known.key.name() != origin) continue;
    if (known.trust != best->trust) continue;
    const auto same = [&known](const NoteVerifier& key) { return key.key() == known.key.key(); };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(known.key);
  }
  return out;
}

Result<void> checkTrustFiles(std::string_view parties, std::string_view policy) {
  PLUMBLINE_TRY(partyKeys, parseParties(parties));
  PLUMBLINE_TRY(parsed, parsePolicy(policy));
  std::vector<const NoteVerifier*> others;
  for (const NoteVerifier& log : parsed.logs) others.push_back(&log);
  for (const PolicyWitness& witness : parsed.witnesses) {
    if (witness.key) others.push_back(&*witness.key);
  }
  for (const PartyKey& party : partyKeys) {
    for (const NoteVerifier* other : others) {
      if (!(other->key() == party.key.key())) continue;
      return Error{ErrorCode::Duplicate,
                   "a key is a party's and a log's or witness's at once; one key has one job",
                   {},
                   party.key.vkey()};
    }
  }
  return {};
}

}  // namespace plumbline
