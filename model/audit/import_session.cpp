// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/judged.h"
#include "model/audit/session.h"
#include "model/audit/stored_problems.h"
#include "model/import/importer.h"
#include "model/import/rebuild.h"
#include "model/members/workspace_file.h"
#include "model/publish/checkpoint_memory.h"
#include "model/workspace/before_import.h"
#include "model/workspace/passing_workspace.h"
#include "model/workspace/remove_workspace.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/user_settings.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {
namespace {

Result<ImportReport> importAndCompare(const Workspace& workspace,
                                      const std::vector<fs::path>& paths,
                                      const ImportOptions& options, const Progress& progress) {
  PLUMBLINE_TRY(report, importPaths(workspace, paths, options, progress));
  if (options.memory) {
    PLUMBLINE_CHECK(compareWithMemory(workspace, *options.memory, report, progress));
    PLUMBLINE_TRY(transaction, Transaction::begin(workspace.database()));
    PLUMBLINE_CHECK(noteFileDone(workspace.database(), comparisonToCome));
    PLUMBLINE_CHECK(endImport(workspace.database()));
    PLUMBLINE_CHECK(transaction.commit());
  }
  return report;
}

bool isEmpty(const Database& database) {
  auto query = database.prepare("SELECT 1 FROM evidence LIMIT 1");
  const auto there = query ? query->step() : Result<bool>(query.error());
  return there && !*there;
}

}  // namespace

Result<ImportReport> importInto(const fs::path& workspace, const std::vector<fs::path>& paths,
                                const ImportOptions& options, const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Continue, progress));
  PLUMBLINE_TRY(lock, WriterLock::take(workspace));
  return importInto(lock, workspace, paths, options, progress);
}

Result<ImportReport> importInto(const WriterLock&, const fs::path& workspace,
                                const std::vector<fs::path>& paths, const ImportOptions& options,
                                const Progress& progress) {
  // A kill before the first file leaves an unfinished import, too, and no audit of nothing.
  const std::string first = std::string(unfinishedFromTheStart) + ";" + std::string(nothingBefore);
  std::error_code failed;
  const bool existed = fs::exists(workspace, failed);
  bool nothingIn = false;
  auto report = [&]() -> Result<ImportReport> {
    PLUMBLINE_TRY(opened, Workspace::open(workspace, true, first));
    // Many small transactions: with a write-ahead log the disk is waited for once, and a power cut can
    // lose the newest of them, never damage the file.
    PLUMBLINE_CHECK(opened.database().execute("PRAGMA journal_mode = WAL"));
    auto done = importAndCompare(opened, paths, options, progress);
    nothingIn = !done && isEmpty(opened.database());
    if (done) PLUMBLINE_CHECK(opened.close());
    return done;
  }();
  if (!report && !existed && nothingIn) static_cast<void>(removeWorkspace(workspace).ok());
  return report;
}

Result<Verification> verifyPath(const fs::path& path, const ImportOptions& options,
                                const Progress& progress) {
  if (looksLikeWorkspace(path)) {
    PLUMBLINE_CHECK(prepareWorkspace(path, IfUnfinished::Refuse, progress));
    PLUMBLINE_TRY(opened, openJudged(path, progress));
    PLUMBLINE_TRY(problems, storedProblems(opened.database()));
    PLUMBLINE_TRY(evidence, buildEvidenceReport(opened.database(), *opened.evidence));
    return Verification{std::move(evidence), std::move(problems)};
  }
  // Checked in a workspace that goes away afterwards, by the very code of an import.
  PLUMBLINE_TRY(passing, PassingWorkspace::make());
  PLUMBLINE_TRY(report, importAndCompare(passing->workspace(), {path}, options, progress));
  PLUMBLINE_TRY(evidence, buildEvidenceReport(passing->database(), *report.judged));
  return Verification{std::move(evidence), std::move(report.problems)};
}

}  // namespace plumbline
