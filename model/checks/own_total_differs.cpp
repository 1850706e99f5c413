// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule own_total_differs: a party's total of all together is not the sum of the lines that it declares
// partner by partner.
#include <array>
#include <cstdlib>

#include "model/checks/rule.h"
#include "model/checks/totals_facts.h"
#include "model/checks/totals_findings.h"

namespace plumbline {
namespace {

namespace fact = facts::totals;
constexpr std::string_view rule = "own_total_differs";

Finding findingOf(const TotalsPair& pair) {
  const bool out = pair.out;
  Finding finding = pairFinding(rule, pair);
  finding.group = out ? pair.sender : pair.receiver;
  finding.facts = {fact::unit(pair.unit),
                   fact::difference(std::abs(pair.gap)),
                   fact::from(pair.start),
                   fact::until(pair.end),
                   fact::stated(pair.isSigned ? 0 : 1),
                   fact::own::party(out ? pair.senderName : pair.receiverName),
                   fact::own::out(out ? 1 : 0),
                   fact::own::first(pair.sent.value_or(0)),
                   fact::own::second(pair.received.value_or(0))};
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input, const TotalsComparison& totals) {
  std::vector<Finding> findings;
  for (const TotalsPair& pair : totals.pairs) {
    if (pair.kind != TotalsKind::OwnLines || pair.result != TotalsResult::Differs) continue;
    Finding finding = findingOf(pair);
    holdBackAtGaps(input, std::array<std::string_view, 1>{finding.group}, pair.end, finding);
    findings.push_back(std::move(finding));
  }
  return toldTotals(rule, std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule ownTotalDiffers{
    .id = rule,
    .number = "T3",
    .kind = RuleKind::Fact,
    .source = "own rule: a total is the sum of its lines",
    .facts = fact::own::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
