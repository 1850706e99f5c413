// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_checks.h"
#include "model/checks/pair_facts.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

Result<CheckOutcome> check(const CheckInput& input) {
  return compareLoads(
      input, {{LoadKind::OperationChanged, rules::operationChanged.id, Severity::Conflict}});
}

}  // namespace

namespace rules {

extern constinit const Rule operationChanged{.id = "operation_changed",
                                             .number = "F8",
                                             .kind = RuleKind::Fact,
                                             .source = "Directive 2008/98/EC annexes I and II",
                                             .facts = facts::pair::all,
                                             .check = check};

}  // namespace rules

}  // namespace plumbline
