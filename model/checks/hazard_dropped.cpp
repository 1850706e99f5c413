// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of material_changed.

#include "model/checks/pair_facts.h"
#include "model/checks/rule.h"

namespace plumbline {

namespace rules {

extern constinit const Rule hazardDropped{.id = "hazard_dropped",
                                          .number = "F9",
                                          .kind = RuleKind::Fact,
                                          .source = "Decision 2000/532/EC, mirror entries",
                                          .facts = facts::pair::all};

}  // namespace rules

}  // namespace plumbline
