// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/reference_choice.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"
#include "ui/words/error_words.h"

namespace plumbline::cli {

namespace {

JsonValue toJson(const ReferenceTable& table) {
  return JsonObject{{"table", table.name},
                    {"version", table.version},
                    {"source", table.source},
                    {"rows", static_cast<std::int64_t>(table.rows.size())},
                    {"sha256", table.sha256.hex()},
                    {"own", ReferenceTables::isBuiltIn(table)}};
}

void print(const Output& output, const ReferenceTable& table) {
  const auto rows = static_cast<std::int64_t>(table.rows.size());
  const QString pattern = ReferenceTables::isBuiltIn(table)
                              ? Cli::tr("%1: %2, %3")
                              : Cli::tr("%1: %2, %3, not the program's own");
  output.line(pattern.arg(fromStd(table.name), fromStd(table.version),
                          Cli::tr("%n rows", nullptr, plural(rows))));
  output.line("  " + table.source);
  output.line("  sha256 " + table.sha256.hex());
}

class TablesCommand final : public Command {
 public:
  std::string name() const override { return "tables"; }
  std::string operands() const override { return ""; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Lists the reference tables (codes, densities, prices), or changes those of a "
        "workspace.");
  }
  std::vector<Option> options() const override {
    return {{"--workspace", "PATH"},
            {"--use", "FILE", true},
            {"--own", "NAME", true},
            {"--print", "NAME"}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    if (const auto changed = change(arguments); !changed) return fail(output, changed.error());
    const auto loaded = load(arguments);
    if (!loaded) return fail(output, loaded.error());
    for (const auto& [member, error] : loaded->refused) {
      output.talk(words::errorText(Error(error).in(member)));
    }
    if (const auto name = arguments.value("--print")) return printOne(loaded->tables, *name, output);
    list(loaded->tables, output);
    return loaded->refused.empty() ? ExitCode::Fine : ExitCode::NotVerifiable;
  }

 private:
  static Result<void> change(const Arguments& arguments) {
    const auto workspace = arguments.value("--workspace");
    if (!workspace && (arguments.has("--use") || arguments.has("--own"))) {
      return Error{ErrorCode::Usage, "--use and --own change a workspace; name it by --workspace"};
    }
    for (const std::string& file : arguments.values("--use")) {
      PLUMBLINE_TRY(table, useReference(pathOf(*workspace), pathOf(file)));
    }
    for (const std::string& name : arguments.values("--own")) {
      PLUMBLINE_CHECK(useOwnReference(pathOf(*workspace), name));
    }
    return {};
  }

  static Result<LoadedReference> load(const Arguments& arguments) {
    if (const auto workspace = arguments.value("--workspace")) return referenceOf(pathOf(*workspace));
    return LoadedReference{ReferenceTables::builtIn(), {}};
  }

  static ExitCode printOne(const ReferenceTables& tables, const std::string& name,
                           Output& output) {
    const ReferenceTable* const table = tables.find(name);
    if (table == nullptr) {
      return fail(output,
                  {ErrorCode::Usage, "there is no reference table of this name", {}, name});
    }
    output.data(table->text);
    return ExitCode::Fine;
  }

  static void list(const ReferenceTables& tables, const Output& output) {
    JsonArray all;
    for (const ReferenceTable& table : tables.tables()) {
      if (output.json()) {
        all.push_back(toJson(table));
      } else {
        print(output, table);
      }
    }
    if (output.json()) output.document(JsonObject{{"tables", std::move(all)}});
  }
};

}  // namespace

std::unique_ptr<Command> makeTablesCommand() {
  return std::make_unique<TablesCommand>();
}

}  // namespace plumbline::cli
