// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/json.h"

namespace plumbline {
namespace {

Error wrongMember(std::string_view path, Message what) {
  return Error{ErrorCode::Malformed, Message("member %1 is %2", path, std::move(what))};
}

/// Follows "party.id" down from `value`; nullptr where a step is missing.
const JsonValue* follow(const JsonValue& value, std::string_view path) {
  const JsonValue* at = &value;
  while (at != nullptr) {
    const std::size_t dot = path.find('.');
    at = at->find(path.substr(0, dot));
    if (dot == std::string_view::npos) return at;
    path.remove_prefix(dot + 1);
  }
  return nullptr;
}

}  // namespace

JsonValue JsonValue::decimal(std::string text) {
  JsonValue value;
  value.m_value = Decimal{std::move(text)};
  return value;
}

const std::string* JsonValue::decimalText() const {
  const auto* number = std::get_if<Decimal>(&m_value);
  return number == nullptr ? nullptr : &number->text;
}

const JsonValue* JsonValue::find(std::string_view name) const {
  if (const JsonObject* members = object()) {
    for (const JsonMember& member : *members) {
      if (member.first == name) return &member.second;
    }
  }
  return nullptr;
}

Result<std::string> JsonValue::stringAt(std::string_view name) const {
  const JsonValue* value = follow(*this, name);
  if (value == nullptr) return wrongMember(name, "missing");
  if (value->string() == nullptr) return wrongMember(name, "not a string");
  return *value->string();
}

Result<std::int64_t> JsonValue::integerAt(std::string_view name) const {
  const JsonValue* value = follow(*this, name);
  if (value == nullptr) return wrongMember(name, "missing");
  if (value->integer() == nullptr) return wrongMember(name, "not an integer");
  return *value->integer();
}

Result<const JsonArray*> JsonValue::arrayAt(std::string_view name) const {
  const JsonValue* value = follow(*this, name);
  if (value == nullptr) return wrongMember(name, "missing");
  if (value->array() == nullptr) return wrongMember(name, "not an array");
  return value->array();
}

Result<const JsonValue*> JsonValue::objectAt(std::string_view name) const {
  const JsonValue* value = follow(*this, name);
  if (value == nullptr) return wrongMember(name, "missing");
  if (value->object() == nullptr) return wrongMember(name, "not an object");
  return value;
}

}  // namespace plumbline
