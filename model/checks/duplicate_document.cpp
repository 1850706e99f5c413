// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/duplicate_document_facts.h"
#include "model/checks/load_checks.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

Result<CheckOutcome> check(const CheckInput& input) {
  std::vector<Finding> all;
  for (const LoadKind kind : {LoadKind::DuplicateShipment, LoadKind::DuplicateReceipt}) {
    PLUMBLINE_TRY(findings,
                  loadFindings(input, {kind, rules::duplicateDocument.id, Severity::Conflict}));
    std::move(findings.begin(), findings.end(), std::back_inserter(all));
  }
  return CheckOutcome::found(std::move(all));
}

}  // namespace

namespace rules {

extern constinit const Rule duplicateDocument{
    .id = "duplicate_document",
    .number = "F11",
    .kind = RuleKind::Fact,
    .source = "40 CFR 262.20; own rule: one load, one document line",
    .facts = facts::duplicateDocument::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
