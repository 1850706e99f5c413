// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "model/audit/audit_judged.h"
#include "model/audit/old_list.h"
#include "model/audit/session.h"
#include "model/audit/sign_off.h"
#include "model/audit/standing.h"
#include "model/audit/stored_problems.h"
#include "model/checks/gap_guard.h"
#include "model/checks/load_findings.h"
#include "model/checks/run_checks.h"
#include "model/import/rebuild.h"
#include "model/records/identifier.h"
#include "model/store/evidence_slot.h"
#include "model/totals/compare_totals.h"
#include "model/verdict/judge_claims.h"
#include "model/verdict/part_counts.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

Result<AuditPlan> parsePlan(std::string_view text) {
  PLUMBLINE_TRY(json, parseJson(bytesOf(text)));
  return AuditPlan::fromJson(json);
}

/// The plan the user set, else the one that came with the evidence, else the default. One that
/// cannot be read is told as a problem, and so are several: none of them holds then.
Result<void> readPlan(const Database& database, AuditResult& audit) {
  std::string text;
  std::string where = "audit plan";
  PLUMBLINE_TRY(query, database.prepare("SELECT value FROM settings WHERE name = 'plan'"));
  PLUMBLINE_TRY(set, query.step());
  if (set) {
    text = query.text(0);
  } else {
    const EvidenceStore evidence(database);
    PLUMBLINE_TRY(pieces, slotPieces(evidence, "audit/plan.json"));
    if (pieces.empty()) return {};
    where = "audit/plan.json";
    if (pieces.size() > 1) {
      const Error several{ErrorCode::Inconsistent,
                          "several audit plans came with the evidence; none of them holds, but the "
                          "usual one",
                          {where}};
      audit.problems.push_back({where, several});
      return {};
    }
    PLUMBLINE_TRY(bytes, evidence.readAll(pieces.front()));
    text = textOf(bytes);
  }
  auto plan = parsePlan(text);
  if (plan) {
    audit.plan = std::move(plan).value();
  } else {
    audit.problems.push_back({where, std::move(plan).error().in(where)});
  }
  return {};
}

Result<void> addProblems(const Database& database, AuditResult& audit) {
  PLUMBLINE_TRY(problems, storedProblems(database));
  std::move(problems.begin(), problems.end(), std::back_inserter(audit.problems));
  return {};
}

/// A list of keys in the workspace itself is of whoever made the file, and counts for nothing.
Result<void> tellForeignTrust(const Database& database, AuditResult& audit) {
  PLUMBLINE_TRY(query, database.prepare("SELECT 1 FROM settings WHERE name = ? AND value <> ''"));
  bool brought = false;
  for (const std::string_view name : userSettingNames) {
    query.bind(1, name);
    PLUMBLINE_TRY(there, query.step());
    query.reset();
    brought = brought || there;
  }
  if (!brought) return {};
  const Error error{ErrorCode::Inconsistent,
                    "the workspace brings a list of keys of its own; it does not count, name those "
                    "that you compared yourself, or take the list over (plumbline-cli oldkeys)",
                    {std::string(oldListProblem)}};
  audit.problems.push_back({error.where.file, error});
  return {};
}

/// Whoever opened a file that was changed, or an older copy of it by mistake, wants to know.
void tellPreparation(const Preparation& prepared, AuditResult& audit) {
  if (prepared.records == Records::MadeAnew) {
    audit.problems.push_back({std::string(workspaceProblem),
                              {ErrorCode::Inconsistent,
                               "the workspace was not as this computer left it; all records were "
                               "made anew from the evidence in it"}});
  }
  if (prepared.state >= prepared.newestState) return;
  audit.problems.push_back(
      {std::string(workspaceProblem),
       {ErrorCode::Inconsistent,
        Message("this is state %1 of the workspace; the newest on this computer is state %2",
                prepared.state, prepared.newestState)}});
}

void nameAudit(const PublicationBook& publications, AuditResult& audit) {
  const auto& parties = publications.parties();
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const bool plant = publications.isPlant(static_cast<int>(i));
    if (!plant && !audit.title.empty()) continue;
    audit.title = parties[i].shownName();
    audit.subtitle = parties[i].operatorName;
    if (plant) return;
  }
}

