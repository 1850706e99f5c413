// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The second half of an import: what the session's judgement lets count becomes records, and what it
// says of publications, keys and logs stands beside them for whoever reads the workspace.

#include "model/import/evidence_import.h"
#include "model/judgement/judged_evidence.h"

namespace plumbline {

/// Of all that is here, and of what `import` has taken in; the report carries `judged` on. A load that was cancelled keeps what went
/// in. Errors: those of the store, and Cancelled.
[[nodiscard]] Result<ImportReport> loadJudged(EvidenceImport& import, std::shared_ptr<const JudgedEvidence> judged);

}  // namespace plumbline
