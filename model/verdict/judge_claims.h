// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/check.h"
#include "model/verdict/claim_verdict.h"

namespace plumbline {

struct VerdictInput {
  const Database& database;
  const AuditPlan& plan;
  const Reconciliation& reconciliation;
  const EvidenceReport& evidence;
  Lens lens = Lens::Everybody;  // the one the reconciliation was made by
};

/// One verdict a current claim, by start, then party and id. Where a plant published no claim, its
/// shipments of useful material are one: id "implied", over the whole time. After them what the user
/// entered, each "cannot tell" with what it would be.
[[nodiscard]] Result<std::vector<ClaimVerdict>> judgeClaims(const VerdictInput& input);

}  // namespace plumbline
