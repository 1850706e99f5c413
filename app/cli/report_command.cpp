// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_writer.h"

#include "app/cli/commands.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"

namespace plumbline::cli {

namespace {

class ReportCommand final : public Command {
 public:
  std::string name() const override { return "report"; }
  std::string operands() const override { return "WORKSPACE OUT.pdf"; }
  std::string summary() const override {
    return "Writes the audit for people: a PDF, or a web page (OUT.html).";
  }
  bool needsFonts() const override { return true; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    const auto progress = output.progress();
    const Result<AuditPtr> audit = runAudit(pathOf(words[0]), *progress);
    if (!audit) return fail(output, audit.error());
    const QString path = QString::fromStdString(words[1]);
    const bool web = path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive);
    const Result<void> written = web ? writeWebPage(**audit, path, ReportOptions{})
                                     : writeReport(**audit, path, ReportOptions{});
    if (!written) return fail(output, written.error());
    if (output.json()) {
      output.document(
          JsonObject{{"report", words[1]}, {"results_digest", (*audit)->resultsDigest.hex()}});
    } else {
      output.line(words[1]);
    }
    return exitCodeOf(**audit);
  }
};

}  // namespace

std::unique_ptr<Command> makeReportCommand() {
  return std::make_unique<ReportCommand>();
}

}  // namespace plumbline::cli
