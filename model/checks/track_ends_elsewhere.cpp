// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule track_ends_elsewhere: a device that somebody says was in a load came to rest far from the receiver
// that signed for the load. Nobody signed where it is: it is a question, and never more.
#include <algorithm>

#include "model/checks/rule.h"
#include "model/checks/track_facts.h"
#include "model/tracks/tied_tracks.h"

namespace plumbline {
namespace {

namespace fact = facts::track;
constexpr std::string_view rule = "track_ends_elsewhere";

/// Who receives may have sent it on by a record that is known to be missing.
bool mayHaveSentOn(const Books& books, const TrackedLoad& load) {
  const int receiver = books.publications.indexOf(load.receiverId);
  const auto gaps = books.gaps.of({Table::Shipments}, *load.receivedAt, *load.end.last);
  return std::any_of(gaps.begin(), gaps.end(), [receiver](const Gap& gap) { return gap.party == receiver; });
}

Finding findingOf(const TrackedLoad& load) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::Look;
  finding.group = load.receiverId;
  finding.amount = load.net;
  finding.time = *load.receivedAt;
  finding.records = {{Table::Shipments, load.shipment.party, load.shipment.id, load.shipmentRow},
                     {Table::Receipts, load.receipt.party, load.receipt.id, load.receiptRow}};
  finding.rowCount = load.end.fixes + 2;
  finding.facts = {fact::device(load.device),
                   fact::load(load.shipment.id),
                   fact::receiver(load.receiver),
                   fact::metres(*load.end.metres),
                   fact::error(load.end.errorM),
                   fact::received(*load.receivedAt),
                   fact::last(*load.end.last),
                   fact::stated(load.signedBy ? 0 : 1)};
  if (!load.end.country.empty()) fact::country.set(finding, load.end.country);
  if (load.end.wasThere) fact::wasThere.set(finding, 1);
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input, const Tracks& tracks) {
  std::vector<Finding> findings;
  for (const TrackedLoad& load : tracks.loads) {
    const bool signedElsewhere = load.end.state == EndState::Elsewhere && load.receivedAt;
    if (!signedElsewhere || load.sentOn == SentOn::There) continue;
    Finding finding = findingOf(load);
    if (load.sentOn == SentOn::Maybe) {
      finding.severity = Severity::CannotTell;
      fact::sentOn.set(finding, 1);
    }
    if (mayHaveSentOn(input.reconciliation.books, load)) {
      finding.severity = Severity::CannotTell;
      facts::gap.set(finding, 1);
    }
    findings.push_back(std::move(finding));
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule trackEndsElsewhere{
    .id = rule,
    .number = "W1",
    .kind = RuleKind::Fact,
    .source = "own rule: where a device came to rest is held against who signed for its load",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
