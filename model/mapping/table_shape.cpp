// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/table_shape.h"

#include "model/mapping/mapping_json.h"

namespace plumbline {
namespace {

Result<ColumnRef> columnRefIn(const JsonValue& value, std::string_view member) {
  ColumnRef ref;
  PLUMBLINE_TRY(heading, textMember(value, "heading"));
  ref.heading = heading;
  if (value.find("column") != nullptr) {
    PLUMBLINE_TRY(column, numberMember(value, "column", maxMappingColumns));
    ref.column = column;
  }
  if (ref.heading.empty() && ref.column == 0) {
    return badMember(member, value.dump(), "the heading of a column, or its number");
  }
  return ref;
}

Result<ColumnRef> columnRefOf(const JsonValue& value, std::string_view member) {
  if (value.string() != nullptr && !value.string()->empty()) return ColumnRef{*value.string()};
  if (value.object() == nullptr) {
    return badMember(member, value.dump(), "the heading of a column, or its number");
  }
  PLUMBLINE_CHECK(onlyMembers(value, {"heading", "column"}));
  return columnRefIn(value, member);
}

JsonObject placeOf(const ColumnRef& ref) {
  JsonObject out;
  if (!ref.heading.empty()) out.emplace_back("heading", ref.heading);
  if (ref.column > 0) out.emplace_back("column", ref.column);
  return out;
}

JsonArray textsOf(const std::vector<std::string>& texts) {
  JsonArray out;
  for (const std::string& text : texts) out.push_back(text);
  return out;
}

Result<Unfold::Column> unfoldedOf(const JsonValue& value) {
  if (value.string() != nullptr) {
    PLUMBLINE_TRY(ref, columnRefOf(value, "unfold"));
    return Unfold::Column{ref, ref.heading};
  }
  PLUMBLINE_CHECK(onlyMembers(value, {"heading", "column", "as"}));
  PLUMBLINE_TRY(ref, columnRefIn(value, "unfold"));
  PLUMBLINE_TRY(as, textMember(value, "as"));
  std::string name = as.empty() ? ref.heading : as;
  if (name.empty()) return badMember("unfold", value.dump(), "what the column stands for, in \"as\"");
  return Unfold::Column{ref, std::move(name)};
}

}  // namespace

JsonValue toJson(const ColumnRef& column) {
  if (column.column == 0) return column.heading;
  return placeOf(column);
}

JsonValue toJson(const RowFilter& filter) {
  JsonObject out = placeOf(filter.column);
  switch (filter.kind) {
    case RowFilter::Kind::Is:
      out.emplace_back("is", textsOf(filter.texts));
      break;
    case RowFilter::Kind::IsNot:
      out.emplace_back("is_not", textsOf(filter.texts));
      break;
    case RowFilter::Kind::Empty:
    case RowFilter::Kind::Filled:
      out.emplace_back("empty", filter.kind == RowFilter::Kind::Empty);
      break;
  }
  return out;
}

JsonValue toJson(const Unfold& unfold) {
  JsonArray columns;
  for (const Unfold::Column& each : unfold.columns) {
    JsonObject column = placeOf(each.column);
    if (each.as != each.column.heading) column.emplace_back("as", each.as);
    columns.push_back(std::move(column));
  }
  return JsonObject{
      {"columns", std::move(columns)}, {"name", unfold.name}, {"value", unfold.value}};
}

Result<std::vector<ColumnRef>> columnRefsOf(const JsonValue& value, std::string_view member) {
  std::vector<ColumnRef> refs;
  if (value.find(member) == nullptr) return refs;
  PLUMBLINE_TRY(list, value.arrayAt(member));
  for (const JsonValue& each : *list) {
    PLUMBLINE_TRY(ref, columnRefOf(each, member));
    refs.push_back(std::move(ref));
  }
  if (refs.empty()) return badMember(member, "[]", "one column at least");
  return refs;
}

Result<RowFilter> rowFilterOf(const JsonValue& value) {
  PLUMBLINE_CHECK(onlyMembers(value, {"heading", "column", "is", "is_not", "empty"}));
  PLUMBLINE_TRY(column, columnRefIn(value, "filter"));
  PLUMBLINE_TRY(is, textsMember(value, "is"));
  PLUMBLINE_TRY(isNot, textsMember(value, "is_not"));
  PLUMBLINE_TRY(empty, flagMember(value, "empty"));
  const bool asksEmpty = value.find("empty") != nullptr;
  if ((is.empty() ? 0 : 1) + (isNot.empty() ? 0 : 1) + (asksEmpty ? 1 : 0) != 1) {
    return badMember("filter", value.dump(), "one of is, is_not and empty");
  }
  using enum RowFilter::Kind;
  if (asksEmpty) return RowFilter{column, empty ? Empty : Filled};
  return is.empty() ? RowFilter{column, IsNot, std::move(isNot)} : RowFilter{column, Is, std::move(is)};
}

Result<Unfold> unfoldOf(const JsonValue& value) {
  PLUMBLINE_CHECK(onlyMembers(value, {"columns", "name", "value"}));
  PLUMBLINE_TRY(list, value.arrayAt("columns"));
  PLUMBLINE_TRY(name, textMember(value, "name"));
  PLUMBLINE_TRY(cell, textMember(value, "value"));
  if (name.empty() || cell.empty() || name == cell) {
    return badMember("unfold", name, "two headings, \"name\" and \"value\"");
  }
  Unfold unfold{{}, std::move(name), std::move(cell)};
  for (const JsonValue& each : *list) {
    PLUMBLINE_TRY(column, unfoldedOf(each));
    unfold.columns.push_back(std::move(column));
  }
  if (unfold.columns.empty()) return badMember("unfold", "[]", "one column at least");
  return unfold;
}

}  // namespace plumbline
