// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of own_receipt.

#include "model/checks/pair_facts.h"
#include "model/checks/rule.h"

namespace plumbline {

namespace rules {

extern constinit const Rule otherReceiver{
    .id = "other_receiver",
    .number = "F35",
    .kind = RuleKind::Fact,
    .source = "40 CFR 262.20, designated facility; own rule: the consignee signs for its load",
    .facts = facts::pair::all};

}  // namespace rules

}  // namespace plumbline
