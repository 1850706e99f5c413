// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/totals_findings.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "model/checks/load_findings.h"
#include "model/checks/totals_facts.h"

namespace plumbline {
namespace {

namespace fact = facts::totals;
constexpr std::size_t mostFindings = 1'000;

std::string comparedText(const std::optional<std::int64_t>& micro, const std::string& unit) {
  return micro ? quantityText(*micro) + " " + unit : std::string();
}

}  // namespace

Finding pairFinding(std::string_view rule, const TotalsPair& pair) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::Look;
  finding.group = pair.receiver;
  finding.amount = pair.gapMass.abs();
  finding.time = pair.start;
  finding.rowCount = pair.rows;
  finding.records = pair.records;
  finding.facts = {fact::unit(pair.unit),
                   fact::difference(std::abs(pair.gap)),
                   fact::from(pair.start),
                   fact::until(pair.end),
                   fact::stated(pair.isSigned ? 0 : 1),
                   fact::pair::sender(pair.senderName),
                   fact::pair::receiver(pair.receiverName)};
  if (!pair.material.empty()) fact::pair::material.set(finding, pair.material);
  if (pair.sent) fact::pair::sent.set(finding, *pair.sent);
  if (pair.received) fact::pair::received.set(finding, *pair.received);
  if (pair.open > 0) fact::pair::open.set(finding, pair.open);
  const std::string left = comparedText(pair.sent, pair.unit);
  const std::string right = comparedText(pair.received, pair.unit);
  finding.comparison = {{"quantity", left, right, left != right}};
  if (pair.mayBeUnnamed) {
    finding.severity = Severity::CannotTell;
    fact::pair::unnamed.set(finding, 1);
  }
  return finding;
}

void holdBackAtGaps(const CheckInput& input, std::span<const std::string_view> parties, Timestamp end,
                    Finding& finding) {
  const Books& books = input.reconciliation.books;
  for (const Gap& gap : books.gaps.of({Table::Totals}, finding.time, end)) {
    const bool concerns = std::any_of(parties.begin(), parties.end(), [&](std::string_view party) {
      return books.publications.indexOf(party) == gap.party;
    });
    if (!concerns) continue;
    finding.severity = Severity::CannotTell;
    facts::gap.set(finding, 1);
    return;
  }
}

CheckOutcome toldPairs(std::string_view rule, const CheckInput& input, const TotalsComparison& totals,
                       bool (*isWanted)(const TotalsPair& pair)) {
  std::vector<Finding> findings;
  for (const TotalsPair& pair : totals.pairs) {
    if (!isWanted(pair)) continue;
    Finding finding = pairFinding(rule, pair);
    holdBackAtGaps(input, std::array<std::string_view, 2>{pair.sender, pair.receiver}, pair.end, finding);
    findings.push_back(std::move(finding));
  }
  return toldTotals(rule, std::move(findings));
}

CheckOutcome toldTotals(std::string_view rule, std::vector<Finding> findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.severity, b.amount) < std::pair(b.severity, a.amount);
  });
  if (findings.size() > mostFindings) {
    Mass mass;
    for (std::size_t i = mostFindings; i < findings.size(); ++i) mass += findings[i].amount;
    const auto rest = static_cast<std::int64_t>(findings.size() - mostFindings);
    // Looks stand first: where the last one kept is none, no other is.
    const Severity severity = findings[mostFindings].severity;
    findings.resize(mostFindings);
    findings.push_back(restFinding(rule, severity, rest, mass));
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace plumbline
