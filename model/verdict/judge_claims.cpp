// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/verdict/judge_claims.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/checks/load_findings.h"
#include "model/verdict/claimed_figure.h"
#include "model/verdict/entered_claim.h"
#include "model/verdict/part_counts.h"

namespace plumbline {
namespace {

/// A claim with more than this share of its mass still on the way is not judged as supported yet.
constexpr std::int64_t mostPendingMicro = 100'000;

/// A claim as it was published.
struct ReadClaim {
  ClaimVerdict verdict;  // the claim's own fields
  bool energyDoesNotCount = false;
};

/// What a verdict is decided on.
struct Case {
  ClaimVerdict verdict;
  PeriodBalance balance;
  std::string unreadable;        // why the figure cannot be read; empty where it can
  bool deniesResidue = false;    // the claim says how much residue there is
  bool energyIsResidue = false;  // it says that burning does not count
  Mass admitted;                 // the residue the claim leaves room for
  Mass residueFound;
  Mass behind;  // pending, though the deadline is over: the receiver has not published so far
  bool contradictedByBalance = false;
  bool incomplete = false;    // something of the claim's time is known to be missing
  bool residueStands = true;  // nothing missing could undo the residue that receivers signed for
  bool lossSeen = false;  // significant and material, but the claim has room for it
  bool openEnds = false;  // it would be, but for mass whose way is open
  bool gain = false;      // the same with the other sign
};

void readMass(const ClaimedFigure& figure, Mass& mass, Case& made) {
  if (figure.kind != ClaimedFigure::Mass) {
    made.unreadable =
        figure.kind == ClaimedFigure::OutOfRange ? "value_out_of_range" : "unit_unknown";
    return;
  }
  mass = figure.mass;
}

/// What the figure of the claim says about residue and useful mass.
void readFigure(Case& made) {
  ClaimVerdict& verdict = made.verdict;
  const LedgerSum& flows = made.balance.flows;
  verdict.claimed = flows.claimed;
  if (verdict.metric == "implied") return;
  const ClaimedFigure figure = claimedFigure(verdict.valueMicro, verdict.unit);
  // Shares are in per cent: a millionth of a per cent is 1e-8.
  const auto shareOf = [&](Mass whole) {
    return Mass::grams(scaled(whole.inGrams(), figure.shareMicro, 100'000'000));
  };
  made.deniesResidue = verdict.metric == "residual_waste" || verdict.metric == "diversion_rate";
  if (verdict.metric == "useful_mass") {
    readMass(figure, verdict.claimed, made);
    made.admitted = std::max(Mass(), flows.claimed - verdict.claimed);
  } else if (verdict.metric == "residual_waste" && figure.kind == ClaimedFigure::Share) {
    made.admitted = shareOf(flows.sent);
  } else if (verdict.metric == "residual_waste") {
    readMass(figure, made.admitted, made);
  } else if (verdict.metric == "diversion_rate" && figure.kind == ClaimedFigure::Share) {
    made.admitted = std::max(Mass(), flows.sent - shareOf(flows.sent));
  } else {
    made.unreadable = !made.deniesResidue                        ? "metric_unknown"
                      : figure.kind == ClaimedFigure::OutOfRange ? "value_out_of_range"
                                                                 : "unit_unknown";
  }
}

/// The family of tests is the one of the check for unaccounted mass, so that no verdict is harder
/// than its finding.
void testBalance(const VerdictInput& input, int party, Case& made) {
  const Reconciliation& reconciliation = input.reconciliation;
  const std::size_t tests = testsMade(reconciliation.balances.tests) + 1;
  const Mass excess = made.balance.excess();
  const auto seen = [&](Mass mass) { return accusesAt(mass, made.balance, input.plan, tests); };
  made.gain = excess < Mass() && seen(excess);
  made.openEnds = made.balance.unexplained() > excess && seen(made.balance.unexplained());
  const BalanceTest* test =
      findTest(reconciliation.balances.tests, reconciliation.books.publications, party,
               made.verdict.start, made.verdict.end);
  made.lossSeen = excess > Mass() && (test != nullptr ? test->accuses : seen(excess));
  // Residue that the claim admits and nobody has sent yet may be what is missing.
  const Mass room = std::max(Mass(), made.admitted - made.residueFound);
  made.contradictedByBalance = made.deniesResidue && made.lossSeen && test != nullptr &&
                               test->claim && (room == Mass() || seen(excess - room));
}

Mass residueIn(const LedgerSum& flows, const Case& made) {
  if (!made.deniesResidue) return flows.asResidue;
  const Mass found = flows.asResidue + flows.openResidue;
  const bool burnt = made.energyIsResidue && made.verdict.metric == "diversion_rate";
  return burnt ? found + flows.energy : found;
}

/// Useful loads past their deadline that count as pending for their receiver's sake. Only whole
/// days.
Mass pendingTooLong(const VerdictInput& input, int party, const ClaimVerdict& verdict) {
  const std::int64_t deadline = input.plan.receiptDeadlineDays * millisecondsPerDay;
  const std::int64_t over = input.reconciliation.books.asOf.inMilliseconds() - deadline;
  const std::int64_t last = std::min(dayOf(verdict.end), dayOf(Timestamp::milliseconds(over)));
  const std::int64_t first = dayOf(verdict.start);
  if (last <= first) return {};
  // A linked load is open for its number's sake, not for its receiver's.
  const LedgerSum sum = input.reconciliation.loads.ledger.sum(party, first, last);
  return sum.pendingUseful - sum.linkedUseful;
}

/// Receipts of the last loads come until the deadline.
Timestamp endOfReceipts(const VerdictInput& input, const ClaimVerdict& verdict) {
  return Timestamp::milliseconds(verdict.end.inMilliseconds() +
                                 input.plan.receiptDeadlineDays * millisecondsPerDay);
}

/// Residue that a receiver signed for stands where all that the claim and its input rest on is
/// here, and no publication is missing that could take a receipt back.
void findGaps(const VerdictInput& input, Case& made) {
  const Reconciliation& reconciliation = input.reconciliation;
  const auto& parties = reconciliation.books.publications.parties();
  ClaimVerdict& verdict = made.verdict;
  const auto gaps =
      reconciliation.books.gaps.of(decisiveTables(), verdict.start, endOfReceipts(input, verdict));
  std::set<std::pair<std::string, std::optional<Table>>> named;
  for (const Gap& gap : gaps) {
    const bool onlyReceipts = gap.table == Table::Receipts;
    // What a plant publishes after the claim's time says nothing of it.
    if (!onlyReceipts && gap.start >= verdict.end) continue;
    made.incomplete = true;
    made.residueStands =
        made.residueStands && onlyReceipts && !reconciliation.books.gaps.changesReceipts(gap);
    named.emplace(parties[static_cast<std::size_t>(gap.party)].shownName(), gap.table);
  }
  for (const auto& [party, table] : named) verdict.missing.push_back({party, table});
}

Case makeCase(const VerdictInput& input, ReadClaim claim) {
  Case made;
  made.verdict = std::move(claim.verdict);
  made.energyIsResidue = claim.energyDoesNotCount;
  ClaimVerdict& out = made.verdict;
  const int party = input.reconciliation.books.publications.indexOf(out.party);
  made.balance = PeriodBalance::of(input.reconciliation.books, input.reconciliation.loads, party,
                                   out.start, out.end);
  readFigure(made);
  const LedgerSum& flows = made.balance.flows;
  out.confirmed = flows.confirmed;
  out.receivedAsResidue = flows.asResidue;
  out.withoutReceipt = flows.missingUseful;
  out.pending = flows.pendingUseful;
  out.stated = input.evidence.signedFiles == 0;
  out.parts = claimParts(flows, out.claimed);
  out.upperBound =
      std::max(Mass(), std::min(out.claimed, flows.claimed - flows.asResidue - flows.refused));
  out.balanceKnown = made.balance.known;
  out.coverageFactorMilli = input.plan.coverageFactorMilli;
  out.input = made.balance.input();
  if (made.balance.known) {
    out.unaccounted = made.balance.muf;
    out.unexplained = made.balance.excess();
    out.expandedUncertainty = expanded(made.balance.variance, input.plan.coverageFactorMilli);
  }
  made.residueFound = residueIn(flows, made);
  made.behind = pendingTooLong(input, party, out);
  testBalance(input, party, made);
  findGaps(input, made);
  return made;
}

/// Below it a mass changes nothing.
Mass toleranceOf(const VerdictInput& input, const ClaimVerdict& verdict) {
  const Mass basis = std::max(verdict.claimed, verdict.input);
  return Mass::grams(millionths(basis.inGrams(), input.plan.materialityPpm));
}

bool evidenceFailed(const EvidenceReport& evidence) {
  const auto failed = [&](EvidenceQuestion question) {
    return evidence.rows[static_cast<std::size_t>(question)].state == CheckState::Failed;
  };
  return failed(EvidenceQuestion::Intact) || failed(EvidenceQuestion::SignedBy) ||
         failed(EvidenceQuestion::InTheLog) || failed(EvidenceQuestion::SameForEveryone);
}

/// Why the claim cannot be called supported, most telling first; empty where it can.
std::vector<std::string> doubts(const VerdictInput& input, const Case& made) {
  const ClaimVerdict& verdict = made.verdict;
  const Mass tolerance =
      Mass::grams(millionths(verdict.claimed.inGrams(), input.plan.materialityPpm));
  std::vector<std::string> reasons;
  const auto doubt = [&reasons](bool applies, const char* key) {
    if (applies) reasons.emplace_back(key);
  };
  const bool noReceivers = input.reconciliation.loads.pairs == 0;
  doubt(made.incomplete, "evidence_missing");
  doubt(input.reconciliation.loads.shipments == 0, "no_shipments");
  doubt(noReceivers && input.reconciliation.loads.shipments > 0, "no_receiver_evidence");
  const LedgerSum& flows = made.balance.flows;
  const Mass limit = made.admitted + toleranceOf(input, verdict);
  const auto couldBeResidue = [&](Mass mass, const char* key) {
    doubt(made.deniesResidue && mass > Mass() && made.residueFound + mass > limit, key);
  };
  couldBeResidue(flows.unclearWaste, "waste_without_operation");
  couldBeResidue(flows.disposed, "waste_disposed_of");
  if (made.energyIsResidue && verdict.metric == "residual_waste") {
    couldBeResidue(flows.energy, "energy_not_counted");
  }
  doubt(verdict.receivedAsResidue > Mass(), "received_as_residue_little");
  doubt(!noReceivers && verdict.withoutReceipt > tolerance, "receipts_missing");
  const Mass unconfirmed = verdict.claimed - verdict.confirmed - verdict.pending;
  doubt(!noReceivers && reasons.empty() && unconfirmed > tolerance, "not_confirmed");
  doubt(verdict.pending > Mass::grams(millionths(verdict.claimed.inGrams(), mostPendingMicro)),
        "receipts_pending");
  doubt(made.behind > tolerance, "receivers_behind");
  doubt(made.lossSeen, "unaccounted");
  const bool dried = made.balance.water > flows.openEnds;
  doubt(made.openEnds && !made.lossSeen, dried ? "water_on_the_way" : "open_ends");
  doubt(made.gain, "more_out_than_in");
  doubt(!verdict.balanceKnown, "balance_unknown");
  doubt(evidenceFailed(input.evidence), "evidence_failed");
  return reasons;
}

/// Records that nobody the user knows stands behind speak neither for nor against anybody.
void holdBack(const VerdictInput& input, ClaimVerdict& verdict) {
  if (input.lens == Lens::Everybody || verdict.decision == Decision::CannotTell) return;
  const int party = input.reconciliation.books.publications.indexOf(verdict.party);
  const auto& parties = input.reconciliation.books.publications.parties();
  if (party >= 0 && parties[static_cast<std::size_t>(party)].named) return;
  verdict.decision = Decision::CannotTell;
  verdict.reasons = {"keys_not_named"};
}

void decide(const VerdictInput& input, Case& made) {
  ClaimVerdict& verdict = made.verdict;
  if (!made.unreadable.empty()) {
    verdict.decision = Decision::CannotTell;
    verdict.reasons.push_back(made.unreadable);
    verdict.wouldChange.emplace_back("readable_claim");
    return;
  }
  // What is missing may hold the other half of the balance.
  if (made.incomplete) made.contradictedByBalance = false;
  const bool residue = made.residueFound > made.admitted + toleranceOf(input, verdict) &&
                       (!made.incomplete || made.residueStands);
  if (residue) {
    verdict.reasons.emplace_back(verdict.receivedAsResidue > Mass() ? "received_as_residue"
                                                                    : "sent_as_residue");
  }
  if (made.contradictedByBalance) verdict.reasons.emplace_back("unaccounted");
  if (!verdict.reasons.empty()) {
    verdict.decision = Decision::Contradicted;
    if (verdict.withoutReceipt > Mass()) verdict.reasons.emplace_back("receipts_missing");
  } else {
    verdict.reasons = doubts(input, made);
    verdict.decision = verdict.reasons.empty() ? Decision::Supported : Decision::CannotTell;
    if (verdict.reasons.empty()) verdict.reasons.emplace_back("confirmed_by_receipts");
  }
  const auto change = [&verdict](bool applies, const char* key) {
    if (applies) verdict.wouldChange.emplace_back(key);
  };
  change(verdict.receivedAsResidue > Mass(), "corrected_receipts");
  change(made.incomplete, "missing_evidence");
  change(input.reconciliation.loads.pairs == 0, "receiver_records");
  change(verdict.withoutReceipt > Mass(), "missing_receipts");
  change(made.lossSeen || made.openEnds || made.gain, "record_of_the_mass");
  change(!verdict.balanceKnown, "stock_survey");
  change(verdict.decision == Decision::CannotTell && verdict.pending > Mass(), "pending_receipts");
}

Result<std::vector<ReadClaim>> readClaims(const VerdictInput& input) {
  PLUMBLINE_TRY(query,
                input.database.prepare(
                    "SELECT publication, id, period_start_ms, period_end_ms, metric, value_micro, "
                    "unit, text, counts_energy_recovery FROM current_claims"));
  std::vector<ReadClaim> claims;
  const PublicationBook& publications = input.reconciliation.books.publications;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& publication = publications.find(query.integer(0));
    if (!publication.usable) continue;
    ReadClaim read;
    ClaimVerdict& claim = read.verdict;
    claim.party = publications.parties()[static_cast<std::size_t>(publication.party)].id;
    claim.id = query.text(1);
    claim.start = Timestamp::milliseconds(query.integer(2));
    claim.end = endOfClaim(Timestamp::milliseconds(query.integer(3)));
    claim.metric = query.text(4);
    claim.valueMicro = query.integer(5);
    claim.unit = query.text(6);
    claim.text = query.text(7);
    read.energyDoesNotCount = !query.isNull(8) && query.integer(8) == 0;
    claims.push_back(std::move(read));
  }
  return claims;
}

void addImplied(const VerdictInput& input, std::vector<ReadClaim>& claims) {
  const Reconciliation& reconciliation = input.reconciliation;
  const auto& parties = reconciliation.books.publications.parties();
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const auto same = [&](const ReadClaim& claim) { return claim.verdict.party == parties[i].id; };
    if (std::any_of(claims.begin(), claims.end(), same)) continue;
    const auto& days = reconciliation.loads.ledger.days(static_cast<int>(i));
    const bool sent = std::any_of(days.begin(), days.end(),
                                  [](const Ledger::Day& day) { return day.sum.claimed > Mass(); });
    if (!sent) continue;
    ReadClaim read;
    ClaimVerdict& claim = read.verdict;
    claim.id = claim.metric = "implied";
    claim.party = parties[i].id;
    claim.start = reconciliation.books.start;
    claim.end = reconciliation.books.end;
    claim.unit = "t";
    claims.push_back(std::move(read));
  }
}

