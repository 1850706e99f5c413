// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of own_receipt.

#include "model/checks/rule.h"
#include "model/checks/summed_facts.h"

namespace plumbline {

namespace rules {

extern constinit const Rule materialNotStated{.id = "material_not_stated",
                                              .number = "F14",
                                              .kind = RuleKind::Fact,
                                              .source = "own rule",
                                              .facts = facts::summed::all};

}  // namespace rules

}  // namespace plumbline
