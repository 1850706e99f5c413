// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/too_good_closure_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::tooGoodClosure;

QString period(const FactText& f) {
  return formatPeriod(f.time(fact::from), f.time(fact::until));
}

QString sentence(const FactText& f) {
  return Words::tr(
             "In %1 the masses sent and received agree better than honest errors would let them, "
             "even if these were a third smaller than stated.")
      .arg(period(f));
}

QString tolerance(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return testTolerance(f.finding(), f.value(fact::p), f.value(fact::alpha));
}

}  // namespace

extern constinit const RuleWords tooGoodClosure{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Figures that fit too well"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Figures that fit too well"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Figures fit together too well"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The stated uncertainties are larger than the real errors."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "One side’s masses were copied from the other’s.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words", "The weighbridge tickets of both sides, as the scales printed them."),
    .tolerance = tolerance,
    .period = period};

}  // namespace plumbline::words::rules
