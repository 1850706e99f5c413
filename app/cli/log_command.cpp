// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/log_directory.h"
#include "model/publish/party_chain.h"
#include "model/store/safe_file.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

/// What log append did.
struct Appended {
  std::size_t index = 0;
  Hash envelope;
};

class LogAppendCommand final : public Command {
 public:
  std::string name() const override { return "log append"; }
  std::string operands() const override { return "LOGDIR ENVELOPE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "Appends a signed statement that was made elsewhere to a log.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<Appended> appended = append(arguments);
    if (!appended) return fail(output, appended.error());
    const auto index = static_cast<std::int64_t>(appended->index);
    if (output.json()) {
      output.document(JsonObject{{"index", index}, {"envelope", appended->envelope.hex()}});
    } else {
      output.line("entry " + std::to_string(index));
    }
    return ExitCode::Fine;
  }

 private:
  static Result<Appended> append(const Arguments& arguments) {
    const std::string& file = arguments.positional()[1];
    PLUMBLINE_TRY(bytes, readSmallFile(pathOf(file), static_cast<std::int64_t>(maxEnvelopeBytes)));
    if (!bytes) return Error{ErrorCode::NotFound, "there is no such file", {file}};
    PLUMBLINE_TRY(log, LogDirectory::open(pathOf(arguments.positional()[0])));
    if (auto follows = checkFollows(log.entries(), *bytes); !follows) {
      return std::move(follows).error().in(file);
    }
    const std::size_t index = log.entries().size();
    if (auto done = log.append(*bytes); !done) return std::move(done).error().in(file);
    return Appended{index, sha256(bytesOf(*bytes))};
  }
};

class LogCheckpointCommand final : public Command {
 public:
  std::string name() const override { return "log checkpoint"; }
  std::string operands() const override { return "LOGDIR"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Signs a checkpoint over all entries of a log; the key's name is the log's origin.");
  }
  std::vector<Option> options() const override {
    return {{"--key", "LOG.key", false, true}, passphraseOption()};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<Checkpoint> checkpoint = sign(arguments);
    if (!checkpoint) return fail(output, checkpoint.error());
    if (output.json()) {
      output.document(JsonObject{{"origin", checkpoint->origin},
                                 {"size", static_cast<std::int64_t>(checkpoint->size)},
                                 {"root", checkpoint->root.base64()}});
    } else {
      output.line(checkpoint->origin + " " + std::to_string(checkpoint->size) + " " +
                  checkpoint->root.base64());
    }
    return ExitCode::Fine;
  }

 private:
  static Result<Checkpoint> sign(const Arguments& arguments) {
    PLUMBLINE_TRY(key, readKeyFor(arguments, KeyJob::Log));
    PLUMBLINE_TRY(log, LogDirectory::open(pathOf(arguments.positional()[0])));
    return log.sign(key.name, key.key);
  }
};

}  // namespace

std::unique_ptr<Command> makeLogAppendCommand() {
  return std::make_unique<LogAppendCommand>();
}
std::unique_ptr<Command> makeLogCheckpointCommand() {
  return std::make_unique<LogCheckpointCommand>();
}

}  // namespace plumbline::cli
