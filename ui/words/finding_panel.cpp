// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Why panel besides its sentence: list row, formula, tolerance, two-sided table.

#include "model/books/error_sum.h"

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

QString joined(const QString& first, const QString& second) {
  return second.isEmpty() ? first : Words::tr("%1, %2", "parts of a list row").arg(first, second);
}

QString loadTitle(const Finding& finding) {
  const FactText f(finding, Markup::Plain);
  const QString id = f.has("shipment") ? f.name("shipment") : f.name("receipt");
  const QString start = joined(id, formatDate(finding.time));
  if (finding.rule == "missing_receipt") {
    return joined(start,
                  Words::tr("%1 without receipt").arg(days(finding.facts.get<Days>("days"))));
  }
  const QString way = f.has("shipment") ? Words::tr("to %1").arg(f.name("receiver"))
                                        : Words::tr("at %1").arg(f.name("receiver"));
  return joined(start, way);
}

QString revisionTitle(const Finding& finding) {
  const FactText f(finding, Markup::Plain);
  QString noun = recordNoun(finding.facts.get<std::string>("table"));
  noun[0] = noun[0].toUpper();
  if (!f.has("old_mass")) {
    return Words::tr("%1 %2: %3 changed")
        .arg(noun, f.name("record"), fieldLabel(finding.facts.get<std::string>("field")).toLower());
  }
  const Mass old = finding.facts.get<Mass>("old_mass");
  const Mass now = finding.facts.get<Mass>("new_mass");
  const QString pattern =
      now < old ? Words::tr("%1 %2 fell from %3 to %4") : Words::tr("%1 %2 rose from %3 to %4");
  return pattern.arg(noun, f.name("record"), formatTonnes(old, 2), formatTonnes(now, 2));
}

QString withoutStop(QString sentence) {
  if (sentence.endsWith(QLatin1Char('.'))) sentence.chop(1);
  return sentence;
}

QString plainRuleTitle(const std::string& rule) {
  const Rule* known = findRule(rule);
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
  if (f.has("more")) return Words::tr("%1 more, lighter ones").arg(f.count("more"));
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
        f.has("reason") ? reasonText(finding.facts.get<std::string>("reason")) : sentence(finding);
    return withoutStop(Words::tr("%1: %2").arg(plainRuleTitle(finding.rule), why));
  }
  if (finding.rule == "silent_revision") return revisionTitle(finding);
  if (f.has("from")) {
    return joined(formatPeriod(f.time("from"), f.time("until")), Words::tr("all materials"));
  }
  if (f.has("document") && !finding.records.empty()) return loadTitle(finding);
  if (finding.rule == "scheduler_favours_commercial") {
    return Words::tr("Commercial jobs start %1 times as soon")
        .arg(formatThousandths(finding.facts.get<Permille>("sooner").value, 1));
  }
  return withoutStop(sentence(finding).remove(
      Words::tr("Look here: unusual, not an accusation. %1").arg(QString())));
}

QString toleranceText(const Finding& finding) {
  const Facts& facts = finding.facts;
  if (finding.rule == "missing_receipt" && facts.find("deadline") != nullptr) {
    return Words::tr("%1 after sending, as of %2")
        .arg(days(facts.get<Days>("deadline")), formatDate(facts.get<Timestamp>("as_of")));
  }
  if (facts.find("weight_millibits") != nullptr) return linkWeights(facts);
  if (finding.rule == "material_changed") {
    return Words::tr("none: the material is another one, whatever its mass");
  }
  if (facts.find("permutations") != nullptr) {
    return Words::tr("p = %1 against %2, %3 permutations, seed %4")
        .arg(probability(facts.get<Ppm>("p")), probability(facts.get<Ppm>("alpha")),
             formatCount(facts.get<std::int64_t>("permutations")),
             QString::number(facts.get<std::int64_t>("seed")));
  }
  if (facts.find("alpha") != nullptr && finding.severity == Severity::Look) {
    const QString p =
        Words::tr("p = %1 against %2")
            .arg(probability(facts.get<Ppm>("p")), probability(facts.get<Ppm>("alpha")));
    // One test of the whole time has nothing to be corrected for.
    const std::int64_t tests =
        facts.find("tests") != nullptr ? facts.get<std::int64_t>("tests") : 1;
    return tests > 1 ? Words::tr("%1, corrected for all %2 months").arg(p, formatCount(tests)) : p;
  }
  if (facts.find("alpha") != nullptr) {
    return Words::tr("p = %1 against %2, corrected for the whole time, all months and all claims")
        .arg(probability(facts.get<Ppm>("p")), probability(facts.get<Ppm>("alpha")));
  }
  if (facts.find("tolerance_ppm") == nullptr) return {};
  const Mass allowed = facts.get<Mass>("tolerance");
  if (allowed <= Mass()) {
    return Words::tr("%1 of bulk mass").arg(percent(facts.get<Ppm>("tolerance_ppm")));
  }
  // A small load is allowed what the two scales may be off.
  const std::int64_t share =
      facts.get<Mass>("sent").inGrams() / 1000 * facts.get<Ppm>("tolerance_ppm").value / 1000;
  const QString start =
      facts.find("sent") != nullptr && allowed.inGrams() > share + 1000
          ? Words::tr("the error of both scales, here %1").arg(formatKilograms(allowed))
          : Words::tr("%1 of bulk mass, here %2")
                .arg(percent(facts.get<Ppm>("tolerance_ppm")), formatKilograms(allowed));
  // "Exceeded 10 times": the amount is ten times what is allowed.
  const std::int64_t tenths = scaled(finding.amount.inGrams(), 10, allowed.inGrams());
  const QString factor =
      tenths % 10 == 0 ? formatCount(tenths / 10) : formatThousandths(tenths * 100, 1);
  return Words::tr("%1: exceeded %2 times").arg(start, factor);
}

