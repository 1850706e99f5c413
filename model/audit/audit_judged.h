// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"
#include "model/audit/judged.h"

namespace plumbline {

/// Computes everything from a workspace that is open. Errors: as runAudit.
[[nodiscard]] Result<AuditPtr> auditJudged(const JudgedWorkspace& opened, const Progress& progress);

}  // namespace plumbline
