// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/simulator.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class SimulateCommand final : public Command {
 public:
  std::string name() const override { return "simulate"; }
  std::string operands() const override { return ""; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Writes the signed publications of a made-up plant, its carriers and receivers.");
  }
  std::vector<Option> options() const override {
    return {{"--out", "DIR", false, true},
            {"--seed", "N"},
            {"--months", "N"},
            {"--loads-per-month", "N"},
            {"--fraud", "KIND=SHARE,..."},
            {"--slips", "KIND=SHARE,..."},
            {"--confound", "KIND[=SIZE],..."}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto out = arguments.value("--out");
    if (!out) return fail(output, {ErrorCode::Usage, "simulate needs --out DIR"});
    const Result<SimulationOptions> options = read(arguments);
    if (!options) return fail(output, options.error());
    const auto progress = output.progress();
    const Result<Truth> truth = simulate(*options, pathOf(*out), *progress);
    if (!truth) return fail(output, truth.error());
    if (output.json()) {
      output.document(truth->toJson());
    } else {
      output.line(*out);
    }
    return ExitCode::Fine;
  }

 private:
  static Result<SimulationOptions> read(const Arguments& arguments) {
    SimulationOptions options;
    PLUMBLINE_TRY(seed, arguments.integer("--seed", 1, 0, 1'000'000'000));
    PLUMBLINE_TRY(months, arguments.integer("--months", options.months, 1, 120));
    PLUMBLINE_TRY(loads, arguments.integer("--loads-per-month", options.loadsPerMonth, 10, 100'000));
    options.seed = static_cast<std::uint64_t>(seed);
    options.months = static_cast<int>(months);
    options.loadsPerMonth = static_cast<int>(loads);
    if (const auto text = arguments.value("--fraud")) {
      PLUMBLINE_TRY(fraud, parseFraudDoses(*text));
      options.fraud = fraud;
    }
    if (const auto text = arguments.value("--slips")) {
      PLUMBLINE_TRY(slips, parseClericalDoses(*text));
      options.clerical = slips;
    }
    if (const auto text = arguments.value("--confound")) {
      PLUMBLINE_TRY(confounders, parseConfounders(*text));
      options.confounders = confounders;
    }
    return options;
  }
};

}  // namespace

std::unique_ptr<Command> makeSimulateCommand() { return std::make_unique<SimulateCommand>(); }

}  // namespace plumbline::cli
