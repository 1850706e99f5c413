// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_checks.h"

namespace plumbline {
namespace {

/// What keeps loads from being compared at all; empty where nothing does.
std::string whyNotCompared(const CheckInput& input) {
  if (input.reconciliation.loads.shipments == 0) return "no_shipments";
  if (input.reconciliation.loads.receipts == 0) return "no_receipts";
  const bool others =
      input.reconciliation.loads.pairs > 0 || input.reconciliation.loads.outsideReceipts > 0;
  if (!others) return "only_own_receipts";
  return {};
}

}  // namespace

Result<CheckOutcome> compareLoads(const CheckInput& input, const std::vector<LoadRule>& rules) {
  const std::string whyNot = whyNotCompared(input);
  if (!whyNot.empty()) return CheckOutcome::cannotTell(rules.front().rule, whyNot);
  std::vector<Finding> all;
  for (const LoadRule& rule : rules) {
    PLUMBLINE_TRY(findings, loadFindings(input, rule));
    std::move(findings.begin(), findings.end(), std::back_inserter(all));
  }
  return CheckOutcome::found(std::move(all));
}

}  // namespace plumbline
