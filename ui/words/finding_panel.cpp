// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Why panel besides its sentence: list row, formula, tolerance, two-sided table.

#include "model/checks/rule.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words {
namespace {

// Of any rule that has them.
constexpr OptionalFact<std::string> shipment{"shipment"};
constexpr OptionalFact<std::string> receipt{"receipt"};
constexpr OptionalFact<std::string> document{"document"};
constexpr OptionalFact<std::string> receiver{"receiver"};

QString plain(const std::optional<std::string>& fact) {
  return text(fact.value_or(std::string()));
}

QString loadTitle(const Finding& finding) {
  const auto sent = shipment.ofAny(finding);
  const QString id = plain(sent ? sent : receipt.ofAny(finding));
  const QString way = sent ? Words::tr("to %1") : Words::tr("at %1");
  return joined(joined(id, formatDate(finding.time)), way.arg(plain(receiver.ofAny(finding))));
}

Sides sidesOf(const Finding& finding) {
  const RuleWords* const words = findRuleWords(finding.rule);
  return words != nullptr && words->sides != nullptr ? words->sides(FactText(finding, Markup::Plain))
                                                     : Sides();
}

QString withoutStop(QString sentence) {
  if (sentence.endsWith(QLatin1Char('.'))) sentence.chop(1);
  return sentence;
}

QString plainRuleTitle(const std::string& rule) {
  const Rule* const known = findRule(rule);
  const QString title = ruleTitle(rule);
  return known ? title.mid(static_cast<qsizetype>(known->number.size()) + 1) : title;
}

struct Label {
  std::string_view field;
  const char* label;
};

constexpr Label labels[] = {
    {"material", QT_TRANSLATE_NOOP("plumbline::Words", "Material")},
    {"low_code", QT_TRANSLATE_NOOP("plumbline::Words", "Waste code")},
    {"operation", QT_TRANSLATE_NOOP("plumbline::Words", "Operation")},
    {"net_kg", QT_TRANSLATE_NOOP("plumbline::Words", "Net mass")},
    {"gross_kg", QT_TRANSLATE_NOOP("plumbline::Words", "Gross mass")},
    {"tare_kg", QT_TRANSLATE_NOOP("plumbline::Words", "Tare")},
    {"mass_kg", QT_TRANSLATE_NOOP("plumbline::Words", "Mass")},
    {"u_kg", QT_TRANSLATE_NOOP("plumbline::Words", "Uncertainty")},
    {"pieces", QT_TRANSLATE_NOOP("plumbline::Words", "Pieces")},
    {"vehicle", QT_TRANSLATE_NOOP("plumbline::Words", "Vehicle")},
    {"document_no", QT_TRANSLATE_NOOP("plumbline::Words", "Document")},
    {"time", QT_TRANSLATE_NOOP("plumbline::Words", "Time (UTC)")},
    {"signed_by", QT_TRANSLATE_NOOP("plumbline::Words", "Signed by")},
    {"consignee", QT_TRANSLATE_NOOP("plumbline::Words", "Consignee")},
    {"consignor", QT_TRANSLATE_NOOP("plumbline::Words", "Consignor")},
    {"outcome", QT_TRANSLATE_NOOP("plumbline::Words", "Outcome")},
    {"dispatched_at", QT_TRANSLATE_NOOP("plumbline::Words", "Sent at (UTC)")},
    {"received_at", QT_TRANSLATE_NOOP("plumbline::Words", "Received at (UTC)")},
    {"exported_before_received", QT_TRANSLATE_NOOP("plumbline::Words", "Received, exported")},
    {"overseas_same_day", QT_TRANSLATE_NOOP("plumbline::Words", "Exported, arrived overseas")},
    {"overseas_before_export", QT_TRANSLATE_NOOP("plumbline::Words", "Exported, arrived overseas")},
    {"back_before_arrival", QT_TRANSLATE_NOOP("plumbline::Words", "Arrived overseas, sent back")},
};

bool isMassField(const std::string& field) {
  return field.ends_with("_kg");
}
bool isTimeField(const std::string& field) {
  return field == "time" || field.ends_with("_at");
}

}  // namespace

QString shortTitle(const Finding& finding) {
  const FactText f(finding, Markup::Plain);
  if (f.has(facts::more))
    return Words::tr("%Ln more, lighter ones", nullptr, plural(f.value(facts::more)));
  if (finding.wouldBe) {
    Finding said = finding;
    said.severity = *finding.wouldBe;
    said.wouldBe.reset();
    return Words::tr("%1: %2").arg(plainRuleTitle(finding.rule), shortTitle(said));
  }
  if (!finding.onWordOf.empty()) {
    Finding said = finding;
    said.onWordOf.clear();
    return shortTitle(said);
  }
  if (finding.severity == Severity::CannotTell) {
    const QString why =
        f.has(facts::reason) ? reasonText(f.value(facts::reason)) : sentence(finding);
    return withoutStop(Words::tr("%1: %2").arg(plainRuleTitle(finding.rule), why));
  }
  const RuleWords* const words = findRuleWords(finding.rule);
  const QString own =
      words != nullptr && words->shortTitle != nullptr ? words->shortTitle(f) : QString();
  if (!own.isEmpty()) return own;
  const QString period = periodOf(finding);
  if (!period.isEmpty()) return joined(period, Words::tr("all materials"));
  if (document.ofAny(finding) && !finding.records.empty()) return loadTitle(finding);
  return withoutStop(sentence(finding).remove(
      Words::tr("Look here: unusual, not an accusation. %1").arg(QString())));
}

