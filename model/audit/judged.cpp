// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/judged.h"

#include <set>
#include <tuple>

#include "model/audit/session.h"
#include "model/evidence/judgement.h"
#include "model/import/publication_rows.h"
#include "model/store/unfinished.h"
#include "model/store/workspace.h"

namespace plumbline {
namespace {

/// Row, evidence, state, signer, origin, index.
using JudgedRow = std::tuple<std::int64_t, std::int64_t, std::string, std::string, std::string,
                             std::int64_t>;

Result<std::set<JudgedRow>> judgedRows(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT id, evidence, CASE state WHEN 'table_missing' THEN 'good' ELSE "
                           "state END, signer, origin, log_index FROM publications WHERE state <> "
                           "'unsigned'"));
  std::set<JudgedRow> out;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    out.emplace(query.integer(0), query.integer(1), std::string(query.text(2)),
                std::string(query.text(3)), std::string(query.text(4)), query.integer(5));
  }
}

Result<std::set<KeyRow>> keyRowsOf(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT vkey, job, role, party, trust FROM keys"));
  std::set<KeyRow> out;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    out.insert({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                std::string(query.text(3)), std::string(query.text(4))});
  }
}

}  // namespace

Result<bool> isJudged(const Database& database) {
  PLUMBLINE_TRY(keyring, Keyring::load(database));
  PLUMBLINE_TRY(logs, checkLogs(database, keyring));
  PLUMBLINE_TRY(contents, LogContents::load(database, keyring, logs));
  PLUMBLINE_TRY(histories, KeyHistories::load(database, keyring, logs, contents));
  PLUMBLINE_TRY(judgements, judgePublications(database, keyring, histories, contents));
  std::set<JudgedRow> expected;
  for (const Judgement& each : judgements) {
    expected.emplace(each.publication, each.item.id, std::string(toText(each.state)), each.signer,
                     each.place.origin, each.place.index);
  }
  PLUMBLINE_TRY(rows, judgedRows(database));
  if (rows != expected) return false;
  keyring.add(histories.keys());
  PLUMBLINE_TRY(keys, keyRowsOf(database));
  return keys == keyRows(keyring);
}

Result<void> ensureJudged(const std::filesystem::path& path, const Progress& progress) {
  {
    PLUMBLINE_TRY(workspace, Workspace::openReadOnly(path));
    const Database& database = workspace.database();
    PLUMBLINE_CHECK(database.execute("BEGIN"));
    PLUMBLINE_TRY(unfinished, isUnfinished(database));
    if (unfinished) return {};
    PLUMBLINE_TRY(judged, isJudged(database));
    if (judged) return {};
  }
  progress.report("Checking with your list of keys");
  const auto done = importInto(path, {}, {}, progress);
  if (!done) return done.error();
  return {};
}

}  // namespace plumbline
