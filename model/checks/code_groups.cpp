// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/code_groups.h"

#include <algorithm>

#include "model/checks/group_facts.h"
#include "model/checks/load_findings.h"

namespace plumbline {
namespace {

namespace fact = facts::group;
constexpr std::size_t mostGroups = 200;

}  // namespace

void CodeGroups::add(const CheckInput& input, const std::string& group, const LoadFigures& load,
                     std::int64_t clearness, const std::function<Facts()>& facts) {
  const auto [entry, isNew] = m_groups.try_emplace(group);
  Sum& sum = entry->second;
  ++sum.finding.rowCount;
  sum.finding.amount += load.net;
  if (!isNew && clearness <= sum.clearness) return;
  const PartyInfo& party =
      input.reconciliation.books.publications.parties()[static_cast<std::size_t>(load.party)];
  sum.clearness = clearness;
  sum.finding.time = load.time;
  sum.finding.facts = facts();
  fact::party.set(sum.finding, party.shownName());
  fact::shipment.set(sum.finding, std::string(load.id));
  sum.finding.records = {{Table::Shipments, party.id, std::string(load.id), load.rowid}};
}

std::vector<Finding> CodeGroups::findings() const {
  std::vector<Finding> all;
  for (const auto& [group, sum] : m_groups) {
    Finding& finding = all.emplace_back(sum.finding);
    finding.rule = m_rule;
    finding.severity = Severity::Look;
    finding.group = group;
    fact::loads.set(finding, finding.rowCount);
    fact::mass.set(finding, finding.amount);
  }
  if (all.size() <= mostGroups) return all;
  std::stable_sort(all.begin(), all.end(),
                   [](const Finding& a, const Finding& b) { return a.amount > b.amount; });
  Mass mass;
  for (std::size_t i = mostGroups; i < all.size(); ++i) mass += all[i].amount;
  const auto count = static_cast<std::int64_t>(all.size() - mostGroups);
  all.resize(mostGroups);
  all.push_back(restFinding(m_rule, Severity::Look, count, mass));
  return all;
}

CheckOutcome nothingStated(std::string reason) {
  CheckOutcome outcome;
  outcome.state = CheckState::CannotTell;
  outcome.reason = std::move(reason);
  return outcome;
}

}  // namespace plumbline