Result<bool> anyMapped(const VerdictInput& input) {
  PLUMBLINE_TRY(query, input.database.prepare("SELECT id FROM publications"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return false;
    if (input.reconciliation.books.publications.find(query.integer(0)).mapped) return true;
  }
}

/// Ids of records have no space, so that no record can pass for it.
ReadClaim readEntered(const EnteredClaim& entered) {
  ReadClaim read;
  ClaimVerdict& claim = read.verdict;
  claim.id = "entered " + entered.metric;
  claim.party = entered.party;
  claim.metric = entered.metric;
  claim.text = entered.text;
  claim.source = entered.source;
  claim.start = entered.start;
  claim.end = entered.end;
  claim.valueMicro = entered.valueMicro;
  claim.unit = entered.unit;
  return read;
}

/// Nobody signed that the plant said so: what the records say to it is told, and decides nothing. A
/// table read by a mapping does not carry even that.
void holdEntered(bool mapped, ClaimVerdict& verdict) {
  if (verdict.decision != Decision::CannotTell && !mapped) verdict.wouldBe = verdict.decision;
  verdict.decision = Decision::CannotTell;
  verdict.reasons.insert(verdict.reasons.begin(), mapped ? "entered_on_mapped" : "entered");
  verdict.wouldChange.insert(verdict.wouldChange.begin(), "published_claim");
}

Result<void> judgeEntered(const VerdictInput& input, std::vector<ClaimVerdict>& judged) {
  PLUMBLINE_TRY(entered, readEnteredClaims(input.database));
  if (entered.empty()) return {};
  PLUMBLINE_TRY(mapped, anyMapped(input));
  for (const EnteredClaim& each : entered) {
    // Of a plant whose records were taken back nothing can be asked.
    if (input.reconciliation.books.publications.indexOf(each.party) < 0) continue;
    Case made = makeCase(input, readEntered(each));
    decide(input, made);
    holdBack(input, made.verdict);
    holdEntered(mapped, made.verdict);
    judged.push_back(std::move(made.verdict));
  }
  return {};
}

}  // namespace

Result<std::vector<ClaimVerdict>> judgeClaims(const VerdictInput& input) {
  PLUMBLINE_TRY(claims, readClaims(input));
  addImplied(input, claims);
  const auto key = [](const ClaimVerdict& claim) {
    return std::tie(claim.start, claim.party, claim.id, claim.end, claim.metric, claim.valueMicro,
                    claim.unit, claim.text);
  };
  std::sort(claims.begin(), claims.end(), [key](const ReadClaim& a, const ReadClaim& b) {
    return key(a.verdict) < key(b.verdict);
  });
  std::vector<ClaimVerdict> judged;
  for (ReadClaim& claim : claims) {
    Case made = makeCase(input, std::move(claim));
    decide(input, made);
    holdBack(input, made.verdict);
    judged.push_back(std::move(made.verdict));
  }
  PLUMBLINE_CHECK(judgeEntered(input, judged));
  return judged;
}

}  // namespace plumbline
