// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/cell.h"

#include <algorithm>

#include "model/records/field_value.h"

namespace plumbline {
namespace {

constexpr std::size_t maxIdCharacters = 64;
constexpr std::size_t maxTextBytes = 1000;

/// Characters of well-formed UTF-8: bytes that do not continue one.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

bool hasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool isTooLong(FieldType type, std::string_view text) {
  if (type == FieldType::Text) return text.size() > maxTextBytes;
  return text.size() > maxIdCharacters && characters(text) > maxIdCharacters;
}

}  // namespace

bool readCell(const Field& field, std::string_view text, Cell& out) {
  if (text.empty()) {
    out.kind = Cell::Kind::Null;
    return !field.required;
  }
  if (isTextType(field.type)) {
    out.text = text.data();
    out.size = static_cast<std::uint32_t>(text.size());
    out.kind = Cell::Kind::Text;
    return !isTooLong(field.type, text) && (field.type == FieldType::Text || !hasControl(text));
  }
  const auto value = parseFieldValue(field.type, text);
  if (!value) return false;
  out.number = *value;
  out.kind = Cell::Kind::Integer;
  return true;
}

Error cellError(const Field& field, std::string_view text) {
  Error error{ErrorCode::BadValue, {}, {.column = std::string(field.name)}};
  error.found = "\"" + std::string(text.substr(0, 80)) + "\"";
  if (text.empty()) {
    error.message = "the field is empty";
    error.expected = "a value";
  } else if (!isTextType(field.type)) {
    const auto value = parseFieldValue(field.type, text);
    error.message = value.ok() ? Message("the value cannot be read") : value.error().message;
    error.expected = value.ok() ? Message() : value.error().expected;
  } else if (isTooLong(field.type, text)) {
    const bool isId = field.type == FieldType::Id;
    error.message = isId ? Message("the id is too long") : Message("the text is too long");
    error.expected = isId ? Message("at most 64 characters") : Message("at most 1000 bytes");
  } else {
    error.message = "the id has a control character";
    error.expected = "printable characters";
  }
  return error;
}

}  // namespace plumbline
