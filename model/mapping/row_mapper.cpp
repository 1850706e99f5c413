// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/row_mapper.h"

#include <algorithm>

#include "model/mapping/codes.h"
#include "model/mapping/headings.h"
#include "model/records/field_value.h"
#include "model/records/volume_mass.h"

namespace plumbline {
namespace {

constexpr int microDecimals = 6;

bool isMeasure(const Field& field) {
  return field.type == FieldType::Mass || field.name == "volume_m3";
}

Message cellsText(std::size_t count) {
  return count == 1 ? Message("1 cell") : Message("%1 cells", count);
}

/// A plain number with at most six decimals, the rest rounded: a spreadsheet writes seventeen
/// digits.
std::string roundedToMicro(std::string number) {
  const std::size_t point = number.find('.');
  if (point == std::string::npos || number.size() - point - 1 <= microDecimals) return number;
  const bool up = number[point + 1 + microDecimals] >= '5';
  number.resize(point + 1 + microDecimals);
  const auto micro = parseFixed(number, microDecimals);
  if (!micro) return number;
  const std::int64_t step = number.front() == '-' ? -1 : 1;
  return formatFixed(up ? *micro + step : *micro, microDecimals);
}

Error badText(std::string_view text, Message message, Message expected) {
  return {ErrorCode::BadValue,
          std::move(message),
          {},
          "\"" + std::string(text.substr(0, 80)) + "\"",
          std::move(expected)};
}

/// `clean`: codes are brought into one form; those of Plumbline's own tables stay as they were.
Result<std::string> plainText(const RawCell& cell, const Field& field, bool clean) {
  if (cell.text.find(replacementCharacter) != std::string_view::npos) {
    return badText(cell.text, "the text is not in the file's encoding", "another encoding");
  }
  const auto control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') ||
           c == 0x7f;
  };
  if (std::any_of(cell.text.begin(), cell.text.end(), control)) {
    return badText({}, "the text holds a control character", "printable characters");
  }
  if (clean && field.name == "low_code") return cleanWasteCode(cell.text);
  if (clean && field.name == "operation") return cleanOperation(cell.text);
  if (clean && field.name == "hs_code") return cleanCommodityCode(cell.text);
  if (cell.kind == CellKind::Number) return plainNumber(cell.text, DecimalMark::Point);
  return std::string(cell.text);
}

}  // namespace

Result<RowMapper> RowMapper::create(const Mapping& mapping,
                                    const std::vector<std::string>& headings, bool date1904,
                                    const std::map<std::string, ZoneRules>& zones) {
  RowMapper mapper(mapping, headings.size(), date1904);
  PLUMBLINE_CHECK(mapper.addSources(headings));
  PLUMBLINE_CHECK(mapper.addZones(zones));
  PLUMBLINE_CHECK(mapper.checkComplete());
  return mapper;
}

/// A column goes by its heading, and by its number where several have that one or it has none.
Result<void> RowMapper::addSources(const std::vector<std::string>& headings) {
  for (const ColumnRule& rule : m_mapping.columns) {
    const auto wanted = static_cast<std::size_t>(rule.column);
    const bool there = wanted >= 1 && wanted <= headings.size();
    std::size_t column = wanted;
    if (!there || headings[wanted - 1] != rule.heading) {
      const auto found = std::find(headings.begin(), headings.end(), rule.heading);
      if (rule.heading.empty() || found == headings.end()) {
        return Error{ErrorCode::MissingColumn,
                     "the file lacks a column that the mapping names",
                     {},
                     {},
                     rule.heading.empty() ? Message("column %1", rule.column)
                                          : Message::data("\"" + rule.heading + "\"")};
      }
      column = static_cast<std::size_t>(found - headings.begin()) + 1;
    }
    if (rule.field == unitField && fieldOf(m_mapping.table, unitField) == nullptr) {
      m_unitColumn = column - 1;
      continue;
    }
    if (rule.field == partyField) {
      m_partyColumn = column - 1;
      continue;
    }
    std::string name = rule.heading.empty() ? std::to_string(column) : rule.heading;
    m_sources.push_back({rule, fieldOf(m_mapping.table, rule.field), column - 1, std::move(name)});
  }
  return {};
}

