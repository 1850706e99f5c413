// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/totals_facts.h"

#include "ui/words/rules/totals_rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::totals;

QString sentence(const FactText& f) {
  const QString pattern =
      f.value(fact::stated) != 0
          ? Words::tr("%1 states %2 sent and %3 received in %4, %5 more out than in, and no stock figures.")
          : Words::tr("%1 declares %2 sent and %3 received in %4, %5 more out than in, and no stock figures.");
  QString said = pattern.arg(f.name(fact::own::party), amountOf(f, fact::own::second),
                             amountOf(f, fact::own::first), periodOfTotals(f), amountOf(f, fact::difference));
  if (f.has(fact::own::part)) {
    said += QLatin1Char(' ') + Words::tr("What came in is declared for a part of that time only.");
  }
  return said;
}

Formula formula(const FactText& f) {
  return {amountOf(f, fact::own::second), Words::tr("declared out"), amountOf(f, fact::own::first),
          Words::tr("declared in"), amountOf(f, fact::difference), Words::tr("more out than in")};
}

constexpr WhyNot reasons[] = {
    {"output_above_input",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some declare what came in for a part of the time only.")},
};

}  // namespace

extern constinit const RuleWords outputAboveInput{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "More declared out than in"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "More declared out than in"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln declare more out than in"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "Stock of an earlier time left."),
               QT_TRANSLATE_NOOP("plumbline::Words", "Only a part of what comes in has to be reported."),
               QT_TRANSLATE_NOOP("plumbline::Words", "What passes through without treatment is counted on one side only.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "Stock figures of %1 at both ends of the time."),
    .reasons = reasons,
    .formula = formula};

}  // namespace plumbline::words::rules
