// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which records of a table are wanted, and in which order.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/records/tables.h"

namespace plumbline {

/// Absent, stored integer (grams, milliseconds, hundredths, millionths, count) or text.
using StoredValue = std::variant<std::monostate, std::int64_t, std::string>;
[[nodiscard]] std::string storedValueText(FieldType type, const StoredValue& value);

/// What one field must be. Texts are compared without regard to the case of ASCII letters.
struct StoredFilter {
  enum class Kind {
    Contains,
    NotContains,
    AtLeast,
    Above,
    AtMost,
    Below,
    Between,
    Equals,
    Absent,
  };
  std::size_t field = 0;  // in tableInfo()
  Kind kind = Kind::Contains;
  std::string text;      // Contains, NotContains; Equals of a text field
  std::int64_t low = 0;  // in stored units; Between includes both ends
  std::int64_t high = 0;
  bool operator==(const StoredFilter&) const = default;
};

/// As typed by a person: text contains; "!text" does not; "=text" is; "-" is absent; on numbers
/// and times "12.5", ">12", "<12", ">=12", "<=12", "10..20"; a time may be cut short ("2141-04").
/// Errors: BadValue, which names the column.
[[nodiscard]] Result<StoredFilter> parseStoredFilter(Table table, std::string_view fieldName,
                                                     std::string_view text);

struct StoredQuery {
  Table table = Table::Shipments;
  std::vector<StoredFilter> filters;
  std::vector<std::int64_t> onlyRowids;  // not empty: only these rows
  std::optional<std::size_t> sortField;  // absent: as published
  bool descending = false;
  bool operator==(const StoredQuery&) const = default;
  [[nodiscard]] bool isPlain() const { return filters.empty() && onlyRowids.empty() && !sortField; }
};

}  // namespace plumbline
