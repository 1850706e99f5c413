// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/present.h"

#include <algorithm>

#include "ui/words/claim_part_words.h"
#include "ui/words/evidence_words.h"
#include "ui/words/finding_words.h"
#include "ui/words/standing_words.h"
#include "ui/words/verdict_words.h"

#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

JsonValue findingJson(const Finding& finding) {
  JsonArray records;
  for (const RecordRef& record : finding.records) records.emplace_back(record.id);
  JsonArray sides;
  for (const RecordRef& record : finding.records) {
    sides.push_back(JsonObject{
        {"table", tableInfo(record.table).name}, {"party", record.party}, {"id", record.id}});
  }
  return JsonObject{{"id", finding.id},
                    {"rule", finding.rule},
                    {"severity", toText(finding.severity)},
                    {"sentence", words::sentence(finding).toStdString()},
                    {"amount_kg", JsonValue::decimal(finding.amount.kilogramText())},
                    {"uncertainty_kg", JsonValue::decimal(finding.uncertainty.kilogramText())},
                    {"records", std::move(records)},
                    {"sources", std::move(sides)},
                    {"rows", finding.rowCount},
                    {"facts", finding.facts.toJson()},
                    {"on_word_of", finding.onWordOf.empty() ? JsonValue() : JsonValue(finding.onWordOf)}};
}

}  // namespace

JsonValue problemsJson(const std::vector<Problem>& problems) {
  JsonArray list;
  for (const Problem& problem : problems) {
    list.push_back(JsonObject{{"file", problem.file}, {"message", problem.message}});
  }
  return list;
}

JsonValue evidenceJson(const EvidenceReport& report) {
  JsonObject rows;
  for (const EvidenceRow& row : report.rows) {
    JsonObject entry{{"state", toText(row.state)},
                     {"sentence", words::sentence(row).toStdString()},
                     {"next_step", words::nextStep(row).toStdString()}};
    if (row.asOf) entry.emplace_back("as_of", row.asOf->text());
    rows.emplace_back(std::string(toText(row.question)), std::move(entry));
  }
  return rows;
}

JsonValue findingsJson(const AuditResult& audit) {
  JsonArray list;
  for (const Finding& finding : audit.findings) list.push_back(findingJson(finding));
  return list;
}

namespace {

JsonValue openKeysJson(const Standing& standing) {
  JsonArray list;
  for (const OpenKey& key : standing.open) {
    JsonObject open{{"role", toText(key.role)}, {"party", key.party}, {"vkey", key.vkey}};
    if (key.differs) open.emplace_back("differs", true);
    list.push_back(std::move(open));
  }
  return list;
}

}  // namespace

namespace {

/// Others who signed the audit and named keys, and whether it is read on their word.
JsonValue authorsJson(const std::vector<AuthorsWord>& authors) {
  JsonArray list;
  for (const AuthorsWord& author : authors) {
    JsonArray names;
    for (const PartyKey& name : author.names) {
      names.emplace_back(JsonObject{
          {"role", toText(name.role)}, {"party", name.id}, {"vkey", name.key.vkey()}});
    }
    list.emplace_back(JsonObject{{"name", author.name},
                                 {"vkey", author.vkey},
                                 {"known", author.known},
                                 {"on_their_word", author.counts()},
                                 {"names", std::move(names)}});
  }
  return list;
}

/// As in the canonical result, and on whose word.
JsonValue claimJson(const ClaimVerdict& claim) {
  const JsonValue json = claim.toJson();
  JsonObject object = *json.object();
  if (!claim.onWordOf.empty()) object.emplace_back("on_word_of", claim.onWordOf);
  return object;
}

}  // namespace

JsonValue auditJson(const AuditResult& audit) {
  JsonArray claims;
  for (const ClaimVerdict& claim : audit.claims) claims.push_back(claimJson(claim));
  JsonArray signOffs;
  for (const SignOff& signOff : audit.signOffs) {
    signOffs.push_back(JsonObject{{"kind", signOff.kind},
                                  {"name", signOff.name},
                                  {"vkey", signOff.vkey},
                                  {"signature_good", signOff.signatureGood},
                                  {"current", signOff.current},
                                  {"results_digest", signOff.resultsDigest.hex()}});
  }
  JsonArray unsignedFiles;
  for (const UnsignedFile& file : audit.unsignedFiles) unsignedFiles.push_back(file.toJson());
  JsonArray losses;
  for (const LossSeries& series : audit.lossSeries) losses.push_back(series.toJson());
  JsonArray checks;
  for (const CheckRun& check : audit.checks) {
    checks.push_back(
        JsonObject{{"rule", check.rule}, {"state", toText(check.state)}, {"reason", check.reason}});
  }
  return JsonObject{{"title", audit.title},
                    {"decision", toText(audit.decision())},
                    {"keys_to_name", openKeysJson(audit.standing)},
                    {"authors", authorsJson(audit.authors)},
                    {"evidence", evidenceJson(audit.evidence)},
                    {"evidence_root", audit.evidence.root.hex()},
                    {"claims", std::move(claims)},
                    {"findings", findingsJson(audit)},
                    {"balance", balanceJson(audit.balance)},
                    {"losses_over_time", std::move(losses)},
                    {"network", audit.network.toJson()},
                    {"checks", std::move(checks)},
                    {"problems", problemsJson(audit.problems)},
                    {"quarantine", quarantineJson(audit.quarantine.counts)},
                    {"unsigned_files", std::move(unsignedFiles)},
                    {"sign_offs", std::move(signOffs)},
                    {"reference", audit.reference.toJson()},
                    {"plan", audit.plan.toJson()},
                    {"plan_digest", audit.plan.digest().hex()},
                    {"engine_version", audit.engineVersion},
                    {"results_digest", audit.resultsDigest.hex()}};
}

