// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/field_value.h"
#include "model/workspace/record_query.h"

namespace plumbline {
namespace {

using Kind = StoredFilter::Kind;

constexpr std::size_t maxFilterBytes = 1000;  // no field is longer

/// A stored value or, for a time that is cut short, the range it stands for.
struct Span {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// "2141" or "2141-04": from the first to the last millisecond.
std::optional<Span> shortTime(std::string_view text) {
  const bool isYear = text.size() == 4;
  if (!isYear && text.size() != 7) return std::nullopt;
  const auto start = Timestamp::parse(std::string(text) + (isYear ? "-01-01" : "-01"));
  if (!start) return std::nullopt;
  const Month month = Month::of(*start);
  const Timestamp end = Month{month.index + (isYear ? 12 : 1)}.start();
  return Span{start->inMilliseconds(), end.inMilliseconds() - 1};
}

Result<Span> spanOf(const Field& field, std::string_view text) {
  if (field.type == FieldType::Time) {
    if (const auto span = shortTime(text)) return *span;
  }
  auto value = parseFieldValue(field.type, text);
  if (!value) {
    Error error = std::move(value).error();
    error.where.column = field.name;
    return error;
  }
  const bool isDay = field.type == FieldType::Time && text.size() == 10;
  return Span{*value, isDay ? *value + millisecondsPerDay - 1 : *value};
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

Result<StoredFilter> textFilter(StoredFilter filter, const Field& field, std::string_view text) {
  filter.kind = Kind::Contains;
  if (takePrefix(text, "!")) {
    filter.kind = Kind::NotContains;
  } else if (takePrefix(text, "=")) {
    filter.kind = Kind::Equals;
  }
  if (text.size() > maxFilterBytes) {
    return Error{ErrorCode::BadValue,
                 "the text to look for is too long",
                 {.column = std::string(field.name)},
                 Message("%1 bytes", text.size()),
                 "at most 1000 bytes"};
  }
  filter.text = text;
  return filter;
}

Result<StoredFilter> numberFilter(StoredFilter filter, const Field& field, std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    PLUMBLINE_TRY(low, spanOf(field, text.substr(0, dots)));
    PLUMBLINE_TRY(high, spanOf(field, text.substr(dots + 2)));
    filter.kind = Kind::Between;
    filter.low = low.low;
    filter.high = high.high;
    return filter;
  }
  Kind kind = Kind::Between;
  if (takePrefix(text, ">=")) {
    kind = Kind::AtLeast;
  } else if (takePrefix(text, "<=")) {
    kind = Kind::AtMost;
  } else if (takePrefix(text, ">")) {
    kind = Kind::Above;
  } else if (takePrefix(text, "<")) {
    kind = Kind::Below;
  } else {
    takePrefix(text, "=");
  }
  PLUMBLINE_TRY(span, spanOf(field, text));
  filter.kind = kind;
  // After April means after its last moment, before April before its first.
  filter.low = kind == Kind::Above ? span.high : span.low;
  filter.high = kind == Kind::Below ? span.low : span.high;
  return filter;
}

}  // namespace

Result<StoredFilter> parseStoredFilter(Table table, std::string_view fieldName,
                                       std::string_view text) {
  const auto& fields = tableInfo(table).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name != fieldName) continue;
    StoredFilter filter;
    filter.field = i;
    if (text == "-") {
      filter.kind = Kind::Absent;
      return filter;
    }
    if (isTextType(fields[i].type)) return textFilter(std::move(filter), fields[i], text);
    return numberFilter(std::move(filter), fields[i], text);
  }
  return Error{
      ErrorCode::BadValue, "the table has no such column", {.column = std::string(fieldName)}};
}

}  // namespace plumbline
