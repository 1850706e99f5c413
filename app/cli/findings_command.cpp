// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/csv_field.h"

#include "ui/words/finding_words.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

std::string recordList(const Finding& finding) {
  std::string out;
  for (const RecordRef& record : finding.records) out += (out.empty() ? "" : " ") + record.id;
  return out;
}

class FindingsCommand final : public Command {
 public:
  std::string name() const override { return "findings"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Lists the findings, one a line.");
  }
  std::vector<Option> options() const override { return {{"--csv", ""}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto progress = output.progress();
    const Result<AuditPtr> audit = runAudit(pathOf(arguments.positional().front()), *progress);
    if (!audit) return fail(output, audit.error());
    if (output.json()) {
      output.document(findingsJson(**audit));
    } else if (arguments.has("--csv")) {
      printCsv(output, **audit);
    } else {
      for (const Finding& finding : (*audit)->findings) {
        output.line(std::string(toText(finding.severity)) + "\t" +
                    words::sentence(finding).toStdString());
      }
    }
    return exitCodeOf(**audit);
  }

 private:
  static void printCsv(const Output& output, const AuditResult& audit) {
    output.line("id,rule,severity,amount_kg,uncertainty_kg,records,sentence");
    for (const Finding& finding : audit.findings) {
      output.line(finding.id + "," + finding.rule + "," + std::string(toText(finding.severity)) +
                  "," + finding.amount.kilogramText() + "," + finding.uncertainty.kilogramText() +
                  "," + csvFieldForPeople(recordList(finding)) + "," +
                  csvFieldForPeople(words::sentence(finding).toStdString()));
    }
  }
};

}  // namespace

std::unique_ptr<Command> makeFindingsCommand() {
  return std::make_unique<FindingsCommand>();
}

}  // namespace plumbline::cli
