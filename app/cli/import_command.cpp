// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/local_table.h"
#include "model/records/csv_field.h"

#include "ui/words/step_stamp.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"
#include "app/cli/tell_import.h"

#include "ui/words/error_words.h"

namespace plumbline::cli {

namespace {

std::string lineOf(const std::string& file, const QuarantinedRow& row) {
  const auto qt = [](const std::string& text) { return QString::fromStdString(text); };
  const QByteArray line =
      csvLineForPeople({qt(file), QString::number(row.where.row), qt(row.where.column),
                        qt(row.value.text()), qt(row.reason), qt(row.expected.text())});
  return line.chopped(1).toStdString();  // whoever prints it ends it
}

JsonValue toJson(const std::string& file, const QuarantinedRow& row) {
  return JsonObject{{"file", file},       {"row", row.where.row}, {"column", row.where.column},
                    {"value", row.value.text()}, {"reason", row.reason}, {"expected", row.expected.text()}};
}

/// Lists every row that an import could not use, and imports nothing.
ExitCode tryOut(const std::vector<fs::path>& paths, const ImportOptions& options,
                const Output& output, const Progress& progress) {
  JsonArray files;
  JsonArray rows;
  bool allFit = true;
  if (!output.json()) output.line("file,row,column,value,reason,expected");
  for (const fs::path& path : paths) {
    const std::string file = wordOf(path.filename());
    const auto list = [&](const QuarantinedRow& row) {
      if (output.json()) {
        rows.push_back(toJson(file, row));
      } else {
        output.line(lineOf(file, row));
      }
    };
    const auto trial = tryImport(path, options, list, progress);
    if (!trial) {
      output.talk(Cli::tr("refused: %1").arg(words::errorText(trial.error())));
      allFit = false;
      continue;
    }
    allFit = allFit && trial->bad == 0;
    output.talk(Cli::tr("%1: %2, %3")
                    .arg(fromStd(file), Cli::tr("%n rows fit", nullptr, plural(trial->good)),
                         Cli::tr("%n rows do not", nullptr, plural(trial->bad))));
    for (const QString& each : countSentences(trial->counts)) {
      output.talk(Cli::tr("%1: %2").arg(fromStd(file), each));
    }
    files.push_back(JsonObject{{"name", file},
                               {"kind", trial->reader},
                               {"rows", trial->good},
                               {"quarantined", trial->bad},
                               {"counts", countsJson(trial->counts)}});
  }
  if (output.json()) {
    output.document(JsonObject{{"files", std::move(files)}, {"quarantine", std::move(rows)}});
  }
  return allFit ? ExitCode::Fine : ExitCode::NotVerifiable;
}

/// Undoes an import that did not finish.
ExitCode takeBack(const Arguments& arguments, Output& output) {
  const std::string& workspace = arguments.positional().front();
  if (arguments.positional().size() > 1) {
    return fail(output, {ErrorCode::Usage, "--take-back imports nothing; leave the files out"});
  }
  const auto progress = output.progress();
  const auto taken = takeBackImport(pathOf(workspace), *progress);
  if (!taken) return fail(output, taken.error());
  const bool gone = *taken == TakenBack::ToNothing;
  if (output.json()) {
    output.document(JsonObject{{"taken_back", true}, {"workspace_removed", gone}});
  } else {
    output.line(
        gone ? Cli::tr("The import is taken back. It had made the workspace, which is removed.")
             : Cli::tr("The import is taken back. The workspace is as it was before."));
  }
  return ExitCode::Fine;
}

class ImportCommand final : public Command {
 public:
  std::string name() const override { return "import"; }
  std::string operands() const override { return "WORKSPACE [PATH...]"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Imports folders, audit files and official files; makes the workspace if need be. "
        "Without a path it only takes in whom you trust. --take-back undoes one that did not "
        "finish.");
  }
  std::vector<Option> options() const override {
    std::vector<Option> all = trustOptions();
    all.push_back({"--as", "FORMAT"});
    all.push_back({"--layout", "LAYOUT.csv"});
    all.push_back({"--map", "MAP.json"});
    all.push_back({"--sheet", "NAME"});
    all.push_back({"--replace", ""});
    all.push_back({"--dry-run", ""});
    all.push_back({"--take-back", ""});
    return all;
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    std::vector<fs::path> paths;
    for (std::size_t i = 1; i < words.size(); ++i) paths.push_back(pathOf(words[i]));
    if (arguments.has("--take-back")) return takeBack(arguments, output);
    ImportOptions options = importOptions(arguments);
    if (paths.empty() && !options.parties && !options.policy && !options.tsa && !options.word) {
      return fail(output, {ErrorCode::Usage,
                           "there is nothing to import: name files, or whom you trust",
                           {},
                           "no path",
                           "a path, --parties, --policy, --tsa or --on-word-of"});
    }
    options.as = arguments.value("--as");
    if (const auto file = arguments.value("--layout")) {
      if (!options.as) {
        return fail(output, {ErrorCode::Usage, "--layout wants --as, the format it is a layout of"});
      }
      auto layout = readLayoutFile(pathOf(*file));
      if (!layout) return fail(output, layout.error());
      options.layout = std::move(*layout);
    }
    if (const auto file = arguments.value("--map")) {
      const auto mapping = readMappingFile(pathOf(*file));
      if (!mapping) return fail(output, mapping.error());
      Mapping used = *mapping;
      used.sheet = arguments.value("--sheet").value_or(used.sheet);
      for (const fs::path& path : paths) options.mappings.emplace(path, used);
    } else if (arguments.has("--sheet") || arguments.has("--replace")) {
      return fail(output, {ErrorCode::Usage, "--sheet and --replace want --map, the mapping to read by"});
    }
    options.insteadOfAll = arguments.has("--replace");
    options.stamp = stampNow();
    const auto progress = output.progress();
    if (arguments.has("--dry-run")) return tryOut(paths, options, output, *progress);
    const Result<ImportReport> report =
        importInto(pathOf(words.front()), paths, options, *progress);
    if (!report) return fail(output, report.error());
    return tellImport(output, *report);
  }
};

}  // namespace

std::unique_ptr<Command> makeImportCommand() {
  return std::make_unique<ImportCommand>();
}

}  // namespace plumbline::cli
