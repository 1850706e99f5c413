// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/session.h"
#include "model/decisions/key_file.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

using SignFunction = Result<SignOff> (*)(const fs::path&, const AuditResult&, const std::string&,
                                         const PrivateKey&);

/// sign and endorse differ only in the statement they make.
class SignCommand final : public Command {
 public:
  /// The summary is to be translated with the context "plumbline::Cli".
  SignCommand(std::string name, const char* summary, SignFunction make)
      : m_name(std::move(name)), m_summary(summary), m_make(make) {}
  std::string name() const override { return m_name; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override { return m_summary; }
  std::vector<Option> options() const override {
    return {{"--key", "FILE.key", false, true}, passphraseOption()};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<SignOff> done = sign(arguments, output);
    if (!done) return fail(output, done.error());
    if (output.json()) {
      output.document(JsonObject{{"kind", done->kind},
                                 {"name", done->name},
                                 {"results_digest", done->resultsDigest.hex()}});
    } else {
      output.line(done->kind + " " + done->name + " " + done->resultsDigest.hex());
    }
    return ExitCode::Fine;
  }

 private:
  Result<SignOff> sign(const Arguments& arguments, const Output& output) const {
    if (!arguments.has("--key")) return Error{ErrorCode::Usage, m_name + " needs --key FILE.key"};
    PLUMBLINE_TRY(key, readKeyFor(arguments, KeyJob::Person));
    const fs::path workspace = pathOf(arguments.positional().front());
    const auto progress = output.progress();
    PLUMBLINE_TRY(audit, runAudit(workspace, *progress));
    return m_make(workspace, *audit, key.name, key.key);
  }

  std::string m_name;
  const char* m_summary;
  SignFunction m_make;
};

}  // namespace

std::unique_ptr<Command> makeSignCommand() {
  return std::make_unique<SignCommand>(
      "sign",
      QT_TRANSLATE_NOOP("plumbline::Cli", "Signs the computed result as the audit's author."),
      signAudit);
}

std::unique_ptr<Command> makeEndorseCommand() {
  return std::make_unique<SignCommand>(
      "endorse",
      QT_TRANSLATE_NOOP("plumbline::Cli",
                        "Signs that you computed the same result; void when the result changes."),
      endorseAudit);
}

}  // namespace plumbline::cli
