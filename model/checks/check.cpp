// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/check.h"

namespace plumbline {

CheckOutcome CheckOutcome::cannotTell(std::string_view rule, std::string reason, Facts facts) {
  CheckOutcome outcome;
  outcome.state = CheckState::CannotTell;
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::CannotTell;
  finding.group = reason;
  finding.facts = std::move(facts);
  finding.facts.set("reason", reason);
  outcome.reason = std::move(reason);
  outcome.findings.push_back(std::move(finding));
  return outcome;
}

CheckOutcome CheckOutcome::found(std::vector<Finding> findings) {
  CheckOutcome outcome;
  outcome.findings = std::move(findings);
  for (const Finding& finding : outcome.findings) {
    if (finding.severity != Severity::CannotTell) {
      outcome.state = CheckState::Failed;
      outcome.reason.clear();
      break;
    }
    outcome.state = CheckState::CannotTell;
    if (outcome.reason.empty()) outcome.reason = finding.facts.get<std::string>("state");
    if (outcome.reason.empty()) outcome.reason = finding.facts.get<std::string>("reason");
    if (outcome.reason.empty()) outcome.reason = finding.rule;
  }
  return outcome;
}

}  // namespace plumbline
