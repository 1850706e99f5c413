// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/publication_rows.h"

#include "crypto/merkle.h"

#include "model/evidence/log_check.h"

namespace plumbline {
namespace {

/// A publication as its rows have it.
struct Known {
  std::int64_t id = 0;
  std::int64_t evidence = 0;
  std::string state;
};

Result<std::vector<Known>> knownPublications(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT id, evidence, state FROM publications WHERE state "
                                        "<> 'unsigned' ORDER BY id"));
  std::vector<Known> out;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    out.push_back({query.integer(0), query.integer(1), std::string(query.text(2))});
  }
}

/// Every place where an envelope lies; the smallest name stands for it.
using Places = std::map<std::string, EvidenceItem>;  // by SHA-256 in hex

Result<Places> envelopePlaces(const EvidenceStore& store) {
  PLUMBLINE_TRY(items, store.list());
  Places places;
  for (EvidenceItem& item : items) {
    if (item.kind == evidence_kind::envelope) places.emplace(item.sha256.hex(), std::move(item));
  }
  return places;
}

struct LogPlace {
  std::string origin;
  std::int64_t index = -1;
  bool altered = false;  // the log holds another entry there, which is not here
};

/// Which of the files at a place of the log is the one that was logged; none where no leaf says.
Result<const EvidenceItem*> loggedOne(const EvidenceStore& store,
                                      const std::vector<EvidenceItem>& items, const Hash& leaf) {
  for (const EvidenceItem& item : items) {
    PLUMBLINE_TRY(bytes, store.readAll(item));
    if (leafHash(bytes) == leaf) return &item;
  }
  return static_cast<const EvidenceItem*>(nullptr);
}

/// Origin and index by member name; the origin is empty where nothing names it.
class LogPlaces {
 public:
  static Result<LogPlaces> load(const Database& database, const Keyring& keyring,
                                const std::vector<LogCheck>& checks) {
    LogPlaces places;
    for (const KnownKey& key : keyring.keys()) {
      if (key.job == "log") places.m_origins[originHash(key.key.name())] = key.key.name();
    }
    std::map<std::string, std::span<const Hash>> leaves;
    for (const LogCheck& check : checks) {
      if (!check.view.origin.empty()) places.m_origins[check.originHash] = check.view.origin;
      leaves[check.originHash] = check.leaves;
    }
    const EvidenceStore store(database);
    PLUMBLINE_TRY(items, store.list());
    for (const auto& [hash, log] : groupLogs(items)) {
      for (const auto& [index, entries] : log.entries) {
        PLUMBLINE_CHECK(places.add({places.m_origins[hash], index}, store, entries, leaves[hash]));
      }
    }
    return places;
  }
  [[nodiscard]] LogPlace of(std::int64_t evidence) const {
    const auto found = m_places.find(evidence);
    return found != m_places.end() ? found->second : LogPlace{};
  }

 private:
  /// What lies beside the entry that was logged has no place in the log: anybody can lay it there.
  Result<void> add(LogPlace place, const EvidenceStore& store,
                   const std::vector<EvidenceItem>& items, std::span<const Hash> leaves) {
    const auto index = static_cast<std::size_t>(place.index);
    const EvidenceItem* logged = nullptr;
    if (index < leaves.size()) {
      PLUMBLINE_TRY(found, loggedOne(store, items, leaves[index]));
      logged = found;
      place.altered = logged == nullptr;
    }
    for (const EvidenceItem& item : items) {
      if (logged == nullptr || logged == &item) m_places[item.id] = place;
    }
    return {};
  }

  std::map<std::string, std::string> m_origins;
  std::map<std::int64_t, LogPlace> m_places;
};

bool carriesRecords(std::string_view state) {
  return state == "good" || state == "table_missing" || state == "unknown_key";
}

