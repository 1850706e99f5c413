// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one person's computer remembers of every log: the largest checkpoint that was verified in
// any audit, with the leaf hashes that lead to it. A log that shows the same person two histories
// is caught even where each came in an audit of its own. Each log has a folder <h> in the form of a
// published one (docs/file-format.md, section 4): log/<h>/checkpoint and log/<h>/hashes.bin.

#include <filesystem>

#include "model/intake/import_report.h"
#include "model/records/progress.h"
#include "model/workspace/workspace.h"

namespace plumbline {

/// Compares each log that holds together in the workspace with what is remembered of it. A smaller
/// or equal one is replaced; of a larger one the workspace is told the size, so that the audit can
/// say how old its checkpoint is; one that contradicts is imported as evidence, so that both are
/// kept and shown. `report` gets what this import took in or refused. Errors: Io, those of the
/// store and of the import. Files of the memory that cannot be used are written anew.
[[nodiscard]] Result<void> compareWithMemory(const Workspace& workspace,
                                             const std::filesystem::path& memory,
                                             ImportReport& report, const Progress& progress);

}  // namespace plumbline