void addOutcome(std::string_view rule, CheckOutcome outcome, AuditResult& audit) {
  audit.checks.push_back({std::string(rule), outcome.state, std::move(outcome.reason)});
  std::move(outcome.findings.begin(), outcome.findings.end(), std::back_inserter(audit.findings));
  if (outcome.scheduler) audit.scheduler = std::move(*outcome.scheduler);
}

/// A check that fails is a check that cannot tell.
Result<void> addChecks(const CheckInput& input, AuditResult& audit) {
  PLUMBLINE_TRY(checks, runChecks(input, allRules()));
  for (CheckedRule& check : checks) {
    if (check.outcome) {
      addOutcome(check.rule, std::move(check.outcome).value(), audit);
    } else {
      audit.problems.push_back({std::string(check.rule), check.outcome.error()});
      addOutcome(check.rule, CheckOutcome::cannotTell(check.rule, "check_failed"), audit);
    }
  }
  return {};
}

/// The same order everywhere, and no two findings with one name.
void orderFindings(std::vector<Finding>& findings) {
  for (Finding& finding : findings) finding.assignId();
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    if (findingBefore(a, b)) return true;
    if (findingBefore(b, a)) return false;
    return a.toJson().dump() < b.toJson().dump();
  });
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    const int count = ++seen[finding.id];
    if (count > 1) finding.id += "-" + std::to_string(count);
  }
}

/// Ids that a hurried reader takes for each other. It decides nothing: both may be honest.
void tellAlike(const PublicationBook& publications, AuditResult& audit) {
  std::vector<std::string> ids;
  for (const PartyInfo& party : publications.parties()) ids.push_back(party.id);
  for (const std::vector<std::string>& same : alikeIds(ids)) {
    std::string all;
    for (const std::string& id : same) all += (all.empty() ? "" : ", ") + id;
    audit.problems.push_back(
        {all, Error{ErrorCode::Inconsistent, "parties have ids that look alike", {}, all}});
  }
}

/// A decision that is stopped is told: it would have changed what loads count as.
void tellAliases(const AliasBook& book, AuditResult& audit) {
  for (Error& error : aliasProblems(book)) {
    audit.problems.push_back({std::string(statementsMember), std::move(error)});
  }
}

/// Everything that is derived from the records, by a lens.
Result<void> compute(const Database& database, Lens lens, const Progress& progress,
                     AuditResult& result) {
  AuditResult* const audit = &result;
  const SaidByPeople& people = result.judged->people;
  PartCounts counts;
  const LoadWatch watch = [&counts](const LoadBooked& load) { counts.add(load); };
  PLUMBLINE_TRY(reconciliation, reconcile(database, people, audit->plan, progress, lens,
                                          {.watch = &watch}));
  nameAudit(reconciliation.books.publications, *audit);
  tellAlike(reconciliation.books.publications, *audit);
  audit->aliases = reconciliation.books.aliases;
  tellAliases(audit->aliases, *audit);
  audit->start = reconciliation.books.start;
  audit->end = reconciliation.books.end;
  audit->rowCounts = reconciliation.books.rowCounts;
  audit->reference = reconciliation.books.materials.reference();
  for (const auto& [member, error] : reconciliation.books.refusedReference) {
    audit->problems.push_back({member, Error(error).in(member)});
  }
  PLUMBLINE_TRY(totals, compareTotals(database, reconciliation.books,
                                      totalsNames(reconciliation.books.aliases.aliases)));
  audit->totals = std::move(totals);
  PLUMBLINE_TRY(tracks, followTracks(database, people.statements, reconciliation.books,
                                      reconciliation.loads.linkDecisions));
  audit->tracks = std::move(tracks);
  const CheckInput input{database,         audit->plan,    reconciliation, progress,
                         &audit->evidence, &audit->totals, &audit->tracks};
  PLUMBLINE_CHECK(addChecks(input, *audit));
  holdBackAtGaps(input, audit->findings);
  if (lens == Lens::Named) {
    PLUMBLINE_TRY(standing, readStanding(database, reconciliation.books.publications));
    audit->standing = std::move(standing);
    holdBackFindings(reconciliation.books.publications, audit->findings);
  }
  orderFindings(audit->findings);
  PLUMBLINE_TRY(claims, judgeClaims({database, audit->plan, reconciliation, audit->evidence, lens}));
  audit->claims = std::move(claims);
  for (ClaimVerdict& claim : audit->claims) {
    claim.loads = counts.of(claim, reconciliation.books.publications);
  }
  audit->gaps = gapsOf(reconciliation);
  audit->slices = balanceSlices(reconciliation, audit->plan, audit->claims);
  audit->linkDecisions = std::move(reconciliation.loads.linkDecisions);
  audit->balance = std::move(reconciliation.balances.whole);
  audit->lossSeries = std::move(reconciliation.balances.lossSeries);
  audit->network = std::move(reconciliation.balances.network);
  markMonths(*audit);
  audit->resultsDigest = sha256(bytesOf(audit->canonicalJson().dump()));
  return {};
}

