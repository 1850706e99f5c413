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
constexpr std::int64_t rowsBetweenLooks = 1 << 14;

}  // namespace

Result<void> eachLoad(const CheckInput& input, std::string_view condition,
                      const std::function<void(const LoadFigures&)>& look) {
  PLUMBLINE_TRY(query, input.database.prepare(
                           "SELECT publication, rowid, id, consignee, material, low_code, hs_code, "
                           "basel_code, operation, currency, dispatched_ms, net_g, "
                           "volume_m3_micro, value_cents FROM shipments WHERE superseded_by IS "
                           "NULL AND " +
                           std::string(condition)));
  for (std::int64_t row = 0;; ++row) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    if (row % rowsBetweenLooks == 0 && input.progress.cancelled()) {
      return Progress::cancelledError();
    }
    const PublicationInfo& publication =
        input.reconciliation.books.publications.find(query.integer(0));
    if (!publication.usable) continue;
    LoadFigures load;
    load.party = publication.party;
    load.rowid = query.integer(1);
    load.id = query.text(2);
    load.consignee = query.text(3);
    load.material = query.text(4);
    load.lowCode = query.text(5);
    load.hsCode = query.text(6);
    load.baselCode = query.text(7);
    load.operation = query.text(8);
    load.currency = query.text(9);
    load.time = Timestamp::milliseconds(query.integer(10));
    load.net = Mass::grams(query.integer(11));
    load.volumeMicro = query.optionalInteger(12);
    load.valueCents = query.optionalInteger(13);
    look(load);
  }
}

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
  fact::party.set(sum.finding, nameOf(party));
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
