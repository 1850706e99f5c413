// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables a party can publish (docs/file-format.md, "Tables"): one field list drives reading,
// storing, writing and showing. The SQL schema (resources/sql/schema.sql) has one column a field;
// a test compares the two.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace plumbline {

enum class Table : std::uint8_t {
  Materials, Sites, Instruments, Intakes, Flows, Stocks, Shipments, Hauls, Receipts, Jobs, Claims, Totals, Fixes,
};
inline constexpr std::size_t tableCount = 13;

/// How the text of a field becomes a stored value.
enum class FieldType : std::uint8_t {
  Id,       // 1 to 64 printable characters, unique within the table of a publication
  Text,     // UTF-8, at most 1,000 bytes
  Time,     // RFC 3339 -> UTC milliseconds
  Mass,     // decimal kilograms, 0 <= m <= 10,000,000 t -> grams
  Money,    // decimal, two decimals -> hundredths
  Integer,  // whole number
  Micro,    // other decimal -> millionths (degrees, m3, kg/m3, relative uncertainty, t per year)
  Flag,     // true or false -> 1 or 0
};

struct Field {
  std::string_view name;    // in the published CSV: "net_kg"
  std::string_view column;  // in the workspace: "net_g"
  FieldType type;
  bool required = false;
};

struct TableInfo {
  Table table;
  std::string_view name;  // "shipments": in the publication and in the workspace
  std::span<const Field> fields;
  std::string_view timeField = {};  // when a record happened; empty where records have no date
};

[[nodiscard]] const TableInfo& tableInfo(Table table);
/// The field of this name; nullptr where the table has none.
[[nodiscard]] const Field* fieldOf(Table table, std::string_view name);
[[nodiscard]] std::span<const TableInfo> allTables();
[[nodiscard]] std::optional<Table> tableFromName(std::string_view name);

}  // namespace plumbline
