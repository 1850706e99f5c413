// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a reader of an official, unsigned file puts what it found.

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "model/records/quantities.h"
#include "model/records/tables.h"

namespace plumbline {

/// Whose file this is. An official file has no signature: its publication is 'unsigned', and every
/// page says so.
struct UnsignedPublication {
  std::string party;  // "ecosphere-north": as in the signed records, so that the two are compared
  Role role = Role::Unknown;
  std::string name;
  std::string operatorName;
  Timestamp periodStart;
  Timestamp periodEnd;  // exclusive: first moment after the period
};

/// A field by its published name ("net_kg") and its text as in the published CSV. Fields that are
/// not listed, and empty texts, are absent.
struct NamedText {
  std::string_view field;
  std::string_view text;
};

/// A column of a reader's own table and its value.
struct NamedValue {
  std::string_view column;
  std::variant<std::int64_t, std::string_view> value;
};

class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// Once, before the first record. Errors: Usage when it is called twice.
  [[nodiscard]] virtual Result<void> describe(const UnsignedPublication& publication) = 0;
  /// One record. Values are checked like those of a published table; an error names `where` (the
  /// row of the sheet, its column), so give it as the person sees it in the file. Ids are
  /// unique within a table of the file.
  [[nodiscard]] virtual Result<void> add(Table table, std::span<const NamedText> fields,
                                         const Place& where) = 0;
  /// A row of a table that this reader alone fills (resources/sql/schema.sql), for figures that the
  /// records have no field for. The publication is added; columns that are not listed are NULL.
  /// Table and columns are literals of the reader, never words of the file.
  [[nodiscard]] virtual Result<void> addExtra(std::string_view table,
                                              std::span<const NamedValue> values);
};

}  // namespace plumbline
