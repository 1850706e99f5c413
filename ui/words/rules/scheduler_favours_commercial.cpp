// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/scheduler_favours_commercial_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::schedulerFavoursCommercial;

QString times(Permille value) {
  return formatThousandths(value.value, 1);
}

/// "3.4 days".
QString exactDays(Days value) {
  return Words::tr("%1 days").arg(formatThousandths(value.thousandths, 1));
}

QString factor(const FactText& f) {
  return QStringLiteral("×\u00A0") + formatFactor(f.value(fact::sooner).value);
}

QString sentence(const FactText& f) {
  const QString sooner =
      strong(Words::tr("%1 times as soon").arg(times(f.value(fact::sooner))), f.markup());
  const QString compared =
      Words::tr(
          "Commercial jobs start %1 as community jobs of like urgency and size on the same line at "
          "the same time (95 %: %2–%3), over %Ln jobs.",
          nullptr, plural(f.value(fact::jobs)))
          .arg(sooner, times(f.value(fact::soonerLow)), times(f.value(fact::soonerHigh)));
  const QString lead =
      Words::tr(
          "In the mean over the first %1 a community job waits %2 longer than like "
          "commercial ones (95 %: %3 to %4).")
          .arg(days(f.value(fact::horizon)), exactDays(f.value(fact::extraWait)),
               exactDays(f.value(fact::extraWaitLow)), exactDays(f.value(fact::extraWaitHigh)));
  const QString start = compared + QLatin1Char(' ') + lead;
  if (!f.has(fact::communityMedian) || !f.has(fact::commercialMedian)) return start;
  // All jobs thrown together may show the opposite (Simpson): community jobs are more urgent.
  const QString medians =
      Words::tr("Half of all community jobs had started after %1, of all commercial ones after %2.")
          .arg(days(f.value(fact::communityMedian)), days(f.value(fact::commercialMedian)));
  const bool opposite =
      f.value(fact::communityMedian).thousandths <= f.value(fact::commercialMedian).thousandths;
  const QString why = Words::tr(
      "That is no contradiction: jobs of one group are more urgent, and only like jobs are "
      "compared.");
  return opposite ? QStringList{start, medians, why}.join(QLatin1Char(' '))
                  : QStringList{start, medians}.join(QLatin1Char(' '));
}

QString shortTitle(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return Words::tr("Commercial jobs start %1 times as soon").arg(times(f.value(fact::sooner)));
}

QString tolerance(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return Words::tr("p = %1 against %2, %Ln permutations, seed %3", nullptr,
                   plural(f.value(fact::permutations)))
      .arg(probability(f.value(fact::p)), probability(f.value(fact::alpha)),
           QString::number(f.value(fact::seed)));
}

constexpr WhyNot reasons[] = {
    {"no_jobs", QT_TRANSLATE_NOOP("plumbline::Words", "The plant published no jobs.")},
    {"too_few_jobs",
     QT_TRANSLATE_NOOP("plumbline::Words", "There are too few jobs to compare waiting times.")},
    {"no_like_jobs",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "No community job and commercial job are alike enough to compare their waits.")},
    {"too_few_permutations",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "The plan allows so few permutations that no answer could be told from chance.")},
    {"another_rule",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Commercial jobs were started sooner, but a rule that knows nothing of "
                       "money explains it, as the smallest or the newest job first.")},
};

}  // namespace

extern constinit const RuleWords schedulerFavoursCommercial{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Waiting times by kind of job"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Commercial jobs start sooner"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Commercial jobs start sooner"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Commercial jobs fit the free lines or open hours better."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Community jobs waited for a permit or for missing material."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The declared rule is not first come, first served.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "The rule by which jobs are started, published before the time it is used."),
    .reasons = reasons,
    .shortTitle = shortTitle,
    .tolerance = tolerance,
    .factor = factor};

}  // namespace plumbline::words::rules
