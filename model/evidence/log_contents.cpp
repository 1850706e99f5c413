// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/log_contents.h"

#include <algorithm>

namespace plumbline {
namespace {

using Places = std::map<std::int64_t, LogPlace>;  // by row of the evidence

/// What lies beside the entry that was logged has no place in the log: anybody can lay it there.
Result<void> placeEntries(const EvidenceStore& store, LogPlace place,
                          const std::vector<EvidenceItem>& items, std::span<const Hash> leaves,
                          Places& out) {
  const auto index = static_cast<std::size_t>(place.index);
  const EvidenceItem* logged = nullptr;
  if (index < leaves.size()) {
    PLUMBLINE_TRY(found, loggedOne(store, items, leaves[index]));
    logged = found;
    place.altered = logged == nullptr;
  }
  for (const EvidenceItem& item : items) {
    if (logged == nullptr || logged == &item) out[item.id] = place;
  }
  return {};
}

}  // namespace

Result<const EvidenceItem*> loggedOne(const EvidenceStore& store,
                                      const std::vector<EvidenceItem>& items, const Hash& leaf) {
  for (const EvidenceItem& item : items) {
    PLUMBLINE_TRY(bytes, store.readAll(item));
    if (leafHash(bytes) == leaf) return &item;
  }
  return static_cast<const EvidenceItem*>(nullptr);
}

Result<LogContents> LogContents::load(const Database& database, const Keyring& keyring,
                                      const std::vector<LogCheck>& checks) {
  LogContents contents;
  for (const KnownKey& key : keyring.keys()) {
    if (key.job == "log") contents.m_logs[originHash(key.key.name())].origin = key.key.name();
  }
  PLUMBLINE_CHECK(contents.addLogs(database, checks));
  PLUMBLINE_CHECK(contents.countPublications(database));
  return contents;
}

Result<void> LogContents::addLogs(const Database& database, const std::vector<LogCheck>& checks) {
  std::map<std::string, std::span<const Hash>> leaves;
  for (const LogCheck& check : checks) {
    Log& log = m_logs[check.originHash];
    if (!check.view.origin.empty()) log.origin = check.view.origin;
    log.unnamed = check.keyTrust != KeyTrust::Pinned;
    log.broken = !holdsTogether(check);
    leaves[check.originHash] = check.leaves;
  }
  const EvidenceStore store(database);
  PLUMBLINE_TRY(items, store.list());
  Places places;
  for (const auto& [hash, log] : groupLogs(items)) {
    for (const auto& [index, entries] : log.entries) {
      const LogPlace place{m_logs[hash].origin, hash, index, false};
      PLUMBLINE_CHECK(placeEntries(store, place, entries, leaves[hash], places));
    }
  }
  for (EvidenceItem& item : items) {
    if (item.kind != evidence_kind::envelope) continue;
    const auto place = places.find(item.id);
    const LogPlace found = place == places.end() ? LogPlace{} : place->second;
    m_places[item.sha256].push_back({std::move(item), found});
  }
  return {};
}

Result<void> LogContents::countPublications(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT e.sha256, p.party FROM publications AS p JOIN "
                                        "evidence AS e ON e.id = p.evidence WHERE p.state <> "
                                        "'unsigned'"));
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return {};
    PLUMBLINE_TRY(digest, Hash::fromHexText(query.text(0)));
    for (const PlacedEnvelope& each : placesOf(digest)) {
      if (each.place.index < 0 || each.place.altered) continue;
      m_logs[each.place.originHash].publications[std::string(query.text(1))].insert(digest);
    }
  }
}

const std::vector<PlacedEnvelope>& LogContents::placesOf(const Hash& envelope) const {
  static const std::vector<PlacedEnvelope> nowhere;
  const auto found = m_places.find(envelope);
  return found == m_places.end() ? nowhere : found->second;
}

LogRank LogContents::rankOf(std::string_view party, const std::string& originHash) const {
  LogRank rank;
  rank.originHash = originHash;
  const auto log = m_logs.find(originHash);
  if (log == m_logs.end()) return rank;
  rank.unnamed = log->second.unnamed;
  rank.broken = log->second.broken;
  for (const auto& [publisher, envelopes] : log->second.publications) {
    const auto count = static_cast<std::int64_t>(envelopes.size());
    if (publisher == party) {
      rank.lacking = -count;
    } else {
      rank.strangers += count;
    }
  }
  return rank;
}

}  // namespace plumbline
