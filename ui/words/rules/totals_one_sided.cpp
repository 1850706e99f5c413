// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/totals_facts.h"

#include "ui/words/rules/totals_rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::totals;

QString said(const FactText& f) {
  const bool states = f.value(fact::stated) != 0;
  if (f.has(fact::pair::sent)) {
    return (states ? Words::tr("%1 states %2 sent to %3 in %4; %3 published its totals of that time and "
                               "names nothing from there.")
                   : Words::tr("%1 declares %2 sent to %3 in %4; %3 published its totals of that time and "
                               "names nothing from there."))
        .arg(senderOf(f), amountOf(f, fact::difference), receiverOf(f), periodOfTotals(f));
  }
  return (states ? Words::tr("%1 states %2 received from %3 in %4; %3 published its totals of that time "
                             "and names nothing sent there.")
                 : Words::tr("%1 declares %2 received from %3 in %4; %3 published its totals of that time "
                             "and names nothing sent there."))
      .arg(receiverOf(f), amountOf(f, fact::difference), senderOf(f), periodOfTotals(f));
}

QString sentence(const FactText& f) {
  const QString unnamed =
      f.has(fact::pair::unnamed)
          ? QLatin1Char(' ') + Words::tr("It has rows without a partner that are large enough to be these.")
          : QString();
  return said(f) + unnamed + openPart(f);
}

constexpr WhyNot reasons[] = {
    {"totals_one_sided",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some totals are declared by one side, and rows of the other name nobody.")},
};

}  // namespace

extern constinit const RuleWords totalsOneSided{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Total declared by one side only"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Total declared by one side only"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln totals are declared by one side only"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The other has to report a part only: above a size, of one kind."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The other knows the partner by another name, or by that of a broker."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "It went to another site, or was on the way at the turn of the period.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The loads behind the total, and what %1 books them as."),
    .reasons = reasons,
    .sides = sidesOfTotals};

}  // namespace plumbline::words::rules
