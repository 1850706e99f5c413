// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/totals_facts.h"

#include "ui/words/rules/totals_rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::totals;

/// Of many on one side: nobody of them says so alone.
QString ofMany(const FactText& f) {
  return Words::tr("%1 are declared sent by %2 to %3 in %4, and %5 received: a difference of %6.")
      .arg(amountOf(f, fact::pair::sent), senderOf(f), receiverOf(f), periodOfTotals(f),
           amountOf(f, fact::pair::received), amountOf(f, fact::difference));
}

QString ofTwo(const FactText& f) {
  return (f.value(fact::stated) != 0
              ? Words::tr("%1 states %2 sent to %3 in %4, which states %5 received: a difference of %6.")
              : Words::tr("%1 declares %2 sent to %3 in %4, which declares %5 received: a difference of %6."))
      .arg(senderOf(f), amountOf(f, fact::pair::sent), receiverOf(f), periodOfTotals(f),
           amountOf(f, fact::pair::received), amountOf(f, fact::difference));
}

QString sentence(const FactText& f) {
  const bool many = f.value(fact::pair::sender).empty() || f.value(fact::pair::receiver).empty();
  return (many ? ofMany(f) : ofTwo(f)) + openPart(f);
}

Formula formula(const FactText& f) {
  if (!f.has(fact::pair::sent) || !f.has(fact::pair::received)) return {};
  return {amountOf(f, fact::pair::sent), Words::tr("declared sent"), amountOf(f, fact::pair::received),
          Words::tr("declared received"),
          quantity(f.value(fact::pair::sent) - f.value(fact::pair::received), f.value(fact::unit)),
          Words::tr("difference")};
}

}  // namespace

extern constinit const RuleWords totalsDiffer{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Sender and receiver declare other totals"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Declared totals differ"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln declared totals differ between sender and receiver"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Loads on the way or in stock at the turn of the period."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "One of the two has to report a part only: above a size, of one kind."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Another site of the same firm sent or received it.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The loads behind both totals, from %1 and its partner."),
    .formula = formula,
    .sides = sidesOfTotals};

}  // namespace plumbline::words::rules
