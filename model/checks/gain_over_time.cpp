// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of loss_over_time.

#include "model/checks/loss_over_time_facts.h"
#include "model/checks/rule.h"

namespace plumbline {

namespace rules {

extern constinit const Rule gainOverTime{
    .id = "gain_over_time",
    .number = "F24",
    .kind = RuleKind::Statistic,
    .source = "IAEA material accountancy (SITMUF); Page, Biometrika 41 (1954)",
    .facts = facts::lossOverTime::all,
    .needs = {balanceTables}};

}  // namespace rules

}  // namespace plumbline
