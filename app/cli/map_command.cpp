// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/import/local_table.h"
#include "model/readers/mapped_reader.h"
#include "model/records/visible_text.h"
#include "model/store/safe_file.h"

#include "ui/words/lists.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

QString listedTables(const std::vector<Table>& tables) {
  QStringList names;
  for (const Table each : tables) names << fromStd(tableInfo(each).name);
  return words::listed(names);
}

std::vector<Table> everyTable() {
  std::vector<Table> tables;
  for (const TableInfo& info : allTables()) tables.push_back(info.table);
  return tables;
}

/// "table: --table names one of receipts, shipments".
QString wordsOfTables(const TableSurvey& survey) {
  const std::vector<Table> fitting = fittingTables(survey.profile);
  return fitting.empty()
             ? Cli::tr("table: no heading says it; --table names one of %1").arg(listedTables(everyTable()))
             : Cli::tr("table: the headings fit %1; --table names one").arg(listedTables(fitting));
}

/// "unit of net_kg (column 4, "Netto"), such as 17,18".
QString wordsOf(const Question& question, const TableSurvey& survey) {
  if (question.kind == QuestionKind::Table) return wordsOfTables(survey);
  QString text = fromStd(toText(question.kind));
  if (!question.field.empty()) text = Cli::tr("%1 of %2").arg(text, fromStd(question.field));
  if (question.column > 0) {
    const auto at = static_cast<std::size_t>(question.column) - 1;
    text = Cli::tr("%1 (column %2, \"%3\")")
               .arg(text, number(question.column), words::text(survey.headings[at]));
  }
  if (question.example.empty()) return text;
  return Cli::tr("%1, such as %2").arg(text, words::text(question.example));
}

JsonValue toJson(const Question& question) {
  return JsonObject{{"kind", toText(question.kind)},
                    {"field", question.field},
                    {"column", question.column},
                    {"example", question.example}};
}

Result<ShapeChoice> choiceOf(const Arguments& arguments) {
  ShapeChoice choice;
  if (const auto name = arguments.value("--encoding")) {
    PLUMBLINE_TRY(encoding, textEncodingFromText(*name));
    choice.encoding = encoding;
  }
  if (const auto text = arguments.value("--delimiter")) {
    const std::string delimiter = *text == "tab" ? "\t" : *text;
    if (delimiter.size() != 1 || std::string(",;|\t").find(delimiter[0]) == std::string::npos) {
      return Error{ErrorCode::Usage,
                   "option --delimiter is not known",
                   {},
                   *text,
                   "a comma, a semicolon, a bar or the word tab"};
    }
    choice.delimiter = delimiter[0];
  }
  choice.sheet = arguments.value("--sheet");
  if (arguments.has("--heading-row")) {
    PLUMBLINE_TRY(row, arguments.integer("--heading-row", 1, 0, 1000));
    choice.headingRow = row;
  }
  return choice;
}

class MapCommand final : public Command {
 public:
  std::string name() const override { return "map"; }
  std::string operands() const override { return "FILE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Proposes a mapping for a table (CSV, TSV, XLSX, ODS) and says what it leaves open.");
  }
  std::vector<Option> options() const override {
    return {{"--table", "NAME"},  {"--party", "ID"},   {"--encoding", "NAME"},
            {"--delimiter", "C"}, {"--sheet", "NAME"}, {"--heading-row", "N"},
            {"--out", "MAP.json"}};
  }

  QString details() const override {
    return Cli::tr("FILE           a text file of rows (CSV, TSV), XLSX or ODS\n"
                   "--table NAME   what a row is: %1\n"
                   "--party ID     whose records these are; else the file's name\n"
                   "--encoding E   utf-8, utf-16le, utf-16be or windows-1252; else as the bytes show\n"
                   "--delimiter C  , ; | or the word tab; else as the first lines show\n"
                   "--sheet NAME   of a spreadsheet; else the first one\n"
                   "--heading-row  the row of the headings, from 1; 0: there are none\n"
                   "--out MAP.json writes the mapping there, and not to stdout\n"
                   "--json         the mapping, the open questions and the counts as one document\n\n"
                   "Each question that is open is a line \"open: ...\" on stderr; the exit code is then 3. "
                   "What else a mapping can say (columns put together, columns that become rows, rows left "
                   "out, codes, words for nothing, repeats) is written into it by hand: docs/mapping.md. "
                   "plumbline-cli import WORKSPACE FILE --map MAP.json --dry-run tries it.")
        .arg(listedTables(everyTable()));
  }

  std::vector<std::string> outputs(const Arguments& arguments) const override {
    return arguments.values("--out");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto choice = choiceOf(arguments);
    if (!choice) return fail(output, choice.error());
    std::optional<Table> table;
    if (const auto name = arguments.value("--table")) {
      table = tableFromName(*name);
      if (!table) {
        return fail(output, {ErrorCode::Usage, "there is no such table", {}, *name,
                             Message("one of %1", listedTables(everyTable()).toStdString())});
      }
    }
    const auto file = pathOf(arguments.positional().front());
    const auto progress = output.progress();
    const auto survey = surveyFile(file, *choice, *progress);
    if (!survey) return fail(output, survey.error());
    const std::string party =
        arguments.value("--party").value_or(partyOfFile(wordOf(file.filename())));
    const Proposal proposal = propose(survey->profile, survey->shape, party, table);
    std::vector<Question> questions = openQuestions(proposal.mapping, survey->profile);
    if (!proposal.tableIsClear) questions.insert(questions.begin(), {QuestionKind::Table});
    if (const auto out = arguments.value("--out")) {
      const auto written = replaceFile(pathOf(*out), mappingFileText(proposal.mapping));
      if (!written) return fail(output, written.error());
    }
    tell(output, *survey, proposal, questions, arguments.has("--out"));
    return questions.empty() ? ExitCode::Fine : ExitCode::NotVerifiable;
  }

 private:
  static void tell(const Output& output, const TableSurvey& survey, const Proposal& proposal,
                   const std::vector<Question>& questions, bool written) {
    if (survey.notes.formulas > 0) {
      output.talk(
          Cli::tr("%n formulas: their last value is used", nullptr, plural(survey.notes.formulas)));
    }
    if (survey.notes.merged > 0) {
      output.talk(Cli::tr("%n merged areas: the value is in the first cell only", nullptr,
                          plural(survey.notes.merged)));
    }
    if (survey.notes.macros) output.talk(Cli::tr("macros are ignored"));
    for (const Question& each : questions)
      output.talk(Cli::tr("open: %1").arg(wordsOf(each, survey)));
    if (!output.json()) {
      if (!written) output.data(mappingFileText(proposal.mapping));
      return;
    }
    JsonArray open;
    for (const Question& each : questions) open.push_back(toJson(each));
    JsonArray tables;
    for (const Table each : fittingTables(survey.profile)) tables.push_back(tableInfo(each).name);
    output.document(JsonObject{{"rows", survey.profile.rows},
                               {"columns", static_cast<std::int64_t>(survey.headings.size())},
                               {"recognised", proposal.recognised},
                               {"tables", std::move(tables)},
                               {"mapping", proposal.mapping.toJson()},
                               {"questions", std::move(open)}});
  }
};

}  // namespace

std::unique_ptr<Command> makeMapCommand() {
  return std::make_unique<MapCommand>();
}

}  // namespace plumbline::cli
