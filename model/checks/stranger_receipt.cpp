// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of own_receipt.

#include "model/checks/rule.h"
#include "model/checks/summed_facts.h"

namespace plumbline {

namespace rules {

extern constinit const Rule strangerReceipt{
    .id = "stranger_receipt",
    .number = "F13",
    .kind = RuleKind::Fact,
    .source = "own rule: only a named key's signature confirms",
    .facts = facts::summed::all};

}  // namespace rules

}  // namespace plumbline
