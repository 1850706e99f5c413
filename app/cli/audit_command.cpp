// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/rebuild.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class AuditCommand final : public Command {
 public:
  std::string name() const override { return "audit"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli", "Computes the whole audit: evidence, claims, findings, results digest.");
  }
  std::vector<Option> options() const override { return {{"--canonical", ""}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    if (arguments.has("--canonical") && output.json()) {
      return fail(output, {ErrorCode::Usage, "--canonical is JSON already; leave --json out"});
    }
    const auto progress = output.progress();
    const Result<AuditPtr> audit = runAudit(pathOf(arguments.positional().front()), *progress);
    if (!audit) return fail(output, audit.error());
    for (const Problem& problem : (*audit)->problems) {
      if (problem.file == workspaceProblem) output.talk(problem.message);
    }
    if (arguments.has("--canonical")) {
      // Exactly what the digest is over: not even a line end follows.
      output.data((*audit)->canonicalJson().dump());
    } else if (output.json()) {
      output.document(auditJson(**audit));
    } else {
      printEvidence(output, (*audit)->evidence);
      printVerdict(output, **audit);
    }
    return exitCodeOf(**audit);
  }
};

}  // namespace

std::unique_ptr<Command> makeAuditCommand() {
  return std::make_unique<AuditCommand>();
}

}  // namespace plumbline::cli
