// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/silent_revision_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::silentRevision;

QString sentence(const FactText& f) {
  const QString record = Words::tr("%1 %2", "kind and id of a record")
                             .arg(recordNoun(f.value(fact::table)), f.name(fact::record));
  const std::string field = f.value(fact::field);
  const auto value = [&](const OptionalFact<Mass>& asMass, const Fact<std::string>& asText) {
    if (f.has(asMass)) return f.load(asMass);
    return strong(text(fieldValue(field, f.value(asText)).toStdString(), f.markup()), f.markup());
  };
  return Words::tr("%1 changed %2 later and gave no reason: %3 was %4 and is now %5.")
      .arg(f.name(fact::party), record, fieldLabel(field).toLower(),
           value(fact::oldMass, fact::oldValue), value(fact::newMass, fact::newValue));
}

QString shortTitle(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  QString noun = recordNoun(f.value(fact::table));
  noun[0] = noun[0].toUpper();
  if (!f.has(fact::oldMass)) {
    return Words::tr("%1 %2: %3 changed")
        .arg(noun, f.name(fact::record), fieldLabel(f.value(fact::field)).toLower());
  }
  const Mass old = f.value(fact::oldMass);
  const Mass now = f.value(fact::newMass);
  const QString pattern =
      now < old ? Words::tr("%1 %2 fell from %3 to %4") : Words::tr("%1 %2 rose from %3 to %4");
  return pattern.arg(noun, f.name(fact::record), formatTonnes(old, 2), formatTonnes(now, 2));
}

Formula formula(const FactText& f) {
  if (!f.has(fact::oldMass)) return {};
  const Mass old = f.value(fact::oldMass);
  const Mass now = f.value(fact::newMass);
  const QString first = Words::tr("first published");
  const QString later = Words::tr("published later");
  const QString step = formatKilograms(f.finding().amount);
  if (now > old) {
    return {formatKilograms(now), later, formatKilograms(old), first, step, Words::tr("added")};
  }
  return {formatKilograms(old), first, formatKilograms(now), later, step, Words::tr("taken away")};
}

QString whyNot(const FactText& f) {
  if (f.value(facts::reason) != "unsigned_order") return {};
  return Words::tr(
      "%Ln records stand in more than one unsigned file with other values; nothing says "
      "which file is the later one.",
      nullptr, plural(f.value(fact::records)));
}

Sides sides(const FactText& f) {
  const QString record = isWhole(f.finding()) ? f.name(fact::record) : QString();
  return {Words::tr("Before and after, same record %1").arg(record), Words::tr("First published"),
          Words::tr("Published later")};
}

constexpr WhyNot reasons[] = {
    {"unsigned_order",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Unsigned files do not say which of them is the later one.")},
};

}  // namespace

extern constinit const RuleWords silentRevision{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Changed without a reason"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Changed later without a reason"),
    .many =
        QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln records were changed later without a reason"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "A typing error was put right without saying so."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "An estimate was replaced by the weighed mass.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "A signed reason by %1, with the weighbridge ticket."),
    .reasons = reasons,
    .shortTitle = shortTitle,
    .formula = formula,
    .whyNot = whyNot,
    .sides = sides};

}  // namespace plumbline::words::rules
