// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule totals_differ: sender and receiver declare other totals of one period. A total has no load
// behind it that somebody signed for, so that this is a question to both and accuses neither.
#include "model/checks/rule.h"
#include "model/checks/totals_facts.h"
#include "model/checks/totals_findings.h"

namespace plumbline {
namespace {

constexpr std::string_view rule = "totals_differ";

bool differs(const TotalsPair& pair) {
  return pair.kind != TotalsKind::OwnLines && pair.result == TotalsResult::Differs;
}

Result<CheckOutcome> check(const CheckInput& input, const TotalsComparison& totals) {
  return toldPairs(rule, input, totals, differs);
}

}  // namespace

namespace rules {

extern constinit const Rule totalsDiffer{
    .id = rule,
    .number = "T1",
    .kind = RuleKind::Fact,
    .source = "own rule: what one party declares is held against what the other declares",
    .facts = facts::totals::pair::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
