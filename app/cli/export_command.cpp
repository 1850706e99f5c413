// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/export_tables.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class ExportCommand final : public Command {
 public:
  std::string name() const override { return "export"; }
  std::string operands() const override { return "WORKSPACE FOLDER"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Writes the current records as CSV, a file a table and party; import reads them back. "
        "Every "
        "byte is kept: a spreadsheet would compute a field that looks like a formula.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto progress = output.progress();
    const auto tables = exportTables(pathOf(arguments.positional()[0]),
                                     pathOf(arguments.positional()[1]), *progress);
    if (!tables) return fail(output, tables.error());
    JsonArray list;
    for (const ExportedTable& table : *tables) {
      if (output.json()) {
        list.push_back(JsonObject{{"file", table.file},
                                  {"table", table.table},
                                  {"party", table.party},
                                  {"rows", table.rows}});
      } else {
        output.line(Cli::tr("%1: %2 of %3")
                        .arg(fromStd(table.file), Cli::tr("%n rows", nullptr, plural(table.rows)),
                             fromStd(table.party)));
      }
    }
    if (output.json()) output.document(JsonObject{{"tables", std::move(list)}});
    return ExitCode::Fine;
  }
};

}  // namespace

std::unique_ptr<Command> makeExportCommand() {
  return std::make_unique<ExportCommand>();
}

}  // namespace plumbline::cli
