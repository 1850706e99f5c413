// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/check.h"

#include <algorithm>
#include <cassert>

#include "model/checks/fact.h"

namespace plumbline {
namespace {

/// Some rules have one, and it says more than the rule.
constexpr OptionalFact<std::string> ownState{"state"};

}  // namespace

CheckOutcome CheckOutcome::cannotTell(std::string_view rule, std::string reason, Facts facts) {
  CheckOutcome outcome;
  outcome.state = CheckState::CannotTell;
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::CannotTell;
  finding.group = reason;
  finding.facts = std::move(facts);
  facts::reason.set(finding, reason);
  assert(factFaults(finding).empty());
  outcome.reason = std::move(reason);
  outcome.findings.push_back(std::move(finding));
  return outcome;
}

CheckOutcome CheckOutcome::found(std::vector<Finding> findings) {
  CheckOutcome outcome;
  outcome.findings = std::move(findings);
  assert(std::all_of(outcome.findings.begin(), outcome.findings.end(),
                     [](const Finding& finding) { return factFaults(finding).empty(); }));
  for (const Finding& finding : outcome.findings) {
    if (finding.severity != Severity::CannotTell) {
      outcome.state = CheckState::Failed;
      outcome.reason.clear();
      break;
    }
    outcome.state = CheckState::CannotTell;
    if (!outcome.reason.empty()) continue;
    outcome.reason =
        ownState.ofAny(finding).value_or(facts::reason.of(finding).value_or(std::string()));
    if (outcome.reason.empty()) outcome.reason = finding.rule;
  }
  return outcome;
}

}  // namespace plumbline
