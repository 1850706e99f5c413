// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class OpenCommand final : public Command {
 public:
  std::string name() const override { return "open"; }
  std::string operands() const override { return "FILE.plumb WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Opens somebody's audit file into a new workspace: checks every signature, recomputes.");
  }
  std::vector<Option> options() const override { return trustOptions(); }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    const fs::path workspace = pathOf(words[1]);
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(workspace, ignored))) {
      return fail(output, {.code = ErrorCode::Usage,
                           .message = "the workspace is there already; open makes a new one",
                           .where = {.file = words[1]}});
    }
    const auto progress = output.progress();
    const Result<ImportReport> report =
        importInto(workspace, {pathOf(words[0])}, importOptions(arguments), *progress);
    if (!report) {
      // Only what this import made: another one may be making a workspace of the same name.
      static_cast<void>(takeBackImport(workspace, *progress).ok());
      return fail(output, report.error());
    }
    tellProblems(output, report->problems);
    const Result<AuditPtr> audit = runAudit(workspace, *progress);
    if (!audit) return fail(output, audit.error());
    if (output.json()) {
      output.document(auditJson(**audit));
    } else {
      printEvidence(output, (*audit)->evidence);
      printVerdict(output, **audit);
    }
    return report->problems.empty() ? exitCodeOf(**audit) : ExitCode::NotVerifiable;
  }
};

}  // namespace

std::unique_ptr<Command> makeOpenCommand() { return std::make_unique<OpenCommand>(); }

}  // namespace plumbline::cli
