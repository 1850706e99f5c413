// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/audit_result.h"

#include <algorithm>
#include <limits>

#include "model/reconcile/contributions.h"
#include "model/verdict/claimed_figure.h"

namespace plumbline {
namespace {

JsonValue gramsOf(Mass mass) {
  return std::to_string(mass.inGrams());
}

JsonValue contributionsJson(const Balance& balance) {
  JsonArray list;
  for (const BalanceContribution& part : balance.contributions) {
    list.emplace_back(JsonObject{{"kind", toText(part.kind)},
                                 {"party", part.party},
                                 {"name", part.name},
                                 {"detail", part.detail},
                                 {"stated", part.stated},
                                 {"count", part.count},
                                 {"u", gramsOf(part.uncertainty)},
                                 {"muf_u_without", gramsOf(part.without)},
                                 {"share_ppm", part.sharePpm}});
  }
  return list;
}

}  // namespace

JsonValue balanceJson(const Balance& balance) {
  JsonArray months;
  for (const BalanceMonth& month : balance.months) {
    months.emplace_back(JsonObject{{"month", month.month.text()},
                                   {"opening", gramsOf(month.opening)},
                                   {"intake", gramsOf(month.intake)},
                                   {"closing", gramsOf(month.closing)},
                                   {"losses", gramsOf(month.losses)},
                                   {"claimed", gramsOf(month.claimed)},
                                   {"confirmed", gramsOf(month.confirmed)},
                                   {"other_out", gramsOf(month.otherOut)},
                                   {"received_as_residue", gramsOf(month.receivedAsResidue)},
                                   {"without_receipt", gramsOf(month.withoutReceipt)},
                                   {"pending", gramsOf(month.pending)},
                                   {"muf", gramsOf(month.muf)},
                                   {"muf_u", gramsOf(month.mufUncertainty)},
                                   {"cumuf", gramsOf(month.cumuf)},
                                   {"cumuf_u", gramsOf(month.cumufUncertainty)}});
  }
  JsonArray outcomes;
  for (const BalanceOutcome& outcome : balance.outcomes) {
    outcomes.emplace_back(JsonObject{{"key", outcome.key},
                                     {"plant_says", gramsOf(outcome.plantSays)},
                                     {"found", gramsOf(outcome.found)},
                                     {"u", gramsOf(outcome.uncertainty)}});
  }
  return JsonObject{{"unit", "g"},
                    {"applicable", balance.applicable},
                    {"why_not", balance.whyNot},
                    {"in", gramsOf(balance.in)},
                    {"out", gramsOf(balance.out)},
                    {"muf", gramsOf(balance.muf)},
                    {"muf_u", gramsOf(balance.mufUncertainty)},
                    {"detectable_loss", gramsOf(balance.detectableLoss)},
                    {"months", std::move(months)},
                    {"outcomes", std::move(outcomes)},
                    {"contributions", contributionsJson(balance)}};
}

namespace {

/// Only integers: doubles of the curves differ in their last bits between systems.
JsonValue schedulerJson(const SchedulerAudit& scheduler) {
  JsonArray jumps;
  for (const QueueJump& jump : scheduler.jumps) {
    jumps.emplace_back(JsonObject{{"job", jump.job}, {"overtaken", jump.overtaken}});
  }
  return JsonObject{{"applicable", scheduler.applicable},
                    {"why_not", scheduler.whyNot},
                    {"p_ppm", scheduler.pPpm},
                    {"log_rank_p_ppm", scheduler.logRankPPpm},
                    {"peto_p_ppm", scheduler.petoPPpm},
                    {"lead_permille", scheduler.leadPermille},
                    {"detectable_permille", scheduler.detectablePermille},
                    {"extra_wait_millidays", scheduler.extraWaitMilliDays},
                    {"extra_wait_low_millidays", scheduler.extraWaitLowMilliDays},
                    {"extra_wait_high_millidays", scheduler.extraWaitHighMilliDays},
                    {"permutations", scheduler.permutations},
                    {"seed", scheduler.seed},
                    {"strata", scheduler.strata},
                    {"sooner_permille", scheduler.soonerPermille},
                    {"sooner_low_permille", scheduler.soonerLowPermille},
                    {"sooner_high_permille", scheduler.soonerHighPermille},
                    {"jump_count", scheduler.jumpCount},
                    {"jumps", std::move(jumps)}};
}

bool overlap(const ClaimVerdict& a, const ClaimVerdict& b) {
  return a.party == b.party && a.start < b.end && b.start < a.end;
}

/// Claims that do not overlap, the longest first: a year's claim and one of its months' would count
/// the same loads twice.
std::vector<const ClaimVerdict*> withoutOverlap(const std::vector<ClaimVerdict>& claims) {
  std::vector<const ClaimVerdict*> byLength;
  for (const ClaimVerdict& claim : claims) byLength.push_back(&claim);
  const auto length = [](const ClaimVerdict* claim) {
    return claim->end.inMilliseconds() - claim->start.inMilliseconds();
  };
  std::stable_sort(byLength.begin(), byLength.end(),
                   [length](auto a, auto b) { return length(a) > length(b); });
  std::vector<const ClaimVerdict*> chosen;
  for (const ClaimVerdict* claim : byLength) {
    const auto clashes = [claim](const ClaimVerdict* other) { return overlap(*claim, *other); };
    if (std::none_of(chosen.begin(), chosen.end(), clashes)) chosen.push_back(claim);
  }
  return chosen;
}

void addTo(ClaimVerdict& sum, const ClaimVerdict& claim) {
  sum.start = std::min(sum.start, claim.start);
  sum.end = std::max(sum.end, claim.end);
  sum.claimed += claim.claimed;
  sum.confirmed += claim.confirmed;
  sum.upperBound += claim.upperBound;
  sum.receivedAsResidue += claim.receivedAsResidue;
  sum.withoutReceipt += claim.withoutReceipt;
  sum.pending += claim.pending;
  sum.input += claim.input;
  sum.unaccounted += claim.unaccounted;
  sum.unexplained += claim.unexplained;
  // The same scales and the same rate of loss stand behind both: their errors may all have one
  // sign.
  sum.expandedUncertainty += claim.expandedUncertainty;
  sum.balanceKnown = sum.balanceKnown && claim.balanceKnown;
  sum.onlySaid = sum.onlySaid || claim.onlySaid;
  // The worst of what would be said, as with what is said.
  if (claim.wouldBe) sum.wouldBe = std::max(sum.wouldBe.value_or(*claim.wouldBe), *claim.wouldBe);
}

/// The balance of the whole time knows which errors the claims share; the sum of their
/// uncertainties is only the most it can be.
void takeUncertainty(ClaimVerdict& sum, const Balance& balance) {
  const auto whole =
      std::find_if(balance.outcomes.begin(), balance.outcomes.end(),
                   [](const BalanceOutcome& outcome) { return outcome.key == "unaccounted"; });
  if (!balance.applicable || whole == balance.outcomes.end()) return;
  if (balance.months.empty() || balance.months.front().month.start() != sum.start) return;
  if (balance.months.back().month.end() != sum.end || whole->found != sum.unaccounted) return;
  sum.expandedUncertainty = std::min(sum.expandedUncertainty, whole->uncertainty);
}

void appendNew(std::vector<std::string>& all, const std::vector<std::string>& more) {
  for (const std::string& key : more) {
    if (std::find(all.begin(), all.end(), key) == all.end()) all.push_back(key);
  }
}

}  // namespace

Decision AuditResult::decision() const {
  if (claims.empty()) return Decision::CannotTell;
  return std::max_element(
             claims.begin(), claims.end(),
             [](const ClaimVerdict& a, const ClaimVerdict& b) { return a.decision < b.decision; })
      ->decision;
}

ClaimVerdict AuditResult::overall() const {
  ClaimVerdict sum;
  sum.start = start;
  sum.end = end;
  sum.metric = "none";
  sum.reasons = {"no_claims"};
  sum.coverageFactorMilli = plan.coverageFactorMilli;
  const std::vector<const ClaimVerdict*> chosen = withoutOverlap(claims);
  if (chosen.empty()) return sum;
  sum = *chosen.front();
  for (std::size_t i = 1; i < chosen.size(); ++i) addTo(sum, *chosen[i]);
  if (chosen.size() > 1) takeUncertainty(sum, balance);
  for (const ClaimVerdict* claim : chosen) {
    if (claim == chosen.front()) continue;
    // Amounts of one unit add up; shares do not, and different figures have no sum.
    const bool alike = claim->metric == sum.metric && claim->unit == sum.unit;
    const bool amount =
        claimedFigure(claim->valueMicro, claim->unit).kind == ClaimedFigure::Mass &&
        sum.valueMicro <= std::numeric_limits<std::int64_t>::max() - claim->valueMicro;
    if (!alike || (!amount && claim->valueMicro != sum.valueMicro)) sum.metric = "implied";
    if (alike && amount) sum.valueMicro += claim->valueMicro;
  }
  sum.decision = decision();
  if (sum.decision != Decision::CannotTell) sum.wouldBe.reset();
  sum.reasons.clear();
  sum.wouldChange.clear();
  for (const ClaimVerdict& claim : claims) {
    if (claim.decision == sum.decision) appendNew(sum.reasons, claim.reasons);
    if (claim.decision == sum.decision) appendNew(sum.wouldChange, claim.wouldChange);
  }
  return sum;
}

JsonValue AuditResult::canonicalJson() const {
  if (held) return held->canonicalJson();
  JsonArray countedList;
  for (const CountedKey& key : standing.counted) {
    countedList.emplace_back(std::string(toText(key.role)) + " " + key.party + " " + key.vkey);
  }
  JsonArray claimList;
  for (const ClaimVerdict& claim : claims) claimList.push_back(claim.toJson());
  JsonArray findingList;
  for (const Finding& finding : findings) findingList.push_back(finding.toJson());
  JsonArray lossList;
  for (const LossSeries& series : lossSeries) lossList.push_back(series.toJson());
  JsonArray checkList;
  for (const CheckRun& check : checks) {
    checkList.emplace_back(JsonObject{{"rule", check.rule}, {"state", toText(check.state)}});
  }
  JsonObject result{{"format", "plumbline-results-1"},      {"engine", engineVersion},
                    {"evidence_root", evidence.root.hex()}, {"plan", plan.digest().hex()},
                    {"reference", reference.toJson()},
                    {"counted", std::move(countedList)},
                    {"decision", toText(decision())},       {"claims", std::move(claimList)},
                    {"balance", balanceJson(balance)},      {"losses_over_time", std::move(lossList)},
                    {"network", network.toJson()},
                    {"scheduler", schedulerJson(scheduler)},
                    {"checks", std::move(checkList)},       {"findings", std::move(findingList)}};
  const JsonValue decided = linkDecisions.toJson();
  if (!decided.array()->empty()) result.emplace_back("link_decisions", decided);
  if (!quarantine.counts.empty()) {
    result.emplace_back("quarantine", quarantineJson(quarantine.counts));
  }
  return result;
}

}  // namespace plumbline
