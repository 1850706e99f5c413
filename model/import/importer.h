// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One import into a workspace: all paths together, so that their order does not matter.

#include <functional>
#include <memory>

#include "model/import/original_intake.h"
#include "model/members/member_source.h"
#include "model/records/progress.h"
#include "model/workspace/workspace.h"

namespace plumbline {

/// Each table and official file goes in whole or not at all, and so does the small evidence.
/// Errors: only where nothing could be done at all: no path can be opened, the user's own trust
/// files are not right, the store fails, or it was cancelled. With a memory to compare with
/// (ImportOptions), the import is unfinished until the caller has done that (comparisonToCome).
[[nodiscard]] Result<ImportReport> importPaths(const Workspace& workspace,
                                               const std::vector<std::filesystem::path>& paths,
                                               const ImportOptions& options,
                                               const Progress& progress);
/// The same of one source that is open already.
[[nodiscard]] Result<ImportReport> importSource(const Workspace& workspace,
                                                std::unique_ptr<MemberSource> source,
                                                const ImportOptions& options,
                                                const Progress& progress);

/// What a person changes about evidence that is here already.
struct EvidenceChange {
  /// Takes pieces away or says how originals are read. What came of them goes with them.
  std::function<Result<void>(ImportContext&, OriginalIntake&)> first;
  std::unique_ptr<MemberSource> source = {};  // what comes back; may be null
  std::optional<StepStamp> stamp = {};        // for the history of readings
};
/// On the caller's transaction: afterwards everything that is derived is as if the evidence had been
/// imported as it is now. Errors: those of `first`, and those that end an import.
[[nodiscard]] Result<ImportReport> changeEvidence(const Database& database, EvidenceChange change,
                                                  const Progress& progress);

}  // namespace plumbline
