// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_format.h"

#include <QCoreApplication>

#include "model/records/quantities.h"
#include "model/records/visible_text.h"

namespace plumbline {

namespace {

QString fromStd(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

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
      {"id", QT_TRANSLATE_NOOP("plumbline::Field", "Id")},
      {"document_no", QT_TRANSLATE_NOOP("plumbline::Field", "Document")},
      {"dispatched_at", QT_TRANSLATE_NOOP("plumbline::Field", "Dispatched (UTC)")},
      {"received_at", QT_TRANSLATE_NOOP("plumbline::Field", "Received (UTC)")},
      {"low_code", QT_TRANSLATE_NOOP("plumbline::Field", "Code")},
      {"hs_code", QT_TRANSLATE_NOOP("plumbline::Field", "HS code")},
      {"u_shared_rel", QT_TRANSLATE_NOOP("plumbline::Field", "Shared error, relative")},
      {"volume_m3", QT_TRANSLATE_NOOP("plumbline::Field", "Volume m³")},
      {"density_min_kg_m3", QT_TRANSLATE_NOOP("plumbline::Field", "Least density kg/m³")},
      {"density_max_kg_m3", QT_TRANSLATE_NOOP("plumbline::Field", "Greatest density kg/m³")},
      {"capacity_t_per_year", QT_TRANSLATE_NOOP("plumbline::Field", "Capacity t a year")},
  };
  for (const Heading& heading : headings) {
    if (key == QLatin1String(heading.name)) return word(heading.words);
  }
  // Published names are plain English with underscores, "loaded_at", "net_kg".
  QString words = key;
  if (words.endsWith(QStringLiteral("_at"))) words.chop(3);
  words.replace(QLatin1Char('_'), QLatin1Char(' '));
  words[0] = words[0].toUpper();
  if (field.type == FieldType::Time) words += QStringLiteral(" (UTC)");
  return words;
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
