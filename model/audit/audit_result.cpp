// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/audit_result.h"

#include <algorithm>

#include "model/balance/contributions.h"

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

}  // namespace

Decision AuditResult::decision() const {
  std::optional<Decision> worst;
  for (const ClaimVerdict& claim : claims) {
    if (!claim.isEntered()) worst = std::max(worst, std::optional(claim.decision));
  }
  return worst.value_or(Decision::CannotTell);
}

bool AuditResult::accuses() const {
  return decision() == Decision::Contradicted ||
         std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
           return plumbline::accuses(finding.severity);
         });
}

const AuthorsWord* AuditResult::word() const {
  const auto found = std::find_if(authors.begin(), authors.end(),
                                  [](const AuthorsWord& author) { return author.counts(); });
  return found == authors.end() ? nullptr : &*found;
}

JsonValue AuditResult::canonicalJson() const {
  if (held) return held->canonicalJson();
  JsonArray countedList;
  for (const CountedKey& key : standing.counted) {
    countedList.emplace_back(
        JsonObject{{"role", toText(key.role)}, {"id", key.party}, {"vkey", key.vkey}});
  }
  JsonArray claimList;
  for (const ClaimVerdict& claim : claims) {
    if (!claim.isEntered()) claimList.push_back(claim.toJson());
  }
  JsonArray findingList;
  for (const Finding& finding : findings) findingList.push_back(finding.toJson());
  JsonArray lossList;
  for (const LossSeries& series : lossSeries) lossList.push_back(series.toJson());
  JsonArray checkList;
  for (const CheckRun& check : checks) {
    checkList.emplace_back(JsonObject{{"rule", check.rule}, {"state", toText(check.state)}});
  }
  JsonObject result{{"format", "plumbline-results-1"},
                    {"engine", engineVersion},
                    {"evidence_root", evidence.root.hex()},
                    {"plan", plan.digest().hex()},
                    {"reference", reference.toJson()}};
  if (!countedList.empty()) result.emplace_back("counted", std::move(countedList));
  result.emplace_back("decision", toText(decision()));
  result.emplace_back("claims", std::move(claimList));
  result.emplace_back("balance", balanceJson(balance));
  result.emplace_back("losses_over_time", std::move(lossList));
  result.emplace_back("network", network.toJson());
  result.emplace_back("scheduler", schedulerJson(scheduler));
  result.emplace_back("checks", std::move(checkList));
  result.emplace_back("findings", std::move(findingList));
  if (!totals.isEmpty()) result.emplace_back("totals", totals.toJson());
  if (!tracks.isEmpty()) result.emplace_back("tracks", tracks.toJson());
  const JsonValue decided = linkDecisions.toJson();
  if (!decided.array()->empty()) result.emplace_back("link_decisions", decided);
  const JsonValue oneName = aliases.aliases.toJson();
  if (!oneName.array()->empty()) result.emplace_back("aliases", oneName);
  if (!quarantine.counts.empty()) {
    result.emplace_back("quarantine", quarantineJson(quarantine.counts));
  }
  return result;
}

}  // namespace plumbline
