// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs the checks of rules. What several of them read is read once: the shipments that are looked at
// one by one (load_look.h), the summary logs.

#include <span>

#include "model/checks/rule.h"

namespace plumbline {

struct CheckedRule {
  std::string_view rule;
  Result<CheckOutcome> outcome;
};

/// Every rule that has a check, in the order of `rules`; those of totals where there are any. One that fails does not lose the others.
/// Errors: Cancelled.
[[nodiscard]] Result<std::vector<CheckedRule>> runChecks(const CheckInput& input,
                                                         std::span<const Rule* const> rules);

}  // namespace plumbline
