// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "model/evidence/log_check.h"
#include "model/publish/witness_memory.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

std::uint64_t secondsNow() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::seconds>(since).count());
}

class CosignCommand final : public Command {
 public:
  std::string name() const override { return "cosign"; }
  std::string operands() const override { return "CHECKPOINT"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "A witness's line for a log's checkpoint, if it extends the one it cosigned last.");
  }
  std::vector<Option> options() const override {
    return {{"--key", "WITNESS.key", false, true},
            passphraseOption(),
            {"--log", "VKEY", false, true},
            {"--previous", "FILE"}};
  }

  std::vector<std::string> outputs(const Arguments& arguments) const override {
    return arguments.values("--previous");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const std::uint64_t time = secondsNow();
    const Result<Cosigned> cosigned = cosign(arguments, time);
    if (!cosigned) return fail(output, cosigned.error());
    const std::string line = cosigned->signature.line();
    if (output.json()) {
      output.document(JsonObject{{"origin", cosigned->checkpoint.origin},
                                 {"size", static_cast<std::int64_t>(cosigned->checkpoint.size)},
                                 {"root", cosigned->checkpoint.root.base64()},
                                 {"witness", cosigned->signature.name},
                                 {"time", static_cast<std::int64_t>(time)},
                                 {"line", line.substr(0, line.size() - 1)}});
    } else {
      output.data(line);
    }
    return ExitCode::Fine;
  }

 private:
  static Result<Cosigned> cosign(const Arguments& arguments, std::uint64_t time) {
    const auto vkey = arguments.value("--log");
    if (!vkey) return Error{ErrorCode::Usage, "cosign needs --log VKEY, the key of the log"};
    PLUMBLINE_TRY(log, NoteVerifier::fromVkey(*vkey));
    PLUMBLINE_TRY(key, readKeyFor(arguments, KeyJob::Witness));
    const std::string memory =
        arguments.value("--previous")
            .value_or(*arguments.value("--key") + "." + originHash(log.name()) + ".checkpoint");
    return cosignAndRemember(pathOf(arguments.positional()[0]), pathOf(memory), log,
                             {key.name, key.key}, time);
  }
};

}  // namespace

std::unique_ptr<Command> makeCosignCommand() {
  return std::make_unique<CosignCommand>();
}

}  // namespace plumbline::cli
