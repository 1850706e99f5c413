// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/balance_tests.h"
#include "model/decisions/enter_claim.h"
#include "model/records/decimal.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class ClaimSetCommand final : public Command {
 public:
  std::string name() const override { return "claim set"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Asks the records about a claim that you read somewhere; it decides nothing.");
  }
  std::vector<Option> options() const override {
    return {{"--party", "ID", false, true},
            {"--metric", "residual_waste|useful_mass|diversion_rate", false, true},
            {"--value", "N", false, true},
            {"--unit", "UNIT", false, true},
            {"--from", "YYYY-MM-DD", false, true},
            {"--to", "YYYY-MM-DD", false, true},
            {"--source", "TEXT", false, true},
            {"--text", "TEXT"}};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto claim = claimOf(arguments);
    if (!claim) {
      Error error = claim.error();
      error.code = ErrorCode::Usage;  // nothing was looked at yet
      return fail(output, error);
    }
    const auto done = enterClaim(pathOf(arguments.positional().front()), *claim);
    if (!done) return fail(output, done.error());
    if (output.json()) {
      output.document(JsonObject{{"party", claim->party},
                                 {"metric", claim->metric},
                                 {"start", claim->start.text()},
                                 {"end", claim->end.text()}});
    } else {
      output.line(Cli::tr("entered a claim of %1, from %2")
                      .arg(fromStd(claim->party), fromStd(claim->start.dateText())));
    }
    return ExitCode::Fine;
  }

 private:
  static Result<EnteredClaim> claimOf(const Arguments& arguments) {
    for (const char* option :
         {"--party", "--metric", "--value", "--unit", "--from", "--to", "--source"}) {
      if (arguments.has(option)) continue;
      return Error{ErrorCode::Usage, "the option " + std::string(option) + " is missing"};
    }
    PLUMBLINE_TRY(start, Timestamp::parse(*arguments.value("--from")));
    PLUMBLINE_TRY(last, Timestamp::parse(*arguments.value("--to")));
    PLUMBLINE_TRY(value, parseFixed(*arguments.value("--value"), 6));
    EnteredClaim claim;
    claim.party = *arguments.value("--party");
    claim.metric = *arguments.value("--metric");
    claim.start = start;
    claim.end = endOfClaim(last);  // the whole of its last day
    claim.valueMicro = value;
    claim.unit = *arguments.value("--unit");
    claim.text = arguments.value("--text").value_or(std::string());
    claim.source = *arguments.value("--source");
    PLUMBLINE_CHECK(checkEnteredClaim(claim));
    return claim;
  }
};

class ClaimClearCommand final : public Command {
 public:
  std::string name() const override { return "claim clear"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli", "Takes all claims away that you entered.");
  }
  std::vector<Option> options() const override { return {}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto done = clearEnteredClaims(pathOf(arguments.positional().front()));
    if (!done) return fail(output, done.error());
    if (output.json()) {
      output.document(JsonObject{{"cleared", true}});
    } else {
      output.line(Cli::tr("no claim is entered"));
    }
    return ExitCode::Fine;
  }
};

}  // namespace

std::unique_ptr<Command> makeClaimSetCommand() {
  return std::make_unique<ClaimSetCommand>();
}

std::unique_ptr<Command> makeClaimClearCommand() {
  return std::make_unique<ClaimClearCommand>();
}

}  // namespace plumbline::cli
