// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_format.h"

#include <QCoreApplication>

#include "model/records/quantities.h"
#include "model/records/visible_text.h"

#include "ui/words/from_std.h"

namespace plumbline {

namespace {

/// Thousands in groups of three, the decimals as they are.
QString grouped(QString number) {
  qsizetype end = number.indexOf(QLatin1Char('.'));
  if (end < 0) end = number.size();
  const qsizetype first = number.startsWith(QLatin1Char('-')) ? 1 : 0;
  for (qsizetype at = end - 3; at > first; at -= 3) number.insert(at, QLatin1Char(','));
  return number;
}

QString timeText(std::int64_t milliseconds) {
  QString text = fromStd(Timestamp::milliseconds(milliseconds).text());
  text.replace(QLatin1Char('T'), QLatin1Char(' '));
  text.chop(1);
  if (text.endsWith(QStringLiteral(":00"))) text.chop(3);
  return text;
}

}  // namespace

QString headingOf(const Field& field) {
  const QString key = fromStd(field.name);
  const auto word = [](const char* text) {
    return QCoreApplication::translate("plumbline::Field", text);
  };
  struct Heading {
    const char* name;
    const char* words;
  };
  static constexpr Heading headings[] = {
      {"accuracy_class", QT_TRANSLATE_NOOP("plumbline::Field", "Accuracy class")},
      {"accuracy_m", QT_TRANSLATE_NOOP("plumbline::Field", "Within m")},
      {"basel_code", QT_TRANSLATE_NOOP("plumbline::Field", "Basel code")},
      {"basis", QT_TRANSLATE_NOOP("plumbline::Field", "Basis")},
      {"boundary", QT_TRANSLATE_NOOP("plumbline::Field", "Boundary")},
      {"calibrated_at", QT_TRANSLATE_NOOP("plumbline::Field", "Calibrated (UTC)")},
      {"calibration", QT_TRANSLATE_NOOP("plumbline::Field", "Calibration")},
      {"calibration_id", QT_TRANSLATE_NOOP("plumbline::Field", "Calibration id")},
      {"cancelled_at", QT_TRANSLATE_NOOP("plumbline::Field", "Cancelled (UTC)")},
      {"capacity_t_per_year", QT_TRANSLATE_NOOP("plumbline::Field", "Capacity t a year")},
      {"carrier", QT_TRANSLATE_NOOP("plumbline::Field", "Carrier")},
      {"category", QT_TRANSLATE_NOOP("plumbline::Field", "Category")},
      {"certificate_at", QT_TRANSLATE_NOOP("plumbline::Field", "Certificate (UTC)")},
      {"class", QT_TRANSLATE_NOOP("plumbline::Field", "Class")},
      {"code", QT_TRANSLATE_NOOP("plumbline::Field", "Code")},
      {"consignee", QT_TRANSLATE_NOOP("plumbline::Field", "Consignee")},
      {"consignor", QT_TRANSLATE_NOOP("plumbline::Field", "Consignor")},
      {"container_no", QT_TRANSLATE_NOOP("plumbline::Field", "Container no")},
      {"cost", QT_TRANSLATE_NOOP("plumbline::Field", "Cost")},
      {"counterparty", QT_TRANSLATE_NOOP("plumbline::Field", "Counterparty")},
      {"country", QT_TRANSLATE_NOOP("plumbline::Field", "Country")},
      {"counts_energy_recovery", QT_TRANSLATE_NOOP("plumbline::Field", "Counts energy recovery")},
      {"counts_unconfirmed_exports", QT_TRANSLATE_NOOP("plumbline::Field", "Counts unconfirmed exports")},
      {"currency", QT_TRANSLATE_NOOP("plumbline::Field", "Currency")},
      {"density_max_kg_m3", QT_TRANSLATE_NOOP("plumbline::Field", "Greatest density kg/m³")},
      {"density_min_kg_m3", QT_TRANSLATE_NOOP("plumbline::Field", "Least density kg/m³")},
      {"device", QT_TRANSLATE_NOOP("plumbline::Field", "Device")},
      {"direction", QT_TRANSLATE_NOOP("plumbline::Field", "Direction")},
      {"dispatched_at", QT_TRANSLATE_NOOP("plumbline::Field", "Dispatched (UTC)")},
      {"distance_km", QT_TRANSLATE_NOOP("plumbline::Field", "Distance km")},
      {"document_no", QT_TRANSLATE_NOOP("plumbline::Field", "Document")},
      {"end", QT_TRANSLATE_NOOP("plumbline::Field", "End (UTC)")},
      {"estimated", QT_TRANSLATE_NOOP("plumbline::Field", "Estimated")},
      {"final_destination", QT_TRANSLATE_NOOP("plumbline::Field", "Final destination")},
      {"finished_at", QT_TRANSLATE_NOOP("plumbline::Field", "Finished (UTC)")},
      {"from_node", QT_TRANSLATE_NOOP("plumbline::Field", "From node")},
      {"from_site", QT_TRANSLATE_NOOP("plumbline::Field", "From site")},
      {"gross_kg", QT_TRANSLATE_NOOP("plumbline::Field", "Gross kg")},
      {"handed_out_at", QT_TRANSLATE_NOOP("plumbline::Field", "Handed out (UTC)")},
      {"hazardous", QT_TRANSLATE_NOOP("plumbline::Field", "Hazardous")},
      {"hs_code", QT_TRANSLATE_NOOP("plumbline::Field", "HS code")},
      {"id", QT_TRANSLATE_NOOP("plumbline::Field", "Id")},
      {"instrument", QT_TRANSLATE_NOOP("plumbline::Field", "Instrument")},
      {"kind", QT_TRANSLATE_NOOP("plumbline::Field", "Kind")},
      {"latitude", QT_TRANSLATE_NOOP("plumbline::Field", "Latitude")},
      {"line", QT_TRANSLATE_NOOP("plumbline::Field", "Line")},
      {"loaded_at", QT_TRANSLATE_NOOP("plumbline::Field", "Loaded (UTC)")},
      {"longitude", QT_TRANSLATE_NOOP("plumbline::Field", "Longitude")},
      {"low_code", QT_TRANSLATE_NOOP("plumbline::Field", "Code")},
      {"mass_kg", QT_TRANSLATE_NOOP("plumbline::Field", "Mass kg")},
      {"material", QT_TRANSLATE_NOOP("plumbline::Field", "Material")},
      {"max_kg", QT_TRANSLATE_NOOP("plumbline::Field", "Max kg")},
      {"method", QT_TRANSLATE_NOOP("plumbline::Field", "Method")},
      {"metric", QT_TRANSLATE_NOOP("plumbline::Field", "Metric")},
      {"name", QT_TRANSLATE_NOOP("plumbline::Field", "Name")},
      {"net_kg", QT_TRANSLATE_NOOP("plumbline::Field", "Net kg")},
      {"node", QT_TRANSLATE_NOOP("plumbline::Field", "Node")},
      {"operation", QT_TRANSLATE_NOOP("plumbline::Field", "Operation")},
      {"outcome", QT_TRANSLATE_NOOP("plumbline::Field", "Outcome")},
      {"period_end", QT_TRANSLATE_NOOP("plumbline::Field", "Period end (UTC)")},
      {"period_start", QT_TRANSLATE_NOOP("plumbline::Field", "Period start (UTC)")},
      {"permitted_codes", QT_TRANSLATE_NOOP("plumbline::Field", "Permitted codes")},
      {"permitted_operations", QT_TRANSLATE_NOOP("plumbline::Field", "Permitted operations")},
      {"pieces", QT_TRANSLATE_NOOP("plumbline::Field", "Pieces")},
      {"quantity", QT_TRANSLATE_NOOP("plumbline::Field", "Quantity")},
      {"received_at", QT_TRANSLATE_NOOP("plumbline::Field", "Received (UTC)")},
      {"receiver", QT_TRANSLATE_NOOP("plumbline::Field", "Receiver")},
      {"requires", QT_TRANSLATE_NOOP("plumbline::Field", "Requires")},
      {"revenue", QT_TRANSLATE_NOOP("plumbline::Field", "Revenue")},
      {"role", QT_TRANSLATE_NOOP("plumbline::Field", "Role")},
      {"scale_interval_kg", QT_TRANSLATE_NOOP("plumbline::Field", "Scale interval kg")},
      {"site", QT_TRANSLATE_NOOP("plumbline::Field", "Site")},
      {"source", QT_TRANSLATE_NOOP("plumbline::Field", "Source")},
      {"start", QT_TRANSLATE_NOOP("plumbline::Field", "Start (UTC)")},
      {"started_at", QT_TRANSLATE_NOOP("plumbline::Field", "Started (UTC)")},
      {"status", QT_TRANSLATE_NOOP("plumbline::Field", "Status")},
      {"submitted_at", QT_TRANSLATE_NOOP("plumbline::Field", "Submitted (UTC)")},
      {"synthetic", QT_TRANSLATE_NOOP("plumbline::Field", "Synthetic")},
      {"tare_kg", QT_TRANSLATE_NOOP("plumbline::Field", "Tare kg")},
      {"text", QT_TRANSLATE_NOOP("plumbline::Field", "Text")},
      {"ticket", QT_TRANSLATE_NOOP("plumbline::Field", "Ticket")},
      {"time", QT_TRANSLATE_NOOP("plumbline::Field", "Time (UTC)")},
      {"to_node", QT_TRANSLATE_NOOP("plumbline::Field", "To node")},
      {"to_site", QT_TRANSLATE_NOOP("plumbline::Field", "To site")},
      {"u_kg", QT_TRANSLATE_NOOP("plumbline::Field", "U kg")},
      {"u_random_kg", QT_TRANSLATE_NOOP("plumbline::Field", "U random kg")},
      {"u_shared_rel", QT_TRANSLATE_NOOP("plumbline::Field", "Shared error, relative")},
      {"unit", QT_TRANSLATE_NOOP("plumbline::Field", "Unit")},
      {"unloaded_at", QT_TRANSLATE_NOOP("plumbline::Field", "Unloaded (UTC)")},
      {"uploaded_at", QT_TRANSLATE_NOOP("plumbline::Field", "Arrived (UTC)")},
      {"urgency", QT_TRANSLATE_NOOP("plumbline::Field", "Urgency")},
      {"value", QT_TRANSLATE_NOOP("plumbline::Field", "Value")},
      {"vehicle", QT_TRANSLATE_NOOP("plumbline::Field", "Vehicle")},
      {"volume_m3", QT_TRANSLATE_NOOP("plumbline::Field", "Volume m³")},
  };
  for (const Heading& heading : headings) {
    if (key == QLatin1String(heading.name)) return word(heading.words);
  }
  return key;  // of a table of tomorrow
}

QString nameOf(Table table) {
  static constexpr const char* names[] = {
      QT_TRANSLATE_NOOP("plumbline::Table", "Materials"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Sites"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Instruments"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Intakes"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Flows"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Stocks"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Shipments"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Hauls"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Receipts"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Jobs"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Claims"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Totals"),
      QT_TRANSLATE_NOOP("plumbline::Table", "Fixes of tracks"),
  };
  static_assert(std::size(names) == tableCount);
  return QCoreApplication::translate("plumbline::Table", names[static_cast<std::size_t>(table)]);
}

bool isNumber(FieldType type) {
  return type == FieldType::Mass || type == FieldType::Money || type == FieldType::Integer ||
         type == FieldType::Micro;
}

QString plainText(const Field& field, const StoredValue& value) {
  return QString::fromStdString(storedValueText(field.type, value));
}

QString displayText(const Field& field, const StoredValue& value) {
  const QString plain = plainText(field, value);
  if (plain.isEmpty()) return QStringLiteral("–");
  const auto* number = std::get_if<std::int64_t>(&value);
  if (number == nullptr) return visibleLine(plain);
  if (field.type == FieldType::Time) return timeText(*number);
  if (field.type == FieldType::Flag) {
    return *number != 0 ? QCoreApplication::translate("plumbline::Field", "yes")
                        : QCoreApplication::translate("plumbline::Field", "no");
  }
  return grouped(plain);
}

}  // namespace plumbline
