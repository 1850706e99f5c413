// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/importer.h"

#include "model/import/judged_records.h"

namespace plumbline {
namespace {

/// A session of one import: everything is taken in, all that is here then is judged once, and what
/// counts becomes records.
Result<ImportReport> takeInAndLoad(EvidenceImport& import) {
  PLUMBLINE_CHECK(import.takeIn());
  PLUMBLINE_TRY(judged, judgeEvidence(import.context().database));
  return loadJudged(import, std::make_shared<const JudgedEvidence>(std::move(judged)));
}

/// A cancel reaches every statement of the import.
Result<ImportReport> watched(const Database& database, const Progress& progress,
                             const std::function<Result<ImportReport>()>& work) {
  database.watch(&progress);
  auto report = work();
  database.watch(nullptr);
  return report;
}

}  // namespace

Result<ImportReport> importPaths(const Workspace& workspace,
                                 const std::vector<std::filesystem::path>& paths,
                                 const ImportOptions& options, const Progress& progress) {
  const Database& database = workspace.database();
  return watched(database, progress, [&]() -> Result<ImportReport> {
    EvidenceImport import(database, options, progress);
    PLUMBLINE_CHECK(import.open(paths));
    return takeInAndLoad(import);
  });
}

Result<ImportReport> importSource(const Workspace& workspace, std::unique_ptr<MemberSource> source,
                                  const ImportOptions& options, const Progress& progress) {
  const Database& database = workspace.database();
  return watched(database, progress, [&] {
    EvidenceImport import(database, options, progress);
    import.add(std::move(source));
    return takeInAndLoad(import);
  });
}

Result<ImportReport> changeEvidence(const Database& database, EvidenceChange change,
                                    const Progress& progress) {
  return watched(database, progress, [&] {
    ImportOptions options;
    options.stamp = change.stamp;
    EvidenceImport import(database, options, progress);
    import.change(std::move(change.first));
    if (change.source) import.add(std::move(change.source));
    return takeInAndLoad(import);
  });
}

}  // namespace plumbline
