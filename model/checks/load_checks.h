// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rules on loads share: exceptions of the reconciliation become findings.

#include <vector>

#include "model/checks/load_findings.h"

namespace plumbline {

/// Cannot tell, for the first of the rules, where loads cannot be compared at all.
[[nodiscard]] Result<CheckOutcome> compareLoads(const CheckInput& input,
                                                const std::vector<LoadRule>& rules);

}  // namespace plumbline
