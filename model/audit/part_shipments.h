// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which shipments a part of a claim is the sum of. The audit keeps sums only, so the loads are matched
// once more when somebody asks.

#include <filesystem>
#include <vector>

#include "model/records/plan.h"
#include "model/records/progress.h"
#include "model/verdict/claim_verdict.h"

namespace plumbline {

struct PartShipments {
  std::vector<std::int64_t> rowids;  // in the order of the table
  Mass sum;                          // of what they have in this part, which may be less than they weigh
};

/// Errors: Cancelled, and those of the workspace.
[[nodiscard]] Result<PartShipments> shipmentsOf(const std::filesystem::path& workspace,
                                                const AuditPlan& plan, const ClaimVerdict& claim,
                                                ClaimPart part, const Progress& progress);

}  // namespace plumbline
