// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"

namespace plumbline::cli {

namespace {

class VerifyCommand final : public Command {
 public:
  std::string name() const override { return "verify"; }
  std::string operands() const override { return "PATH"; }
  std::string summary() const override {
    return "Answers the five questions about the signatures of a folder, audit file or workspace.";
  }
  std::vector<Option> options() const override { return trustOptions(); }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto progress = output.progress();
    const Result<EvidenceReport> report =
        verifyPath(pathOf(arguments.positional().front()), importOptions(arguments), *progress);
    if (!report) return fail(output, report.error());
    if (output.json()) {
      output.document(JsonObject{{"evidence", evidenceJson(*report)},
                                 {"evidence_root", report->root.hex()},
                                 {"files", report->files}});
    } else {
      printEvidence(output, *report);
    }
    return exitCodeOf(*report);
  }
};

}  // namespace

std::unique_ptr<Command> makeVerifyCommand() { return std::make_unique<VerifyCommand>(); }

}  // namespace plumbline::cli
