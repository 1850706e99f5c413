// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/checks/rule.h"

#include "ui/words/totals_words.h"

#include "app/cli/command.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

/// No party's text may look like another column.
std::string cell(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string quantityOr(const std::optional<std::int64_t>& micro) {
  return micro ? quantityText(*micro) : std::string();
}

std::string lineOf(const TotalsPair& pair) {
  std::string out;
  for (const std::string& each :
       {std::string(toText(pair.result)), std::string(toText(pair.kind)), pair.sender, pair.receiver,
        pair.material, pair.start.dateText(), pair.end.dateText(), pair.unit, quantityOr(pair.sent),
        quantityOr(pair.received), quantityText(pair.gap), std::string(toText(pair.doubt))}) {
    out += (out.empty() ? "" : "\t") + cell(each);
  }
  return out;
}

bool isAboutTotals(const Finding& finding) {
  const Rule* const rule = findRule(finding.rule);
  return rule != nullptr && std::holds_alternative<RunTotalsCheck>(rule->check);
}

class TotalsCommand final : public Command {
 public:
  std::string name() const override { return "totals"; }
  std::string operands() const override { return "WORKSPACE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "Compares the totals that senders and receivers declare, largest gap "
                             "first, one pair a line.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto progress = output.progress();
    const Result<AuditPtr> audit = runAudit(pathOf(arguments.positional().front()), *progress);
    if (!audit) return fail(output, audit.error());
    const TotalsComparison& totals = (*audit)->totals;
    if (output.json()) {
      output.document(totals.toJson());
    } else {
      print(totals, output);
    }
    return exitCode(**audit);
  }

 private:
  static void print(const TotalsComparison& totals, const Output& output) {
    output.line("result\tkind\tsender\treceiver\tmaterial\tstart\tend\tunit\tsent\treceived\tgap\tdoubt");
    for (const TotalsPair* pair : byGap(totals)) output.line(lineOf(*pair));
    output.talk(totals.isEmpty() ? Cli::tr("Nobody declares totals here.")
                                 : words::totalsAnswer(totals).remove(QStringLiteral("**")));
  }

  static ExitCode exitCode(const AuditResult& audit) {
    const auto looks = [](const Finding& finding) {
      return isAboutTotals(finding) && finding.severity != Severity::CannotTell;
    };
    if (std::any_of(audit.findings.begin(), audit.findings.end(), looks)) return ExitCode::Findings;
    return audit.totals.count(TotalsResult::Confirmed) > 0 ? ExitCode::Fine : ExitCode::NotVerifiable;
  }
};

}  // namespace

std::unique_ptr<Command> makeTotalsCommand() {
  return std::make_unique<TotalsCommand>();
}

}  // namespace plumbline::cli
