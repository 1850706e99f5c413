// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/key_rotation.h"

#include <algorithm>

#include "model/publish/log_directory.h"

namespace plumbline {
namespace {

bool isNamed(const std::vector<KeySetKey>& keys, const NoteVerifier& key) {
  return std::any_of(keys.begin(), keys.end(),
                     [&key](const KeySetKey& each) { return each.key.key() == key.key(); });
}

/// The keys of the first set, as the party's.
std::vector<KnownKey> anchors(const KeySet& first) {
  std::vector<KnownKey> known;
  for (const KeySetKey& each : first.keys) {
    known.push_back({each.key, "party", Role::Unknown, first.party, KeyTrust::Pinned});
  }
  return known;
}

/// The same as the one before, with the changes from the log index `at` on.
class NextKeySet {
 public:
  NextKeySet(const std::string& party, const KeySet* before, std::int64_t at) : m_at(at) {
    if (before != nullptr) m_set = *before;
    m_set.party = party;
    ++m_set.version;
    if (before == nullptr) m_set.threshold = 1;
  }

  Result<void> add(const NoteVerifier& key) {
    if (isNamed(m_set.keys, key)) {
      return Error{ErrorCode::Duplicate, "the key is in the key set already", {}, key.vkey()};
    }
    m_set.keys.push_back({key, m_at});
    return {};
  }

  Result<void> end(const NoteVerifier& key, const std::string& reason, bool revoked) {
    const auto same = [&key](const auto& each) { return each.key.key() == key.key(); };
    const auto gone = std::erase_if(m_set.keys, same);
    // A key that had ended may turn out to be in other hands.
    const bool known =
        gone > 0 || (revoked && std::any_of(m_set.ended.begin(), m_set.ended.end(), same));
    if (!known) {
      return Error{ErrorCode::BadKey, "the key is not in the key set", {}, key.vkey()};
    }
    (revoked ? m_set.revoked : m_set.ended).push_back({key, m_at, reason});
    return {};
  }

  Result<KeySet> finish(std::optional<std::int64_t> threshold) {
    if (threshold) m_set.threshold = *threshold;
    // As everybody else will read it.
    return parseKeySet(keySetStatement(m_set));
  }

 private:
  KeySet m_set;
  std::int64_t m_at;
};

Result<KeySet> nextSet(const std::string& party, const std::vector<LoggedKeySet>& sets,
                       std::int64_t index, const KeyChange& change,
                       std::span<const KeySetSigner> signers) {
  const bool isFirst = sets.empty();
  if (!isFirst && change.added.empty() && change.ended.empty() && change.revoked.empty() &&
      !change.threshold) {
    return Error{ErrorCode::Usage, "nothing changes in the key set"};
  }
  NextKeySet next(party, isFirst ? nullptr : &sets.back().set, index);
  if (isFirst) {
    for (const KeySetSigner& signer : signers) PLUMBLINE_CHECK(next.add(signer.key));
  }
  for (const NoteVerifier& key : change.added) PLUMBLINE_CHECK(next.add(key));
  for (const NoteVerifier& key : change.ended) {
    PLUMBLINE_CHECK(next.end(key, change.reason, false));
  }
  for (const NoteVerifier& key : change.revoked) {
    PLUMBLINE_CHECK(next.end(key, change.reason, true));
  }
  return next.finish(change.threshold);
}

/// Whether a reader of the log would take it.
Result<void> checkTaken(std::vector<LoggedKeySet> sets, const KeySet& set,
                        const std::string& envelope, std::int64_t index) {
  PLUMBLINE_TRY(parsed, parseEnvelope(bytesOf(envelope)));
  sets.push_back({index, std::move(parsed), set});
  const KeyHistories histories = KeyHistories::ofLog({}, sets, anchors(sets.front().set));
  for (const KeySetFault& fault : histories.faults()) {
    if (fault.index != index) continue;
    return Error{ErrorCode::Inconsistent,
                 "the key set is not signed by enough of the keys before it and of its own",
                 {},
                 {},
                 Message("%1 of its own keys, and as many of the keys before as these asked for",
                         set.threshold)};
  }
  return {};
}

}  // namespace

std::vector<LoggedKeySet> keySetsIn(const std::vector<std::string>& entries,
                                    std::string_view party) {
  std::vector<LoggedKeySet> out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto envelope = parseEnvelope(bytesOf(entries[i]));
    if (!envelope || envelope->payloadType != inTotoPayloadType) continue;
    const auto statement = parseStatement(envelope->payload);
    if (!statement) continue;
    auto set = parseKeySet(*statement);
    if (!set || set->party != party) continue;
    out.push_back({static_cast<std::int64_t>(i), std::move(*envelope), std::move(*set)});
  }
  return out;
}

std::optional<HistoryVerdict> judgeKey(std::span<const LoggedKeySet> sets, const PrivateKey& key,
                                       std::int64_t index) {
  if (sets.empty()) return std::nullopt;
  const auto known = anchors(sets.front().set);
  // Whoever signs nothing of worth may sign something that is.
  const auto probe = parseEnvelope(bytesOf(signEnvelope(inTotoPayloadType, bytesOf("{}"), key)));
  if (!probe) return std::nullopt;
  return KeyHistories::ofLog({}, sets, known)
      .judge(*probe, sets.front().set.party, Role::Unknown, {}, index);
}

Result<LoggedRotation> publishKeySet(const std::filesystem::path& folder, const std::string& party,
                                     const KeyChange& change,
                                     std::span<const KeySetSigner> signers) {
  PLUMBLINE_TRY(log, LogDirectory::open(folder));
  const auto index = static_cast<std::int64_t>(log.entries().size());
  const auto sets = keySetsIn(log.entries(), party);
  std::vector<const PrivateKey*> secrets;
  for (const KeySetSigner& signer : signers) secrets.push_back(signer.secret);
  PLUMBLINE_TRY(set, nextSet(party, sets, index, change, signers));
  for (const KeySetKey& each : set.keys) {
    if (!log.isSignedBy(each.key.key())) continue;
    return Error{ErrorCode::BadKey,
                 "this is the log's key; a party needs a key of its own",
                 {},
                 each.key.vkey()};
  }
  const std::string envelope = signKeySet(set, secrets);
  PLUMBLINE_CHECK(checkTaken(sets, set, envelope, index));
  PLUMBLINE_CHECK(log.append(envelope));
  return LoggedRotation{std::move(set), static_cast<std::uint64_t>(index),
                        sha256(bytesOf(envelope))};
}

}  // namespace plumbline
