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
               ? Words::tr("In %1 more %2 left the piles of %3 than came onto them, %4 in all.")
                     .arg(time, f.name(fact::material), f.name(fact::party), f.sumWithUncertainty())
               : Words::tr("In %1 more went out than came in, %2 in all.")
                     .arg(time, f.sumWithUncertainty());
  }
  if (f.has(fact::material)) {
    return Words::tr(
               "In %1 more %2 left the piles of %3 than came onto them month after month, %4 in "
               "all.")
        .arg(time, f.name(fact::material), f.name(fact::party), f.sumWithUncertainty());
  }
  return Words::tr("In %1 more went out than came in month after month, %2 in all.")
      .arg(time, f.sumWithUncertainty());
}

QString tolerance(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return Words::tr("at most %1 of honest audits have such an alarm")
      .arg(percent(f.value(fact::alpha)));
}

}  // namespace

extern constinit const RuleWords gainOverTime{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Gains over time"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Gain that goes on over time"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "More goes out than in over time"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "Some intakes are not entered."),
               QT_TRANSLATE_NOOP("plumbline::Words", "Rain makes piles and loads heavier."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A scale drifted between two calibrations.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "The missing intakes, a survey of every pile, or a calibration of the scales."),
    .tolerance = tolerance,
    .period = period};

}  // namespace plumbline::words::rules
