// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/mapping_words.h"

#include <QCoreApplication>

#include "model/mapping/headings.h"
#include "model/records/visible_text.h"

#include "ui/words/format.h"

namespace plumbline {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Mapping)
};

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
  if (tonnes.isEmpty() || kilograms.isEmpty()) return Texts::tr("the column has no unit.");
  return Texts::tr("%1 read as t gives %2, read as kg %3.")
      .arg(qt(question.example), tonnes, kilograms);
}

QString orderSentence(const Question& question) {
  return Texts::tr(
             "every date of the column can be read both ways, such as %1. Which comes first, the "
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
    if (words.name == name) return Texts::tr(words.text);
  }
  bool ofTable = false;
  for (const Field& field : tableInfo(table).fields) ofTable = ofTable || field.name == name;
  if (name == unitField && !ofTable) return Texts::tr("Unit of each row");
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
      return Texts::tr("year first");
    case DateOrder::DayFirst:
      return Texts::tr("day first");
    case DateOrder::MonthFirst:
      return Texts::tr("month first");
    case DateOrder::Serial:
      break;
  }
  return Texts::tr("day numbers");
}

QString wordsOfDelimiter(char delimiter) {
  switch (delimiter) {
    case ';':
      return Texts::tr("semicolon");
    case '\t':
      return Texts::tr("tab");
    case '|':
      return Texts::tr("bar");
    default:
      return Texts::tr("comma");
  }
}

QString shortQuestion(const Question& question) {
  switch (question.kind) {
    case QuestionKind::Unit:
      return Texts::tr("Is this t or kg?");
    case QuestionKind::Density:
      return Texts::tr("How dense is it?");
    case QuestionKind::DateOrder:
      return Texts::tr("Day or month first?");
    case QuestionKind::Zone:
      return Texts::tr("In which time zone?");
    case QuestionKind::Decimals:
      return Texts::tr("A thousand or one?");
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
      return Texts::tr("**Table:** the headings do not say which table this is.");
    case QuestionKind::Missing:
      return Texts::tr(
                 "**%1:** every record needs it and no column has it. Choose its column, or write "
                 "one word for all rows.")
          .arg(wordsOfField(mapping.table, question.field));
    case QuestionKind::Decimals:
      if (question.example.empty()) {
        return Texts::tr(
            "**Decimals:** some numbers have a decimal point, others a decimal comma.");
      }
      return Texts::tr("**Decimals:** %1 can be more than a thousand or a little more than one.")
          .arg(qt(question.example));
    case QuestionKind::Unit:
      sentence = unitSentence(question, mapping);
      break;
    case QuestionKind::Density:
      sentence = Texts::tr(
          "a volume becomes a mass by a density. How many kg is a cubic metre, and who "
          "says so?");
      break;
    case QuestionKind::DateOrder:
      sentence = orderSentence(question);
      break;
    case QuestionKind::Zone:
      sentence = Texts::tr("%1 is the time of which place?").arg(qt(question.example));
      break;
  }
  return QStringLiteral("**%1:** %2").arg(wordsOfField(mapping.table, question.field), sentence);
}

QString questionName(const Question& question, Table table) {
  const QString field = wordsOfField(table, question.field).toLower();
  switch (question.kind) {
    case QuestionKind::Table:
      return Texts::tr("which table");
    case QuestionKind::Decimals:
      return Texts::tr("decimals");
    case QuestionKind::Unit:
      return Texts::tr("unit of %1").arg(field);
    case QuestionKind::Density:
      return Texts::tr("density of %1").arg(field);
    case QuestionKind::DateOrder:
      return Texts::tr("dates of %1").arg(field);
    case QuestionKind::Zone:
      return Texts::tr("time zone of %1").arg(field);
    case QuestionKind::Missing:
      break;
  }
  return field;
}

}  // namespace plumbline
