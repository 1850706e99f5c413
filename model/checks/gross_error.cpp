// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of records that do not fit together, though no single load tells it (reconcile/
// plant_network.h): a scale that weighs too much, a few kilograms of every load, a pile that fills
// faster than it is emptied. What other rules tell is not told again: loads that both sides weigh
// too differently (mass_difference), and what is missing inside a plant as a whole
// (unaccounted_mass). Several explanations always fit; it is worth a look and never accuses.

#include <algorithm>

#include "model/checks/checks.h"

namespace plumbline {
namespace {

constexpr std::string_view rule = "gross_error";

bool isToldElsewhere(const PlantNetwork& network, const NetworkPlace& place) {
  const NetworkCause& cause = place.causes.front();
  if (cause.kind != NetworkCause::Kind::Leak) return false;
  const NetworkNode& node = network.nodes[static_cast<std::size_t>(cause.index)];
  return node.disagree || node.kind == NetworkNode::Kind::Plant;
}

Finding makeFinding(const CheckInput& input, const char* name) {
  const PlantNetwork& network = input.reconciliation.network;
  Finding finding;
  finding.rule = name;
  finding.severity = Severity::Look;
  finding.group = "all";
  finding.time = input.reconciliation.border.first().start();
  finding.rowCount =
      input.reconciliation.intakes + input.reconciliation.shipments + input.reconciliation.receipts;
  finding.facts = {{"from", input.reconciliation.border.first().start()},
                   {"until", input.reconciliation.border.last().start()},
                   {"p", Ppm{network.pPpm}},
                   {"alpha", Ppm{networkAlphaPpm}},
                   {"figures", static_cast<std::int64_t>(network.figures.size())},
                   {"dof", network.dof}};
  return finding;
}

/// Names the place for people.
void tell(const PlantNetwork& network, const NetworkPlace& place, Finding& finding) {
  const NetworkCause& cause = place.causes.front();
  finding.amount = cause.amount.abs();
  finding.uncertainty = place.uncertainty;
  finding.facts.set("explanations", static_cast<std::int64_t>(place.causes.size()));
  if (cause.kind == NetworkCause::Kind::Scale) {
    const NetworkScale& scale = network.scales[static_cast<std::size_t>(cause.index)];
    finding.facts.set("party", scale.party);
    finding.facts.set("scale", scale.name);
    return;
  }
  const NetworkNode& node = network.nodes[static_cast<std::size_t>(network.nodeOf(cause))];
  finding.facts.set("party", node.party);
  finding.facts.set("node", std::string(toText(node.kind)));
  if (!node.material.empty()) finding.facts.set("material", node.material);
}

}  // namespace

Result<CheckOutcome> checkGrossError(const CheckInput& input) {
  const PlantNetwork& network = input.reconciliation.network;
  if (!network.whyNot.empty()) return CheckOutcome::cannotTell(rule, network.whyNot);
  std::vector<Finding> found;
  if (network.tooGood) found.push_back(makeFinding(input, "too_good_closure"));
  std::vector<const NetworkPlace*> places;
  for (const NetworkPlace& place : network.places) {
    if (place.material && !isToldElsewhere(network, place)) places.push_back(&place);
  }
  if (!places.empty()) {
    Finding finding = makeFinding(input, "gross_error");
    tell(network, *places.front(), finding);
    finding.facts.set("places", static_cast<std::int64_t>(places.size()));
    found.push_back(std::move(finding));
  }
  return CheckOutcome::found(std::move(found));
}

}  // namespace plumbline
