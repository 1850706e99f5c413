// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/json_number.h"

#include <charconv>
#include <cmath>

namespace plumbline {

Result<double> numberOf(const JsonValue& value, std::string_view where) {
  double number = 0;
  if (const std::int64_t* integer = value.integer()) {
    number = static_cast<double>(*integer);
  } else if (const std::string* text = value.decimalText()) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size()) number = HUGE_VAL;
  } else {
    return Error{.code = ErrorCode::Malformed,
                 .message = Message("%1 is not a number", where),
                 .found = value.dump().substr(0, 60),
                 .expected = "a number"};
  }
  if (std::abs(number) <= largestJsonNumber) return number;
  return Error{.code = ErrorCode::BadValue,
               .message = Message("%1 is out of range", where),
               .found = value.dump().substr(0, 60),
               .expected = "a number from -1e15 to 1e15"};
}

Result<double> numberAt(const JsonValue& object, std::string_view member, std::string_view where) {
  const std::string name = std::string(where) + "." + std::string(member);
  const JsonValue* value = object.find(member);
  if (value == nullptr) return Error{ErrorCode::Malformed, Message("member %1 is missing", name)};
  return numberOf(*value, "member " + name);
}

Result<double> numberAt(const JsonValue& object, std::string_view member, std::string_view where,
                        double least, double most) {
  PLUMBLINE_TRY(number, numberAt(object, member, where));
  if (number >= least && number <= most) return number;
  return Error{
      .code = ErrorCode::BadValue,
      .message = Message("member %1.%2 is out of range", where, member),
      .found = numberJson(number).dump(),
      .expected = Message("a number from %1 to %2", numberJson(least).dump(), numberJson(most).dump())};
}

JsonValue numberJson(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (value == 0) return 0;  // never "-0"
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return JsonValue::decimal(std::string(digits, end));
}

JsonValue numbersJson(const Eigen::VectorXd& values) {
  JsonArray list;
  list.reserve(static_cast<std::size_t>(values.size()));
  for (const double value : values) list.push_back(numberJson(value));
  return list;
}

JsonValue matrixJson(const Eigen::MatrixXd& values) {
  JsonArray rows;
  for (Eigen::Index i = 0; i < values.rows(); ++i) rows.push_back(numbersJson(values.row(i)));
  return rows;
}

JsonValue diagnosisJson(std::string_view name, std::string text) {
  return JsonObject{{"name", name}, {"text", std::move(text)}};
}

}  // namespace plumbline
