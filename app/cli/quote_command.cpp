// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Proof files out of a workspace: a record quoted, and what the workspace can prove against a log.
#include "model/audit/proofs.h"
#include "model/store/safe_file.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class QuoteCommand final : public Command {
 public:
  std::string name() const override { return "quote"; }
  std::string operands() const override { return "WORKSPACE RECORD OUT.plumbproof"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Writes one record with all that shows who published it, as a file of its own.");
  }
  std::vector<Option> options() const override { return {{"--table", "NAME"}, {"--party", "ID"}}; }
  std::vector<std::string> outputs(const Arguments& arguments) const override {
    return {arguments.positional()[2]};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<std::size_t> bytes = write(arguments, output);
    if (!bytes) return fail(output, bytes.error());
    const std::string& file = arguments.positional()[2];
    if (output.json()) {
      output.document(JsonObject{{"proof", file}, {"bytes", *bytes}});
    } else {
      output.line(file);
    }
    return ExitCode::Fine;
  }

 private:
  static Result<std::size_t> write(const Arguments& arguments, Output& output) {
    const auto& words = arguments.positional();
    QuoteRequest request{words[1], std::nullopt, arguments.value("--party").value_or("")};
    if (const auto name = arguments.value("--table")) {
      request.table = tableFromName(*name);
      if (!request.table) return Error{ErrorCode::Usage, "there is no such table", {}, *name};
    }
    const auto progress = output.progress();
    PLUMBLINE_TRY(proof, quoteRecord(pathOf(words[0]), request, *progress));
    const std::string bytes = formatProofFile(proof);
    PLUMBLINE_CHECK(replaceFile(pathOf(words[2]), bytes));
    return bytes.size();
  }
};

class PlumbproofExportCommand final : public Command {
 public:
  std::string name() const override { return "plumbproof export"; }
  std::string operands() const override { return "WORKSPACE FOLDER"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Writes what proves misconduct to anybody: two histories, revoked keys, keys of two "
        "jobs.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto progress = output.progress();
    const auto found = findMisconduct(pathOf(arguments.positional()[0]), *progress);
    if (!found) return fail(output, found.error());
    JsonArray list;
    for (std::size_t i = 0; i < found->size(); ++i) {
      const Misconduct& one = (*found)[i];
      const std::string file =
          std::to_string(i + 1) + "-" + std::string(toText(one.kind)) + ".plumbproof";
      const auto written =
          replaceFile(pathOf(arguments.positional()[1]) / file, formatProofFile(one.proof));
      if (!written) return fail(output, written.error());
      if (!output.json()) output.line(file + " " + one.origin);
      list.push_back(JsonObject{
          {"file", file}, {"kind", toText(one.kind)}, {"log", one.origin}, {"party", one.party}});
    }
    if (output.json()) output.document(JsonObject{{"proofs", std::move(list)}});
    if (found->empty())
      output.talk(Cli::tr("There is nothing that the evidence proves against a log."));
    return found->empty() ? ExitCode::Fine : ExitCode::Findings;
  }
};

}  // namespace

std::unique_ptr<Command> makeQuoteCommand() {
  return std::make_unique<QuoteCommand>();
}
std::unique_ptr<Command> makePlumbproofExportCommand() {
  return std::make_unique<PlumbproofExportCommand>();
}

}  // namespace plumbline::cli
