// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/simulator.h"

#include "ui/report/export.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

/// The whole way in one command: simulate, import, audit, report, share.
class DemoCommand final : public Command {
 public:
  std::string name() const override { return "demo"; }
  std::string operands() const override { return ""; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Makes the sample audit: publications, workspace, verdict, PDF and audit file.");
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
      output.line(label(Cli::tr("Publications:"), wordOf(out / "publications")));
      output.line(label(Cli::tr("Workspace:"), wordOf(out / "sample.plumbline")));
      output.line(label(Cli::tr("Report:"), wordOf(out / "report.pdf")));
      output.line(label(Cli::tr("Audit file:"), wordOf(out / "sample.plumb")));
    }
    return exitCodeOf(**audit);
  }

 private:
  static constexpr const char* made[] = {"publications", "sample.plumbline", "report.pdf",
                                         "sample.plumb"};

  static QString label(const QString& what, const std::string& path) {
    return what.leftJustified(14) + fromStd(path);
  }

  /// A folder with a place for everything that will be made in it.
  static Result<void> prepare(const fs::path& out) {
    const auto refuse = [&](std::string message) {
      return Error{ErrorCode::Usage, std::move(message), {wordOf(out)}};
    };
    std::error_code failed;
    if (fs::is_symlink(out, failed)) {
      return refuse("the output is a symbolic link; name the folder itself");
    }
    fs::create_directories(out, failed);
    if (failed) return refuse("the folder cannot be made: " + failed.message());
    for (const char* name : made) {
      if (fs::exists(fs::symlink_status(out / name, failed))) {
        return refuse("the folder has " + std::string(name) + " in it already");
      }
    }
    return {};
  }

  /// What did not become whole is taken away: nothing of it was there before.
  static Result<AuditPtr> make(const fs::path& out, const Progress& progress) {
    PLUMBLINE_CHECK(prepare(out));
    auto audit = makeIn(out, progress);
    if (!audit) {
      std::error_code ignored;
      for (const char* name : made) fs::remove_all(out / name, ignored);
    }
    return audit;
  }

  static Result<AuditPtr> makeIn(const fs::path& out, const Progress& progress) {
    const fs::path publications = out / "publications";
    const fs::path workspace = out / "sample.plumbline";
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
