// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/loss_over_time_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::lossOverTime;

QString period(const FactText& f) {
  return formatPeriod(f.time(fact::from), f.time(fact::until));
}

QString sentence(const FactText& f) {
  const QString time = period(f);
  if (isInOneMonth(f.time(fact::from), f.time(fact::until))) {
    return f.has(fact::material)
               ? Words::tr("In %1 %2 got lost from the piles of %3, %4 in all.")
                     .arg(time, f.name(fact::material), f.name(fact::party), f.sumWithUncertainty())
               : Words::tr("In %1 mass got lost, %2 in all.").arg(time, f.sumWithUncertainty());
  }
  if (f.has(fact::material)) {
    return Words::tr("In %1 %2 got lost from the piles of %3 month after month, %4 in all.")
        .arg(time, f.name(fact::material), f.name(fact::party), f.sumWithUncertainty());
  }
  return Words::tr("In %1 mass got lost month after month, %2 in all.")
      .arg(time, f.sumWithUncertainty());
}

QString tolerance(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return Words::tr("at most %1 of honest audits have such an alarm")
      .arg(percent(f.value(fact::alpha)));
}

}  // namespace

extern constinit const RuleWords lossOverTime{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Losses over time"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Loss that goes on over time"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Mass is lost over time"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Something evaporates and is not declared as a loss."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A pile grows that no survey measures."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A scale drifted between two calibrations.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "A survey of every pile, a calibration of the scales, or a record of where the mass went."),
    .tolerance = tolerance,
    .period = period};

}  // namespace plumbline::words::rules