/// Deletes the records of a publication and notes its tables as not loaded.
Result<void> takeBack(ImportContext& context, std::int64_t publication) {
  PLUMBLINE_TRY(query, context.database.prepare(
                           "SELECT name, first_rowid, rows FROM publication_tables WHERE "
                           "publication = ? AND first_rowid IS NOT NULL"));
  query.bind(1, publication);
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) break;
    const auto table = tableFromName(query.text(0));
    if (!table) continue;
    PLUMBLINE_TRY(erase, context.database.prepare("DELETE FROM " + std::string(query.text(0)) +
                                                  " WHERE rowid BETWEEN ? AND ?"));
    erase.bind(1, query.integer(1)).bind(2, query.integer(1) + query.integer(2) - 1);
    PLUMBLINE_CHECK(erase.run());
    context.changed.insert(*table);
  }
  PLUMBLINE_TRY(mark, context.database.prepare(
                          "UPDATE publication_tables SET state = 'not_loaded', first_rowid = NULL, "
                          "first_key = NULL, last_key = NULL, first_ms = NULL, last_ms = NULL, "
                          "revised = 0, superseded = 0 WHERE publication = ? "
                          "AND state IN ('good', 'missing', 'unreadable', 'mismatch')"));
  mark.bind(1, publication);
  return mark.run();
}

Result<void> setPending(ImportContext& context, std::int64_t publication) {
  PLUMBLINE_TRY(mark, context.database.prepare(
                          "UPDATE publication_tables SET state = 'missing' WHERE publication = ? "
                          "AND state = 'not_loaded'"));
  mark.bind(1, publication);
  return mark.run();
}

struct Judgement {
  std::string state;
  std::string signer;
};

/// Who may judge: the party's key sets where they speak, else the keyring.
struct Judges {
  const Keyring& keyring;
  const KeyHistories& histories;
};

std::string messageFor(PublicationState state, std::string_view party) {
  const std::string who(party);
  switch (state) {
    case PublicationState::KeyRevoked:
      return "the publication is signed with a revoked key of " + who;
    case PublicationState::KeyRetired:
      return "the publication is signed with a retired key of " + who;
    case PublicationState::OtherRole:
      return "the publication is signed with a key of " + who + " that is named for another role";
    case PublicationState::StrangerKey:
      return "a publication in the name of " + who + " is signed by a key that is not " + who + "'s";
    default:
      return {};
  }
}

Result<Judgement> judge(ImportContext& context, const Judges& judges, const EvidenceItem& item,
                        const LogPlace& place, std::string_view before) {
  PLUMBLINE_TRY(bytes, context.store.readAll(item));
  PLUMBLINE_TRY(envelope, parseEnvelope(bytes));
  PLUMBLINE_TRY(statement, parseStatement(envelope.payload));
  PLUMBLINE_TRY(publication, parsePublication(statement));
  Judgement out;
  std::string message;
  if (const auto verdict = judges.histories.judge(envelope, publication.party, publication.role,
                                                  place.origin, place.index)) {
    out = {std::string(toText(verdict->state)), verdict->signer};
    message = messageFor(verdict->state, publication.party);
  } else {
    const SignerCheck check = judges.keyring.check(envelope, publication.party, publication.role);
    out.state = toText(check.state);
    if (check.signer != nullptr) out.signer = check.signer->key.vkey();
    message = check.message;
  }
  if (out.state == toText(PublicationState::StrangerKey) && place.altered) {
    out.state = toText(PublicationState::BadSignature);
    message = "the publication was altered: it is not the one that was logged, and not signed by "
              "a known key of " + publication.party;
  }
  // Said once: an import of something else need not repeat it.
  if (!message.empty() && out.state != before) {
    context.refuse(item.member, {ErrorCode::BadSignature, message});
  }
  return out;
}

Result<void> write(const Database& database, std::int64_t publication, std::int64_t evidence,
                   const Judgement& judgement, const LogPlace& place) {
  PLUMBLINE_TRY(query, database.prepare("UPDATE publications SET evidence = ?, state = ?, signer = "
                                        "?, origin = ?, log_index = ? WHERE id = ?"));
  query.bind(1, evidence).bind(2, judgement.state).bind(3, judgement.signer);
  query.bind(4, place.origin).bind(5, place.index).bind(6, publication);
  return query.run();
}

Result<std::string> digestOf(const Database& database, std::int64_t evidence) {
  PLUMBLINE_TRY(query, database.prepare("SELECT sha256 FROM evidence WHERE id = ?"));
  query.bind(1, evidence);
  PLUMBLINE_TRY(there, query.step());
  return there ? std::string(query.text(0)) : std::string();
}

}  // namespace

