// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Published tables with markup and a turned line in every field that holds text of others.

#include <set>

#include <QString>
#include <QStringList>

#include "model/records/tables.h"

namespace plumbline::test {

/// Each is the start of a name, so that it also stands first in a tooltip. No place that is there
/// stands in it: whoever obeys is to fail a test, and not to fill the memory.
inline QStringList markups() {
  return {QStringLiteral("<img src=\"nowhere.png\">"), QStringLiteral("<b>bold</b>"),
          QStringLiteral("<a href=\"nowhere.html\">link</a>")};
}

/// Two stars and two tildes are the small markup of the program itself.
inline QString starredName() {
  return QStringLiteral("**starred** ~~waved~~");
}

inline QString turnedLine() {
  return QStringLiteral("\u202Eevil");
}

inline std::string hostileName(int number) {
  return (markups()[number % 3] + starredName() + turnedLine()).toStdString();
}

inline std::string quotedField(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += c;
    out += c;
  }
  return out + '"';
}

/// Where a word decides what is checked, every second row says one that is known.
inline std::string knownWord(std::string_view field, int row) {
  struct Known {
    std::string_view field;
    const char* word;
  };
  static constexpr Known known[] = {
      {"class", "product"},         {"role", "receiver"},     {"country", "NL"},
      {"metric", "net_zero_waste"}, {"unit", "share"},        {"low_code", "191201"},
      {"operation", "R3"},          {"currency", "EUR"},      {"outcome", "accepted"},
      {"kind", "weighbridge"},      {"hs_code", "4707"},      {"status", "final"},
      {"category", "community"},    {"accuracy_class", "III"}};
  for (const Known& each : known) {
    if (each.field == field && row % 2 == 0) return each.word;
  }
  return {};
}

inline std::string hostileText(Table table, std::string_view field, int row) {
  const std::string word = knownWord(field, row);
  if (!word.empty()) return word;
  if (field == "material") return "<b>x</b>**starred**" + std::to_string(row % 4);
  // Sent and received under one number, so that the two sides are compared.
  if (field == "document_no") return markups()[row % 3].toStdString() + std::to_string(row);
  if (table == Table::Flows && field == "to_node") return "out";
  return hostileName(row);
}

inline std::string hostileValue(const TableInfo& info, const Field& field, int row) {
  const std::string day = std::to_string(10 + row % 18);
  switch (field.type) {
    case FieldType::Id:
      return "<b>x</b>**starred**" + std::to_string(row);
    case FieldType::Text:
      return hostileText(info.table, field.name, row);
    case FieldType::Time:
      if (field.name == "period_start") return "2142-03-01T00:00:00Z";
      if (field.name == "period_end") return "2142-03-31T23:59:59Z";
      // Surveys at both ends, so that there is a balance.
      if (info.table == Table::Stocks)
        return row % 2 == 0 ? "2142-03-01T00:00:00Z" : "2142-03-31T23:00:00Z";
      return "2142-03-" + day +
             (field.name == "received_at" || field.name == "end" || field.name == "certificate_at"
                  ? "T15:00:00Z"
                  : "T09:00:00Z");
    case FieldType::Mass:
      if (field.name == "gross_kg") return "15000";
      if (field.name == "tare_kg") return "6000";
      // Every second load arrives lighter than it left.
      return info.table == Table::Receipts && row % 2 == 1 ? "4000"
             : field.name.ends_with("net_kg")              ? "9000"
                                                           : "20";
    case FieldType::Micro:
      return field.name == "longitude" ? "4.6" : field.name == "latitude" ? "52.1" : "1";
    case FieldType::Flag:
      return row % 2 == 0 ? "true" : "false";
    case FieldType::Money:
    case FieldType::Integer:
      break;
  }
  return "1";
}

/// A table as it is published.
inline std::string hostileTable(Table table, int rows) {
  const TableInfo& info = tableInfo(table);
  std::string text;
  for (const Field& field : info.fields)
    text += (text.empty() ? "" : ",") + std::string(field.name);
  text += '\n';
  for (int row = 0; row < rows; ++row) {
    std::string line;
    for (const Field& field : info.fields) {
      line += (line.empty() ? "" : ",") + quotedField(hostileValue(info, field, row));
    }
    text += line + '\n';
  }
  return text;
}

}  // namespace plumbline::test
