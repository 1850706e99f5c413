// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "model/simulate/simulator.h"
#include "ui/report/export.h"

namespace plumbline::cli {

namespace {

/// The whole way in one command: simulate, import, audit, report, share.
class DemoCommand final : public Command {
 public:
  std::string name() const override { return "demo"; }
  std::string operands() const override { return ""; }
  std::string summary() const override {
    return "Makes the sample audit: publications, workspace, verdict, PDF and audit file.";
  }
  std::vector<Option> options() const override { return {{"--out", "DIR"}}; }
  bool needsFonts() const override { return true; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const fs::path out = pathOf(arguments.value("--out").value_or("plumbline-demo"));
    const auto progress = output.progress();
    const Result<AuditPtr> audit = make(out, *progress);
    if (!audit) return fail(output, audit.error());
    if (output.json()) {
      output.document(auditJson(**audit));
    } else {
      printEvidence(output, (*audit)->evidence);
      printVerdict(output, **audit);
      output.line("Publications: " + wordOf(out / "publications"));
      output.line("Workspace:    " + wordOf(out / "sample.plumbline"));
      output.line("Report:       " + wordOf(out / "report.pdf"));
      output.line("Audit file:   " + wordOf(out / "sample.plumb"));
    }
    return exitCodeOf(**audit);
  }

 private:
  static Result<AuditPtr> make(const fs::path& out, const Progress& progress) {
    std::error_code failed;
    fs::create_directories(out, failed);
    const fs::path publications = out / "publications";
    const fs::path workspace = out / "sample.plumbline";
    if (failed || fs::exists(publications) || fs::exists(workspace)) {
      return Error{.code = ErrorCode::Usage,
                   .message = "the folder cannot be made or has a sample audit in it already",
                   .where = {.file = wordOf(out)}};
    }
    PLUMBLINE_TRY(truth, simulate(sampleStory(), publications, progress));
    static_cast<void>(truth);  // the audit never reads it
    // The keys were made a moment ago by this program, so it can vouch for them.
    const ImportOptions trust{.parties = publications / "parties.txt",
                              .policy = publications / "policy.txt"};
    PLUMBLINE_TRY(report, importInto(workspace, {publications}, trust, progress));
    if (!report.problems.empty()) {
      return Error{.code = ErrorCode::Internal,
                   .message = "the sample was refused",
                   .found = report.problems.front().message};
    }
    PLUMBLINE_TRY(audit, runAudit(workspace, progress));
    ExportRequest pdf;
    pdf.path = QString::fromStdString(wordOf(out / "report.pdf"));
    PLUMBLINE_CHECK(runExport(*audit, workspace, pdf, progress));
    PLUMBLINE_CHECK(shareAudit(workspace, out / "sample.plumb", progress));
    return audit;
  }
};

}  // namespace

std::unique_ptr<Command> makeDemoCommand() { return std::make_unique<DemoCommand>(); }

}  // namespace plumbline::cli
