// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/clock_shifts.h"
#include "model/checks/load_checks.h"
#include "model/checks/rule_list.h"
#include "model/checks/time_order_facts.h"

namespace plumbline {
namespace {

Result<CheckOutcome> check(const CheckInput& input) {
  PLUMBLINE_TRY(
      outcome,
      compareLoads(input, {{LoadKind::ReceivedBeforeSent, rules::timeOrder.id, Severity::Conflict},
                           {LoadKind::CertificateBeforeReceipt, rules::certificateOrder.id,
                            Severity::Conflict}}));
  if (outcome.state == CheckState::CannotTell) return outcome;
  return CheckOutcome::found(joinClockShifts(std::move(outcome.findings)));
}

}  // namespace

namespace rules {

extern constinit const Rule timeOrder{
    .id = "time_order",
    .number = "F3",
    .kind = RuleKind::Fact,
    .source = "UK International Waste Shipments: receipt not before shipment",
    .facts = facts::timeOrder::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
