// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/compare_audits.h"
#include "model/import/evidence_files.h"

#include "ui/words/comparison_words.h"
#include "ui/words/step_stamp.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

JsonValue toJson(const AuditComparison& comparison) {
  JsonArray files;
  for (const ComparedFile& file : comparison.files) {
    files.push_back(JsonObject{{"name", file.name},
                               {"sha256", file.sha256.hex()},
                               {"kind", file.kind},
                               {"bytes", file.bytes},
                               {"in", toText(file.having)}});
  }
  JsonArray logs;
  for (const ComparedLog& log : comparison.logs) {
    logs.push_back(JsonObject{{"log", log.origin},
                              {"party", log.party},
                              {"histories", toText(log.histories)},
                              {"ours", static_cast<std::int64_t>(log.ours)},
                              {"theirs", static_cast<std::int64_t>(log.theirs)},
                              {"common", static_cast<std::int64_t>(log.common)}});
  }
  const auto side = [](const AuditResult& audit, const Hash& root) {
    return JsonObject{{"title", audit.title},
                      {"evidence_root", root.hex()},
                      {"results_digest", audit.resultsDigest.hex()}};
  };
  return JsonObject{{"ours", side(*comparison.ours, comparison.ourRoot)},
                    {"theirs", side(*comparison.theirs, comparison.theirRoot)},
                    {"same_evidence", comparison.sameEvidence()},
                    {"same_plan", comparison.samePlan()},
                    {"same_results", comparison.sameResults()},
                    {"files", std::move(files)},
                    {"logs", std::move(logs)}};
}

void print(const AuditComparison& comparison, const Output& output) {
  output.line(words::comparisonHeadline(comparison));
  for (const words::ComparedLine& line : words::comparedLines(comparison)) {
    const auto oneLine = [](QString text) { return text.replace(QLatin1Char('\n'), QLatin1String("; ")); };
    output.line(QStringLiteral("%1\t%2\t%3\t%4").arg(line.what, line.word, oneLine(line.ours), oneLine(line.theirs)));
  }
  for (const ComparedFile& file : comparison.files) {
    if (file.having == Having::Both) continue;
    output.line((file.having == Having::OnlyOurs ? Cli::tr("only yours: %1 %2") : Cli::tr("only theirs: %1 %2"))
                    .arg(fromStd(file.sha256.hex().substr(0, 16)), fromStd(file.name)));
  }
}

class CompareCommand final : public Command {
 public:
  std::string name() const override { return "compare"; }
  std::string operands() const override { return "WORKSPACE OTHER"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Compares the audit with somebody else's: an audit file, a folder or a workspace. Who has which "
        "files, where the histories of logs part, whether the same result comes out. Imports nothing; "
        "--take FILE takes a file of theirs over, by its name or SHA-256, --take-all all of them.");
  }
  std::vector<Option> options() const override {
    return {{"--take", "FILE", true}, {"--take-all", ""}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const std::filesystem::path workspace = pathOf(arguments.positional()[0]);
    const auto progress = output.progress();
    const auto comparison = compareAudits(workspace, nullptr, pathOf(arguments.positional()[1]), *progress);
    if (!comparison) return fail(output, comparison.error());
    const auto chosen = chosenOf(*comparison, arguments);
    if (!chosen) return fail(output, chosen.error());
    if (output.json()) {
      output.document(toJson(*comparison));
    } else {
      print(*comparison, output);
    }
    if (!chosen->empty()) {
      const auto taken = takeOverFiles(workspace, *comparison, *chosen, stampNow(), *progress);
      if (!taken) return fail(output, taken.error());
      output.talk(Cli::tr("%n files taken over", nullptr, plural(static_cast<std::int64_t>(chosen->size()))));
      for (const Problem& problem : taken->problems) output.talk(problem.text());
    }
    const bool same = comparison->sameEvidence() && comparison->samePlan() && comparison->sameResults();
    return same ? ExitCode::Fine : ExitCode::Findings;
  }

 private:
  static Result<std::vector<Hash>> chosenOf(const AuditComparison& comparison, const Arguments& arguments) {
    std::vector<Hash> chosen;
    EvidenceFiles theirs;
    for (const ComparedFile& file : comparison.files) {
      if (file.having != Having::OnlyTheirs) continue;
      if (arguments.has("--take-all")) chosen.push_back(file.sha256);
      theirs.files.push_back({file.sha256, file.name, file.kind, file.bytes, file.name});
    }
    for (const std::string& word : arguments.values("--take")) {
      PLUMBLINE_TRY(digest, theirs.find(word));
      if (!arguments.has("--take-all")) chosen.push_back(digest);
    }
    return chosen;
  }
};

}  // namespace

std::unique_ptr<Command> makeCompareCommand() {
  return std::make_unique<CompareCommand>();
}

}  // namespace plumbline::cli
