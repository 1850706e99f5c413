// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/receiver_habit_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::receiverHabit;

/// One sentence for all loads that a habit explains.
QString sentence(const FactText& f) {
  const auto bold = [&f](const QString& text) { return strong(text, f.markup()); };
  const std::string habit = f.value(fact::habit);
  const QString loads = loadsText(f.value(fact::loads));
  const QString sent = bold(mass(f.value(fact::mass)));
  const QString difference = bold(mass(f.value(fact::difference).abs()));
  if (habit == "drying") {
    return Words::tr(
               "Goods that dry weighed %1 less on arrival, of %2 in %3. So much may be water.")
        .arg(difference, sent, loads);
  }
  const QString size = bold(mass(f.value(fact::size)));
  if (habit == "least") {
    return Words::tr(
               "%1 books no load below %2. That explains %3, of which it says %4 more than "
               "was sent.")
        .arg(f.name(fact::receiver), size, loads, difference);
  }
  return Words::tr("%1 books in steps of %2. That explains %3 that differ, with %4 sent.")
      .arg(f.name(fact::receiver), size, loads, sent);
}

constexpr WhyNot reasons[] = {
    {"receiver_habit",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some masses are what a habit makes of them.")},
};

}  // namespace

extern constinit const RuleWords receiverHabit{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Habit that explains differences"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Habit that explains differences"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Habits explain loads that differ"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A tariff has a least mass."),
               QT_TRANSLATE_NOOP("plumbline::Words", "Masses are written down in round figures."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Paper, compost and fuel lose water on the way.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The tickets of both scales, and the moisture at both ends."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
