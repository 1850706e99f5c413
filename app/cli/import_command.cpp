// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"

namespace plumbline::cli {

namespace {

JsonValue toJson(const ImportReport& report) {
  JsonArray files;
  for (const ImportedFile& file : report.files) {
    files.push_back(JsonObject{{"name", file.name},
                               {"kind", file.kind},
                               {"rows", file.rows},
                               {"quarantined", file.quarantined}});
  }
  return JsonObject{{"files", std::move(files)},
                    {"rows", report.rows},
                    {"quarantined", report.quarantined},
                    {"already_there", report.alreadyThere},
                    {"problems", problemsJson(report.problems)}};
}

class ImportCommand final : public Command {
 public:
  std::string name() const override { return "import"; }
  std::string operands() const override { return "WORKSPACE PATH..."; }
  std::string summary() const override {
    return "Imports folders, audit files and official files; makes the workspace if need be.";
  }
  std::vector<Option> options() const override {
    std::vector<Option> all = trustOptions();
    all.push_back({"--as", "FORMAT"});
    return all;
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    std::vector<fs::path> paths;
    for (std::size_t i = 1; i < words.size(); ++i) paths.push_back(pathOf(words[i]));
    ImportOptions options = importOptions(arguments);
    options.as = arguments.value("--as");
    const auto progress = output.progress();
    const Result<ImportReport> report =
        importInto(pathOf(words.front()), paths, options, *progress);
    if (!report) return fail(output, report.error());
    tellProblems(output, report->problems);
    if (output.json()) {
      output.document(toJson(*report));
    } else {
      output.line(std::to_string(report->files.size()) + " files, " + std::to_string(report->rows) +
                  " rows, " + std::to_string(report->alreadyThere) + " already there, " +
                  std::to_string(report->problems.size()) + " refused");
      if (report->quarantined > 0) {
        output.line(std::to_string(report->quarantined) + " rows in quarantine");
      }
    }
    return report->problems.empty() ? ExitCode::Fine : ExitCode::NotVerifiable;
  }
};

}  // namespace

std::unique_ptr<Command> makeImportCommand() {
  return std::make_unique<ImportCommand>();
}

}  // namespace plumbline::cli