void printEvidence(const Output& output, const EvidenceReport& report) {
  for (const EvidenceRow& row : report.rows) {
    output.line(words::questionTitle(row.question).toStdString() + ": " +
                words::stateWord(row.state).toStdString() + ". " +
                words::sentence(row).toStdString());
  }
  output.line(words::evidenceLimits().toStdString());
}

namespace {

/// Whom a reader has to know before the verdict can be told, or on whose word they take it.
void printStanding(const Output& output, const AuditResult& audit) {
  const Standing& standing = audit.standing;
  const QString sentence = words::standingSentence(standing);
  if (!sentence.isEmpty()) output.line(sentence.toStdString());
  for (const OpenKey& key : standing.open) output.line("  " + words::keyLine(key).toStdString());
  for (const QString& whose : {words::wordSentence(audit), words::statedSentence(audit)}) {
    if (!whose.isEmpty()) output.line(whose.toStdString());
  }
}

}  // namespace

void printVerdict(const Output& output, const AuditResult& audit) {
  for (const ClaimVerdict& claim : audit.claims) {
    output.line(words::decisionWord(claim).toStdString() + ": " +
                words::sentence(claim).toStdString());
    for (const words::PartLine& part : words::partLines(claim)) {
      output.line("  " + (part.name + QStringLiteral(": ") + part.kilograms).toStdString());
    }
    output.line(
        "  " +
        (words::partsSumName() + QStringLiteral(": ") + words::partsSum(claim)).toStdString());
  }
  if (audit.claims.empty()) output.line(Cli::tr("No claim to judge"));
  printStanding(output, audit);
  const auto findings = static_cast<std::int64_t>(audit.findings.size());
  output.line(Cli::tr("%n findings", nullptr, plural(findings)));
  output.line(Cli::tr("results digest %1").arg(fromStd(audit.resultsDigest.hex())));
}

void tellProblems(const Output& output, const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) {
    output.talk(Cli::tr("refused: %1").arg(fromStd(problem.message)));
  }
}

ExitCode exitCodeOf(const EvidenceReport& report) {
  const bool failed =
      std::any_of(report.rows.begin(), report.rows.end(),
                  [](const EvidenceRow& row) { return row.state == CheckState::Failed; });
  return failed || report.signedFiles == 0 ? ExitCode::NotVerifiable : ExitCode::Fine;
}

ExitCode exitCodeOf(const AuditResult& audit) {
  const bool open = std::any_of(audit.claims.begin(), audit.claims.end(),
                                [](const ClaimVerdict& claim) {
                                  return claim.wouldBe.has_value() && !claim.isEntered();
                                });
  if (open && !audit.accuses()) return ExitCode::NotVerifiable;
  const bool found =
      std::any_of(audit.findings.begin(), audit.findings.end(),
                  [](const Finding& finding) { return finding.severity != Severity::CannotTell; });
  if (found || audit.decision() == Decision::Contradicted) return ExitCode::Findings;
  if (audit.decision() == Decision::CannotTell) return ExitCode::NotVerifiable;
  return exitCodeOf(audit.evidence);
}

std::vector<Option> trustOptions() {
  return {{"--parties", "FILE"},
          {"--policy", "FILE"},
          {"--tsa", "FILE"},
          {"--memory", "FOLDER"},
          {"--on-word-of", "NAME"}};
}

ImportOptions importOptions(const Arguments& arguments) {
  ImportOptions options;
  if (const auto file = arguments.value("--parties")) options.parties = pathOf(*file);
  if (const auto file = arguments.value("--policy")) options.policy = pathOf(*file);
  if (const auto file = arguments.value("--tsa")) options.tsa = pathOf(*file);
  if (const auto folder = arguments.value("--memory")) options.memory = pathOf(*folder);
  if (const auto name = arguments.value("--on-word-of")) {
    options.word = *name == "nobody" ? std::string() : *name;
  }
  return options;
}

}  // namespace plumbline::cli
