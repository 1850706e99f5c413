// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An audit result made by hand, so that pages and report can be looked at and tested without an
// engine run. All numbers are made up.

#include <algorithm>
#include <cmath>
#include <memory>

#include "model/audit/audit_result.h"

namespace plumbline::test {

inline Mass tonnes(double value) {
  return Mass::grams(static_cast<std::int64_t>(std::llround(value * 1e6)));
}

/// 172 t, 48 t, 20 t, 8 t and 5.9 t: together 180 t.
inline std::vector<BalanceContribution> sampleContributions() {
  using Kind = BalanceContribution::Kind;
  const auto part = [](Kind kind, const char* party, const char* name, const char* detail,
                       bool stated, double plusMinus, double without, std::int64_t ppm) {
    BalanceContribution made;
    made.kind = kind;
    made.party = party;
    made.name = name;
    made.detail = detail;
    made.stated = stated;
    made.uncertainty = tonnes(plusMinus);
    made.variance = squaredGrams(made.uncertainty.inGrams() / 2);
    made.without = tonnes(without);
    made.sharePpm = ppm;
    return made;
  };
  return {part(Kind::SharedScale, "EcoSphere North", "WB-1", "2141-A", true, 172, 53, 913'086),
          part(Kind::Survey, "EcoSphere North", "hall", "EcoFibre board", true, 48, 173.5, 71'111),
          part(Kind::Loss, "EcoSphere North", "air", "moisture", false, 20, 178.9, 12'346),
          part(Kind::SharedScale, "Harbour Reclaim", "HR-1", "A", false, 8, 179.8, 1'975),
          part(Kind::OwnScale, "EcoSphere North", "WB-1", "2141-A", true, 6.4, 179.9, 1'482)};
}

/// A plant, two ways of loads and one of loads that disagree; a loss on one way, which the scale
/// there explains as well.
inline PlantNetwork sampleNetwork() {
  using Cause = NetworkCause::Kind;
  using Figure = NetworkFigure::Kind;
  using Node = NetworkNode::Kind;
  PlantNetwork made;
  made.whyNot.clear();
  made.withPlant = true;
  const auto node = [&made](Node kind, const char* party, const char* material, double in,
                            double out, double within) {
    NetworkNode told{.kind = kind, .party = party, .material = material};
    told.in = tonnes(in);
    told.out = tonnes(out);
    told.missing = told.in - told.out;
    told.uncertainty = tonnes(within);
    made.nodes.push_back(told);
  };
  node(Node::Plant, "EcoSphere North", "", 48620, 48320, 310);
  node(Node::Way, "Harbour Reclaim", "EcoFibre board", 20504, 20118, 12);
  node(Node::Way, "Quayside Polymers", "Mixed polymer flakes", 18816, 18812, 11);
  node(Node::Way, "Quayside Polymers", "", 240, 180, 0.4);
  made.nodes[3].disagree = true;
  const auto figure = [&made](Figure kind, int from, int to, std::int64_t loads, double value,
                              double detectable) {
    NetworkFigure told;
    told.kind = kind;
    told.from = from;
    told.to = to;
    told.loads = loads;
    told.value = told.reconciled = tonnes(value);
    told.uncertainty = tonnes(value / 2000);
    told.reconciledUncertainty = tonnes(value / 4000);
    told.checked = detectable > 0;
    told.detectable = tonnes(detectable);
    made.figures.push_back(told);
  };
  figure(Figure::Intake, -1, 0, 2400, 48620, 620);
  figure(Figure::Sent, 0, 1, 980, 20504, 22);
  figure(Figure::Received, 1, -1, 980, 20118, 22);
  figure(Figure::Sent, 0, 2, 900, 18816, 21);
  figure(Figure::Received, 2, -1, 900, 18812, 21);
  figure(Figure::Sent, 0, 3, 12, 240, 1);
  figure(Figure::Received, 3, -1, 12, 180, 1);
  figure(Figure::OneSided, 0, -1, 3, 62, 0);
  made.scales = {{"Harbour Reclaim", "HR-1"}};
  made.inside = tonnes(300);
  made.insideUncertainty = tonnes(310);
  made.onTheWay = tonnes(450);
  made.onTheWayUncertainty = tonnes(24);
  made.dof = 4;
  made.objectiveMilli = 4'210'000;
  made.pPpm = 0;
  made.fits = false;
  made.whole = true;
  NetworkPlace way;
  way.causes = {{.index = 1, .amount = tonnes(386)},
                {.kind = Cause::Figure, .index = 2, .amount = tonnes(-386)},
                {.kind = Cause::Scale, .index = 0, .amount = tonnes(-386), .sharePpm = -19'000}};
  way.uncertainty = tonnes(14);
  way.material = true;
  NetworkPlace light;
  light.causes = {{.index = 3, .amount = tonnes(60)}};
  light.uncertainty = tonnes(0.4);
  light.material = true;
  made.places = {way, light};
  return made;
}

inline Balance sampleBalance() {
  Balance balance;
  balance.applicable = true;
  const double sum[] = {6, 9, 25, 52, 93, 171, 267, 410, 586, 778, 1003, 1240};
  double before = 0;
  for (int i = 0; i < 12; ++i) {
    BalanceMonth month;
    month.month = Month{2141 * 12 + i};
    month.opening = tonnes(1200 + 26 * i);
    month.closing = tonnes(1200 + 26 * (i + 1));
    month.intake = tonnes(3900 + 40 * i);
    month.losses = tonnes(12);
    month.muf = tonnes(sum[i] - before);
    month.mufUncertainty = tonnes(28 + i);
    month.cumuf = tonnes(sum[i]);
    month.cumufUncertainty = tonnes(26 + 14 * i);
    month.receivedAsResidue = tonnes(i < 3 ? 0 : 42);
    month.withoutReceipt = tonnes(i < 7 ? 0 : 122.4);
    month.otherOut = tonnes(700);
    month.confirmed = month.intake - month.muf - month.losses - month.otherOut -
                      month.receivedAsResidue - (month.closing - month.opening);
    month.claimed = month.confirmed + month.receivedAsResidue + month.withoutReceipt;
    balance.months.push_back(month);
    before = sum[i];
  }
  balance.sources = {
      {"household", tonnes(31200)}, {"commercial", tonnes(12940)}, {"green_waste", tonnes(4480)}};
  balance.outcomes = {{"product", tonnes(20504), tonnes(20118), tonnes(62)},
                      {"secondary", tonnes(18816), tonnes(18204), tonnes(58)},
                      {"energy", tonnes(8362), tonnes(8362), tonnes(44)},
                      {"stock", tonnes(310), tonnes(310), tonnes(40)},
                      {"residue", tonnes(0), tonnes(386), tonnes(3)},
                      {"unaccounted", tonnes(0), tonnes(1240), tonnes(180)}};
  balance.in = tonnes(48620);
  balance.inUncertainty = tonnes(130);
  balance.out = tonnes(47380);
  balance.outUncertainty = tonnes(124);
  balance.muf = tonnes(1240);
  balance.mufUncertainty = tonnes(180);
  balance.detectableLoss = tonnes(296);
  balance.contributions = sampleContributions();
  return balance;
}

inline WaitingCurve sampleCurve(const char* group, std::int64_t jobs, double median) {
  WaitingCurve curve;
  curve.group = group;
  curve.jobs = jobs;
  curve.started = jobs - 129;
  curve.cancelled = 41;
  curve.stillWaiting = 88;
  curve.medianDays = median;
  curve.meanDays = median * 1.3;
  for (double day = 0.4; day < 60; day += 0.55) {
    const double share = std::pow(0.5, day / median);
    const double half = 0.03 * std::sqrt(share * (1 - share) * 4);
    curve.steps.push_back({day, share, share - half, share + half});
  }
  return curve;
}

inline SchedulerAudit sampleScheduler() {
  SchedulerAudit audit;
  audit.applicable = true;
  for (const char* key : {"all", "urgent", "not_urgent"}) {
    const double faster = std::string_view(key) == "urgent" ? 0.5 : 1;
    audit.parts.push_back({key, sampleCurve("community", 1846, 6.4 * faster),
                           sampleCurve("commercial", 1212, 3.1 * faster)});
  }
  audit.statistic = 0.21;
  audit.detectablePermille = 90;
  audit.pPpm = 100;
  audit.permutations = 9999;
  audit.seed = 20260101;
  audit.strata = 12;
  audit.soonerPermille = 1600;
  audit.soonerLowPermille = 1300;
  audit.soonerHighPermille = 1900;
  for (int i = 0; i < 126; ++i) {
    audit.jumps.push_back({"J-" + std::to_string(2841 - 7 * i),
                           Timestamp::fromCivil(2141, 11, 14, 8, 10),
                           {41200 - i * 100, "EUR"},
                           std::max(1, 9 - i / 4),
                           "J-" + std::to_string(2790 - 7 * i),
                           "community",
                           967'680'000 - i * 4'000'000});
  }
  audit.jumpCount = 126;
  return audit;
}

inline Finding sampleRelabelled(int number) {
  Finding finding;
  const std::string id = "SH-" + std::to_string(417 + number * 5);
  finding.rule = "material_changed";
  finding.severity = Severity::Contradiction;
  finding.group = "harbour-reclaim";
  finding.amount = Mass::kilograms(17240 - 20 * number);
  finding.time = Timestamp::fromCivil(2141, 4, 8, 7, 12);
  finding.facts = {{"shipment", id},
                   {"receipt", "RC-" + std::to_string(2290 + number)},
                   {"document", std::string("WT-88213")},
                   {"line", std::int64_t{1}},
                   {"consignee", std::string("Harbour Reclaim")},
                   {"receiver", std::string("Harbour Reclaim")},
                   {"sender", std::string("EcoSphere North")},
                   {"sent_as", std::string("product")},
                   {"sent", finding.amount},
                   {"received_as", std::string("residue")},
                   {"received", Mass::kilograms(17180 - 20 * number)},
                   {"received_at", Timestamp::fromCivil(2141, 4, 8, 11, 40)},
                   {"received_as_useful", Mass{}}};
  finding.records = {
      {Table::Shipments, "ecosphere-north", id, 1204 + number},
      {Table::Receipts, "harbour-reclaim", "RC-" + std::to_string(2290 + number), 1300 + number}};
  finding.rowCount = 2;
  finding.comparison = {{"material", "EcoFibre board (product)", "Sorting residue (residue)", true},
                        {"low_code", "", "19 12 12", true},
                        {"operation", "R3", "D1", true},
                        {"net_kg", "17240", "17180", false},
                        {"vehicle", "NL-4471", "NL-4471", false},
                        {"time", "2141-04-08T07:12:00Z", "2141-04-08T11:40:00Z", false},
                        {"signed_by", "EcoSphere North", "Harbour Reclaim", false}};
  finding.assignId();
  return finding;
}

inline Finding sampleOther(const char* rule, Severity severity, double amount, int number) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.group = "group " + std::to_string(number);
  finding.amount = tonnes(amount);
  finding.time = Timestamp::fromCivil(2141, 8, 11);
  const std::string id = "SH-" + std::to_string(902 + number);
  finding.facts = {{"shipment", id},
                   {"document", std::string("WT-9021")},
                   {"line", std::int64_t{1}},
                   {"consignee", std::string("Harbour Reclaim")},
                   {"receiver", std::string("Harbour Reclaim")},
                   {"sender", std::string("EcoSphere North")},
                   {"sent_as", std::string("product")},
                   {"sent", finding.amount},
                   {"days", Days{156'000 - number * 1000}}};
  if (severity != Severity::CannotTell) {
    finding.records = {{Table::Shipments, "ecosphere-north", id, 2000 + number}};
  }
  finding.rowCount = severity == Severity::Look ? 3058 : 1;
  finding.assignId();
  return finding;
}

inline std::vector<Finding> sampleFindings() {
  std::vector<Finding> findings;
  for (int i = 0; i < 23; ++i) findings.push_back(sampleRelabelled(i));
  for (int i = 0; i < 31; ++i) {
    findings.push_back(sampleOther("missing_receipt", Severity::Conflict, 21.4 - 0.1 * i, i));
  }
  findings.push_back(sampleOther("unaccounted_mass", Severity::Contradiction, 628, 100));
  findings.back().uncertainty = tonnes(92);
  findings.back().facts = {{"from", Timestamp::fromCivil(2141, 5, 1)},
                           {"until", Timestamp::fromCivil(2142, 1, 1)},
                           {"unaccounted", tonnes(1'240)},
                           {"missing", tonnes(612)},
                           {"open", Mass{}},
                           {"input", tonnes(48'000)},
                           {"p", Ppm{30}},
                           {"alpha", Ppm{10'000}},
                           {"tests", std::int64_t{10}},
                           {"detectable", tonnes(296)}};
  findings.push_back(sampleOther("scheduler_favours_commercial", Severity::Look, 0, 200));
  findings.back().facts = {{"jobs", std::int64_t{3058}},
                           {"sooner", Permille{1600}},
                           {"sooner_low", Permille{1300}},
                           {"sooner_high", Permille{1900}},
                           {"p", Ppm{100}},
                           {"alpha", Ppm{10'000}},
                           {"permutations", std::int64_t{9999}},
                           {"seed", std::int64_t{7}},
                           {"strata", std::int64_t{120}},
                           {"lead", Permille{210}},
                           {"detectable_lead", Permille{60}},
                           {"extra_wait", Days{3400}},
                           {"extra_wait_low", Days{2100}},
                           {"extra_wait_high", Days{4700}},
                           {"horizon", Days{28'000}},
                           {"log_rank_p", Ppm{4000}},
                           {"peto_p", Ppm{5000}},
                           {"jumps", std::int64_t{126}}};
  findings.push_back(sampleOther("density_out_of_band", Severity::CannotTell, 0, 300));
  findings.back().facts = {{"reason", std::string("no_volumes")}};
  std::sort(findings.begin(), findings.end(), findingBefore);
  return findings;
}

inline AuditResult sampleResult() {
  AuditResult result;
  result.title = "EcoSphere North";
  result.subtitle = "Zero Waste Systems";
  result.start = Timestamp::fromCivil(2141, 1, 1);
  result.end = Timestamp::fromCivil(2142, 1, 1);
  result.engineVersion = "1.0";
  result.balance = sampleBalance();
  result.network = sampleNetwork();
  result.scheduler = sampleScheduler();
  result.findings = sampleFindings();
  ClaimVerdict claim;
  claim.id = "claim-2141";
  claim.party = "ecosphere-north";
  claim.metric = "residual_waste";
  claim.text = "No residual waste leaves the plant.";
  claim.start = result.start;
  claim.end = result.end;
  claim.unit = "t";
  claim.claimed = tonnes(48310);
  claim.confirmed = tonnes(46684);
  claim.upperBound = tonnes(47296);
  claim.receivedAsResidue = tonnes(386);
  claim.withoutReceipt = tonnes(612);
  claim.parts[ClaimPart::Confirmed] = claim.confirmed;
  claim.parts[ClaimPart::OtherMass] = tonnes(38.7);
  claim.parts[ClaimPart::Residue] = claim.receivedAsResidue;
  claim.parts[ClaimPart::OtherOperation] = tonnes(246.6);
  claim.parts[ClaimPart::Missing] = claim.withoutReceipt;
  claim.parts[ClaimPart::Refused] = tonnes(342.7);
  const auto addLoads = [&claim](int loads, std::initializer_list<ClaimPart> parts) {
    ClaimParts load;
    for (const ClaimPart part : parts) load[part] = tonnes(1);
    for (int i = 0; i < loads; ++i) claim.loads.add(load);
  };
  addLoads(2776, {ClaimPart::Confirmed});
  addLoads(9, {ClaimPart::Confirmed, ClaimPart::OtherMass});
  addLoads(23, {ClaimPart::Residue});
  addLoads(14, {ClaimPart::OtherOperation});
  addLoads(31, {ClaimPart::Missing});
  addLoads(1, {ClaimPart::Refused});
  claim.input = tonnes(48620);
  claim.unaccounted = tonnes(1240);
  claim.unexplained = tonnes(628);
  claim.expandedUncertainty = tonnes(180);
  claim.balanceKnown = true;
  claim.decision = Decision::Contradicted;
  claim.reasons = {"received_as_residue", "unaccounted"};
  claim.wouldChange = {"corrected_receipts", "missing_receipts"};
  result.claims = {claim};
  result.checks = {{"material_changed", CheckState::Failed, ""},
                   {"missing_receipt", CheckState::Failed, ""},
                   {"density", CheckState::CannotTell, "no_volumes"}};
  for (std::size_t i = 0; i < evidenceQuestionCount; ++i) {
    result.evidence.rows[i].question = static_cast<EvidenceQuestion>(i);
    result.evidence.rows[i].state = i < 3 ? CheckState::Passed : CheckState::CannotTell;
    result.evidence.rows[i].facts = {{"files", std::int64_t{64}}};
    result.evidence.rows[i].reason = i < 3 ? "all_files_match" : "no_witness";
  }
  result.evidence.files = 64;
  result.evidence.signedFiles = 64;
  result.evidence.parties = {
      {"ecosphere-north", "EcoSphere North", Role::Plant, "north+1+AA", "", KeyTrust::Pinned, 15},
      {"harbour-reclaim", "Harbour Reclaim", Role::Receiver, "harbour+1+AA", "", KeyTrust::FirstSeen, 12}};
  result.rowCounts[static_cast<std::size_t>(Table::Shipments)] = 2871;
  result.rowCounts[static_cast<std::size_t>(Table::Receipts)] = 2843;
  result.rowCounts[static_cast<std::size_t>(Table::Jobs)] = 3058;
  result.resultsDigest = sha256({});
  result.evidence.root = sha256({});
  return result;
}

inline AuditPtr sampleAudit() {
  return std::make_shared<const AuditResult>(sampleResult());
}

}  // namespace plumbline::test
