// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/unaccounted_mass_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::unaccountedMass;

QString period(const FactText& f) {
  return formatPeriod(f.time(fact::from), f.time(fact::until));
}

QString sentence(const FactText& f) {
  return Words::tr("In %1, %2 more went out than came in by the records.")
      .arg(period(f), f.sumWithUncertainty());
}

QString tolerance(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return testTolerance(f.finding(), f.value(fact::p), f.value(fact::alpha), f.value(fact::tests));
}

}  // namespace

extern constinit const RuleWords unexplainedGain{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "More out than in"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "More out than in"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "More went out than came in"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "Intakes are missing from the records."),
               QT_TRANSLATE_NOOP("plumbline::Words", "Rain made piles and loads heavier."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The plant’s scale weighs lighter than the receivers’ scales.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words", "The missing intakes, a stock survey, or a calibration of the scales."),
    .tolerance = tolerance,
    .period = period};

}  // namespace plumbline::words::rules
