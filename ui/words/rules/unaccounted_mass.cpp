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
  return Words::tr(
             "In %1, %2 came in that no record says anything about: not as sent, not as lost, "
             "not as stock.")
      .arg(period(f), f.sumWithUncertainty());
}

QString tolerance(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return testTolerance(f.finding(), f.value(fact::p), f.value(fact::alpha), f.value(fact::tests));
}

Formula formula(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  const Mass open = f.value(fact::open);
  return {
      mass(f.value(fact::unaccounted)),
      Words::tr("unaccounted for"),
      mass(f.value(fact::missing) + open),
      open > Mass() ? Words::tr("receipt missing, or its way open") : Words::tr("receipt missing"),
      mass(f.finding().amount, f.finding().uncertainty),
      Words::tr("without any record")};
}

QString whyNot(const FactText& f) {
  const std::string reason = f.value(facts::reason);
  const auto bold = [&f](Mass value) { return strong(mass(value), f.markup()); };
  if (reason == "small_losses_unseen") {
    return Words::tr(
               "A loss below %1 over the whole time would have been missed more than once in 20 "
               "times.")
        .arg(bold(f.value(fact::detectable)));
  }
  if (reason == "open_ends") {
    return Words::tr(
               "%1 are without a record, but %2 were refused, sent back or flowed to a place that "
               "is not known as a loss: nobody can tell where they are.")
        .arg(bold(f.value(fact::unaccounted)), bold(f.value(fact::open)));
  }
  if (reason == "water_on_the_way") {
    return Words::tr(
               "%1 are without a record, but goods that dry lost up to %2 on the way or in loads "
               "that were refused: nobody can tell whether it is more than water.")
        .arg(bold(f.value(fact::unaccounted)), bold(f.value(fact::open)));
  }
  return {};
}

constexpr WhyNot reasons[] = {
    {"small_losses_unseen",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The records are not exact enough to see a material loss.")},
    {"open_ends", QT_TRANSLATE_NOOP("plumbline::Words",
                                    "What is missing may be in loads that were refused or sent "
                                    "back, or in flows to a place nobody knows.")},
    {"water_on_the_way",
     QT_TRANSLATE_NOOP("plumbline::Words", "What is missing may be water that dried on the way.")},
};

}  // namespace

extern constinit const RuleWords unaccountedMass{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Mass unaccounted for"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Mass without any record"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Mass left without any record"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Water evaporated and was not declared as a loss."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A stock survey missed a pile."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The plant’s scale weighs heavier than the receivers’ scales.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "A record of where the mass went, a stock survey, or a calibration of the scales."),
    .reasons = reasons,
    .tolerance = tolerance,
    .formula = formula,
    .whyNot = whyNot,
    .period = period};

}  // namespace plumbline::words::rules
