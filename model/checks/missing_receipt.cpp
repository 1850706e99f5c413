// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_checks.h"
#include "model/checks/missing_receipt_facts.h"
#include "model/checks/receiver_not_published.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::missingReceipt;

Days daysBetween(Timestamp from, Timestamp until) {
  return {(until.inMilliseconds() - from.inMilliseconds()) / (millisecondsPerDay / 1000)};
}

Result<CheckOutcome> check(const CheckInput& input) {
  const auto refine = [&input](const LoadException&, Finding& finding) {
    if (finding.time == Timestamp()) return;
    fact::days.set(finding, daysBetween(finding.time, input.reconciliation.books.asOf));
    fact::deadline.set(finding, Days{input.plan.receiptDeadlineDays * 1000});
    fact::asOf.set(finding, input.reconciliation.books.asOf);
  };
  PLUMBLINE_TRY(published, PublishedTimes::load(input));
  SilentReceivers silent;
  // Nobody's books deny a load where the receiver kept none for the time in which it usually signs.
  constexpr std::int64_t usualDays = 8;
  const auto skip = [&](const LoadException& load, const Consignee& consignee) {
    const std::int64_t days = std::min(usualDays, input.plan.receiptDeadlineDays);
    const Timestamp last =
        Timestamp::milliseconds(consignee.sent.inMilliseconds() + days * millisecondsPerDay);
    if (published.cover(consignee.text, consignee.sent, last)) return false;
    silent.add(consignee, load.amount);
    return true;
  };
  PLUMBLINE_TRY(
      outcome,
      compareLoads(
          input,
          {{LoadKind::MissingReceipt, rules::missingReceipt.id, Severity::Conflict, refine, skip},
           {LoadKind::DocumentDiffers, rules::documentNumberDiffers.id, Severity::Look},
           {LoadKind::AmbiguousLink, rules::ambiguousLink.id, Severity::Look}}));
  std::vector<Finding> unpublished = silent.findings();
  if (unpublished.empty()) return outcome;
  std::move(unpublished.begin(), unpublished.end(), std::back_inserter(outcome.findings));
  return CheckOutcome::found(std::move(outcome.findings));
}

constexpr std::array needed = {Table::Receipts};

}  // namespace

namespace rules {

extern constinit const Rule missingReceipt{
    .id = "missing_receipt",
    .number = "F1",
    .kind = RuleKind::Fact,
    .source = "Regulation (EC) No 1013/2006 Art. 16(d); 40 CFR 262.42; deadline of the audit plan",
    .facts = fact::all,
    .check = check,
    .needs = {needed, true}};

}  // namespace rules

}  // namespace plumbline
