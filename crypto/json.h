// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Strict JSON (RFC 8259, I-JSON RFC 7493): UTF-8 without BOM, no duplicate members, no lone
// surrogates, depth at most 32, integers within +-2^53 kept exactly, other numbers as text.
// Amounts travel as decimal strings, so a number that is not an integer is seldom needed.
// The writer is canonical: members in the order given, no white space, minimal escapes.

#include <initializer_list>
#include <utility>
#include <variant>

#include "crypto/bytes.h"

namespace plumbline {

class JsonValue;
using JsonArray = std::vector<JsonValue>;
using JsonMember = std::pair<std::string, JsonValue>;
using JsonObject = std::vector<JsonMember>;  // in the order of the text

class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(std::nullptr_t) {}
  JsonValue(bool value) : m_value(value) {}
  JsonValue(std::int64_t value) : m_value(value) {}
  JsonValue(int value) : m_value(std::int64_t{value}) {}
  JsonValue(std::uint64_t value) : m_value(static_cast<std::int64_t>(value)) {}
  JsonValue(std::string value) : m_value(std::move(value)) {}
  JsonValue(std::string_view value) : m_value(std::string(value)) {}
  JsonValue(const char* value) : m_value(std::string(value)) {}
  JsonValue(JsonArray value) : m_value(std::move(value)) {}
  JsonValue(JsonObject value) : m_value(std::move(value)) {}
  /// A number that is not an integer, as its decimal text ("0.05"); written without quotes.
  [[nodiscard]] static JsonValue decimal(std::string text);

  [[nodiscard]] bool isNull() const { return m_value.index() == 0; }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&m_value); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&m_value); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&m_value); }
  [[nodiscard]] const JsonArray* array() const { return std::get_if<JsonArray>(&m_value); }
  [[nodiscard]] const JsonObject* object() const { return std::get_if<JsonObject>(&m_value); }
  /// Text of a non-integer number, or nullptr.
  [[nodiscard]] const std::string* decimalText() const;

  /// Member of an object, or nullptr where this is no object or has no such member.
  [[nodiscard]] const JsonValue* find(std::string_view name) const;
  /// Readers with errors that name the member: "member party.id is missing". A dot in `name` goes
  /// down into an object; find() above takes names as they are. Errors: Malformed.
  [[nodiscard]] Result<std::string> stringAt(std::string_view name) const;
  [[nodiscard]] Result<std::int64_t> integerAt(std::string_view name) const;
  [[nodiscard]] Result<const JsonArray*> arrayAt(std::string_view name) const;
  [[nodiscard]] Result<const JsonValue*> objectAt(std::string_view name) const;

  /// Compact canonical text.
  [[nodiscard]] std::string dump() const;
  /// Two-space indented text for people, with a final newline.
  [[nodiscard]] std::string pretty() const;

 private:
  struct Decimal {
    std::string text;
  };
  std::variant<std::monostate, bool, std::int64_t, std::string, JsonArray, JsonObject, Decimal>
      m_value;
};

/// Errors: Malformed, Encoding, TooLarge; the place names the byte.
[[nodiscard]] Result<JsonValue> parseJson(ByteView bytes, std::size_t maxBytes = 64u << 20);

}  // namespace plumbline
