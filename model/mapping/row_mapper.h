// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One row of somebody's table, by a mapping, as the published text of a record, or the reason why
// it cannot be one.

#include "model/mapping/mapping.h"

namespace plumbline {

struct FieldText {
  std::string_view field;  // of the table: a literal
  std::string text;        // as in a published CSV; never empty
};

/// What a row says beyond the fields of its record (source_remarks).
struct RowRemark {
  std::string_view kind;
  std::string text;  // "Operation: recycling", as it stands in the file
};
/// A value of an optional field that cannot be read; the record goes without it.
inline constexpr std::string_view unreadRemark = "unread";
/// A moment of the record of which only the period is known: the field holds the first moment of it.
inline constexpr std::string_view periodRemark = "period";

class RowMapper {
 public:
  /// `headings`: of the file, "" where a column has none. `zones`: as kept beside the file; those
  /// of this machine where absent. Errors: MissingColumn (the file lacks a column of the mapping,
  /// or the mapping a field that every record needs), Usage (a question of the mapping is open),
  /// BadValue (a zone that nobody knows).
  [[nodiscard]] static Result<RowMapper> create(const Mapping& mapping,
                                                const std::vector<std::string>& headings,
                                                bool date1904,
                                                const std::map<std::string, ZoneRules>& zones = {});
  /// Behind the number of a row that has no id of its own, so that two files never name one record.
  void markRows(std::string mark) { m_mark = std::move(mark); }
  /// Rows in their order: a record without a line of its own counts the lines of its document. An
  /// error is about this row only; it names row, column, found and expected. `part`: the number of the
  /// column that became this row (RowShape), 0 where none did.
  [[nodiscard]] Result<void> apply(const RawRow& row, std::vector<FieldText>& out,
                                   std::int64_t part = 0);
  /// The same for a row that is no line of its document.
  [[nodiscard]] Result<void> applyAside(const RawRow& row, std::vector<FieldText>& out,
                                        std::int64_t part = 0);
  /// Of the row that apply() read last.
  [[nodiscard]] const std::vector<RowRemark>& remarks() const { return m_remarks; }
  /// Whose record a row is, where a column says it. Errors: BadValue.
  [[nodiscard]] Result<std::string> partyOf(const RawRow& row) const;
  [[nodiscard]] bool hasPartyColumn() const { return m_party.has_value(); }
  /// With the rules of its zones for the moments that apply() has met.
  [[nodiscard]] UsedMapping used() const;

 private:
  struct Source {
    ColumnRule rule;
    const Field* field = nullptr;      // null: the unit or the party of the row
    std::vector<std::size_t> columns;  // from 0; the first is the rule's own
    std::string heading;
  };
  RowMapper(Mapping mapping, std::size_t columns, bool date1904)
      : m_mapping(std::move(mapping)), m_columns(columns), m_date1904(date1904) {}
  [[nodiscard]] Result<void> addSources(const std::vector<std::string>& headings);
  [[nodiscard]] Result<void> addZones(const std::map<std::string, ZoneRules>& zones);
  [[nodiscard]] Result<void> addConstants();
  [[nodiscard]] Result<void> checkComplete() const;
  /// What stands in the columns of a source; `joined` holds its text where it stands in no single one.
  [[nodiscard]] RawCell cellOf(const Source& source, const RawRow& row, std::string& joined) const;
  [[nodiscard]] Result<std::string> textOf(const Source& source, const RawCell& cell,
                                           const RawRow& row);
  [[nodiscard]] Result<std::string> timeText(const Source& source, const RawCell& cell);
  [[nodiscard]] Result<std::string> measureText(const Source& source, const RawCell& cell,
                                                const RawRow& row);
  [[nodiscard]] Result<Unit> unitOf(const Source& source, std::string_view written,
                                    const RawRow& row) const;
  [[nodiscard]] Result<void> addField(const Source& source, const RawRow& row,
                                      std::vector<FieldText>& out);
  [[nodiscard]] DecimalMark markOf(const RawCell& cell) const;
  [[nodiscard]] bool isEmptyWord(std::string_view text) const;
  void addMade(const RawRow& row, std::int64_t part, std::vector<FieldText>& out);
  [[nodiscard]] Result<void> addOwnUnit(std::vector<FieldText>& out) const;
  void countLine(std::vector<FieldText>& out);

  Mapping m_mapping;
  std::size_t m_columns;
  bool m_date1904;
  std::vector<Source> m_sources;
  std::optional<Source> m_unit;
  std::optional<Source> m_party;
  std::vector<FieldText> m_constants;
  std::vector<RowRemark> m_remarks;
  std::map<std::string, ZoneRules> m_zones;
  std::optional<std::int64_t> m_firstMs;  // of the moments met, UTC
  std::int64_t m_lastMs = 0;
  std::string m_document;  // of the row before
  std::int64_t m_line = 0;
  std::string m_mark;
  std::string m_written;  // the unit behind the quantity of this row
  bool m_byVolume = false;  // the mass of this row is a volume times a density
};

}  // namespace plumbline
