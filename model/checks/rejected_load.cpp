// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_checks.h"
#include "model/checks/pair_facts.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

Result<CheckOutcome> check(const CheckInput& input) {
  return compareLoads(input, {{LoadKind::Refused, rules::rejectedLoad.id, Severity::Conflict}});
}

}  // namespace

namespace rules {

extern constinit const Rule rejectedLoad{.id = "rejected_load",
                                         .number = "F10",
                                         .kind = RuleKind::Fact,
                                         .source = "40 CFR 264.72(a), rejected loads",
                                         .facts = facts::pair::all,
                                         .check = check};

}  // namespace rules

}  // namespace plumbline
