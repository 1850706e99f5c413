// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/mapping.h"

#include <algorithm>

#include "model/mapping/headings.h"

namespace plumbline {
namespace {

constexpr std::string_view kindMember = "plumbline";
constexpr std::string_view kindValue = "mapping";
constexpr std::int64_t version = 1;
constexpr std::size_t maxMappingBytes = std::size_t{4} << 20;
constexpr std::size_t maxTextBytes = 1000;
constexpr std::int64_t maxColumns = 16'384;
constexpr std::int64_t maxDensity = 30'000'000;  // grams a cubic metre: above osmium's

Error bad(std::string_view member, std::string_view found, Message expected) {
  return {ErrorCode::BadValue,
          Message("the mapping's %1 cannot be used", member),
          {},
          "\"" + std::string(found.substr(0, 80)) + "\"",
          std::move(expected)};
}

/// Errors where an object has a member that is not one of these.
Result<void> onlyMembers(const JsonValue& value, std::initializer_list<std::string_view> known) {
  const JsonObject* object = value.object();
  if (object == nullptr) return Error{ErrorCode::Malformed, "the mapping is not an object"};
  for (const auto& [name, each] : *object) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    return Error{ErrorCode::Malformed,
                 "the mapping has an unknown member",
                 {},
                 "\"" + name.substr(0, 80) + "\""};
  }
  return {};
}

/// Text of a member that may be absent.
Result<std::string> textAt(const JsonValue& value, std::string_view name) {
  if (value.find(name) == nullptr) return std::string();
  PLUMBLINE_TRY(text, value.stringAt(name));
  if (text.size() > maxTextBytes) return bad(name, text, "at most 1000 bytes");
  return text;
}

Result<std::int64_t> numberAt(const JsonValue& value, std::string_view name, std::int64_t most) {
  PLUMBLINE_TRY(number, value.integerAt(name));
  if (number < 0 || number > most) {
    return bad(name, std::to_string(number), Message("0 to %1", most));
  }
  return number;
}

JsonValue toJson(const ColumnRule& rule) {
  JsonObject out{{"heading", rule.heading}, {"column", rule.column}, {"field", rule.field}};
  if (rule.unit) out.emplace_back("unit", toText(*rule.unit));
  if (rule.density) {
    out.emplace_back("density", JsonObject{{"g_per_m3", rule.density->gramsPerCubicMetre},
                                           {"source", rule.density->source}});
  }
  if (rule.order) out.emplace_back("order", toText(*rule.order));
  if (!rule.zone.empty()) out.emplace_back("zone", rule.zone);
  return out;
}

Result<Density> densityOf(const JsonValue& value) {
  PLUMBLINE_CHECK(onlyMembers(value, {"g_per_m3", "source"}));
  PLUMBLINE_TRY(grams, numberAt(value, "g_per_m3", maxDensity));
  PLUMBLINE_TRY(source, textAt(value, "source"));
  if (grams == 0) return bad("density", "0", "1 to 30000000 grams a cubic metre");
  if (source.empty()) return bad("density", "", "where the density is from");
  return Density{grams, source};
}

Result<ColumnRule> columnOf(const JsonValue& value, Table table) {
  PLUMBLINE_CHECK(
      onlyMembers(value, {"heading", "column", "field", "unit", "density", "order", "zone"}));
  ColumnRule rule;
  PLUMBLINE_TRY(heading, textAt(value, "heading"));
  PLUMBLINE_TRY(column, numberAt(value, "column", maxColumns));
  PLUMBLINE_TRY(field, value.stringAt("field"));
  PLUMBLINE_TRY(unit, textAt(value, "unit"));
  PLUMBLINE_TRY(order, textAt(value, "order"));
  PLUMBLINE_TRY(zone, textAt(value, "zone"));
  if (field != unitField && field != partyField && fieldOf(table, field) == nullptr) {
    return bad("field", field, Message("a field of the table %1", tableInfo(table).name));
  }
  rule = {heading, column, field};
  rule.zone = zone;
  if (!unit.empty()) {
    rule.unit = unitFromText(unit);
    if (!rule.unit || toText(*rule.unit) != unit) return bad("unit", unit, "kg, t, m3, ...");
  }
  if (!order.empty()) {
    PLUMBLINE_TRY(known, dateOrderFromText(order));
    rule.order = known;
  }
  if (const JsonValue* density = value.find("density")) {
    PLUMBLINE_TRY(known, densityOf(*density));
    rule.density = known;
  }
  return rule;
}

Result<std::vector<ColumnRule>> columnsOf(const JsonValue& value, Table table) {
  PLUMBLINE_TRY(list, value.arrayAt("columns"));
  std::vector<ColumnRule> rules;
  for (const JsonValue& each : *list) {
    PLUMBLINE_TRY(rule, columnOf(each, table));
    const auto same = [&rule](const ColumnRule& other) { return other.field == rule.field; };
    if (std::any_of(rules.begin(), rules.end(), same)) {
      return bad("field", rule.field, "each field once");
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

Result<std::map<std::string, std::string>> constantsOf(const JsonValue& value, Table table) {
  std::map<std::string, std::string> out;
  const JsonValue* object = value.find("constants");
  if (object == nullptr) return out;
  if (object->object() == nullptr) {
    return Error{ErrorCode::Malformed, "the mapping's constants are not an object"};
  }
  for (const auto& [field, each] : *object->object()) {
    if (fieldOf(table, field) == nullptr || each.string() == nullptr) {
      return bad("constants", field, "fields of the table and their texts");
    }
    out[field] = *each.string();
  }
  return out;
}

Result<char> delimiterFrom(const std::string& text) {
  if (text.size() == 1 && std::string_view(",;\t|").find(text[0]) != std::string_view::npos) {
    return text[0];
  }
  return bad("delimiter", text, "a comma, a semicolon, a tab or a bar");
}

JsonValue toJson(const std::map<std::string, ZoneRules>& zones) {
  JsonArray out;
  for (const auto& [name, rules] : zones) {
    JsonArray offsets;
    for (const ZoneOffset& each : rules.offsets()) {
      offsets.push_back(JsonObject{{"from", Timestamp::milliseconds(each.fromMs).text()},
                                   {"seconds", each.offsetMs / 1000}});
    }
    out.push_back(JsonObject{{"zone", name}, {"offsets", std::move(offsets)}});
  }
  return out;
}

Result<std::map<std::string, ZoneRules>> zonesOf(const JsonValue& value) {
  PLUMBLINE_TRY(list, value.arrayAt("zones"));
  std::map<std::string, ZoneRules> zones;
  for (const JsonValue& each : *list) {
    PLUMBLINE_CHECK(onlyMembers(each, {"zone", "offsets"}));
    PLUMBLINE_TRY(name, each.stringAt("zone"));
    PLUMBLINE_TRY(entries, each.arrayAt("offsets"));
    std::vector<ZoneOffset> offsets;
    for (const JsonValue& entry : *entries) {
      PLUMBLINE_TRY(from, entry.stringAt("from"));
      PLUMBLINE_TRY(seconds, entry.integerAt("seconds"));
      PLUMBLINE_TRY(moment, Timestamp::parse(from));
      if (seconds > 86'400 || seconds < -86'400) return bad("zone", name, "less than a day");
      offsets.push_back({moment.inMilliseconds(), seconds * 1000});
    }
    PLUMBLINE_TRY(rules, ZoneRules::fromOffsets(std::move(offsets)));
    zones.emplace(name, std::move(rules));
  }
  return zones;
}

}  // namespace

/// Official files name parties with spaces in them ("40 CFR PART 761"), so a mapping may too.
bool isPartyId(std::string_view text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return !text.empty() && text.size() <= 64 && text.front() != ' ' && text.back() != ' ' &&
         std::none_of(text.begin(), text.end(), control);
}

const ColumnRule* Mapping::ruleOf(std::string_view field) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [field](const ColumnRule& rule) { return rule.field == field; });
  return found != columns.end() ? &*found : nullptr;
}

JsonObject Mapping::toJson() const {
  JsonObject out{{std::string(kindMember), kindValue}, {"version", version}};
  out.emplace_back("table", tableInfo(table).name);
  out.emplace_back("party", JsonObject{{"id", party}, {"role", plumbline::toText(role)}});
  if (delimiter) {
    out.emplace_back("text", JsonObject{{"encoding", plumbline::toText(encoding)},
                                        {"delimiter", std::string(1, *delimiter)}});
  } else {
    out.emplace_back("sheet", sheet);
  }
  out.emplace_back("heading_row", headingRow);
  if (decimal) out.emplace_back("decimal", *decimal == DecimalMark::Comma ? "," : ".");
  JsonArray rules;
  for (const ColumnRule& rule : columns) rules.push_back(plumbline::toJson(rule));
  out.emplace_back("columns", std::move(rules));
  JsonObject same;
  for (const auto& [field, text] : constants) same.emplace_back(field, text);
  if (!same.empty()) out.emplace_back("constants", std::move(same));
  return out;
}

Result<Mapping> Mapping::fromJson(const JsonValue& value) {
  PLUMBLINE_CHECK(onlyMembers(value, {kindMember, "version", "table", "party", "text", "sheet",
                                      "heading_row", "decimal", "columns", "constants"}));
  PLUMBLINE_TRY(kind, value.stringAt(kindMember));
  PLUMBLINE_TRY(number, value.integerAt("version"));
  if (kind != kindValue) return bad(kindMember, kind, Message::data("mapping"));
  if (number != version) {
    return Error{ErrorCode::Unsupported,
                 "the mapping is of a later version of the program",
                 {},
                 std::to_string(number),
                 Message::data(std::to_string(version))};
  }
  Mapping mapping;
  PLUMBLINE_TRY(tableName, value.stringAt("table"));
  const auto table = tableFromName(tableName);
  if (!table) return bad("table", tableName, "shipments, receipts, intakes, ...");
  mapping.table = *table;
  PLUMBLINE_TRY(party, value.stringAt("party.id"));
  PLUMBLINE_TRY(role, value.stringAt("party.role"));
  if (!party.empty() && !isPartyId(party)) {
    return bad("party", party, "1 to 64 bytes, no space at its ends");
  }
  mapping.party = party;
  mapping.role = roleFromText(role);
  if (value.find("text") != nullptr) {
    PLUMBLINE_TRY(encodingName, value.stringAt("text.encoding"));
    PLUMBLINE_TRY(delimiterName, value.stringAt("text.delimiter"));
    PLUMBLINE_TRY(encoding, textEncodingFromText(encodingName));
    PLUMBLINE_TRY(delimiter, delimiterFrom(delimiterName));
    mapping.encoding = encoding;
    mapping.delimiter = delimiter;
  }
  PLUMBLINE_TRY(sheet, textAt(value, "sheet"));
  PLUMBLINE_TRY(headingRow, numberAt(value, "heading_row", 1000));
  PLUMBLINE_TRY(decimal, textAt(value, "decimal"));
  if (!decimal.empty() && decimal != "," && decimal != ".") {
    return bad("decimal", decimal, "a point or a comma");
  }
  mapping.sheet = sheet;
  mapping.headingRow = headingRow;
  if (!decimal.empty()) {
    mapping.decimal = decimal == "," ? DecimalMark::Comma : DecimalMark::Point;
  }
  PLUMBLINE_TRY(columns, columnsOf(value, *table));
  PLUMBLINE_TRY(constants, constantsOf(value, *table));
  mapping.columns = std::move(columns);
  if (party.empty() && mapping.ruleOf(partyField) == nullptr) {
    return bad("party", party, "an id, or a column with the field party");
  }
  mapping.constants = std::move(constants);
  return mapping;
}

JsonValue UsedMapping::toJson() const {
  return JsonObject{{"mapping", mapping.toJson()}, {"zones", plumbline::toJson(zones)}};
}

Result<UsedMapping> UsedMapping::fromJson(const JsonValue& value) {
  PLUMBLINE_CHECK(onlyMembers(value, {"mapping", "zones"}));
  PLUMBLINE_TRY(inner, value.objectAt("mapping"));
  PLUMBLINE_TRY(mapping, Mapping::fromJson(*inner));
  PLUMBLINE_TRY(zones, zonesOf(value));
  return UsedMapping{std::move(mapping), std::move(zones)};
}

bool looksLikeMapping(ByteView bytes) {
  // Canonical or indented: the member is the first one.
  std::string_view text = textOf(bytes.first(std::min<std::size_t>(bytes.size(), 64)));
  if (!text.starts_with('{')) return false;
  text.remove_prefix(std::min(text.find('"'), text.size()));
  return text.starts_with("\"plumbline\":\"mapping\"") ||
         text.starts_with("\"plumbline\": \"mapping\"");
}

Result<Mapping> parseMappingFile(ByteView bytes) {
  PLUMBLINE_TRY(value, parseJson(bytes, maxMappingBytes));
  return Mapping::fromJson(value);
}

std::string mappingFileText(const Mapping& mapping) {
  return JsonValue(mapping.toJson()).pretty();
}

}  // namespace plumbline
