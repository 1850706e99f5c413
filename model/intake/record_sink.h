// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a reader of an official, unsigned file puts what it found.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "crypto/json.h"

#include "model/intake/read_counts.h"
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
  Timestamp periodEnd;        // exclusive: first moment after the period
  std::int64_t sequence = 0;  // of the revision: a later one takes the place of an earlier one
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

/// A row that cannot be used: kept beside the records, counted and shown.
struct QuarantinedRow {
  std::optional<Table> table;  // what it would have become, where that is known
  Place where;                 // row and column as the person sees them in the file
  Found value;                 // what stands there
  std::string reason;          // quarantine_reason
  Message expected;            // what should stand there
  std::string raw;             // the row as it is in the file
};

/// Reasons, explained in docs/formats.md. They are part of the results digest.
namespace quarantine_reason {
inline constexpr std::string_view badValue = "bad_value";
inline constexpr std::string_view missing = "missing";
inline constexpr std::string_view duplicate = "duplicate";  // an id that stands twice, or a row that repeats one
inline constexpr std::string_view encoding = "encoding";    // not UTF-8
inline constexpr std::string_view tooLong = "too_long";
inline constexpr std::string_view noDensity = "no_density";  // a volume that no density weighs
inline constexpr std::string_view malformed = "malformed";   // no row of this format
inline constexpr std::string_view unsupported =
    "unsupported";  // a kind, unit or code not known here
}  // namespace quarantine_reason

/// The quarantined row of an error about one row, or nothing where the error is about the file, the
/// store or the program. The error's place names row and column.
[[nodiscard]] std::optional<QuarantinedRow> quarantinedRow(std::optional<Table> table,
                                                           const Error& error, std::string raw);

class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// Before the first record. A file that holds revisions of its own records (corrections,
  /// versions) describes itself again with the next sequence; the records that follow are that
  /// revision's. Errors: Usage where the sequence does not rise.
  [[nodiscard]] virtual Result<void> describe(const UnsignedPublication& publication) = 0;
  /// One record. Values are checked like those of a published table; an error names `where` (the
  /// row of the sheet, its column), so give it as the person sees it in the file. Ids are
  /// unique within a table of the file.
  [[nodiscard]] virtual Result<void> add(Table table, std::span<const NamedText> fields,
                                         const Place& where) = 0;
  [[nodiscard]] virtual Result<void> quarantine(const QuarantinedRow& row) = 0;
  /// Adds a record, or quarantines it where its values are refused; true where it went in.
  [[nodiscard]] Result<bool> addOrQuarantine(Table table, std::span<const NamedText> fields,
                                             const Place& where, std::string_view raw);
  /// A row of a table that this reader alone fills (resources/sql/schema.sql), for figures that the
  /// records have no field for. The publication is added; columns that are not listed are NULL.
  /// Table and columns are literals of the reader, never words of the file.
  [[nodiscard]] virtual Result<void> addExtra(std::string_view table,
                                              std::span<const NamedValue> values);
  /// How the file was read where its bytes do not say so: kept beside it, and given back as
  /// ReadInput::details whenever it is read again.
  virtual void keepDetails(JsonValue) {}
  /// What became of rows that are neither records nor quarantined.
  virtual void tellCounts(const ReadCounts&) {}
};

}  // namespace plumbline
