// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule output_above_input: a party declares more to have gone out in a calendar year than to have come
// in. Stock may have left, and programs ask for a part of what comes in: without stock figures this is
// no balance and never more than a look. A party whose stocks are surveyed has a balance (F17), and is
// left to it.
#include <array>

#include "model/checks/rule.h"
#include "model/checks/totals_facts.h"
#include "model/checks/totals_findings.h"

namespace plumbline {
namespace {

namespace fact = facts::totals;
constexpr std::string_view rule = "output_above_input";

Finding findingOf(const TotalsThrough& through) {
  Finding finding;
  finding.rule = rule;
  finding.severity = through.isWhole ? Severity::Look : Severity::CannotTell;
  finding.group = through.party;
  finding.amount = through.excessMass;
  finding.time = through.start;
  finding.rowCount = through.rows;
  finding.records = through.records;
  finding.facts = {fact::unit(through.unit),
                   fact::difference(through.excess),
                   fact::from(through.start),
                   fact::until(through.end),
                   fact::stated(through.isSigned ? 0 : 1),
                   fact::own::party(through.name),
                   fact::own::first(through.in),
                   fact::own::second(through.out)};
  if (!through.isWhole) fact::own::part.set(finding, 1);
  return finding;
}

bool hasStocks(const Books& books, const std::string& party) {
  const int index = books.publications.indexOf(party);
  return index >= 0 && books.stocks.has(index);
}

Result<CheckOutcome> check(const CheckInput& input, const TotalsComparison& totals) {
  std::vector<Finding> findings;
  for (const TotalsThrough& through : totals.throughs) {
    if (through.excess == 0 || hasStocks(input.reconciliation.books, through.party)) continue;
    Finding finding = findingOf(through);
    holdBackAtGaps(input, std::array<std::string_view, 1>{through.party}, through.end, finding);
    findings.push_back(std::move(finding));
  }
  return toldTotals(rule, std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule outputAboveInput{
    .id = rule,
    .number = "T4",
    .kind = RuleKind::Fact,
    .source = "own rule: what goes out came in, or lay in stock",
    .facts = fact::own::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
