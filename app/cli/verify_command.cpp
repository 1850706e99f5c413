// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

/// What the files themselves can show. Witnesses and time stamps come from third parties: to have
/// none is no fault of the files.
bool isShown(const EvidenceReport& report) {
  constexpr EvidenceQuestion asked[] = {EvidenceQuestion::Intact, EvidenceQuestion::SignedBy,
                                        EvidenceQuestion::InTheLog};
  return std::all_of(std::begin(asked), std::end(asked), [&report](EvidenceQuestion question) {
    return report.rows[static_cast<std::size_t>(question)].state == CheckState::Passed;
  });
}

class VerifyCommand final : public Command {
 public:
  std::string name() const override { return "verify"; }
  std::string operands() const override { return "PATH"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Answers the five questions about the signatures of a folder, audit file or workspace.");
  }
  std::vector<Option> options() const override { return trustOptions(); }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto progress = output.progress();
    const Result<Verification> result =
        verifyPath(pathOf(arguments.positional().front()), importOptions(arguments), *progress);
    if (!result) return fail(output, result.error());
    const EvidenceReport& report = result->evidence;
    tellProblems(output, result->problems);
    if (output.json()) {
      output.document(JsonObject{{"evidence", evidenceJson(report)},
                                 {"evidence_root", report.root.hex()},
                                 {"files", report.files},
                                 {"problems", problemsJson(result->problems)}});
    } else {
      printEvidence(output, report);
    }
    return result->problems.empty() && isShown(report) ? exitCodeOf(report)
                                                       : ExitCode::NotVerifiable;
  }
};

}  // namespace

std::unique_ptr<Command> makeVerifyCommand() { return std::make_unique<VerifyCommand>(); }

}  // namespace plumbline::cli
