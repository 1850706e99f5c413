// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class ShareCommand final : public Command {
 public:
  std::string name() const override { return "share"; }
  std::string operands() const override { return "WORKSPACE OUT.plumb"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Writes the audit file: all evidence, nothing derived. Same audit, same bytes.");
  }

  std::vector<std::string> outputs(const Arguments& arguments) const override {
    return {arguments.positional()[1]};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    const auto progress = output.progress();
    const Result<void> shared = shareAudit(pathOf(words[0]), pathOf(words[1]), *progress);
    if (!shared) return fail(output, shared.error());
    if (output.json()) {
      output.document(JsonObject{{"audit_file", words[1]}});
    } else {
      output.line(words[1]);
    }
    return ExitCode::Fine;
  }
};

}  // namespace

std::unique_ptr<Command> makeShareCommand() { return std::make_unique<ShareCommand>(); }

}  // namespace plumbline::cli
