// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/row_mapper.h"

#include <algorithm>

#include "model/mapping/codes.h"
#include "model/mapping/column_place.h"
#include "model/mapping/headings.h"
#include "model/mapping/period_text.h"
#include "model/mapping/row_shape.h"
#include "model/records/field_value.h"
#include "model/records/volume_mass.h"

namespace plumbline {
namespace {

constexpr int microDecimals = 6;

bool isMeasure(const Field& field) {
  return field.type == FieldType::Mass || field.name == "volume_m3" || field.name == "quantity";
}

/// A declared quantity keeps its own unit.
bool isQuantity(const Field& field) {
  return field.name == "quantity";
}

bool isPeriodEnd(const Field& field) {
  return field.name == "period_end" || field.name == "end";
}

bool isPeriodStart(const Field& field) {
  return field.name == "period_start" || field.name == "start";
}

bool isControl(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
}

/// Bytes that are of another encoding, or no text at all: then more than this cell is read wrongly.
bool isGarbled(std::string_view text) {
  return text.find(replacementCharacter) != std::string_view::npos ||
         std::any_of(text.begin(), text.end(), isControl);
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

/// One of the words that the program compares.
Result<std::string> wordOf(std::string_view text, std::initializer_list<std::string_view> words) {
  std::string lower(text);
  std::string expected;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  for (const std::string_view word : words) {
    if (word == lower) return lower;
    expected += (expected.empty() ? "" : ", ") + std::string(word);
  }
  return badText(text, "the word is not known", Message("one of %1", expected));
}

/// One spelling for the units that are known; any other stays as it is declared.
std::string unitWord(std::string_view text) {
  const auto unit = unitFromText(text);
  return unit ? std::string(toText(*unit)) : std::string(text);
}

/// `clean`: codes are brought into one form; those of Plumbline's own tables stay as they were.
Result<std::string> plainText(const RawCell& cell, const Field& field, Table table, bool clean) {
  if (cell.text.find(replacementCharacter) != std::string_view::npos) {
    return badText(cell.text, "the text is not in the file's encoding", "another encoding");
  }
  if (std::any_of(cell.text.begin(), cell.text.end(), isControl)) {
    return badText({}, "the text holds a control character", "printable characters");
  }
  if (clean && field.name == "low_code") return cleanWasteCode(cell.text);
  if (clean && field.name == "operation") return cleanOperation(cell.text);
  if (clean && field.name == "hs_code") return cleanCommodityCode(cell.text);
  if (clean && table == Table::Totals) {
    if (field.name == "direction") return wordOf(cell.text, {"in", "out"});
    if (field.name == "basis") return wordOf(cell.text, {"sender", "receiver", "operator"});
    if (field.name == unitField) return unitWord(cell.text);
  }
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
  PLUMBLINE_CHECK(mapper.addConstants());
  return mapper;
}

Result<void> RowMapper::addSources(const std::vector<std::string>& headings) {
  for (const ColumnRule& rule : m_mapping.columns) {
    PLUMBLINE_TRY(first, columnPlace({rule.heading, rule.column}, headings));
    Source source{rule, fieldOf(m_mapping.table, rule.field), {first}, {}};
    source.heading = rule.heading.empty() ? std::to_string(first + 1) : rule.heading;
    for (const ColumnRef& each : rule.moreColumns) {
      PLUMBLINE_TRY(column, columnPlace(each, headings));
      source.columns.push_back(column);
      source.heading += (rule.more == ColumnRule::More::And ? " + " : " / ") + columnName(each);
    }
    if (source.field != nullptr) {
      m_sources.push_back(std::move(source));
    } else {
      (rule.field == unitField ? m_unit : m_party) = std::move(source);
    }
  }
  return {};
}

/// A period may be written as people write it; other texts stand as in a published table.
Result<void> RowMapper::addConstants() {
  for (const auto& [name, text] : m_mapping.constants) {
    if (m_mapping.ruleOf(name) != nullptr) continue;
    const Field& field = *fieldOf(m_mapping.table, name);
    std::string value = text;
    const bool edge = isPeriodStart(field) || isPeriodEnd(field);
    if (const auto period = edge ? periodOf(text, PeriodKind::Any) : std::nullopt) {
      value = (isPeriodEnd(field) ? period->end : period->start).text();
    }
    if (!value.empty() && !isTextType(field.type)) {
      if (auto read = parseFieldValue(field.type, value); !read) {
        Error error = std::move(read).error();
        error.where.column = name;
        return error;
      }
    }
    m_constants.push_back({field.name, std::move(value)});
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
    const bool made = field.name == "id" || field.name == "line" ||
                      (field.name == unitField && m_mapping.ruleOf("quantity") != nullptr);
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

bool RowMapper::isEmptyWord(std::string_view text) const {
  const auto& words = m_mapping.emptyWords;
  return std::find(words.begin(), words.end(), text) != words.end();
}

RawCell RowMapper::cellOf(const Source& source, const RawRow& row, std::string& joined) const {
  const auto cellAt = [&](std::size_t column) {
    RawCell cell = column < row.cells.size() ? row.cells[column] : RawCell();
    // What has a meaning of its own is not empty.
    if (isEmptyWord(cell.text) && !source.rule.codes.contains(std::string(cell.text))) cell = {};
    return cell;
  };
  RawCell cell = cellAt(source.columns.front());
  bool filled = !cell.text.empty();
  if (source.rule.more == ColumnRule::More::And) {
    joined = cellWords(cell);
    for (std::size_t i = 1; i < source.columns.size(); ++i) {
      const RawCell next = cellAt(source.columns[i]);
      if (cell.kind == CellKind::Fault || next.kind == CellKind::Fault) {
        return cell.kind == CellKind::Fault ? cell : next;
      }
      filled = filled || !next.text.empty();
      joined += source.rule.separator + cellWords(next);
    }
    cell = filled ? RawCell{joined} : RawCell();
  }
  for (std::size_t i = 1; i < source.columns.size() && !filled; ++i) {
    cell = cellAt(source.columns[i]);
    filled = !cell.text.empty();
  }
  const auto code = source.rule.codes.find(cellWords(cell));
  return code == source.rule.codes.end() ? cell : RawCell{code->second};
}

DecimalMark RowMapper::markOf(const RawCell& cell) const {
  return cell.kind == CellKind::Number ? DecimalMark::Point : *m_mapping.decimal;
}

Result<std::string> RowMapper::timeText(const Source& source, const RawCell& cell) {
  PLUMBLINE_TRY(local, localTimeOf(cell, *source.rule.order, m_date1904));
  const Field& field = *source.field;
  if (isPeriodEnd(field)) {
    if (local.endMs) local.milliseconds = *local.endMs;
    if (!local.endMs && !local.hasTime && source.rule.inclusive) {
      local.milliseconds += millisecondsPerDay;
    }
  } else if (local.endMs && !isPeriodStart(field)) {
    m_remarks.push_back({periodRemark, source.heading + ": " + std::string(cell.text)});
  }
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
  std::string joined;
  const std::string_view text = written.empty() && m_unit ? cellOf(*m_unit, row, joined).text : written;
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
  if (isQuantity(*source.field)) {
    m_written = parts.unit;
    return roundedToMicro(std::move(number));
  }
  PLUMBLINE_TRY(unit, unitOf(source, parts.unit, row));
  if (source.field->type == FieldType::Mass) {
    PLUMBLINE_TRY(grams, gramsOf(number, unit, source.rule.density));
    m_byVolume = m_byVolume || isVolume(unit);
    return fieldValueText(FieldType::Mass, grams);
  }
  PLUMBLINE_TRY(micro, microCubicMetresOf(number, unit));
  return fieldValueText(FieldType::Micro, micro);
}

Result<std::string> RowMapper::textOf(const Source& source, const RawCell& cell,
                                      const RawRow& row) {
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
      return plainText(cell, field, m_mapping.table, source.heading != field.name);
  }
}

/// The unit that a quantity was declared in: behind the number, then of the row's own column, then of
/// the quantity's.
Result<void> RowMapper::addOwnUnit(std::vector<FieldText>& out) const {
  const Field* unit = fieldOf(m_mapping.table, unitField);
  const ColumnRule* quantity = m_mapping.ruleOf("quantity");
  if (unit == nullptr || quantity == nullptr) return {};
  const auto isUnit = [](const FieldText& each) { return each.field == unitField; };
  const auto own = std::find_if(out.begin(), out.end(), isUnit);
  if (!m_written.empty()) {
    const std::string written = unitWord(m_written);
    if (own == out.end()) {
      out.push_back({unit->name, written});
    } else if (own->text != written) {
      return badText(m_written, "the number has another unit than its row", Message::data(own->text));
    }
    return {};
  }
  if (own != out.end()) return {};
  if (quantity->unit) {
    out.push_back({unit->name, std::string(toText(*quantity->unit))});
    return {};
  }
  return badText({}, "the number has no unit", "a unit for the column, or one in every row");
}

/// What a file need not have: an id that names the row, the line of its document, and that its mass
/// was not weighed.
void RowMapper::addMade(const RawRow& row, std::int64_t part, std::vector<FieldText>& out) {
  const Field* instrument = fieldOf(m_mapping.table, "instrument");
  const auto isInstrument = [](const FieldText& each) { return each.field == "instrument"; };
  if (m_byVolume && instrument != nullptr && std::none_of(out.begin(), out.end(), isInstrument)) {
    out.push_back({instrument->name, std::string(volumeInstrument)});
  }
  // Rows that were columns of one row share all but the number of their column.
  const std::string suffix = part > 0 ? "." + std::to_string(part) : std::string();
  const Field* id = fieldOf(m_mapping.table, "id");
  if (id != nullptr && m_mapping.ruleOf("id") == nullptr) {
    out.push_back({id->name, "row-" + std::to_string(row.number) + suffix + m_mark});
  } else if (id != nullptr) {
    const auto isId = [](const FieldText& each) { return each.field == "id"; };
    if (const auto own = std::find_if(out.begin(), out.end(), isId); own != out.end()) {
      own->text += suffix;
    }
  }
  countLine(out);
}

void RowMapper::countLine(std::vector<FieldText>& out) {
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

/// An optional value that cannot be read becomes a remark, and the record goes without it.
Result<void> RowMapper::addField(const Source& source, const RawRow& row,
                                 std::vector<FieldText>& out) {
  const Field& field = *source.field;
  std::string joined;
  const RawCell cell = cellOf(source, row, joined);
  if (cell.text.empty()) {
    if (!field.required) return {};
    return badText({}, "the cell is empty", "a value");
  }
  auto text = textOf(source, cell, row);
  if (text && !field.required && !isTextType(field.type)) {
    if (auto read = parseFieldValue(field.type, *text); !read) text = std::move(read).error();
  }
  if (text) {
    out.push_back({field.name, std::move(text).value()});
    return {};
  }
  const bool asRemark = !field.required && text.error().code == ErrorCode::BadValue &&
                        cell.kind != CellKind::Fault && !isGarbled(cell.text);
  if (!asRemark) return std::move(text).error();
  m_remarks.push_back({unreadRemark, source.heading + ": " + std::string(cell.text)});
  return {};
}

Result<void> RowMapper::apply(const RawRow& row, std::vector<FieldText>& out, std::int64_t part) {
  out.clear();
  m_remarks.clear();
  m_written.clear();
  m_byVolume = false;
  PLUMBLINE_CHECK(checkRowShape(row, m_columns, m_mapping.delimiter.has_value()));
  const auto at = [&row](Error error, const std::string& heading) {
    error.where.row = row.number;
    error.where.column = heading;
    return error;
  };
  for (const Source& source : m_sources) {
    auto added = addField(source, row, out);
    if (!added) return at(std::move(added).error(), source.heading);
  }
  for (const FieldText& each : m_constants) out.push_back(each);
  if (auto added = addOwnUnit(out); !added) {
    return at(std::move(added).error(), m_mapping.ruleOf("quantity")->heading);
  }
  addMade(row, part, out);
  return {};
}

Result<void> RowMapper::applyAside(const RawRow& row, std::vector<FieldText>& out,
                                   std::int64_t part) {
  const std::string document = m_document;
  const std::int64_t line = m_line;
  auto done = apply(row, out, part);
  m_document = document;
  m_line = line;
  return done;
}

Result<std::string> RowMapper::partyOf(const RawRow& row) const {
  std::string joined;
  const std::string text = cellWords(cellOf(*m_party, row, joined));
  if (isPartyId(text)) return text;
  Error error = badText(text, text.empty() ? Message("the cell is empty") : Message("the text names no party"),
                        "the id of a party: 1 to 64 bytes");
  error.where.row = row.number;
  error.where.column = m_party->heading;
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
