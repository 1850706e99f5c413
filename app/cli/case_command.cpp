// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/public_case.h"

#include "ui/words/case_words.h"
#include "ui/words/step_stamp.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"
#include "app/cli/tell_import.h"

namespace plumbline::cli {

namespace {

class CaseListCommand final : public Command {
 public:
  std::string name() const override { return "case list"; }
  std::string operands() const override { return ""; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Lists public cases that can be tried, and their files.");
  }
  ExitCode run(const Arguments&, Output& output) const override {
    const auto all = publicCases();
    if (!all) return fail(output, all.error());
    JsonArray list;
    for (const PublicCase& made : *all) {
      const words::CaseWords about = words::caseWords(made.id);
      if (output.json()) {
        JsonArray files;
        for (const CaseFile& file : made.files) files.emplace_back(file.name);
        list.emplace_back(JsonObject{{"id", made.id},
                                     {"title", about.title.toStdString()},
                                     {"where", about.where.toStdString()},
                                     {"files", std::move(files)}});
        continue;
      }
      output.line(made.id + "\t" + about.title.toStdString());
      output.line("  " + made.fileNames());
      output.line("  " + about.where.toStdString());
    }
    if (output.json()) output.document(JsonArray(std::move(list)));
    return ExitCode::Fine;
  }
};

class CaseTryCommand final : public Command {
 public:
  std::string name() const override { return "case try"; }
  std::string operands() const override { return "CASE WORKSPACE FILE..."; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Imports the files of a public case by its own mappings.");
  }
  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    const auto made = publicCase(words[0]);
    if (!made) return fail(output, asUsage(made.error()));
    std::vector<fs::path> files;
    for (std::size_t i = 2; i < words.size(); ++i) files.push_back(pathOf(words[i]));
    ImportOptions options;
    options.stamp = stampNow();
    const auto progress = output.progress();
    const auto report = importCase(pathOf(words[1]), *made, files, options, *progress);
    if (!report) return fail(output, report.error());
    return tellImport(output, *report);
  }

 private:
  static Error asUsage(Error error) {
    if (error.code == ErrorCode::NotFound) error.code = ErrorCode::Usage;
    return error;
  }
};

}  // namespace

std::unique_ptr<Command> makeCaseListCommand() { return std::make_unique<CaseListCommand>(); }
std::unique_ptr<Command> makeCaseTryCommand() { return std::make_unique<CaseTryCommand>(); }

}  // namespace plumbline::cli
