// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/totals_facts.h"

#include "ui/words/rules/totals_rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::totals;

QString sentence(const FactText& f) {
  const bool states = f.value(fact::stated) != 0;
  const bool out = f.has(fact::own::out) && f.value(fact::own::out) != 0;
  const QString pattern =
      out ? (states ? Words::tr("%1 states %2 sent in all in %3, but its own lines add up to %4: a difference of %5.")
                    : Words::tr("%1 declares %2 sent in all in %3, but its own lines add up to %4: a difference of %5."))
          : (states ? Words::tr("%1 states %2 received in all in %3, but its own lines add up to %4: a difference of %5.")
                    : Words::tr("%1 declares %2 received in all in %3, but its own lines add up to %4: a difference of %5."));
  return pattern.arg(f.name(fact::own::party), amountOf(f, fact::own::first), periodOfTotals(f),
                     amountOf(f, fact::own::second), amountOf(f, fact::difference));
}

Formula formula(const FactText& f) {
  return {amountOf(f, fact::own::first), Words::tr("in all"), amountOf(f, fact::own::second),
          Words::tr("sum of its lines"),
          quantity(f.value(fact::own::first) - f.value(fact::own::second), f.value(fact::unit)),
          Words::tr("difference")};
}

Sides sides(const FactText&) {
  return {Words::tr("Total and lines of one party"), Words::tr("In all"), Words::tr("Its lines")};
}

}  // namespace

extern constinit const RuleWords ownTotalDiffers{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Own total differs from its lines"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Own total differs from its lines"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln totals are not the sum of their lines"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "Only some partners have to be named in lines."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A line was left out, entered twice or corrected in one place only."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The total counts what moved between own sites.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "A corrected total or the missing lines of %1."),
    .formula = formula,
    .sides = sides};

}  // namespace plumbline::words::rules
