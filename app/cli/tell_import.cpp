// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tell_import.h"

#include "model/records/csv_field.h"

#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

std::string_view anewWord(ReadAnew anew) {
  switch (anew) {
    case ReadAnew::Added:
      return "added";
    case ReadAnew::Replaced:
      return "replaced";
    case ReadAnew::No:
      break;
  }
  return "";
}

/// What became of a file that was here already, in one sentence.
void tellAnew(const Output& output, const ImportedFile& file) {
  if (file.anew == ReadAnew::Added) {
    output.line(Cli::tr("%1 was here already. It is read in this way as well.").arg(fromStd(file.name)));
  } else if (file.anew == ReadAnew::Replaced) {
    output.line(Cli::tr("%1 was here already. This reading takes the place of the one before.")
                    .arg(fromStd(file.name)));
  }
}

/// All rows that were read, and what became of them.
QString rowsText(const ImportReport& report) {
  return Cli::tr("%1 read = %2 stored + %3 superseded + %4 duplicates + %5 quarantined")
      .arg(Cli::tr("%n rows", nullptr, plural(report.rowsRead())), number(report.stored()),
           number(report.superseded), number(report.duplicates), number(report.unusable()));
}

/// Rows, cells and values that are neither records nor in the quarantine, one sentence each.
QStringList sentencesOf(const ReadCounts& counts) {
  QStringList sentences;
  const auto tell = [&sentences](std::int64_t count, const QString& sentence) {
    if (count > 0) sentences << sentence;
  };
  tell(counts.leftOut,
       Cli::tr("%n rows are left out, as the mapping says.", nullptr, plural(counts.leftOut)));
  tell(counts.emptyCells, Cli::tr("%n cells that would have become rows are empty.", nullptr,
                                  plural(counts.emptyCells)));
  tell(counts.unread,
       Cli::tr("%n values cannot be read; their rows stay, with a remark.", nullptr, plural(counts.unread)));
  tell(counts.periods, Cli::tr("Of %n times only the period is known; no rule about days uses them.",
                               nullptr, plural(counts.periods)));
  tell(counts.repeated, Cli::tr("%n rows repeat others in what the mapping names.", nullptr,
                                plural(counts.repeated)));
  return sentences;
}

QString microText(std::int64_t micro) {
  return fromStd(formatFixed(micro, 6));
}

/// What the rows of a file add up to, with and without those that repeat others.
QStringList sumSentences(const ReadCounts& counts) {
  QStringList sentences;
  for (const auto& [unit, sum] : counts.sums) {
    if (counts.repeated == 0 || !sum.all || !sum.repeated) continue;
    sentences << Cli::tr("With these the rows add up to %1 %3, without them to %2 %3.")
                     .arg(microText(*sum.all), microText(*sum.all - *sum.repeated), fromStd(unit));
  }
  return sentences;
}

void tellCounts(const Output& output, const ImportedFile& file) {
  for (const QString& each : countSentences(file.counts)) {
    output.line(Cli::tr("%1: %2").arg(fromStd(file.name), each));
  }
}

/// False where much of a file could not be used; told in one sentence.
bool tellMuch(const Output& output, const ImportReport& report) {
  bool allUsed = true;
  for (const ImportedFile& file : report.files) {
    if (!file.lacksMuch()) continue;
    allUsed = false;
    const std::int64_t bad = file.quarantined - file.duplicates;
    output.talk(Cli::tr("%1: %2 of %3 rows cannot be used, which is more than one in twenty: look at the "
                        "quarantine before you use a figure.")
                    .arg(fromStd(file.name), number(bad), number(file.rows + bad)));
  }
  return allUsed;
}

}  // namespace

JsonValue countsJson(const ReadCounts& counts) {
  JsonArray sums;
  for (const auto& [unit, sum] : counts.sums) {
    if (!sum.all || !sum.repeated) continue;
    sums.push_back(JsonObject{{"unit", unit},
                              {"all", formatFixed(*sum.all, 6)},
                              {"without_repeats", formatFixed(*sum.all - *sum.repeated, 6)}});
  }
  return JsonObject{{"left_out", counts.leftOut}, {"empty_cells", counts.emptyCells},
                    {"unread", counts.unread},    {"periods", counts.periods},
                    {"repeated", counts.repeated}, {"sums", std::move(sums)}};
}

namespace {

JsonValue toJson(const ImportReport& report) {
  JsonArray files;
  for (const ImportedFile& file : report.files) {
    files.push_back(JsonObject{{"name", file.name},
                               {"kind", file.kind},
                               {"rows", file.rows},
                               {"quarantined", file.quarantined},
                               {"anew", anewWord(file.anew)},
                               {"counts", countsJson(file.counts)}});
  }
  return JsonObject{{"files", std::move(files)},
                    {"rows", report.rows},
                    {"rows_read", report.rowsRead()},
                    {"stored", report.stored()},
                    {"superseded", report.superseded},
                    {"duplicates", report.duplicates},
                    {"quarantined", report.unusable()},
                    {"already_there", report.alreadyThere},
                    {"problems", problemsJson(report.problems)}};
}

}  // namespace

QStringList countSentences(const ReadCounts& counts) {
  return sentencesOf(counts) + sumSentences(counts);
}

ExitCode tellImport(Output& output, const ImportReport& report) {
  tellProblems(output, report.problems);
  if (output.json()) {
    output.document(toJson(report));
  } else {
    const auto files = static_cast<std::int64_t>(report.files.size());
    output.line(Cli::tr("%1, %2 already there, %3 refused")
                    .arg(Cli::tr("%n files", nullptr, plural(files)), number(report.alreadyThere),
                         number(report.problems.size())));
    output.line(rowsText(report));
    for (const ImportedFile& file : report.files) {
      tellAnew(output, file);
      tellCounts(output, file);
    }
    if (report.files.empty() && report.problems.empty() && report.alreadyThere > 0) {
      output.line(Cli::tr("Nothing changed: the files are here already, and are read in this way."));
    }
  }
  const bool allUsed = tellMuch(output, report);
  if (!report.problems.empty()) return ExitCode::NotVerifiable;
  return allUsed ? ExitCode::Fine : ExitCode::Findings;
}

}  // namespace plumbline::cli
