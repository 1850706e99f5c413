// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/canonical_json.h"

#include <algorithm>

namespace plumbline {
namespace {

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The same with its members in the order of their names; of ASCII that of bytes is that of RFC 8785.
std::optional<JsonValue> sorted(const JsonValue& value) {
  if (value.decimalText() != nullptr) return std::nullopt;
  if (const JsonArray* const array = value.array()) {
    JsonArray out;
    for (const JsonValue& element : *array) {
      auto inner = sorted(element);
      if (!inner) return std::nullopt;
      out.push_back(std::move(*inner));
    }
    return JsonValue(std::move(out));
  }
  const JsonObject* const object = value.object();
  if (object == nullptr) return value;
  JsonObject out;
  for (const auto& [name, member] : *object) {
    auto inner = sorted(member);
    if (!inner || !isAscii(name)) return std::nullopt;
    out.emplace_back(name, std::move(*inner));
  }
  std::sort(out.begin(), out.end(),
            [](const JsonMember& a, const JsonMember& b) { return a.first < b.first; });
  return JsonValue(std::move(out));
}

}  // namespace

std::optional<std::string> canonicalJson(const JsonValue& value) {
  const auto ordered = sorted(value);
  return ordered ? std::optional(ordered->dump()) : std::nullopt;
}

}  // namespace plumbline