QString toleranceText(const Finding& finding) {
  const RuleWords* const words = findRuleWords(finding.rule);
  return words != nullptr && words->tolerance != nullptr
             ? words->tolerance(FactText(finding, Markup::Plain))
             : QString();
}

Formula formula(const Finding& finding) {
  const RuleWords* const words = findRuleWords(finding.rule);
  return words != nullptr && words->formula != nullptr
             ? words->formula(FactText(finding, Markup::Plain))
             : Formula();
}

QString periodOf(const Finding& finding) {
  const RuleWords* const words = findRuleWords(finding.rule);
  return words != nullptr && words->period != nullptr && isWhole(finding)
             ? words->period(FactText(finding, Markup::Plain))
             : QString();
}

QString factorOf(const Finding& finding) {
  const RuleWords* const words = findRuleWords(finding.rule);
  return words != nullptr && words->factor != nullptr && isWhole(finding)
             ? words->factor(FactText(finding, Markup::Plain))
             : QString();
}

QString comparisonTitle(const Finding& finding) {
  const Sides own = sidesOf(finding);
  if (!own.title.isEmpty()) return own.title;
  const auto number = document.ofAny(finding);
  if (number && shipment.ofAny(finding) && receipt.ofAny(finding)) {
    return Words::tr("Both sides, same document %1").arg(text(*number));
  }
  return Words::tr("Both sides");
}

QString leftTitle(const Finding& finding) {
  const Sides own = sidesOf(finding);
  if (!own.left.isEmpty()) return own.left;
  const auto sent = shipment.ofAny(finding);
  return sent ? Words::tr("Plant sent %1").arg(text(*sent)) : Words::tr("Plant sent nothing");
}

QString rightTitle(const Finding& finding) {
  const Sides own = sidesOf(finding);
  if (!own.right.isEmpty()) return own.right;
  const auto got = receipt.ofAny(finding);
  return got ? Words::tr("Receiver got %1").arg(text(*got)) : Words::tr("Nobody signed");
}

QString fieldLabel(const std::string& field) {
  for (const Label& entry : labels) {
    if (entry.field == field) return Words::tr(entry.label);
  }
  QString plain = text(field).replace(QLatin1Char('_'), QLatin1Char(' '));
  if (!plain.isEmpty()) plain[0] = plain[0].toUpper();
  return plain;
}

/// "EcoFibre board (product)": the class as a word.
static QString materialValue(const std::string& value) {
  const auto open = value.rfind(" (");
  if (open == value.npos || !value.ends_with(')')) return text(value);
  const std::string written = value.substr(open + 2, value.size() - open - 3);
  const MaterialClass materialClass = materialClassFromText(written);
  if (materialClass == MaterialClass::Unknown) return text(value);
  const QString word = materialClass == MaterialClass::Secondary
                           ? Words::tr("secondary", "class of a material, behind its name")
                           : className(written);
  return QStringLiteral("%1 (%2)").arg(text(value.substr(0, open)), word);
}

QString fieldValue(const std::string& field, const std::string& value) {
  if (value.empty()) {
    if (field == "low_code") return Words::tr("none, not waste");
    if (field == "signed_by") return Words::tr("nobody");
    return Words::tr("not stated");
  }
  if (isMassField(field)) {
    const auto mass = Mass::fromKilogramText(value);
    if (mass) return formatKilograms(*mass);
  }
  if (isTimeField(field)) {
    const auto time = Timestamp::parse(value);
    if (time) return formatDateTime(*time);
  }
  if (field == "material") return materialValue(value);
  return text(value);
}

QString cellText(const Finding& finding, const Comparison& comparison, bool left) {
  const bool oneSided =
      document.ofAny(finding) && !(left ? shipment : receipt).ofAny(finding);
  if (oneSided) return QStringLiteral("–");
  return fieldValue(comparison.field, left ? comparison.left : comparison.right);
}

QString comparisonWord(const Comparison& comparison) {
  if (comparison.differs) return Words::tr("differs");
  const bool both = !comparison.left.empty() && !comparison.right.empty();
  if (!both || comparison.field == "time" || comparison.field == "signed_by") return {};
  if (comparison.left == comparison.right) return Words::tr("same");
  if (!isMassField(comparison.field)) return {};
  const auto left = Mass::fromKilogramText(comparison.left);
  const auto right = Mass::fromKilogramText(comparison.right);
  if (!left || !right || left->inGrams() < 1000) return {};
  // Rounded up to a tenth of a per cent, so that "within" is true.
  const std::int64_t permille = (*left - *right).abs().inGrams() / (left->inGrams() / 1000) + 1;
  return Words::tr("within %1").arg(percent({permille * 1000}));
}

}  // namespace plumbline::words