Formula formula(const Finding& finding) {
  const Facts& facts = finding.facts;
  const auto load = [&facts](const char* name) { return formatKilograms(facts.get<Mass>(name)); };
  if (finding.rule == "material_changed" && facts.find("sent") != nullptr) {
    const QString sent = className(facts.get<std::string>("sent_as"));
    return {load("sent"),
            Words::tr("sent as %1").arg(sent),
            load("received_as_useful"),
            Words::tr("received as %1").arg(sent),
            formatKilograms(finding.amount),
            Words::tr("not confirmed")};
  }
  if (finding.rule == "mass_difference" && facts.find("pieces") == nullptr &&
      facts.find("sent") != nullptr) {
    const Mass gap = facts.get<Mass>("sent") - facts.get<Mass>("received");
    return {load("sent"),         Words::tr("sent"),
            load("received"),     Words::tr("received"),
            formatKilograms(gap), gap < Mass() ? Words::tr("too much") : Words::tr("missing")};
  }
  if (facts.find("weight_millibits") != nullptr) return linkFormula(facts);
  if (finding.rule == "silent_revision" && facts.find("old_mass") != nullptr) {
    if (facts.get<Mass>("new_mass") > facts.get<Mass>("old_mass")) {
      return {load("new_mass"),
              Words::tr("published later"),
              load("old_mass"),
              Words::tr("first published"),
              formatKilograms(finding.amount),
              Words::tr("added")};
    }
    return {load("old_mass"),
            Words::tr("first published"),
            load("new_mass"),
            Words::tr("published later"),
            formatKilograms(finding.amount),
            Words::tr("taken away")};
  }
  if (finding.rule == "unaccounted_mass" && facts.find("missing") != nullptr) {
    const Mass open = facts.get<Mass>("open");
    return {mass(facts.get<Mass>("unaccounted")),
            Words::tr("unaccounted for"),
            mass(facts.get<Mass>("missing") + open),
            open > Mass() ? Words::tr("receipt missing, or its way open")
                          : Words::tr("receipt missing"),
            mass(finding.amount, finding.uncertainty),
            Words::tr("without any record")};
  }
  return {};
}

QString comparisonTitle(const Finding& finding) {
  const FactText f(finding, Markup::Plain);
  if (finding.rule == "silent_revision") {
    return Words::tr("Before and after, same record %1").arg(f.name("record"));
  }
  if (f.has("document") && f.has("shipment") && f.has("receipt") &&
      finding.rule != "document_number_differs" && finding.rule != "ambiguous_link") {
    return Words::tr("Both sides, same document %1").arg(f.name("document"));
  }
  return Words::tr("Both sides");
}

QString leftTitle(const Finding& finding) {
  const FactText f(finding, Markup::Plain);
  if (finding.rule == "silent_revision") return Words::tr("First published");
  return f.has("shipment") ? Words::tr("Plant sent %1").arg(f.name("shipment"))
                           : Words::tr("Plant sent nothing");
}

QString rightTitle(const Finding& finding) {
  const FactText f(finding, Markup::Plain);
  if (finding.rule == "silent_revision") return Words::tr("Published later");
  return f.has("receipt") ? Words::tr("Receiver got %1").arg(f.name("receipt"))
                          : Words::tr("Nobody signed");
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
  const bool oneSided = finding.facts.find("document") != nullptr &&
                        finding.facts.find(left ? "shipment" : "receipt") == nullptr;
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
