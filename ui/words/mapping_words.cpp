// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/mapping_words.h"

#include <QCoreApplication>

#include "model/mapping/headings.h"
#include "model/records/visible_text.h"

#include "ui/words/format.h"

namespace plumbline {
namespace {

QString say(const char* text) {
  return QCoreApplication::translate("plumbline::Mapping", text);
}

QString qt(std::string_view text) {
  return visibleLine(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

/// "17,180 kg", or nothing where the example is no number so read.
QString kilogramsOf(const std::string& example, Unit unit, const Mapping& mapping) {
  const auto number =
      plainNumber(splitUnit(example).number, mapping.decimal.value_or(DecimalMark::Point));
  if (!number) return {};
  const auto grams = gramsOf(*number, unit, std::nullopt);
  return grams ? formatKilograms(Mass::grams(*grams)) : QString();
}

QString unitSentence(const Question& question, const Mapping& mapping) {
  const QString tonnes = kilogramsOf(question.example, Unit::Tonne, mapping);
  const QString kilograms = kilogramsOf(question.example, Unit::Kilogram, mapping);
  if (tonnes.isEmpty() || kilograms.isEmpty()) return say("the column has no unit.");
  return say("%1 read as t gives %2, read as kg %3.").arg(qt(question.example), tonnes, kilograms);
}

QString orderSentence(const Question& question) {
  return say("every date of the column can be read both ways, such as %1. Which comes first, the "
             "day or the month?")
      .arg(qt(question.example));
}

}  // namespace

QString wordsOfField(Table table, std::string_view name) {
  struct Words {
    std::string_view name;
    const char* text;
  };
  static constexpr Words known[] = {
      {"document_no", QT_TRANSLATE_NOOP("plumbline::Mapping", "Document number")},
      {"net_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Net mass")},
      {"gross_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Gross mass")},
      {"tare_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Tare")},
      {"mass_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Mass")},
      {"low_code", QT_TRANSLATE_NOOP("plumbline::Mapping", "Waste code")},
      {"hs_code", QT_TRANSLATE_NOOP("plumbline::Mapping", "Commodity code (HS)")},
      {"volume_m3", QT_TRANSLATE_NOOP("plumbline::Mapping", "Volume")},
      {"container_no", QT_TRANSLATE_NOOP("plumbline::Mapping", "Container number")},
      {"operation", QT_TRANSLATE_NOOP("plumbline::Mapping", "Operation (R, D)")},
      {"u_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Uncertainty of the mass")},
      {"scale_interval_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Scale interval")},
      {"max_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Maximum load")},
      {"u_random_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Random uncertainty")},
  };
  for (const Words& words : known) {
    if (words.name == name) return say(words.text);
  }
  bool ofTable = false;
  for (const Field& field : tableInfo(table).fields) ofTable = ofTable || field.name == name;
  if (name == unitField && !ofTable) return say("Unit of each row");
  QString words = qt(name);
  if (words.endsWith(QStringLiteral("_at"))) words.chop(3);
  words.replace(QLatin1Char('_'), QLatin1Char(' '));
  if (!words.isEmpty()) words[0] = words[0].toUpper();
  return words;
}

QString wordsOf(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::Utf8:
      return QStringLiteral("UTF-8");
    case TextEncoding::Utf16Le:
      return QStringLiteral("UTF-16 LE");
    case TextEncoding::Utf16Be:
      return QStringLiteral("UTF-16 BE");
    case TextEncoding::Windows1252:
      break;
  }
  return QStringLiteral("Windows-1252");
}

QString wordsOf(DateOrder order) {
  switch (order) {
    case DateOrder::YearFirst:
      return say("year first");
    case DateOrder::DayFirst:
      return say("day first");
    case DateOrder::MonthFirst:
      return say("month first");
    case DateOrder::Serial:
      break;
  }
  return say("day numbers");
}

QString wordsOfDelimiter(char delimiter) {
  switch (delimiter) {
    case ';':
      return say("semicolon");
    case '\t':
      return say("tab");
    case '|':
      return say("bar");
    default:
      return say("comma");
  }
}

QString shortQuestion(const Question& question) {
  switch (question.kind) {
    case QuestionKind::Unit:
      return say("Is this t or kg?");
    case QuestionKind::Density:
      return say("How dense is it?");
    case QuestionKind::DateOrder:
      return say("Day or month first?");
    case QuestionKind::Zone:
      return say("In which time zone?");
    case QuestionKind::Decimals:
      return say("A thousand or one?");
    case QuestionKind::Table:
    case QuestionKind::Missing:
      break;
  }
  return {};
}

QString longQuestion(const Question& question, const Mapping& mapping) {
  QString sentence;
  switch (question.kind) {
    case QuestionKind::Table:
      return say("**Table:** the headings do not say which table this is.");
    case QuestionKind::Missing:
      return say("**%1:** every record needs it and no column has it. Choose its column, or write "
                 "one word for all rows.")
          .arg(wordsOfField(mapping.table, question.field));
    case QuestionKind::Decimals:
      if (question.example.empty()) {
        return say("**Decimals:** some numbers have a decimal point, others a decimal comma.");
      }
      return say("**Decimals:** %1 can be more than a thousand or a little more than one.")
          .arg(qt(question.example));
    case QuestionKind::Unit:
      sentence = unitSentence(question, mapping);
      break;
    case QuestionKind::Density:
      sentence =
          say("a volume becomes a mass by a density. How many kg is a cubic metre, and who "
              "says so?");
      break;
    case QuestionKind::DateOrder:
      sentence = orderSentence(question);
      break;
    case QuestionKind::Zone:
      sentence = say("%1 is the time of which place?").arg(qt(question.example));
      break;
  }
  return QStringLiteral("**%1:** %2").arg(wordsOfField(mapping.table, question.field), sentence);
}

QString questionName(const Question& question, Table table) {
  const QString field = wordsOfField(table, question.field).toLower();
  switch (question.kind) {
    case QuestionKind::Table:
      return say("which table");
    case QuestionKind::Decimals:
      return say("decimals");
    case QuestionKind::Unit:
      return say("unit of %1").arg(field);
    case QuestionKind::Density:
      return say("density of %1").arg(field);
    case QuestionKind::DateOrder:
      return say("dates of %1").arg(field);
    case QuestionKind::Zone:
      return say("time zone of %1").arg(field);
    case QuestionKind::Missing:
      break;
  }
  return field;
}

}  // namespace plumbline
