// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/key_file.h"
#include "model/records/quantities.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class KeygenCommand final : public Command {
 public:
  std::string name() const override { return "keygen"; }
  std::string operands() const override { return "OUT.key"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Makes a signing key: OUT.key stays with you, OUT.key.pub is for others.");
  }
  std::vector<Option> options() const override {
    return {
        {"--name", "NAME", false, true},
        {"--job", "party|log|witness"},
        {"--role", "ROLE"},
        passphraseOption()};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto keyName = arguments.value("--name");
    if (!keyName) return fail(output, {ErrorCode::Usage, "keygen needs --name NAME"});
    const Result<KeyJob> job = jobOf(arguments);
    if (!job) return fail(output, job.error());
    const Result<std::string> passphrase = readPassphrase(arguments);
    if (!passphrase) return fail(output, passphrase.error());
    const SigningKey key{*keyName, PrivateKey::generate(), *job};
    Result<void> written = writeKeyFile(pathOf(arguments.positional().front()), key, *passphrase);
    if (!written) return fail(output, asUsage(std::move(written).error()));
    if (passphrase->empty()) {
      output.talk(Cli::tr("The key is not encrypted: whoever reads %1 can sign as %2.")
                      .arg(fromStd(arguments.positional().front()), fromStd(*keyName)));
    }
    const std::string line = trustLine(key, arguments.value("--role").value_or(""));
    if (output.json()) {
      output.document(JsonObject{{"name", key.name},
                                 {"job", std::string(toText(key.job))},
                                 {"line", line},
                                 {"vkey", key.vkey()},
                                 {"fingerprint", key.key.publicKey().fingerprint()}});
    } else {
      output.line(line);
    }
    return ExitCode::Fine;
  }

 private:
  /// A file in the way is a wrong use of the command; no file is ever written over.
  static Error asUsage(Error error) {
    if (error.code == ErrorCode::Duplicate) error.code = ErrorCode::Usage;
    return error;
  }

  /// A party's key goes with its role, and no other key does.
  static Result<KeyJob> jobOf(const Arguments& arguments) {
    const auto word = arguments.value("--job");
    const auto job = word ? keyJobFromText(*word) : KeyJob::Person;
    if (!job) {
      return Error{.code = ErrorCode::Usage,
                   .message = "the job is not known",
                   .found = *word,
                   .expected = "party, log or witness"};
    }
    const auto role = arguments.value("--role");
    if (role.has_value() != (*job == KeyJob::Party) ||
        (role && roleFromText(*role) == Role::Unknown)) {
      return Error{.code = ErrorCode::Usage,
                   .message = "--job party goes with --role",
                   .found = role.value_or("no role"),
                   .expected = "plant, carrier, receiver, regulator, citizen or council"};
    }
    return *job;
  }
};

}  // namespace

std::unique_ptr<Command> makeKeygenCommand() {
  return std::make_unique<KeygenCommand>();
}

}  // namespace plumbline::cli
