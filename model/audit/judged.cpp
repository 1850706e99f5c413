// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/judged.h"

#include <optional>
#include <set>
#include <tuple>

#include "model/audit/session.h"
#include "model/intake/publication_rows.h"

namespace plumbline {
namespace {

/// Row, evidence, state, signer, origin, index.
using JudgedRow =
    std::tuple<std::int64_t, std::int64_t, std::string, std::string, std::string, std::int64_t>;

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

/// Nothing where the rows are of another judgement.
Result<std::optional<JudgedWorkspace>> openAndJudge(const std::filesystem::path& path) {
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(path));
  PLUMBLINE_TRY(opened, judgeOpen(std::make_shared<const Workspace>(std::move(workspace))));
  PLUMBLINE_TRY(same, hasRowsOf(opened.database(), *opened.evidence));
  if (!same) return std::optional<JudgedWorkspace>();
  return std::optional(std::move(opened));
}

}  // namespace

Result<JudgedWorkspace> judgeOpen(std::shared_ptr<const Workspace> workspace) {
  PLUMBLINE_TRY(reading, OneReading::begin(workspace->database()));
  PLUMBLINE_TRY(judged, judgeEvidence(workspace->database()));
  return JudgedWorkspace{std::move(workspace), std::move(reading),
                         std::make_shared<const JudgedEvidence>(std::move(judged))};
}

Result<bool> hasRowsOf(const Database& database, const JudgedEvidence& judged) {
  std::set<JudgedRow> expected;
  for (const Judgement& each : judged.publications) {
    expected.emplace(each.publication, each.item.id, std::string(toText(each.state)), each.signer,
                     each.place.origin, each.place.index);
  }
  PLUMBLINE_TRY(rows, judgedRows(database));
  if (rows != expected) return false;
  PLUMBLINE_TRY(keys, keyRowsOf(database));
  return keys == keyRows(judged.allKeys());
}

Result<JudgedWorkspace> openJudged(const std::filesystem::path& path, const Progress& progress) {
  PLUMBLINE_TRY(found, openAndJudge(path));
  if (found) return std::move(*found);
  progress.report("Checking with your list of keys");
  PLUMBLINE_CHECK(importInto(path, {}, {}, progress));
  PLUMBLINE_TRY(again, openAndJudge(path));
  if (again) return std::move(*again);
  return Error{ErrorCode::Store, "the workspace changed while it was read; try again"};
}

}  // namespace plumbline
