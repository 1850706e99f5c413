// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "model/statistics/series_file.h"

#include "app/cli/command.h"
#include "app/cli/figures.h"
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

void printAlarm(const Output& output, const char* what, std::optional<Eigen::Index> period) {
  output.line(std::string(what) + (period ? "period " + std::to_string(*period) : "none"));
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
  output.line("alarm above " + figure(answer.pageThreshold) + ", false alarm " +
              figure(file.falseAlarm) + " over all periods");
  printAlarm(output, "loss alarm: ", answer.lossAlarm);
  printAlarm(output, "gain alarm: ", answer.gainAlarm);
  output.line("losses below " + figure(answer.detectableLoss) + " could not be seen with 95 %");
  printDiagnoses(output, answer.diagnoses);
}

class MufCommand final : public Command {
 public:
  std::string name() const override { return "muf"; }
  std::string operands() const override { return "SERIES.json"; }
  std::string summary() const override {
    return "Material unaccounted for over the periods of one balance, and tests for losses.";
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
