// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule link_decided: what people decided about records without a partner. A decision that counts
// changes what two records count as, so everybody sees whose it is; one by a key that nobody compared
// changes nothing and is told as a question.

#include "model/checks/link_decided_facts.h"
#include "model/checks/load_findings.h"
#include "model/checks/rule.h"

namespace plumbline {
namespace {

namespace fact = facts::linkDecided;
constexpr std::string_view rule = "link_decided";
constexpr std::size_t mostFindings = 1'000;

Result<Finding> findingOf(const LinkDecision& decision, CurrentLoads& shipments,
                          CurrentLoads& receipts) {
  PLUMBLINE_TRY(sentHere, shipments.find(decision.shipment));
  PLUMBLINE_TRY(receivedHere, receipts.find(decision.receipt));
  const CurrentLoad sent = sentHere.value_or(CurrentLoad());
  const CurrentLoad received = receivedHere.value_or(CurrentLoad());
  Finding finding;
  finding.rule = rule;
  const bool counts = decision.state == DecisionState::Applied;
  finding.severity = counts ? Severity::Look : Severity::CannotTell;
  finding.group = decision.vkey;  // two people may decide about one pair
  finding.amount = sent.net;
  finding.time = sent.time;
  finding.facts = {fact::shipment(decision.shipment.id),
                   fact::receipt(decision.receipt.id),
                   fact::sender(decision.shipment.party),
                   fact::receiver(decision.receipt.party),
                   fact::same(std::int64_t{decision.same ? 1 : 0}),
                   fact::state(std::string(toText(decision.state))),
                   fact::by(decision.name),
                   fact::vkey(decision.vkey)};
  if (sentHere) {
    finding.records.push_back(
        {Table::Shipments, decision.shipment.party, decision.shipment.id, sent.rowid});
  }
  if (receivedHere) {
    finding.records.push_back(
        {Table::Receipts, decision.receipt.party, decision.receipt.id, received.rowid});
  }
  finding.rowCount = static_cast<std::int64_t>(finding.records.size());
  finding.comparison.push_back(
      {"net_kg", sent.net.kilogramText(), received.net.kilogramText(), sent.net != received.net});
  finding.comparison.push_back({"time", sent.time.text(), received.time.text(), false});
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input) {
  const std::vector<LinkDecision>& all = input.reconciliation.loads.linkDecisions.all();
  if (all.empty()) return CheckOutcome();
  PLUMBLINE_TRY(shipments, CurrentLoads::of(input.database, Table::Shipments));
  PLUMBLINE_TRY(receipts, CurrentLoads::of(input.database, Table::Receipts));
  std::vector<Finding> findings;
  for (const LinkDecision& decision : all) {
    if (findings.size() == mostFindings) {
      const auto more = static_cast<std::int64_t>(all.size() - mostFindings);
      findings.push_back(restFinding(rule, Severity::Look, more, {}));
      break;
    }
    PLUMBLINE_TRY(finding, findingOf(decision, shipments, receipts));
    findings.push_back(std::move(finding));
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule linkDecided{
    .id = rule,
    .number = "F32",
    .kind = RuleKind::Fact,
    .source = "own rule: a person's decision is signed and told",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
