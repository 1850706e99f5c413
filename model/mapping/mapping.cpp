// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/mapping.h"

#include <algorithm>

#include "model/mapping/headings.h"
#include "model/mapping/mapping_json.h"

namespace plumbline {
namespace {

constexpr std::string_view kindMember = "plumbline";
constexpr std::string_view kindValue = "mapping";
constexpr std::int64_t version = 1;
constexpr std::size_t maxMappingBytes = std::size_t{4} << 20;
constexpr std::int64_t maxDensity = 30'000'000;  // grams a cubic metre: above osmium's

JsonValue pairsJson(const std::map<std::string, std::string>& pairs) {
  JsonObject out;
  for (const auto& [name, text] : pairs) out.emplace_back(name, text);
  return out;
}

JsonValue ruleJson(const ColumnRule& rule) {
  JsonObject out{{"heading", rule.heading}, {"column", rule.column}, {"field", rule.field}};
  if (rule.unit) out.emplace_back("unit", toText(*rule.unit));
  if (rule.density) {
    out.emplace_back("density", JsonObject{{"g_per_m3", rule.density->gramsPerCubicMetre},
                                           {"source", rule.density->source}});
  }
  if (rule.order) out.emplace_back("order", toText(*rule.order));
  if (!rule.zone.empty()) out.emplace_back("zone", rule.zone);
  if (rule.inclusive) out.emplace_back("inclusive", true);
  if (rule.more != ColumnRule::More::None) {
    const bool joined = rule.more == ColumnRule::More::And;
    JsonArray columns;
    for (const ColumnRef& each : rule.moreColumns) columns.push_back(toJson(each));
    out.emplace_back(joined ? "and" : "or", std::move(columns));
    if (joined) out.emplace_back("separator", rule.separator);
  }
  if (!rule.codes.empty()) out.emplace_back("codes", pairsJson(rule.codes));
  return out;
}

Result<Density> densityOf(const JsonValue& value) {
  PLUMBLINE_CHECK(onlyMembers(value, {"g_per_m3", "source"}));
  PLUMBLINE_TRY(grams, numberMember(value, "g_per_m3", maxDensity));
  PLUMBLINE_TRY(source, textMember(value, "source"));
  if (grams == 0) return badMember("density", "0", "1 to 30000000 grams a cubic metre");
  if (source.empty()) return badMember("density", "", "where the density is from");
  return Density{grams, source};
}

/// What a rule says beyond one column and its form.
Result<void> addMore(const JsonValue& value, ColumnRule& rule) {
  PLUMBLINE_TRY(joined, columnRefsOf(value, "and"));
  PLUMBLINE_TRY(inTurn, columnRefsOf(value, "or"));
  PLUMBLINE_TRY(separator, textMember(value, "separator"));
  PLUMBLINE_TRY(codes, textPairsMember(value, "codes"));
  PLUMBLINE_TRY(inclusive, flagMember(value, "inclusive"));
  if (!joined.empty() && !inTurn.empty()) {
    return badMember("columns", rule.field, "either \"and\" or \"or\"");
  }
  if (joined.empty() && value.find("separator") != nullptr) {
    return badMember("separator", separator, "columns in \"and\" that it parts");
  }
  rule.more = !joined.empty()   ? ColumnRule::More::And
              : !inTurn.empty() ? ColumnRule::More::Or
                                : ColumnRule::More::None;
  rule.moreColumns = joined.empty() ? std::move(inTurn) : std::move(joined);
  rule.separator = std::move(separator);
  rule.codes = std::move(codes);
  rule.inclusive = inclusive;
  return {};
}

Result<ColumnRule> columnOf(const JsonValue& value, Table table) {
  PLUMBLINE_CHECK(
      onlyMembers(value, {"heading", "column", "field", "unit", "density", "order", "zone",
                          "inclusive", "and", "or", "separator", "codes"}));
  ColumnRule rule;
  PLUMBLINE_TRY(heading, textMember(value, "heading"));
  std::int64_t column = 0;
  if (heading.empty() || value.find("column") != nullptr) {
    PLUMBLINE_TRY(number, numberMember(value, "column", maxMappingColumns));
    column = number;
  }
  PLUMBLINE_TRY(field, value.stringAt("field"));
  PLUMBLINE_TRY(unit, textMember(value, "unit"));
  PLUMBLINE_TRY(order, textMember(value, "order"));
  PLUMBLINE_TRY(zone, textMember(value, "zone"));
  if (field != unitField && field != partyField && fieldOf(table, field) == nullptr) {
    return badMember("field", field, Message("a field of the table %1", tableInfo(table).name));
  }
  rule = {heading, column, field};
  rule.zone = zone;
  if (!unit.empty()) {
    rule.unit = unitFromText(unit);
    if (!rule.unit || toText(*rule.unit) != unit) return badMember("unit", unit, "kg, t, m3, ...");
  }
  if (!order.empty()) {
    PLUMBLINE_TRY(known, dateOrderFromText(order));
    rule.order = known;
  }
  if (const JsonValue* density = value.find("density")) {
    PLUMBLINE_TRY(known, densityOf(*density));
    rule.density = known;
  }
  PLUMBLINE_CHECK(addMore(value, rule));
  return rule;
}

Result<std::vector<ColumnRule>> columnsOf(const JsonValue& value, Table table) {
  PLUMBLINE_TRY(list, value.arrayAt("columns"));
  std::vector<ColumnRule> rules;
  for (const JsonValue& each : *list) {
    PLUMBLINE_TRY(rule, columnOf(each, table));
    const auto same = [&rule](const ColumnRule& other) { return other.field == rule.field; };
    if (std::any_of(rules.begin(), rules.end(), same)) {
      return badMember("field", rule.field, "each field once");
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
      return badMember("constants", field, "fields of the table and their texts");
    }
    out[field] = *each.string();
  }
  return out;
}

Result<char> delimiterFrom(const std::string& text) {
  if (text.size() == 1 && std::string_view(",;\t|").find(text[0]) != std::string_view::npos) {
    return text[0];
  }
  return badMember("delimiter", text, "a comma, a semicolon, a tab or a bar");
}

/// Members that an earlier version does not know are left out where they say nothing.
void addShape(const Mapping& mapping, JsonObject& out) {
  JsonArray words;
  for (const std::string& each : mapping.emptyWords) words.push_back(each);
  if (!words.empty()) out.emplace_back("empty", std::move(words));
  JsonArray filters;
  for (const RowFilter& each : mapping.filters) filters.push_back(toJson(each));
  if (!filters.empty()) out.emplace_back("filter", std::move(filters));
  if (mapping.unfold) out.emplace_back("unfold", toJson(*mapping.unfold));
  JsonArray same;
  for (const ColumnRef& each : mapping.duplicates) same.push_back(toJson(each));
  if (!same.empty()) out.emplace_back("duplicates", std::move(same));
}

Result<void> readShape(const JsonValue& value, Mapping& mapping) {
  PLUMBLINE_TRY(words, textsMember(value, "empty"));
  mapping.emptyWords = std::move(words);
  if (value.find("filter") != nullptr) {
    PLUMBLINE_TRY(list, value.arrayAt("filter"));
    for (const JsonValue& each : *list) {
      PLUMBLINE_TRY(filter, rowFilterOf(each));
      mapping.filters.push_back(std::move(filter));
    }
  }
  if (const JsonValue* unfold = value.find("unfold")) {
    PLUMBLINE_TRY(known, unfoldOf(*unfold));
    mapping.unfold = std::move(known);
  }
  PLUMBLINE_TRY(same, columnRefsOf(value, "duplicates"));
  mapping.duplicates = std::move(same);
  return {};
}

JsonValue zonesJson(const std::map<std::string, ZoneRules>& zones) {
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
      if (seconds > 86'400 || seconds < -86'400) return badMember("zone", name, "less than a day");
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
  for (const ColumnRule& rule : columns) rules.push_back(ruleJson(rule));
  out.emplace_back("columns", std::move(rules));
  JsonObject same;
  for (const auto& [field, text] : constants) same.emplace_back(field, text);
  if (!same.empty()) out.emplace_back("constants", std::move(same));
  addShape(*this, out);
  return out;
}

Result<Mapping> Mapping::fromJson(const JsonValue& value) {
  PLUMBLINE_CHECK(onlyMembers(value, {kindMember, "version", "table", "party", "text", "sheet",
                                      "heading_row", "decimal", "columns", "constants", "empty",
                                      "filter", "unfold", "duplicates"}));
  PLUMBLINE_TRY(kind, value.stringAt(kindMember));
  PLUMBLINE_TRY(number, value.integerAt("version"));
  if (kind != kindValue) return badMember(kindMember, kind, Message::data("mapping"));
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
  if (!table) return badMember("table", tableName, "shipments, receipts, intakes, ...");
  mapping.table = *table;
  PLUMBLINE_TRY(party, value.stringAt("party.id"));
  PLUMBLINE_TRY(role, value.stringAt("party.role"));
  if (!party.empty() && !isPartyId(party)) {
    return badMember("party", party, "1 to 64 bytes, no space at its ends");
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
  PLUMBLINE_TRY(sheet, textMember(value, "sheet"));
  PLUMBLINE_TRY(headingRow, numberMember(value, "heading_row", 1000));
  PLUMBLINE_TRY(decimal, textMember(value, "decimal"));
  if (!decimal.empty() && decimal != "," && decimal != ".") {
    return badMember("decimal", decimal, "a point or a comma");
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
    return badMember("party", party, "an id, or a column with the field party");
  }
  mapping.constants = std::move(constants);
  PLUMBLINE_CHECK(readShape(value, mapping));
  return mapping;
}

JsonValue UsedMapping::toJson() const {
  return JsonObject{{"mapping", mapping.toJson()}, {"zones", zonesJson(zones)}};
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
