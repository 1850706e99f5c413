// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/differing_keys.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class DiffersCommand final : public Command {
 public:
  std::string name() const override { return "differs"; }
  std::string operands() const override { return "WORKSPACE KEY"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Keeps that the owner of a key reads out other digits: what it signed counts for "
        "nothing. "
        "KEY is a vkey, or the id of a party that has one.");
  }
  std::vector<Option> options() const override { return {{"--undo", ""}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto workspace = pathOf(arguments.positional()[0]);
    const bool differs = !arguments.has("--undo");
    const auto keys = signingKey(workspace, arguments.positional()[1]);
    if (!keys) return fail(output, keys.error());
    for (const PartyKey& key : *keys) {
      const auto told = tellKeyDiffers(workspace, key, differs);
      if (!told) return fail(output, told.error());
      if (!output.json()) output.line(lineOf(key, differs));
    }
    if (output.json()) output.document(toJson(*keys, differs));
    return ExitCode::Fine;
  }

 private:
  static QString lineOf(const PartyKey& key, bool differs) {
    const std::string named =
        std::string(toText(key.role)) + " " + key.id + " " + key.key.key().fingerprint();
    return (differs ? Cli::tr("kept out: %1") : Cli::tr("not compared: %1")).arg(fromStd(named));
  }
  static JsonValue toJson(const std::vector<PartyKey>& keys, bool differs) {
    JsonArray list;
    for (const PartyKey& key : keys) {
      list.emplace_back(JsonObject{{"role", toText(key.role)},
                                   {"party", key.id},
                                   {"vkey", key.key.vkey()},
                                   {"fingerprint", key.key.key().fingerprint()}});
    }
    return JsonObject{{"differs", differs}, {"keys", std::move(list)}};
  }
};

}  // namespace

std::unique_ptr<Command> makeDiffersCommand() {
  return std::make_unique<DiffersCommand>();
}

}  // namespace plumbline::cli
