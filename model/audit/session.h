// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program can do with an audit. Each function opens its own connection to the workspace,
// so any of them may run on any worker thread; none touches a clock, a locale or the network.

#include <filesystem>
#include <optional>

#include "crypto/keys.h"

#include "model/audit/audit_result.h"
#include "model/intake/import_report.h"
#include "model/records/progress.h"
#include "model/workspace/unfinished.h"

namespace plumbline {

namespace fs = std::filesystem;

class WriterLock;

/// Imports folders, audit files and official files into the workspace, which is created when it
/// does not exist. One transaction a file: a file is in whole or not at all.
/// Errors: only where nothing could be done at all (no such path, workspace not ours, disk full).
[[nodiscard]] Result<ImportReport> importInto(const fs::path& workspace,
                                              const std::vector<fs::path>& paths,
                                              const ImportOptions& options,
                                              const Progress& progress);
/// The same under a lock on the workspace that the caller holds.
[[nodiscard]] Result<ImportReport> importInto(const WriterLock& lock, const fs::path& workspace,
                                              const std::vector<fs::path>& paths,
                                              const ImportOptions& options,
                                              const Progress& progress);
/// The import that did not finish, or nothing.
[[nodiscard]] Result<std::optional<UnfinishedImport>> unfinishedImport(const fs::path& workspace);
enum class TakenBack { ToWhatWasThere, ToNothing };
/// Makes the workspace what it was before the import that did not finish; one that the import made
/// goes away. Errors: Usage where no import is unfinished; those of an import.
[[nodiscard]] Result<TakenBack> takeBackImport(const fs::path& workspace, const Progress& progress);
/// Computes everything from the evidence in the workspace.
[[nodiscard]] Result<AuditPtr> runAudit(const fs::path& workspace, const Progress& progress);
/// What the signatures show, and what was refused on the way.
struct Verification {
  EvidenceReport evidence;
  std::vector<Problem> problems;
};
/// The five rows only, for a folder, an audit file or a workspace; writes nothing that stays.
[[nodiscard]] Result<Verification> verifyPath(const fs::path& path, const ImportOptions& options,
                                              const Progress& progress);
/// Writes the audit file. Same evidence, same bytes.
[[nodiscard]] Result<void> shareAudit(const fs::path& workspace, const fs::path& out,
                                      const Progress& progress);
/// Signs the computed result (evidence root, plan, engine, results digest) and stores the statement.
[[nodiscard]] Result<SignOff> signAudit(const fs::path& workspace, const AuditResult& audit,
                                        const std::string& name, const PrivateKey& key);
[[nodiscard]] Result<SignOff> endorseAudit(const fs::path& workspace, const AuditResult& audit,
                                           const std::string& name, const PrivateKey& key);

}  // namespace plumbline
