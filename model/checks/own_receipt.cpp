// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_checks.h"
#include "model/checks/rule_list.h"
#include "model/checks/summed_facts.h"

namespace plumbline {
namespace {

Result<CheckOutcome> check(const CheckInput& input) {
  std::vector<Finding> all = summedFinding(input, LoadKind::OwnReceipt, rules::ownReceipt.id);
  const auto add = [&](LoadKind kind, std::string_view rule) {
    for (Finding& finding : summedFinding(input, kind, rule)) all.push_back(std::move(finding));
  };
  add(LoadKind::StrangerReceipt, rules::strangerReceipt.id);
  add(LoadKind::MaterialNotStated, rules::materialNotStated.id);
  PLUMBLINE_TRY(others, loadFindings(input, {LoadKind::OtherReceiver, rules::otherReceiver.id,
                                             Severity::Look}));
  std::move(others.begin(), others.end(), std::back_inserter(all));
  return CheckOutcome::found(std::move(all));
}

}  // namespace

namespace rules {

extern constinit const Rule ownReceipt{
    .id = "own_receipt",
    .number = "F12",
    .kind = RuleKind::Fact,
    .source = "own rule: only somebody else's signature confirms",
    .facts = facts::summed::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
