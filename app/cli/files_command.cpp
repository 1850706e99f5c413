// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/evidence_files.h"
#include "model/records/csv_field.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

std::string csvLine(const std::vector<std::string>& fields) {
  QStringList list;
  for (const std::string& field : fields) list << QString::fromStdString(field);
  return csvLineForPeople(list).chopped(1).toStdString();  // whoever prints it ends it
}

/// "table receipts": the reader, or the kind of evidence, and what the rows became.
std::string readAs(const EvidenceFile& file) {
  std::string out = file.reader.empty() ? file.kind : file.reader;
  for (const std::string& table : file.tables) out += " " + table;
  return out;
}

std::string partiesOf(const EvidenceFile& file) {
  std::string out;
  for (const FileParty& each : file.parties) out += (out.empty() ? "" : " ") + each.party;
  return out;
}

/// One word where all publications stand alike.
std::string stateOf(const EvidenceFile& file) {
  std::string out;
  for (const FileParty& each : file.parties) {
    if (out.find(each.state) == std::string::npos) out += (out.empty() ? "" : " ") + each.state;
  }
  return out;
}

std::string lineOf(const EvidenceFile& file) {
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  return csvLine({file.name, number(file.bytes), file.sha256.hex(), readAs(file), partiesOf(file),
                  file.takenBack ? "taken back" : stateOf(file), number(file.rows.read()),
                  number(file.rows.stored), number(file.rows.superseded),
                  number(file.rows.duplicates), number(file.rows.unusable),
                  file.brought ? file.brought->at.text() : "", file.brought ? file.brought->by : ""});
}

class FilesCommand final : public Command {
 public:
  std::string name() const override { return "files"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Lists the files of a workspace: whose each is, as what it was read, what became of its "
        "rows. --history: what was done with them, by whom and when.");
  }
  std::vector<Option> options() const override { return {{"--history", ""}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto workspace = pathOf(arguments.positional().front());
    const auto progress = output.progress();
    return arguments.has("--history") ? history(workspace, output, *progress)
                                      : list(workspace, output, *progress);
  }

 private:
  static ExitCode list(const std::filesystem::path& workspace, Output& output,
                       const Progress& progress) {
    const auto found = evidenceFilesOf(workspace, progress);
    if (!found) return fail(output, found.error());
    if (!output.json()) {
      output.line("name,bytes,sha256,read_as,party,state,rows_read,stored,superseded,duplicates,"
                  "quarantined,brought,by");
      for (const EvidenceFile& file : found->files) output.line(lineOf(file));
      return ExitCode::Fine;
    }
    JsonArray files;
    for (const EvidenceFile& file : found->files) files.push_back(file.toJson());
    output.document(JsonObject{{"evidence_root", found->root.hex()}, {"files", std::move(files)}});
    return ExitCode::Fine;
  }

  static ExitCode history(const std::filesystem::path& workspace, Output& output,
                          const Progress& progress) {
    const auto steps = fileHistoryOf(workspace, progress);
    if (!steps) return fail(output, steps.error());
    JsonArray list;
    if (!output.json()) output.line("at,by,step,name,sha256,details");
    for (const FileStepRow& row : *steps) {
      if (output.json()) {
        list.push_back(JsonObject{{"at", row.stamp.at.text()},
                                  {"by", row.stamp.by},
                                  {"step", toText(row.step)},
                                  {"name", row.name},
                                  {"sha256", row.file.hex()},
                                  {"details", row.details}});
      } else {
        output.line(csvLine({row.stamp.at.text(), row.stamp.by, std::string(toText(row.step)),
                             row.name, row.file.hex(), row.details}));
      }
    }
    if (output.json()) output.document(JsonObject{{"steps", std::move(list)}});
    return ExitCode::Fine;
  }
};

}  // namespace

std::unique_ptr<Command> makeFilesCommand() {
  return std::make_unique<FilesCommand>();
}

}  // namespace plumbline::cli
