// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/gross_error_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::grossError;

/// Where it is: a scale, a pile, a way.
QString placeOf(const FactText& f) {
  if (f.has(fact::scale))
    return Words::tr("scale %1 of %2").arg(f.name(fact::scale), f.name(fact::party));
  const std::string node = f.value(fact::node);
  if (node == "pile") return Words::tr("the pile of %1").arg(f.name(fact::material));
  if (node == "plant") return f.name(fact::party);
  return f.has(fact::material)
             ? Words::tr("%1 on the way to %2").arg(f.name(fact::material), f.name(fact::party))
             : Words::tr("the loads to %1").arg(f.name(fact::party));
}

QString sentence(const FactText& f) {
  const QString period = formatPeriod(f.time(fact::from), f.time(fact::until));
  const QString fit = Words::tr(
                          "In %1 the sums of the records do not fit together at %Ln places, most "
                          "of all by %2 at %3.",
                          nullptr, plural(f.value(fact::places)))
                          .arg(period, f.sumWithUncertainty(), placeOf(f));
  return fit + QLatin1Char(' ') +
         Words::tr("%Ln explanations fit equally well.", nullptr,
                   plural(f.value(fact::explanations)));
}

QString tolerance(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return testTolerance(f.finding(), f.value(fact::p), f.value(fact::alpha));
}

}  // namespace

extern constinit const RuleWords grossError{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Sums that do not fit together"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Sums that do not fit together"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Sums of records do not fit together"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "A scale was adjusted and its new calibration not published."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Loads dry or lose water on the way, a little each."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "A pile is fed or emptied on a way that no flow records.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "A calibration of the scales at both ends, the carrier’s weigh notes, or a survey by "
        "somebody else: the Balance page says which for each place."),
    .tolerance = tolerance};

}  // namespace plumbline::words::rules
