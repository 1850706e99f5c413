// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of time_order.

#include "model/checks/pair_facts.h"
#include "model/checks/rule.h"

namespace plumbline {

namespace rules {

extern constinit const Rule certificateOrder{.id = "certificate_order",
                                             .number = "F4",
                                             .kind = RuleKind::Fact,
                                             .source = "Regulation (EC) No 1013/2006 Art. 16(e)",
                                             .facts = facts::pair::all};

}  // namespace rules

}  // namespace plumbline
