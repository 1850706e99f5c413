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
  /// error is about this row only; it names row, column, found and expected.
  [[nodiscard]] Result<void> apply(const RawRow& row, std::vector<FieldText>& out);
  /// Whose record a row is, where a column says it. Errors: BadValue.
  [[nodiscard]] Result<std::string> partyOf(const RawRow& row) const;
  [[nodiscard]] bool hasPartyColumn() const { return m_partyColumn.has_value(); }
  /// With the rules of its zones for the moments that apply() has met.
  [[nodiscard]] UsedMapping used() const;

 private:
  struct Source {
    ColumnRule rule;
    const Field* field = nullptr;  // null: the unit of the row
    std::size_t column = 0;        // from 0
    std::string heading;
  };
  RowMapper(Mapping mapping, std::size_t columns, bool date1904)
      : m_mapping(std::move(mapping)), m_columns(columns), m_date1904(date1904) {}
  [[nodiscard]] Result<void> addSources(const std::vector<std::string>& headings);
  [[nodiscard]] Result<void> addZones(const std::map<std::string, ZoneRules>& zones);
  [[nodiscard]] Result<void> checkComplete() const;
  [[nodiscard]] Result<void> checkShape(const RawRow& row) const;
  [[nodiscard]] Result<std::string> textOf(const Source& source, const RawRow& row);
  [[nodiscard]] Result<std::string> timeText(const Source& source, const RawCell& cell);
  [[nodiscard]] Result<std::string> measureText(const Source& source, const RawCell& cell,
                                                const RawRow& row);
  [[nodiscard]] Result<Unit> unitOf(const Source& source, std::string_view written,
                                    const RawRow& row) const;
  [[nodiscard]] DecimalMark markOf(const RawCell& cell) const;
  void addMade(const RawRow& row, std::vector<FieldText>& out);

  Mapping m_mapping;
  std::size_t m_columns;
  bool m_date1904;
  std::vector<Source> m_sources;
  std::optional<std::size_t> m_unitColumn;
  std::optional<std::size_t> m_partyColumn;
  std::map<std::string, ZoneRules> m_zones;
  std::optional<std::int64_t> m_firstMs;  // of the moments met, UTC
  std::int64_t m_lastMs = 0;
  std::string m_document;  // of the row before
  std::int64_t m_line = 0;
  std::string m_mark;
  bool m_byVolume = false;  // the mass of this row is a volume times a density
};

}  // namespace plumbline
