// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of records that do not fit together, though no single load tells it (reconcile/
// plant_network.h): a scale that weighs too much, a few kilograms of every load, a pile that fills
// faster than it is emptied. What other rules tell is not told again: loads that both sides weigh
// too differently (mass_difference), and what is missing inside a plant as a whole
// (unaccounted_mass). Several explanations always fit; it is worth a look and never accuses.

#include <algorithm>
#include <map>
#include <set>

#include "model/checks/gross_error_facts.h"
#include "model/checks/load_findings.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::grossError;
constexpr std::string_view rule = "gross_error";

bool isToldElsewhere(const PlantNetwork& network, const NetworkPlace& place) {
  const NetworkCause& cause = place.causes.front();
  if (cause.kind != NetworkCause::Kind::Leak) return false;
  const NetworkNode& node = network.nodes[static_cast<std::size_t>(cause.index)];
  return node.disagree || node.kind == NetworkNode::Kind::Plant;
}

/// Receivers whose loads, or those of one good, are off by more than scales may be, by name; and
/// the mass of all of them. Goods that dry are looked at by themselves.
struct Shifts {
  std::set<std::string> receivers;
  bool everywhere = false;
  Mass mass;
};

Shifts shiftsOf(const CheckInput& input) {
  const Reconciliation& reconciliation = input.reconciliation;
  WayShift all, allDrying;
  std::map<int, WayShift> byReceiver;
  std::map<std::pair<int, std::string>, WayShift> byGood;
  for (const BorderBook::Transfer& transfer : reconciliation.loads.border.transfers()) {
    all.add(transfer.dry);
    allDrying.add(transfer.drying);
    byReceiver[transfer.way.receiver].add(transfer.dry);
    byGood[{transfer.way.receiver, transfer.way.sent}].add(transfer.drying);
  }
  Shifts found;
  const auto note = [&](int receiver) {
    if (receiver < 0) return;
    const auto at = static_cast<std::size_t>(receiver);
    found.receivers.insert(reconciliation.books.publications.parties()[at].shownName());
  };
  std::int64_t dry = 0, drying = 0;
  for (const auto& [receiver, shift] : byReceiver) {
    if (!shift.isShifted(0)) continue;
    note(receiver);
    dry += shift.difference();
  }
  for (const auto& [good, shift] : byGood) {
    if (!shift.isShifted(waterPpm)) continue;
    note(good.first);
    drying += shift.difference();
  }
  found.everywhere = all.isShifted(0) || allDrying.isShifted(waterPpm);
  if (all.isShifted(0)) dry = all.difference();
  if (allDrying.isShifted(waterPpm)) drying = allDrying.difference();
  found.mass = Mass::grams(dry).abs() + Mass::grams(drying).abs();
  return found;
}

/// A place on the way, or a scale, is worth a look only where the loads themselves are off by more
/// than verified scales may be: errors larger than stated are no error of the records.
bool isWithinScales(const PlantNetwork& network, const NetworkPlace& place, const Shifts& shifts,
                    Mass least) {
  const NetworkCause& cause = place.causes.front();
  const bool scale = cause.kind == NetworkCause::Kind::Scale;
  if (!scale) {
    const NetworkNode& node = network.nodes[static_cast<std::size_t>(network.nodeOf(cause))];
    if (node.kind != NetworkNode::Kind::Way) return false;
  }
  if (shifts.mass <= least) return true;
  if (shifts.everywhere) return false;
  const std::string& party =
      scale ? network.scales[static_cast<std::size_t>(cause.index)].party
            : network.nodes[static_cast<std::size_t>(network.nodeOf(cause))].party;
  return !shifts.receivers.contains(party);
}

Finding makeFinding(const CheckInput& input, std::string_view name) {
  const PlantNetwork& network = input.reconciliation.balances.network;
  Finding finding;
  finding.rule = name;
  finding.severity = Severity::Look;
  finding.group = "all";
  finding.time = input.reconciliation.loads.border.first().start();
  finding.rowCount =
      input.reconciliation.loads.records();
  finding.facts = {fact::from(input.reconciliation.loads.border.first().start()),
                   fact::until(input.reconciliation.loads.border.last().start()),
                   fact::p(Ppm{network.pPpm}),
                   fact::alpha(Ppm{networkAlphaPpm}),
                   fact::figures(static_cast<std::int64_t>(network.figures.size())),
                   fact::dof(network.dof)};
  return finding;
}

/// Names the place for people.
void tell(const PlantNetwork& network, const NetworkPlace& place, Finding& finding) {
  const NetworkCause& cause = place.causes.front();
  finding.amount = cause.amount.abs();
  finding.uncertainty = place.uncertainty;
  fact::explanations.set(finding, static_cast<std::int64_t>(place.causes.size()));
  if (cause.kind == NetworkCause::Kind::Scale) {
    const NetworkScale& scale = network.scales[static_cast<std::size_t>(cause.index)];
    fact::party.set(finding, scale.party);
    fact::scale.set(finding, scale.name);
    return;
  }
  const NetworkNode& node = network.nodes[static_cast<std::size_t>(network.nodeOf(cause))];
  fact::party.set(finding, node.party);
  fact::node.set(finding, std::string(toText(node.kind)));
  if (!node.material.empty()) fact::material.set(finding, node.material);
}

Result<CheckOutcome> check(const CheckInput& input) {
  const PlantNetwork& network = input.reconciliation.balances.network;
  if (!network.whyNot.empty()) return CheckOutcome::cannotTell(rule, network.whyNot);
  std::vector<Finding> found;
  if (network.tooGood) found.push_back(makeFinding(input, rules::tooGoodClosure.id));
  const Shifts shifts = shiftsOf(input);
  Mass sent;
  for (const BorderBook::Transfer& transfer : input.reconciliation.loads.border.transfers()) {
    sent += transfer.sent.mass;
  }
  const Mass least = Mass::grams(millionths(sent.inGrams(), input.plan.materialityPpm));
  std::vector<const NetworkPlace*> places;
  for (const NetworkPlace& place : network.places) {
    if (!place.material || isToldElsewhere(network, place)) continue;
    if (!isWithinScales(network, place, shifts, least)) places.push_back(&place);
  }
  if (!places.empty()) {
    Finding finding = makeFinding(input, rules::grossError.id);
    tell(network, *places.front(), finding);
    fact::places.set(finding, static_cast<std::int64_t>(places.size()));
    found.push_back(std::move(finding));
  }
  return CheckOutcome::found(std::move(found));
}

}  // namespace

namespace rules {

extern constinit const Rule grossError{
    .id = rule,
    .number = "F33",
    .kind = RuleKind::Statistic,
    .source = "VDI 2048; Narasimhan and Jordache 2000 (generalized likelihood ratio); Sidak 1967",
    .facts = fact::all,
    .check = check,
    .needs = {balanceTables}};

}  // namespace rules

}  // namespace plumbline
