// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/passing_audit.h"

#include "model/audit/audit_judged.h"
#include "model/import/importer.h"
#include "model/members/stored_source.h"
#include "model/members/workspace_file.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

/// A plan that the user set is in no evidence.
Result<void> copyPlan(const Database& from, const Database& to) {
  PLUMBLINE_TRY(query, from.prepare("SELECT value FROM settings WHERE name = 'plan'"));
  PLUMBLINE_TRY(there, query.step());
  if (!there) return {};
  PLUMBLINE_TRY(put, to.prepare("INSERT INTO settings (name, value) VALUES ('plan', ?)"));
  const std::string plan(query.text(0));
  put.bind(1, plan);
  return put.run();
}

}  // namespace

Result<std::shared_ptr<PassingAudit>> PassingAudit::make(const Database& ours) {
  PLUMBLINE_TRY(passing, PassingWorkspace::make());
  for (const std::string_view name : userSettingNames) {
    PLUMBLINE_TRY(value, userSetting(ours, name));
    if (!value.empty()) PLUMBLINE_CHECK(setUserSetting(passing->database(), name, value));
  }
  return std::shared_ptr<PassingAudit>(new PassingAudit(std::move(passing)));
}

Result<std::shared_ptr<PassingAudit>> PassingAudit::ofFile(const std::filesystem::path& file,
                                                           const Database& ours,
                                                           const Progress& progress) {
  PLUMBLINE_TRY(made, make(ours));
  if (!looksLikeWorkspace(file)) {
    PLUMBLINE_CHECK(importPaths(made->m_passing->workspace(), {file}, {}, progress));
    return made;
  }
  PLUMBLINE_TRY(database, openUnsealed(file));
  const auto held = std::make_shared<const Database>(std::move(database));
  PLUMBLINE_CHECK(held->execute("BEGIN"));
  PLUMBLINE_TRY(source, StoredSource::open(held));
  PLUMBLINE_CHECK(importSource(made->m_passing->workspace(), std::move(source), {}, progress));
  return made;
}

Result<std::shared_ptr<PassingAudit>> PassingAudit::ofEvidence(std::shared_ptr<const Database> ours,
                                                               const std::set<Hash>& pieces,
                                                               const Progress& progress) {
  PLUMBLINE_TRY(made, make(*ours));
  PLUMBLINE_CHECK(copyPlan(*ours, made->database()));
  PLUMBLINE_TRY(source, StoredSource::open(std::move(ours), pieces));
  PLUMBLINE_CHECK(importSource(made->m_passing->workspace(), std::move(source), {}, progress));
  return made;
}

Result<AuditPtr> PassingAudit::run(const Progress& progress) const {
  const auto workspace = std::shared_ptr<const Workspace>(m_passing, &m_passing->workspace());
  PLUMBLINE_TRY(judged, judgeOpen(workspace));
  return auditJudged(judged, progress);
}

}  // namespace plumbline