Result<void> RowMapper::addZones(const std::map<std::string, ZoneRules>& zones) {
  for (const Source& source : m_sources) {
    const std::string& name = source.rule.zone;
    if (name.empty() || m_zones.contains(name)) continue;
    if (const auto kept = zones.find(name); kept != zones.end()) {
      m_zones.emplace(name, kept->second);
      continue;
    }
    PLUMBLINE_TRY(rules, ZoneRules::of(name));
    m_zones.emplace(name, std::move(rules));
  }
  return {};
}

Result<void> RowMapper::checkComplete() const {
  if (!m_mapping.decimal) {
    return Error{ErrorCode::Usage, "the mapping does not say which decimal mark the numbers have"};
  }
  for (const Source& source : m_sources) {
    if (source.field->type == FieldType::Time && !source.rule.order) {
      return Error{ErrorCode::Usage,
                   "the mapping does not say in which order the dates are",
                   {.column = source.heading}};
    }
  }
  for (const Field& field : tableInfo(m_mapping.table).fields) {
    const bool made = field.name == "id" || field.name == "line";
    if (!field.required || made || m_mapping.ruleOf(field.name) != nullptr ||
        m_mapping.constants.contains(std::string(field.name))) {
      continue;
    }
    return Error{ErrorCode::MissingColumn,
                 "the mapping lacks a field that every record needs",
                 {},
                 {},
                 Message::data(std::string(field.name))};
  }
  return {};
}

Result<void> RowMapper::checkShape(const RawRow& row) const {
  const auto problem = [&row](Message message, std::string found, Message expected) {
    return Error{ErrorCode::Malformed,
                 std::move(message),
                 {.row = row.number},
                 std::move(found),
                 std::move(expected)};
  };
  if (row.defect != RowDefect::None) return problem(reasonOf(row.defect), {}, {});
  std::size_t cells = row.cells.size();
  while (cells > m_columns && row.cells[cells - 1].text.empty()) --cells;
  if (cells > m_columns) {
    return problem("the row has more cells than there are headings", cellsText(cells).text(),
                   cellsText(m_columns));
  }
  // A spreadsheet has no cells behind the last one that is filled; a text has all its delimiters.
  if (cells < m_columns && m_mapping.delimiter) {
    return problem("the row has fewer cells than there are headings", cellsText(cells).text(),
                   cellsText(m_columns));
  }
  return {};
}

DecimalMark RowMapper::markOf(const RawCell& cell) const {
  return cell.kind == CellKind::Number ? DecimalMark::Point : *m_mapping.decimal;
}

Result<std::string> RowMapper::timeText(const Source& source, const RawCell& cell) {
  PLUMBLINE_TRY(local, localTimeOf(cell, *source.rule.order, m_date1904));
  const auto zone = m_zones.find(source.rule.zone);
  if (local.hasTime && !local.offsetMs && zone == m_zones.end()) {
    return badText(cell.text, "the time has no time zone", "a time zone for the column");
  }
  // A plain date stays the date that was written: its first moment in UTC, as in signed tables.
  const bool plain = !local.hasTime || zone == m_zones.end();
  PLUMBLINE_TRY(time, (plain ? ZoneRules() : zone->second).toUtc(local));
  m_firstMs = std::min(m_firstMs.value_or(time.inMilliseconds()), time.inMilliseconds());
  m_lastMs = std::max(m_lastMs, time.inMilliseconds());
  return time.text();
}

Result<Unit> RowMapper::unitOf(const Source& source, std::string_view written,
                               const RawRow& row) const {
  const std::string_view text = written.empty() && m_unitColumn ? row.text(*m_unitColumn) : written;
  if (text.empty() && source.rule.unit) return *source.rule.unit;
  if (const auto unit = unitFromText(text)) return *unit;
  return badText(text, 
                 text.empty() ? Message("the number has no unit") : Message("the unit is not known"),
                 "g, kg, t, lb, short ton, long ton, L, m3, US gal or yd3");
}

