// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/checks.h"
#include "model/checks/clock_shifts.h"
#include "model/checks/load_findings.h"
#include "model/checks/receiver_habits.h"
#include "model/checks/silent_receivers.h"

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

Days daysBetween(Timestamp from, Timestamp until) {
  return {(until.inMilliseconds() - from.inMilliseconds()) / (millisecondsPerDay / 1000)};
}

}  // namespace

Result<CheckOutcome> checkMissingReceipt(const CheckInput& input) {
  const auto refine = [&input](const LoadException&, Finding& finding) {
    if (finding.time == Timestamp()) return;
    finding.facts.set("days", daysBetween(finding.time, input.reconciliation.books.asOf));
    finding.facts.set("deadline", Days{input.plan.receiptDeadlineDays * 1000});
    finding.facts.set("as_of", input.reconciliation.books.asOf);
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
      compareLoads(input,
                   {{LoadKind::MissingReceipt, "missing_receipt", Severity::Conflict, refine, skip},
                    {LoadKind::DocumentDiffers, "document_number_differs", Severity::Look},
                    {LoadKind::AmbiguousLink, "ambiguous_link", Severity::Look}}));
  std::vector<Finding> unpublished = silent.findings();
  if (unpublished.empty()) return outcome;
  std::move(unpublished.begin(), unpublished.end(), std::back_inserter(outcome.findings));
  return CheckOutcome::found(std::move(outcome.findings));
}

Result<CheckOutcome> checkGhostReceipt(const CheckInput& input) {
  return compareLoads(input, {{LoadKind::GhostReceipt, "ghost_receipt", Severity::Conflict}});
}

Result<CheckOutcome> checkMassDifference(const CheckInput& input) {
  const std::int64_t ppm = input.plan.tolerance().bulkPartsPerMillion;
  const auto refine = [&input, ppm](const LoadException& load, Finding& finding) {
    finding.facts.set("tolerance", load.tolerance);
    finding.facts.set("tolerance_ppm", Ppm{ppm});
    finding.facts.set("profile", input.plan.toleranceProfile);
    if (load.shipped > Mass()) {
      finding.facts.set("difference_ppm",
                        Ppm{scaled(load.amount.inGrams(), 1'000'000, load.shipped.inGrams())});
    }
  };
  const auto pieces = [](const LoadException&, Finding& finding) {
    finding.facts.set("pieces", std::int64_t{1});
  };
  PLUMBLINE_TRY(habits, ReceiverHabits::load(input));
  const auto skip = [&habits](const LoadException& load, const Consignee& consignee) {
    return habits.explains(load, consignee);
  };
  PLUMBLINE_TRY(
      outcome,
      compareLoads(input,
                   {{LoadKind::MassDiffers, "mass_difference", Severity::Conflict, refine, skip},
                    {LoadKind::PiecesDiffer, "mass_difference", Severity::Conflict, pieces}}));
  std::vector<Finding> told = habits.findings();
  if (told.empty()) return outcome;
  std::move(told.begin(), told.end(), std::back_inserter(outcome.findings));
  return CheckOutcome::found(std::move(outcome.findings));
}

Result<CheckOutcome> checkTimeOrder(const CheckInput& input) {
  PLUMBLINE_TRY(outcome,
                compareLoads(input, {{LoadKind::ReceivedBeforeSent, "time_order", Severity::Conflict},
                                     {LoadKind::CertificateBeforeReceipt, "certificate_order",
                                      Severity::Conflict}}));
  if (outcome.state == CheckState::CannotTell) return outcome;
  return CheckOutcome::found(joinClockShifts(std::move(outcome.findings)));
}

Result<CheckOutcome> checkMaterialChanged(const CheckInput& input) {
  const auto refine = [](const LoadException& load, Finding& finding) {
    finding.facts.set("received_as_useful", load.shipped - load.amount);
  };
  const auto disputed = [](const LoadException& load, Finding& finding) {
    finding.facts.set("received_as_useful", load.shipped - load.amount);
    finding.facts.set("received_as", std::string(toText(MaterialClass::Residue)));
    finding.facts.set("disputed", std::int64_t{1});
  };
  return compareLoads(
      input, {{LoadKind::MaterialChanged, "material_changed", Severity::Contradiction, refine},
              {LoadKind::MaterialDisputed, "material_changed", Severity::Conflict, disputed},
              {LoadKind::HazardDropped, "hazard_dropped", Severity::Conflict}});
}

Result<CheckOutcome> checkOperationChanged(const CheckInput& input) {
  return compareLoads(input,
                      {{LoadKind::OperationChanged, "operation_changed", Severity::Conflict}});
}

Result<CheckOutcome> checkRejectedLoad(const CheckInput& input) {
  return compareLoads(input, {{LoadKind::Refused, "rejected_load", Severity::Conflict}});
}

Result<CheckOutcome> checkDuplicateDocument(const CheckInput& input) {
  std::vector<Finding> all;
  for (const LoadKind kind : {LoadKind::DuplicateShipment, LoadKind::DuplicateReceipt}) {
    PLUMBLINE_TRY(findings, loadFindings(input, {kind, "duplicate_document", Severity::Conflict}));
    std::move(findings.begin(), findings.end(), std::back_inserter(all));
  }
  return CheckOutcome::found(std::move(all));
}

Result<CheckOutcome> checkOwnReceipt(const CheckInput& input) {
  std::vector<Finding> all = summedFinding(input, LoadKind::OwnReceipt, "own_receipt");
  const auto add = [&](LoadKind kind, std::string_view rule) {
    for (Finding& finding : summedFinding(input, kind, rule)) all.push_back(std::move(finding));
  };
  add(LoadKind::StrangerReceipt, "stranger_receipt");
  add(LoadKind::MaterialNotStated, "material_not_stated");
  PLUMBLINE_TRY(others,
                loadFindings(input, {LoadKind::OtherReceiver, "other_receiver", Severity::Look}));
  std::move(others.begin(), others.end(), std::back_inserter(all));
  return CheckOutcome::found(std::move(all));
}

}  // namespace plumbline
