// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/key_options.h"
#include "app/cli/paths.h"
#include "model/audit/key_file.h"

namespace plumbline::cli {

namespace {

class KeygenCommand final : public Command {
 public:
  std::string name() const override { return "keygen"; }
  std::string operands() const override { return "OUT.key"; }
  std::string summary() const override {
    return "Makes a signing key: OUT.key stays with you, OUT.key.pub is for others.";
  }
  std::vector<Option> options() const override {
    return {{"--name", "NAME"}, passphraseOption()};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto keyName = arguments.value("--name");
    if (!keyName) return fail(output, {ErrorCode::Usage, "keygen needs --name NAME"});
    const Result<std::string> passphrase = readPassphrase(arguments);
    if (!passphrase) return fail(output, passphrase.error());
    const SigningKey key{*keyName, PrivateKey::generate()};
    const Result<void> written =
        writeKeyFile(pathOf(arguments.positional().front()), key, *passphrase);
    if (!written) return fail(output, written.error());
    if (passphrase->empty()) {
      output.talk("The key is not encrypted: whoever reads " + arguments.positional().front() +
                  " can sign as " + *keyName + ".");
    }
    if (output.json()) {
      output.document(JsonObject{{"name", key.name},
                                 {"vkey", key.vkey()},
                                 {"fingerprint", key.key.publicKey().fingerprint()}});
    } else {
      output.line(key.vkey());
    }
    return ExitCode::Fine;
  }
};

}  // namespace

std::unique_ptr<Command> makeKeygenCommand() { return std::make_unique<KeygenCommand>(); }

}  // namespace plumbline::cli
