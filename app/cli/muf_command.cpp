// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "model/statistics/series_file.h"

#include "app/cli/command.h"
#include "app/cli/figures.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

Result<SeriesFile> readFile(const std::string& word) {
  ScriptInput input;
  PLUMBLINE_TRY(bytes, input.read(word, maxScriptMessageBytes));
  const auto read = [&bytes]() -> Result<SeriesFile> {
    PLUMBLINE_TRY(json, parseJson(bytesOf(bytes)));
    return readSeries(json);
  };
  Result<SeriesFile> file = read();
  if (!file) return std::move(file).error().in(inputName(word));
  return file;
}

QString alarmText(std::optional<Eigen::Index> period) {
  return period ? Cli::tr("period %1").arg(number(*period)) : Cli::tr("none", "no alarm");
}

void print(const Output& output, const SeriesAnswer& answer, const SeriesFile& file) {
  output.line("period\tmuf\tsigma_muf\tcumuf\tsigma_cumuf\tsitmuf\tpage");
  for (Eigen::Index t = 0; t < file.records.periods; ++t) {
    const auto i = static_cast<std::size_t>(t);
    output.line(std::to_string(t) + "\t" + figure(answer.series.muf[t]) + "\t" +
                figure(std::sqrt(answer.series.covariance(t, t))) + "\t" +
                figure(answer.running.cumuf[t]) + "\t" + figure(answer.running.sigma[t]) + "\t" +
                (answer.sitmuf[i] ? figure(*answer.sitmuf[i]) : "-") + "\t" +
                figure(answer.pageLoss[i]));
  }
  output.line(Cli::tr("alarm above %1, false alarm %2 over all periods")
                  .arg(fromStd(figure(answer.pageThreshold)), fromStd(figure(file.falseAlarm))));
  output.line(Cli::tr("loss alarm: %1").arg(alarmText(answer.lossAlarm)));
  output.line(Cli::tr("gain alarm: %1").arg(alarmText(answer.gainAlarm)));
  output.line(Cli::tr("losses below %1 could not be seen with 95 %")
                  .arg(fromStd(figure(answer.detectableLoss))));
  printDiagnoses(output, answer.diagnoses);
}

class MufCommand final : public Command {
 public:
  std::string name() const override { return "muf"; }
  std::string operands() const override { return "SERIES.json"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Material unaccounted for over the periods of one balance, and tests for losses.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<SeriesFile> file = readFile(arguments.positional().front());
    if (!file) return failCheck(output, file.error());
    const SeriesAnswer answer = answerSeries(*file);
    if (output.json()) {
      output.document(toJson(answer, *file));
    } else {
      print(output, answer, *file);
    }
    return ExitCode::Fine;
  }
};

}  // namespace

std::unique_ptr<Command> makeMufCommand() {
  return std::make_unique<MufCommand>();
}

}  // namespace plumbline::cli
