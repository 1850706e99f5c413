// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/key_rotation.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

QString sentence(const LoggedRotation& done) {
  const KeySet& set = done.set;
  return Cli::tr("%1 key set %2: entry %3, %4 of %5, %6 ended, %7 revoked")
      .arg(fromStd(set.party), number(set.version), number(done.index), number(set.threshold),
           Cli::tr("%n keys", nullptr, plural(static_cast<std::int64_t>(set.keys.size()))),
           number(set.ended.size()), number(set.revoked.size()));
}

constexpr std::int64_t mostKeys = 100;  // of a key set

JsonValue toJson(const LoggedRotation& done) {
  JsonObject out{{"index", done.index}, {"envelope", done.envelope.hex()}};
  out.emplace_back("key_set", keySetStatement(done.set).predicate);
  return out;
}

class KeysetCommand final : public Command {
 public:
  std::string name() const override { return "keyset"; }
  std::string operands() const override { return "LOGDIR"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Says in a log which keys are a party's own from here on: the first ones, or changes.");
  }
  std::vector<Option> options() const override {
    return {{"--party", "ID", false, true},
            {"--key", "FILE.key", true, true},
            passphraseOption(),
            {"--add", "KEY", true},
            {"--end", "KEY", true},
            {"--revoke", "KEY", true},
            {"--reason", "TEXT"},
            {"--threshold", "N"}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<LoggedRotation> done = publish(arguments);
    if (!done) return fail(output, done.error());
    output.talk(Cli::tr("No checkpoint covers entry %1 yet: %2")
                    .arg(number(done->index), QStringLiteral("plumbline-cli log checkpoint")));
    if (output.json()) {
      output.document(toJson(*done));
    } else {
      output.line(sentence(*done));
    }
    return ExitCode::Fine;
  }

 private:
  Result<LoggedRotation> publish(const Arguments& arguments) const {
    PLUMBLINE_TRY(party, required(arguments, *this, "--party", "ID"));
    PLUMBLINE_CHECK(required(arguments, *this, "--key", "FILE.key"));
    PLUMBLINE_TRY(passphrase, readPassphrase(arguments));
    std::vector<SigningKey> secrets;
    for (const std::string& file : arguments.values("--key")) {
      PLUMBLINE_TRY(key, readKeyFile(pathOf(file), passphrase, KeyJob::Party));
      secrets.push_back(std::move(key));
    }
    std::vector<KeySetSigner> signers;
    for (const SigningKey& key : secrets) {
      PLUMBLINE_TRY(verifier, NoteVerifier::fromVkey(key.vkey()));
      signers.push_back({std::move(verifier), &key.key});
    }
    PLUMBLINE_TRY(change, changeOf(arguments));
    return publishKeySet(pathOf(arguments.positional()[0]), party, change, signers);
  }

  static Result<KeyChange> changeOf(const Arguments& arguments) {
    ScriptInput input;
    KeyChange change;
    PLUMBLINE_TRY(added, input.keys(arguments.values("--add")));
    PLUMBLINE_TRY(ended, input.keys(arguments.values("--end")));
    PLUMBLINE_TRY(revoked, input.keys(arguments.values("--revoke")));
    change.added = std::move(added);
    change.ended = std::move(ended);
    change.revoked = std::move(revoked);
    change.reason = arguments.value("--reason").value_or("");
    if (arguments.has("--threshold")) {
      PLUMBLINE_TRY(threshold, arguments.integer("--threshold", 1, 1, mostKeys));
      change.threshold = threshold;
    }
    return change;
  }
};

}  // namespace

std::unique_ptr<Command> makeKeysetCommand() {
  return std::make_unique<KeysetCommand>();
}

}  // namespace plumbline::cli
