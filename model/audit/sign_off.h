// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who signed an audit, and whether it holds for the results computed now. A statement holds for the
// results it names; recomputed results that differ make it void.

#include "model/audit/audit_result.h"
#include "model/evidence/audit_statement.h"

namespace plumbline {

/// Every sign-off among `audits` (readAuditStatements), the author's first, then by member name. One that cannot be
/// read or whose signature fails is listed with signatureGood false.
[[nodiscard]] Result<std::vector<SignOff>> readSignOffs(const Database& database,
                                                        std::span<const AuditStatement> audits,
                                                        const Hash& resultsDigest);

}  // namespace plumbline
