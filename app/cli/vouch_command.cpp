// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/unsigned_files.h"
#include "model/members/byte_feed.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class VouchCommand final : public Command {
 public:
  std::string name() const override { return "vouch"; }
  std::string operands() const override { return "WORKSPACE FILE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "Signs where an imported file without a signature is from.");
  }
  std::vector<Option> options() const override {
    return {{"--key", "FILE.key", false, true},
            passphraseOption(),
            {"--from", "TEXT", false, true},
            {"--obtained", "YYYY-MM-DD", false, true},
            {"--how", "TEXT", false, true}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto done = vouch(arguments);
    if (!done) return fail(output, done.error());
    if (output.json()) {
      output.document(JsonObject{{"sha256", done->hex()}});
    } else {
      output.line(Cli::tr("vouched for %1").arg(fromStd(done->hex())));
    }
    return ExitCode::Fine;
  }

 private:
  static Result<Hash> digestOfFile(const std::filesystem::path& file) {
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    if (failed) {
      return Error{ErrorCode::NotFound, "there is no such file", {wordOf(file.filename())}};
    }
    const Member member{wordOf(file.filename()), file, 0, static_cast<std::int64_t>(bytes)};
    return digestOf(MemberFeed(member));
  }

  static Result<Hash> vouch(const Arguments& arguments) {
    for (const char* option : {"--from", "--obtained", "--how"}) {
      if (!arguments.has(option)) {
        return Error{ErrorCode::Usage, "the option " + std::string(option) + " is missing"};
      }
    }
    PLUMBLINE_TRY(key, readKeyFor(arguments, KeyJob::Person));
    const auto file = pathOf(arguments.positional()[1]);
    PLUMBLINE_TRY(digest, digestOfFile(file));
    const VouchText text{wordOf(file.filename()), *arguments.value("--from"),
                         *arguments.value("--obtained"), *arguments.value("--how")};
    PLUMBLINE_CHECK(
        vouchForFile(pathOf(arguments.positional().front()), digest, text, key.name, key.key));
    return digest;
  }
};

}  // namespace

std::unique_ptr<Command> makeVouchCommand() {
  return std::make_unique<VouchCommand>();
}

}  // namespace plumbline::cli
