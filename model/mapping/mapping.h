// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How to read somebody's table: which column means what, in which unit, order and zone. A value
// that is saved, shared, and kept beside the file it was used on, so that the records can be made
// again from the bytes. JSON, docs/importing.md.

#include <map>
#include <optional>

#include "crypto/json.h"

#include "model/containers/text_encoding.h"
#include "model/mapping/number_text.h"
#include "model/mapping/table_shape.h"
#include "model/mapping/units.h"
#include "model/mapping/zone_rules.h"
#include "model/records/tables.h"

namespace plumbline {

/// A column and the field it becomes. Columns that are not listed are not read.
struct ColumnRule {
  std::string heading;      // as in the file; "" where the file has none
  std::int64_t column = 0;  // from 1; tells columns of one heading apart; 0: the heading alone says it
  std::string field;        // of the table; or "unit", "party": says those of each row
  std::optional<Unit> unit = {};
  std::optional<Density> density = {};  // where the unit is one of volume and the field a mass
  std::optional<DateOrder> order = {};
  std::string zone = {};  // IANA name or offset; "" for dates that say it themselves
  /// A plain date that a period ends with is its last day, and not the first one after it.
  bool inclusive = false;
  /// Further columns: put behind the first one, or asked in turn where it is empty.
  enum class More : std::uint8_t { None, And, Or };
  More more = More::None;
  std::vector<ColumnRef> moreColumns = {};
  std::string separator = {};                         // between the columns of And
  std::map<std::string, std::string> codes = {};      // what stands there -> what it means
  bool operator==(const ColumnRule&) const = default;
};

struct Mapping {
  Table table = Table::Receipts;
  std::string party;  // whose records these are: an id as in the signed tables; may be empty where a
                      // column says it
  Role role = Role::Unknown;
  /// Text files.
  std::optional<char> delimiter = {};
  TextEncoding encoding = TextEncoding::Utf8;
  /// Spreadsheets; "" is the first sheet.
  std::string sheet = {};
  std::int64_t headingRow = 1;              // 0: none, columns go by their number
  std::optional<DecimalMark> decimal = {};  // absent: not decided yet
  std::vector<ColumnRule> columns;
  std::map<std::string, std::string> constants = {};  // field -> text of every row
  std::vector<std::string> emptyWords = {};           // of cells that say nothing: "-", "n/a"
  std::vector<RowFilter> filters = {};                // rows stay where all of them hold
  std::optional<Unfold> unfold = {};                  // columns that become rows
  std::vector<ColumnRef> duplicates = {};  // a row that is the same in all of these repeats another
  bool operator==(const Mapping&) const = default;

  [[nodiscard]] const ColumnRule* ruleOf(std::string_view field) const;
  [[nodiscard]] JsonObject toJson() const;
  /// Strict: no unknown member, no unknown word. Errors: Malformed, BadValue, with the member.
  [[nodiscard]] static Result<Mapping> fromJson(const JsonValue& value);
};

/// A mapping as it was used, with the rules of its zones: kept beside the bytes it was used on.
struct UsedMapping {
  Mapping mapping;
  std::map<std::string, ZoneRules> zones = {};

  [[nodiscard]] JsonValue toJson() const;
  /// Strict, as Mapping::fromJson.
  [[nodiscard]] static Result<UsedMapping> fromJson(const JsonValue& value);
};

/// 1 to 64 bytes without control characters, no space at its ends.
[[nodiscard]] bool isPartyId(std::string_view text);
/// True where the bytes begin like a saved mapping.
[[nodiscard]] bool looksLikeMapping(ByteView bytes);
/// Errors: Malformed, BadValue, Unsupported (a later version).
[[nodiscard]] Result<Mapping> parseMappingFile(ByteView bytes);
/// Two-space indented JSON, for a file of its own.
[[nodiscard]] std::string mappingFileText(const Mapping& mapping);

}  // namespace plumbline
