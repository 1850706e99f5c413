// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/old_list.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

JsonValue toJson(const OldList& list) {
  JsonArray keys;
  for (const TrustedKey& key : list.keys) {
    keys.push_back(JsonObject{{"job", key.job},
                              {"name", key.name},
                              {"vkey", key.vkey},
                              {"fingerprint", key.fingerprint}});
  }
  return JsonObject{{"keys", std::move(keys)}, {"list", list.digest}};
}

class OldKeysCommand final : public Command {
 public:
  std::string name() const override { return "oldkeys"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Lists the keys that an earlier version kept in the workspace, with the digits to "
        "compare; "
        "--take-over makes this very list yours.");
  }
  std::vector<Option> options() const override { return {{"--take-over", "LIST"}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const std::string& workspace = arguments.positional().front();
    if (const auto digest = arguments.value("--take-over")) {
      return takeOver(workspace, *digest, output);
    }
    const auto list = readOldList(pathOf(workspace));
    if (!list) return fail(output, list.error());
    if (output.json()) {
      output.document(toJson(*list));
    } else if (list->keys.empty()) {
      output.line(Cli::tr("The workspace brings no list of keys."));
    } else {
      for (const TrustedKey& key : list->keys) {
        output.line(key.job + " " + key.name + " " + key.fingerprint);
      }
      output.line(
          Cli::tr("Compare each with its owner. Then: %1")
              .arg(fromStd("plumbline-cli oldkeys " + workspace + " --take-over " + list->digest)));
    }
    return ExitCode::Fine;
  }

 private:
  static ExitCode takeOver(const std::string& workspace, const std::string& digest, Output& output) {
    const auto progress = output.progress();
    const auto report = takeOverOldList(pathOf(workspace), digest, *progress);
    if (!report) return fail(output, report.error());
    tellProblems(output, report->problems);
    if (output.json()) {
      output.document(JsonObject{{"taken_over", true}});
    } else {
      output.line(Cli::tr("The keys are on your own list now."));
    }
    return report->problems.empty() ? ExitCode::Fine : ExitCode::NotVerifiable;
  }
};

}  // namespace

std::unique_ptr<Command> makeOldKeysCommand() {
  return std::make_unique<OldKeysCommand>();
}

}  // namespace plumbline::cli
