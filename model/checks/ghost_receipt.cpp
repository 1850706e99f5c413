// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/ghost_receipt_facts.h"
#include "model/checks/load_checks.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

Result<CheckOutcome> check(const CheckInput& input) {
  return compareLoads(input,
                      {{LoadKind::GhostReceipt, rules::ghostReceipt.id, Severity::Conflict}});
}

constexpr std::array needed = {Table::Shipments};

}  // namespace

namespace rules {

extern constinit const Rule ghostReceipt{.id = "ghost_receipt",
                                         .number = "F5",
                                         .kind = RuleKind::Fact,
                                         .source = "40 CFR 264.72(a); own rule",
                                         .facts = facts::ghostReceipt::all,
                                         .check = check,
                                         .needs = {needed, true}};

}  // namespace rules

}  // namespace plumbline