Result<std::string> RowMapper::measureText(const Source& source, const RawCell& cell,
                                           const RawRow& row) {
  const NumberAndUnit parts = splitUnit(cell.text);
  PLUMBLINE_TRY(number, plainNumber(parts.number, markOf(cell)));
  PLUMBLINE_TRY(unit, unitOf(source, parts.unit, row));
  if (source.field->type == FieldType::Mass) {
    m_byVolume = m_byVolume || isVolume(unit);
    PLUMBLINE_TRY(grams, gramsOf(number, unit, source.rule.density));
    return fieldValueText(FieldType::Mass, grams);
  }
  PLUMBLINE_TRY(micro, microCubicMetresOf(number, unit));
  return fieldValueText(FieldType::Micro, micro);
}

Result<std::string> RowMapper::textOf(const Source& source, const RawRow& row) {
  const RawCell& cell = row.cells[source.column];
  if (cell.kind == CellKind::Fault) {
    return badText(cell.text, "the formula of the cell has no value", "a value");
  }
  const Field& field = *source.field;
  if (isMeasure(field)) return measureText(source, cell, row);
  switch (field.type) {
    case FieldType::Time:
      return timeText(source, cell);
    case FieldType::Flag:
      return cleanFlag(cell.text);
    case FieldType::Money:
    case FieldType::Integer:
      return plainNumber(cell.text, markOf(cell));
    case FieldType::Micro: {
      PLUMBLINE_TRY(number, plainNumber(cell.text, markOf(cell)));
      return roundedToMicro(std::move(number));
    }
    default:
      return plainText(cell, field, source.heading != field.name);
  }
}

/// What a file need not have: an id that names the row, the line of its document, and that its mass
/// was not weighed.
void RowMapper::addMade(const RawRow& row, std::vector<FieldText>& out) {
  const Field* instrument = fieldOf(m_mapping.table, "instrument");
  const auto isInstrument = [](const FieldText& each) { return each.field == "instrument"; };
  if (m_byVolume && instrument != nullptr && std::none_of(out.begin(), out.end(), isInstrument)) {
    out.push_back({instrument->name, std::string(volumeInstrument)});
  }
  const Field* id = fieldOf(m_mapping.table, "id");
  if (id != nullptr && m_mapping.ruleOf("id") == nullptr) {
    out.push_back({id->name, "row-" + std::to_string(row.number) + m_mark});
  }
  const Field* line = fieldOf(m_mapping.table, "line");
  const Field* document = fieldOf(m_mapping.table, "document_no");
  if (line == nullptr || document == nullptr || m_mapping.ruleOf("line") != nullptr) return;
  const auto same = [](const FieldText& each) { return each.field == "document_no"; };
  const auto found = std::find_if(out.begin(), out.end(), same);
  const std::string text = found != out.end() ? found->text : std::string();
  m_line = text == m_document ? m_line + 1 : 1;
  m_document = text;
  out.push_back({line->name, std::to_string(m_line)});
}

Result<void> RowMapper::apply(const RawRow& row, std::vector<FieldText>& out) {
  out.clear();
  m_byVolume = false;
  PLUMBLINE_CHECK(checkShape(row));
  for (const Source& source : m_sources) {
    const bool empty = row.text(source.column).empty();
    if (empty && !source.field->required) continue;
    auto text = empty ? Result<std::string>(badText({}, "the cell is empty", "a value"))
                      : textOf(source, row);
    if (!text) {
      Error error = std::move(text).error();
      error.where.row = row.number;
      error.where.column = source.heading;
      return error;
    }
    out.push_back({source.field->name, std::move(text).value()});
  }
  for (const auto& [field, text] : m_mapping.constants) {
    if (m_mapping.ruleOf(field) == nullptr) {
      out.push_back({fieldOf(m_mapping.table, field)->name, text});
    }
  }
  addMade(row, out);
  return {};
}

Result<std::string> RowMapper::partyOf(const RawRow& row) const {
  const std::string_view text = row.text(*m_partyColumn);
  if (isPartyId(text)) return std::string(text);
  Error error = badText(text, text.empty() ? Message("the cell is empty") : Message("the text names no party"),
                        "the id of a party: 1 to 64 bytes");
  error.where.row = row.number;
  error.where.column = m_mapping.ruleOf(partyField)->heading;
  return error;
}

UsedMapping RowMapper::used() const {
  UsedMapping out{m_mapping};
  for (const auto& [name, rules] : m_zones) {
    out.zones.emplace(name, rules.between(m_firstMs.value_or(0), m_lastMs));
  }
  return out;
}

}  // namespace plumbline
