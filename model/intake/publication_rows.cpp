// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/publication_rows.h"

#include "model/store/sql_resource.h"

namespace plumbline {
namespace {

bool carriesRecords(PublicationState state) {
  return state == PublicationState::Good || state == PublicationState::UnknownKey;
}

/// Of the tables that `which` selects: a condition on publication_tables with one number.
Result<void> eraseRecords(ImportContext& context, std::string_view which, std::int64_t value) {
  PLUMBLINE_TRY(query, context.database.prepare(
                           "SELECT name, first_rowid, rows FROM publication_tables WHERE "
                           "first_rowid IS NOT NULL AND " +
                           std::string(which)));
  query.bind(1, value);
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return {};
    const auto table = tableFromName(query.text(0));
    if (!table) continue;
    PLUMBLINE_TRY(erase, context.database.prepare("DELETE FROM " + std::string(query.text(0)) +
                                                  " WHERE rowid BETWEEN ? AND ?"));
    erase.bind(1, query.integer(1)).bind(2, query.integer(1) + query.integer(2) - 1);
    PLUMBLINE_CHECK(erase.run());
    context.changed.insert(*table);
  }
}

/// Deletes the records of a publication and notes its tables as not loaded.
Result<void> takeBack(ImportContext& context, std::int64_t publication) {
  PLUMBLINE_CHECK(eraseRecords(context, "publication = ?", publication));
  PLUMBLINE_TRY(mark, context.database.prepare(
                          "UPDATE publication_tables SET state = 'not_loaded', first_rowid = NULL, "
                          "first_key = NULL, last_key = NULL, first_ms = NULL, last_ms = NULL, "
                          "revised = 0, superseded = 0 WHERE publication = ? "
                          "AND state IN ('good', 'missing', 'unreadable', 'mismatch')"));
  mark.bind(1, publication);
  return mark.run();
}

Result<std::vector<std::int64_t>> publicationsOf(const Database& database, std::int64_t evidence) {
  PLUMBLINE_TRY(query, database.prepare("SELECT id FROM publications WHERE evidence = ?"));
  query.bind(1, evidence);
  std::vector<std::int64_t> out;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    out.push_back(query.integer(0));
  }
}

Result<void> eraseRows(const Database& database, std::string_view table, std::string_view column,
                       std::int64_t value) {
  PLUMBLINE_TRY(query, database.prepare("DELETE FROM " + std::string(table) + " WHERE " +
                                        std::string(column) + " = ?"));
  query.bind(1, value);
  return query.run();
}

Result<void> setPending(ImportContext& context, std::int64_t publication) {
  PLUMBLINE_TRY(mark, context.database.prepare(
                          "UPDATE publication_tables SET state = 'missing' WHERE publication = ? "
                          "AND state = 'not_loaded'"));
  mark.bind(1, publication);
  return mark.run();
}

Result<void> write(const Database& database, const Judgement& judgement) {
  PLUMBLINE_TRY(query, database.prepare("UPDATE publications SET evidence = ?, state = ?, signer = "
                                        "?, origin = ?, log_index = ? WHERE id = ?"));
  query.bind(1, judgement.item.id).bind(2, toText(judgement.state)).bind(3, judgement.signer);
  query.bind(4, judgement.place.origin).bind(5, judgement.place.index);
  query.bind(6, judgement.publication);
  return query.run();
}

Result<std::string> stateOf(const Database& database, std::int64_t publication) {
  PLUMBLINE_TRY(query, database.prepare("SELECT state FROM publications WHERE id = ?"));
  query.bind(1, publication);
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
  PLUMBLINE_TRY(query, database.prepare(sqlResource("add_publication")));
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

std::set<KeyRow> keyRows(const Keyring& keyring) {
  std::set<KeyRow> out;
  for (const KnownKey& key : keyring.keys()) {
    const std::string_view role = key.role == Role::Unknown ? "" : toText(key.role);
    out.insert({key.key.vkey(), key.job, std::string(role), key.party,
                std::string(toText(key.trust))});
  }
  return out;
}

Result<void> writeKeys(const Database& database, const Keyring& keyring) {
  PLUMBLINE_CHECK(database.execute("DELETE FROM keys"));
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO keys (vkey, job, role, party, trust) VALUES "
                                        "(?, ?, ?, ?, ?)"));
  for (const KeyRow& row : keyRows(keyring)) {
    for (std::size_t i = 0; i < row.size(); ++i) query.bind(static_cast<int>(i) + 1, row[i]);
    PLUMBLINE_CHECK(query.run());
  }
  return {};
}

Result<void> writeJudgements(ImportContext& context, const std::vector<Judgement>& judgements) {
  for (const Judgement& judgement : judgements) {
    PLUMBLINE_TRY(before, stateOf(context.database, judgement.publication));
    // Said once: an import of something else need not repeat it.
    if (!judgement.message.empty() && toText(judgement.state) != before) {
      context.refuse(judgement.item.member, {ErrorCode::BadSignature, judgement.message});
    }
    PLUMBLINE_CHECK(write(context.database, judgement));
    if (carriesRecords(judgement.state)) {
      PLUMBLINE_CHECK(setPending(context, judgement.publication));
    } else {
      PLUMBLINE_CHECK(takeBack(context, judgement.publication));
    }
  }
  return {};
}

Result<void> takeBackOriginal(ImportContext& context, std::int64_t original) {
  const Database& database = context.database;
  PLUMBLINE_TRY(publications, publicationsOf(database, original));
  for (const std::int64_t publication : publications) {
    PLUMBLINE_CHECK(eraseRecords(context, "publication = ?", publication));
    for (const std::string_view table : {"publication_tables", "summary_logs", "summary_log_rows",
                                         "source_remarks", "trade_values"}) {
      PLUMBLINE_CHECK(eraseRows(database, table, "publication", publication));
    }
    PLUMBLINE_CHECK(eraseRows(database, "publications", "id", publication));
  }
  return eraseRows(database, "quarantine", "evidence", original);
}

Result<void> takeBackTable(ImportContext& context, std::int64_t table) {
  PLUMBLINE_CHECK(eraseRecords(context, "evidence = ?", table));
  PLUMBLINE_TRY(mark, context.database.prepare(
                          "UPDATE publication_tables SET state = 'missing', evidence = NULL, "
                          "first_rowid = NULL, first_key = NULL, last_key = NULL, first_ms = NULL, "
                          "last_ms = NULL, revised = 0, superseded = 0 WHERE evidence = ?"));
  mark.bind(1, table);
  return mark.run();
}

Result<void> markMissingTables(const Database& database) {
  return database.execute(
      "UPDATE publications SET state = 'table_missing' WHERE state = 'good' AND EXISTS (SELECT 1 "
      "FROM publication_tables AS t WHERE t.publication = publications.id AND t.state <> 'good')");
}

}  // namespace plumbline
