// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an audit keeps no rows of is read again when somebody asks. It is of the same state and the
// same judgement then, or nothing is said.

#include <filesystem>

#include "model/audit/audit_result.h"
#include "model/audit/judged.h"

namespace plumbline {

/// Open for one reading, with the judgement that `audit` was computed by. Errors: Inconsistent where
/// the workspace changed since, or was judged anew; those of the store.
[[nodiscard]] Result<JudgedWorkspace> openAsAudited(const std::filesystem::path& path,
                                                    const AuditResult& audit);

}  // namespace plumbline
