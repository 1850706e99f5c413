// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule identical_weights: several loads received with the same gross, tare, pallet and net weight
// to the gram. Two weighings seldom agree in all four; a load entered twice does. Only a look: a
// scale that shows whole tonnes and a round of like containers give the same picture.
#include <map>
#include <tuple>

#include "model/checks/identical_weights_facts.h"
#include "model/checks/rule.h"
#include "model/checks/summary_log_book.h"

namespace plumbline {

namespace {

namespace fact = facts::identicalWeights;
constexpr std::string_view rule = "identical_weights";

using Weights = std::tuple<Mass, Mass, Mass, Mass>;  // gross, tare, pallets, net

std::optional<Weights> weightsOf(const LogLoad& load) {
  if (!load.comesIn() || !load.gross || !load.tare || !load.net) return std::nullopt;
  if (*load.net <= 0 || *load.tare <= 0) return std::nullopt;  // not weighed empty: says nothing
  return Weights(massOf(*load.gross), massOf(*load.tare), massOf(load.pallet.value_or(0)),
                 massOf(*load.net));
}

Result<Finding> findingOf(const CheckInput& input, const SummaryLog& log, const Weights& weights,
                          const std::vector<const LogLoad*>& loads) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::Look;
  finding.group = log.party;
  finding.rowCount = static_cast<std::int64_t>(loads.size());
  const Mass net = std::get<3>(weights);
  for (std::size_t i = 1; i < loads.size(); ++i) finding.amount += net;  // one of them is real
  for (const LogLoad* load : loads) {
    if (load->date && (finding.time == Timestamp() || *load->date < finding.time)) {
      finding.time = *load->date;
    }
    PLUMBLINE_TRY(record, recordOf(input.database, log, Table::Intakes, load->rowId));
    if (record) finding.records.push_back(*record);
  }
  finding.facts = {fact::loads(finding.rowCount),
                   fact::gross(std::get<0>(weights)),
                   fact::tare(std::get<1>(weights) + std::get<2>(weights)),
                   fact::net(net)};
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input, const std::vector<SummaryLog>& logs) {
  std::vector<Finding> findings;
  for (const SummaryLog& log : logs) {
    std::map<Weights, std::vector<const LogLoad*>> alike;
    for (const LogLoad& load : log.loads) {
      if (const auto weights = weightsOf(load)) alike[*weights].push_back(&load);
    }
    for (const auto& [weights, loads] : alike) {
      if (loads.size() < 2) continue;
      PLUMBLINE_TRY(finding, findingOf(input, log, weights, loads));
      findings.push_back(std::move(finding));
    }
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule identicalWeights{
    .id = rule,
    .number = "L2",
    .kind = RuleKind::Fact,
    .source = "own rule: two weighings seldom agree in every figure",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
