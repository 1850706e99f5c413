// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of unaccounted_mass.

#include "model/checks/rule.h"
#include "model/checks/unaccounted_mass_facts.h"

namespace plumbline {

namespace rules {

extern constinit const Rule unexplainedGain{
    .id = "unexplained_gain",
    .number = "F17",
    .kind = RuleKind::Statistic,
    .source = "IAEA material accountancy (MUF); Holm 1979; Benjamini and Yekutieli 2001",
    .facts = facts::unaccountedMass::all,
    .needs = {balanceTables}};

}  // namespace rules

}  // namespace plumbline
