// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/uncertainty_not_stated_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::uncertaintyNotStated;

QString sentence(const FactText& f) {
  const QString share = percent(f.value(fact::assumedPpm));
  const std::string what = f.value(fact::what);
  if (what == "scales") {
    return Words::tr(
               "Nobody published how exact the scales are that weighed %1 of %2. The audit reckons "
               "with %3 a load and %4 of all that one scale weighed, so small losses stay unseen.")
        .arg(f.sum(), mass(f.value(fact::of)), formatKilograms(f.value(fact::random)), share);
  }
  const int rows = plural(f.value(fact::rows));
  const QString pattern =
      what == "surveys"
          ? Words::tr(
                "%Ln stock surveys with %1 state no uncertainty. The audit reckons with %2 of "
                "each, so small losses stay unseen.",
                nullptr, rows)
          : Words::tr(
                "%Ln declared losses with %1 state no uncertainty. The audit reckons with %2 "
                "of each, so small losses stay unseen.",
                nullptr, rows);
  return pattern.arg(f.sum(), share);
}

constexpr WhyNot reasons[] = {
    {"uncertainty_not_stated",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some masses come without their uncertainty.")},
};

}  // namespace

extern constinit const RuleWords uncertaintyNotStated{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Uncertainty not stated"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Uncertainty not stated"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Masses come without their uncertainty"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP(
        "plumbline::Words", "The scales are calibrated, but their certificates were not entered.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "The uncertainties from the calibration certificates and survey reports."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
