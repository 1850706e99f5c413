// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of a mapping that say which rows a table really has, before any column means anything:
// columns that become rows, rows that are left out, rows that repeat others. JSON, docs/mapping.md.

#include <string>
#include <vector>

#include "crypto/json.h"

namespace plumbline {

/// A column of the file, by its heading or by its number or by both.
struct ColumnRef {
  std::string heading;      // as in the file; "" where it has none
  std::int64_t column = 0;  // from 1; 0: the heading alone says which
  bool operator==(const ColumnRef&) const = default;
};

/// A row stays where all of its filters hold.
struct RowFilter {
  enum class Kind : std::uint8_t { Is, IsNot, Empty, Filled };
  ColumnRef column;
  Kind kind = Kind::Is;
  std::vector<std::string> texts = {};  // of Is and IsNot: any one of these
  bool operator==(const RowFilter&) const = default;
};

/// Columns that become rows: one row for each of them, with two columns more, in which the name and
/// the value of that column stand.
struct Unfold {
  struct Column {
    ColumnRef column;
    std::string as;  // what stands in the column of names; "" in JSON: the heading
    bool operator==(const Column&) const = default;
  };
  std::vector<Column> columns;
  std::string name;   // heading of the column of names
  std::string value;  // heading of the column of values
  bool operator==(const Unfold&) const = default;
};

/// Text where the heading alone says which, else an object.
[[nodiscard]] JsonValue toJson(const ColumnRef& column);
[[nodiscard]] JsonValue toJson(const RowFilter& filter);
[[nodiscard]] JsonValue toJson(const Unfold& unfold);
/// Strict, as Mapping::fromJson. Errors: Malformed, BadValue, with the member.
[[nodiscard]] Result<std::vector<ColumnRef>> columnRefsOf(const JsonValue& value,
                                                          std::string_view member);
[[nodiscard]] Result<RowFilter> rowFilterOf(const JsonValue& value);
[[nodiscard]] Result<Unfold> unfoldOf(const JsonValue& value);

}  // namespace plumbline