Result<AuditPtr> auditOf(const JudgedWorkspace& opened, const Preparation& prepared,
                         const Progress& progress) {
  const Database& database = opened.database();
  const JudgedEvidence& judged = *opened.evidence;
  auto audit = std::make_shared<AuditResult>();
  audit->engineVersion = PLUMBLINE_VERSION;
  PLUMBLINE_TRY(state, stateOf(database));
  audit->state = state;
  tellPreparation(prepared, *audit);
  PLUMBLINE_CHECK(readPlan(database, *audit));
  PLUMBLINE_CHECK(addProblems(database, *audit));
  PLUMBLINE_CHECK(tellForeignTrust(database, *audit));
  PLUMBLINE_TRY(quarantine, readQuarantine(database));
  audit->quarantine = std::move(quarantine);
  PLUMBLINE_TRY(unsignedFiles, readUnsignedFiles(database, judged.people.notes));
  audit->unsignedFiles = std::move(unsignedFiles);
  PLUMBLINE_TRY(evidence, buildEvidenceReport(database, judged));
  audit->evidence = std::move(evidence);
  audit->judged = opened.evidence;
  PLUMBLINE_TRY(split, findSplitView(database, judged, audit->evidence));
  audit->splitView = std::move(split);
  PLUMBLINE_TRY(names, readNames(database, judged));
  audit->names = std::move(names);
  PLUMBLINE_TRY(authors, readAuthors(database, judged.people.audits, judged.keyring.keys()));
  audit->authors = std::move(authors);
  // By the user's own list first: that is what the audit may say. Where more is here than that list
  // covers, once more with everybody's word, to tell what would be said.
  const AuditResult before = *audit;
  PLUMBLINE_CHECK(compute(database, Lens::Named, progress, *audit));
  if (!audit->standing.complete()) {
    auto held = std::make_shared<const AuditResult>(std::move(*audit));
    *audit = before;
    audit->standing = held->standing;
    PLUMBLINE_CHECK(compute(database, Lens::Everybody, progress, *audit));
    holdTo(*held, *audit);
    orderFindings(audit->findings);
    audit->resultsDigest = held->resultsDigest;
    audit->held = std::move(held);
  }
  PLUMBLINE_CHECK(tellWhoseWord(database, *audit));
  PLUMBLINE_TRY(signOffs, readSignOffs(database, judged.people.audits, audit->resultsDigest));
  audit->signOffs = std::move(signOffs);
  return AuditPtr(std::move(audit));
}

Result<AuditPtr> auditOnce(const fs::path& path, const Preparation& prepared,
                           const Progress& progress) {
  progress.report("Checking signatures");
  PLUMBLINE_TRY(opened, openJudged(path, progress));
  return auditOf(opened, prepared, progress);
}

}  // namespace

Result<AuditPtr> auditJudged(const JudgedWorkspace& opened, const Progress& progress) {
  return auditOf(opened, {}, progress);
}

Result<AuditPtr> runAudit(const fs::path& path, const Progress& progress) {
  constexpr int attempts = 4;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const auto prepared = prepareWorkspace(path, IfUnfinished::Refuse, progress);
    if (!prepared && prepared.error().code == ErrorCode::Store && attempt + 1 < attempts) continue;
    if (!prepared) return prepared.error();
    auto audit = auditOnce(path, *prepared, progress);
    const bool last = attempt + 1 == attempts;
    const bool changed = !audit && (audit.error().code == ErrorCode::Mismatch ||
                                    (audit.error().code == ErrorCode::Store && !last));
    if (!changed) return audit;
  }
  // It was as it should be each time, and then was not: somebody writes to it.
  return Error{ErrorCode::Store, "the workspace changed while it was read; try again"};
}

}  // namespace plumbline
