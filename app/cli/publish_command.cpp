// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/publish.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

JsonValue toJson(const Published& published) {
  JsonArray tables;
  for (const PublishedTable& table : published.publication.tables) {
    tables.push_back(JsonObject{{"name", table.name},
                                {"rows", table.rows},
                                {"sha256", table.sha256.hex()},
                                {"row_root", table.rowRoot.base64()}});
  }
  return JsonObject{{"party", published.publication.party},
                    {"sequence", published.publication.sequence},
                    {"index", static_cast<std::int64_t>(published.index)},
                    {"envelope", published.envelope.hex()},
                    {"tables", std::move(tables)},
                    {"corrected", published.corrected}};
}

QString sentence(const Published& published) {
  const Publication& publication = published.publication;
  std::int64_t rows = 0;
  for (const PublishedTable& table : publication.tables) rows += table.rows;
  const auto tables = static_cast<std::int64_t>(publication.tables.size());
  return Cli::tr("%1 %2: entry %3, %4, %5, %6 corrected")
      .arg(fromStd(publication.party), number(publication.sequence), number(published.index),
           Cli::tr("%n tables", nullptr, plural(tables)), Cli::tr("%n rows", nullptr, plural(rows)),
           number(published.corrected));
}

class PublishCommand final : public Command {
 public:
  std::string name() const override { return "publish"; }
  std::string operands() const override { return "LOGDIR TABLES"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Checks and signs a folder of tables (shipments.csv or .xlsx, ...) and appends it to a "
        "log.");
  }
  std::vector<Option> options() const override {
    return {{"--key", "FILE.key", false, true},
            passphraseOption(),
            {"--party", "ID", false, true},
            {"--role", "ROLE", false, true},
            {"--name", "NAME", false, true},
            {"--operator", "NAME"},
            {"--from", "DATE", false, true},
            {"--to", "DATE", false, true},
            {"--reason", "TEXT"}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<Published> published = publish(arguments);
    if (!published) return fail(output, published.error());
    for (const auto& [file, notes] : published->sheets) {
      if (notes.formulas > 0) {
        output.talk(Cli::tr("%1: of %n formulas the last values are published", nullptr,
                            plural(notes.formulas))
                        .arg(fromStd(file)));
      }
      if (notes.macros) output.talk(Cli::tr("%1: its macros are left out").arg(fromStd(file)));
    }
    output.talk(Cli::tr("No checkpoint covers entry %1 yet: %2")
                    .arg(number(published->index), QStringLiteral("plumbline-cli log checkpoint")));
    if (output.json()) {
      output.document(toJson(*published));
    } else {
      output.line(sentence(*published));
    }
    return ExitCode::Fine;
  }

 private:
  static Result<Published> publish(const Arguments& arguments) {
    for (const char* option : {"--party", "--role", "--name", "--from", "--to"}) {
      if (arguments.has(option)) continue;
      return Error{ErrorCode::Usage, "publish needs " + std::string(option)};
    }
    PublishRequest request{.log = pathOf(arguments.positional()[0]),
                           .tables = pathOf(arguments.positional()[1]),
                           .party = *arguments.value("--party"),
                           .role = roleFromText(*arguments.value("--role")),
                           .name = *arguments.value("--name"),
                           .operatorName = arguments.value("--operator").value_or(""),
                           .from = *arguments.value("--from"),
                           .to = *arguments.value("--to"),
                           .reason = arguments.value("--reason").value_or("")};
    if (request.role == Role::Unknown) {
      return Error{.code = ErrorCode::Usage,
                   .message = "the role is not known",
                   .found = *arguments.value("--role"),
                   .expected = "plant, carrier, receiver, regulator, citizen or council"};
    }
    PLUMBLINE_TRY(key, readKeyFor(arguments, KeyJob::Party));
    return publishTables(request, key.key);
  }
};

}  // namespace

std::unique_ptr<Command> makePublishCommand() {
  return std::make_unique<PublishCommand>();
}

}  // namespace plumbline::cli
