// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which shipments a part of a claim is the sum of. The audit keeps sums only, so the loads are matched
// once more when somebody asks.

#include <filesystem>
#include <vector>

#include "model/records/progress.h"
#include "model/audit/audit_result.h"

namespace plumbline {

struct PartShipments {
  std::vector<std::int64_t> rowids;  // in the order of the table
  Mass sum;                          // of what they have in this part, which may be less than they weigh
};

/// `claim` is one of `audit`. Errors: Cancelled, Inconsistent where the workspace changed after the
/// audit was computed, and those of the store.
[[nodiscard]] Result<PartShipments> shipmentsOf(const std::filesystem::path& workspace,
                                                const AuditResult& audit, const ClaimVerdict& claim,
                                                ClaimPart part, const Progress& progress);

}  // namespace plumbline