Result<void> addPublication(const Database& database, const Publication& publication,
                            const Hash& envelope, std::int64_t evidence) {
  const std::string hex = envelope.hex();
  PLUMBLINE_TRY(known, database.prepare("SELECT 1 FROM publications JOIN evidence ON evidence.id = "
                                        "publications.evidence WHERE sha256 = ?"));
  known.bind(1, hex);
  PLUMBLINE_TRY(there, known.step());
  if (there) return {};
  PLUMBLINE_TRY(query, database.prepare(Database::sqlResource("add_publication")));
  const std::string previous = publication.previous ? publication.previous->hex() : std::string();
  query.bind(1, evidence).bind(2, publication.party).bind(3, toText(publication.role));
  query.bind(4, publication.name).bind(5, publication.operatorName);
  query.bind(6, publication.sequence).bind(7, publication.periodStart.inMilliseconds());
  query.bind(8, publication.periodEnd.inMilliseconds()).bind(9, previous);
  query.bind(10, publication.reason).bind(11, "unknown_key");
  PLUMBLINE_CHECK(query.run());
  const std::int64_t id = database.lastInsertRowid();
  PLUMBLINE_TRY(tables, database.prepare(
                            "INSERT INTO publication_tables (publication, name, sha256, row_root, "
                            "bytes, rows, state) VALUES (?, ?, ?, ?, ?, ?, ?)"));
  for (const PublishedTable& table : publication.tables) {
    const std::string digest = table.sha256.hex();
    const std::string root = table.rowRoot.base64();
    tables.bind(1, id).bind(2, table.name).bind(3, digest).bind(4, root).bind(5, table.bytes);
    tables.bind(6, table.rows).bind(7, tableFromName(table.name) ? "missing" : "unsupported");
    PLUMBLINE_CHECK(tables.run());
  }
  return {};
}

Result<void> writeKeys(const Database& database, const Keyring& keyring) {
  PLUMBLINE_CHECK(database.execute("DELETE FROM keys"));
  PLUMBLINE_TRY(query,
                database.prepare("INSERT OR IGNORE INTO keys (vkey, job, role, party, trust) "
                                 "VALUES (?, ?, ?, ?, ?)"));
  for (const KnownKey& key : keyring.keys()) {
    const std::string vkey = key.key.vkey();
    const std::string_view role = key.role == Role::Unknown ? "" : toText(key.role);
    query.bind(1, vkey).bind(2, key.job).bind(3, role).bind(4, key.party);
    query.bind(5, toText(key.trust));
    PLUMBLINE_CHECK(query.run());
  }
  return {};
}

Result<void> judgePublications(ImportContext& context, const Keyring& keyring,
                               const KeyHistories& histories, const std::vector<LogCheck>& checks) {
  PLUMBLINE_TRY(publications, knownPublications(context.database));
  PLUMBLINE_TRY(places, envelopePlaces(context.store));
  PLUMBLINE_TRY(logs, LogPlaces::load(context.database, keyring, checks));
  for (const Known& known : publications) {
    PLUMBLINE_TRY(digest, digestOf(context.database, known.evidence));
    const auto place = places.find(digest);
    if (place == places.end()) continue;
    const LogPlace inLog = logs.of(place->second.id);
    PLUMBLINE_TRY(judgement,
                  judge(context, {keyring, histories}, place->second, inLog, known.state));
    PLUMBLINE_CHECK(write(context.database, known.id, place->second.id, judgement, inLog));
    if (carriesRecords(judgement.state)) {
      PLUMBLINE_CHECK(setPending(context, known.id));
    } else {
      PLUMBLINE_CHECK(takeBack(context, known.id));
    }
  }
  return {};
}

Result<void> markMissingTables(const Database& database) {
  return database.execute(
      "UPDATE publications SET state = 'table_missing' WHERE state = 'good' AND EXISTS (SELECT 1 "
      "FROM publication_tables AS t WHERE t.publication = publications.id AND t.state <> 'good')");
}

}  // namespace plumbline
