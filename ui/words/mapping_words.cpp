// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/mapping_words.h"

#include <QCoreApplication>

#include "model/mapping/headings.h"
#include "model/mapping/period_text.h"

#include "ui/words/format.h"

namespace plumbline {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Mapping)
};

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
      .arg(words::text(question.example), tonnes, kilograms);
}

/// "3 2008": a month or a quarter.
bool asksForPeriod(const Question& question) {
  return periodOf(question.example, PeriodKind::Month).has_value();
}

QString orderSentence(const Question& question) {
  if (asksForPeriod(question)) {
    return Texts::tr("every value of the column can be a month or a quarter, such as %1. Which is it?")
        .arg(words::text(question.example));
  }
  return Texts::tr(
             "every date of the column can be read both ways, such as %1. Which comes first, the "
             "day or the month?")
      .arg(words::text(question.example));
}

}  // namespace

QString wordsOfField(Table table, std::string_view name) {
  struct Words {
    std::string_view name;
    const char* text;
  };
  static constexpr Words known[] = {
      {"accuracy_class", QT_TRANSLATE_NOOP("plumbline::Mapping", "Accuracy class")},
      {"accuracy_m", QT_TRANSLATE_NOOP("plumbline::Mapping", "Within m")},
      {"basel_code", QT_TRANSLATE_NOOP("plumbline::Mapping", "Basel code")},
      {"basis", QT_TRANSLATE_NOOP("plumbline::Mapping", "Basis")},
      {"boundary", QT_TRANSLATE_NOOP("plumbline::Mapping", "Boundary")},
      {"calibrated_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Calibrated")},
      {"calibration", QT_TRANSLATE_NOOP("plumbline::Mapping", "Calibration")},
      {"calibration_id", QT_TRANSLATE_NOOP("plumbline::Mapping", "Calibration id")},
      {"cancelled_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Cancelled")},
      {"capacity_t_per_year", QT_TRANSLATE_NOOP("plumbline::Mapping", "Capacity t per year")},
      {"carrier", QT_TRANSLATE_NOOP("plumbline::Mapping", "Carrier")},
      {"category", QT_TRANSLATE_NOOP("plumbline::Mapping", "Category")},
      {"certificate_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Certificate")},
      {"class", QT_TRANSLATE_NOOP("plumbline::Mapping", "Class")},
      {"code", QT_TRANSLATE_NOOP("plumbline::Mapping", "Code")},
      {"consignee", QT_TRANSLATE_NOOP("plumbline::Mapping", "Consignee")},
      {"consignor", QT_TRANSLATE_NOOP("plumbline::Mapping", "Consignor")},
      {"container_no", QT_TRANSLATE_NOOP("plumbline::Mapping", "Container number")},
      {"cost", QT_TRANSLATE_NOOP("plumbline::Mapping", "Cost")},
      {"counterparty", QT_TRANSLATE_NOOP("plumbline::Mapping", "Counterparty")},
      {"country", QT_TRANSLATE_NOOP("plumbline::Mapping", "Country")},
      {"counts_energy_recovery", QT_TRANSLATE_NOOP("plumbline::Mapping", "Counts energy recovery")},
      {"counts_unconfirmed_exports",
       QT_TRANSLATE_NOOP("plumbline::Mapping", "Counts unconfirmed exports")},
      {"currency", QT_TRANSLATE_NOOP("plumbline::Mapping", "Currency")},
      {"density_max_kg_m3", QT_TRANSLATE_NOOP("plumbline::Mapping", "Density max kg m3")},
      {"density_min_kg_m3", QT_TRANSLATE_NOOP("plumbline::Mapping", "Density min kg m3")},
      {"device", QT_TRANSLATE_NOOP("plumbline::Mapping", "Device")},
      {"direction", QT_TRANSLATE_NOOP("plumbline::Mapping", "Direction (in, out)")},
      {"dispatched_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Dispatched")},
      {"distance_km", QT_TRANSLATE_NOOP("plumbline::Mapping", "Distance km")},
      {"document_no", QT_TRANSLATE_NOOP("plumbline::Mapping", "Document number")},
      {"end", QT_TRANSLATE_NOOP("plumbline::Mapping", "End")},
      {"estimated", QT_TRANSLATE_NOOP("plumbline::Mapping", "Estimated")},
      {"final_destination", QT_TRANSLATE_NOOP("plumbline::Mapping", "Final destination")},
      {"finished_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Finished")},
      {"from_node", QT_TRANSLATE_NOOP("plumbline::Mapping", "From node")},
      {"from_site", QT_TRANSLATE_NOOP("plumbline::Mapping", "From site")},
      {"gross_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Gross mass")},
      {"handed_out_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Device handed out")},
      {"hazardous", QT_TRANSLATE_NOOP("plumbline::Mapping", "Hazardous")},
      {"hs_code", QT_TRANSLATE_NOOP("plumbline::Mapping", "Commodity code (HS)")},
      {"id", QT_TRANSLATE_NOOP("plumbline::Mapping", "Id")},
      {"instrument", QT_TRANSLATE_NOOP("plumbline::Mapping", "Instrument")},
      {"kind", QT_TRANSLATE_NOOP("plumbline::Mapping", "Kind")},
      {"latitude", QT_TRANSLATE_NOOP("plumbline::Mapping", "Latitude")},
      {"line", QT_TRANSLATE_NOOP("plumbline::Mapping", "Line")},
      {"loaded_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Loaded")},
      {"longitude", QT_TRANSLATE_NOOP("plumbline::Mapping", "Longitude")},
      {"low_code", QT_TRANSLATE_NOOP("plumbline::Mapping", "Waste code")},
      {"mass_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Mass")},
      {"material", QT_TRANSLATE_NOOP("plumbline::Mapping", "Material")},
      {"max_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Maximum load")},
      {"method", QT_TRANSLATE_NOOP("plumbline::Mapping", "Method")},
      {"metric", QT_TRANSLATE_NOOP("plumbline::Mapping", "Metric")},
      {"name", QT_TRANSLATE_NOOP("plumbline::Mapping", "Name")},
      {"net_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Net mass")},
      {"node", QT_TRANSLATE_NOOP("plumbline::Mapping", "Node")},
      {"operation", QT_TRANSLATE_NOOP("plumbline::Mapping", "Operation (R, D)")},
      {"outcome", QT_TRANSLATE_NOOP("plumbline::Mapping", "Outcome")},
      {"period_end", QT_TRANSLATE_NOOP("plumbline::Mapping", "Period end")},
      {"period_start", QT_TRANSLATE_NOOP("plumbline::Mapping", "Period start")},
      {"permitted_codes", QT_TRANSLATE_NOOP("plumbline::Mapping", "Permitted codes")},
      {"permitted_operations", QT_TRANSLATE_NOOP("plumbline::Mapping", "Permitted operations")},
      {"pieces", QT_TRANSLATE_NOOP("plumbline::Mapping", "Pieces")},
      {"quantity", QT_TRANSLATE_NOOP("plumbline::Mapping", "Quantity")},
      {"received_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Received")},
      {"receiver", QT_TRANSLATE_NOOP("plumbline::Mapping", "Receiver")},
      {"requires", QT_TRANSLATE_NOOP("plumbline::Mapping", "Requires")},
      {"revenue", QT_TRANSLATE_NOOP("plumbline::Mapping", "Revenue")},
      {"role", QT_TRANSLATE_NOOP("plumbline::Mapping", "Role")},
      {"scale_interval_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Scale interval")},
      {"site", QT_TRANSLATE_NOOP("plumbline::Mapping", "Site")},
      {"source", QT_TRANSLATE_NOOP("plumbline::Mapping", "Source")},
      {"start", QT_TRANSLATE_NOOP("plumbline::Mapping", "Start")},
      {"started_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Started")},
      {"status", QT_TRANSLATE_NOOP("plumbline::Mapping", "Status")},
      {"submitted_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Submitted")},
      {"synthetic", QT_TRANSLATE_NOOP("plumbline::Mapping", "Synthetic")},
      {"tare_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Tare")},
      {"text", QT_TRANSLATE_NOOP("plumbline::Mapping", "Text")},
      {"ticket", QT_TRANSLATE_NOOP("plumbline::Mapping", "Ticket")},
      {"time", QT_TRANSLATE_NOOP("plumbline::Mapping", "Time")},
      {"to_node", QT_TRANSLATE_NOOP("plumbline::Mapping", "To node")},
      {"to_site", QT_TRANSLATE_NOOP("plumbline::Mapping", "To site")},
      {"u_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Uncertainty of the mass")},
      {"u_random_kg", QT_TRANSLATE_NOOP("plumbline::Mapping", "Random uncertainty")},
      {"u_shared_rel", QT_TRANSLATE_NOOP("plumbline::Mapping", "U shared rel")},
      {"unloaded_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Unloaded")},
      {"uploaded_at", QT_TRANSLATE_NOOP("plumbline::Mapping", "Arrived")},
      {"urgency", QT_TRANSLATE_NOOP("plumbline::Mapping", "Urgency")},
      {"value", QT_TRANSLATE_NOOP("plumbline::Mapping", "Value")},
      {"vehicle", QT_TRANSLATE_NOOP("plumbline::Mapping", "Vehicle")},
      {"volume_m3", QT_TRANSLATE_NOOP("plumbline::Mapping", "Volume")},
  };
  for (const Words& words : known) {
    if (words.name == name) return Texts::tr(words.text);
  }
  if (name == partyField) return Texts::tr("Whose record (party)");
  // "unit" is of a claim, and of any table whose rows have one each.
  if (name != unitField) return words::text(name);
  return fieldOf(table, name) != nullptr ? Texts::tr("Unit") : Texts::tr("Unit of each row");
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
    case DateOrder::UnixSeconds:
      return Texts::tr("seconds since 1970");
    case DateOrder::UnixMilliseconds:
      return Texts::tr("milliseconds since 1970");
    case DateOrder::Year:
      return Texts::tr("years");
    case DateOrder::Quarter:
      return Texts::tr("quarters");
    case DateOrder::Month:
      return Texts::tr("months");
    case DateOrder::Period:
      return Texts::tr("periods");
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
      return asksForPeriod(question) ? Texts::tr("Month or quarter?") : Texts::tr("Day or month first?");
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
          .arg(words::text(question.example));
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
      sentence = Texts::tr("%1 is the time of which place?").arg(words::text(question.example));
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
