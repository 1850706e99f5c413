// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/mapping_json.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::size_t maxTextBytes = 1000;

Result<std::string> shortText(const JsonValue& value, std::string_view name) {
  if (value.string() == nullptr) return badMember(name, value.dump(), "a text");
  if (value.string()->size() > maxTextBytes) {
    return badMember(name, *value.string(), "at most 1000 bytes");
  }
  return *value.string();
}

}  // namespace

Error badMember(std::string_view member, std::string_view found, Message expected) {
  return {ErrorCode::BadValue,
          Message("the mapping's %1 cannot be used", member),
          {},
          "\"" + std::string(found.substr(0, 80)) + "\"",
          std::move(expected)};
}

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

Result<std::string> textMember(const JsonValue& value, std::string_view name) {
  const JsonValue* member = value.find(name);
  if (member == nullptr) return std::string();
  PLUMBLINE_CHECK(value.stringAt(name));
  return shortText(*member, name);
}

Result<std::int64_t> numberMember(const JsonValue& value, std::string_view name,
                                  std::int64_t most) {
  PLUMBLINE_TRY(number, value.integerAt(name));
  if (number < 0 || number > most) {
    return badMember(name, std::to_string(number), Message("0 to %1", most));
  }
  return number;
}

Result<std::vector<std::string>> textsMember(const JsonValue& value, std::string_view name) {
  std::vector<std::string> texts;
  if (value.find(name) == nullptr) return texts;
  PLUMBLINE_TRY(list, value.arrayAt(name));
  for (const JsonValue& each : *list) {
    PLUMBLINE_TRY(text, shortText(each, name));
    texts.push_back(std::move(text));
  }
  return texts;
}

Result<std::map<std::string, std::string>> textPairsMember(const JsonValue& value,
                                                           std::string_view name) {
  std::map<std::string, std::string> pairs;
  if (value.find(name) == nullptr) return pairs;
  PLUMBLINE_TRY(object, value.objectAt(name));
  if (object->object() == nullptr) return badMember(name, object->dump(), "texts by their names");
  for (const auto& [key, each] : *object->object()) {
    PLUMBLINE_TRY(text, shortText(each, name));
    pairs.emplace(key, std::move(text));
  }
  return pairs;
}

Result<bool> flagMember(const JsonValue& value, std::string_view name) {
  const JsonValue* member = value.find(name);
  if (member == nullptr) return false;
  if (member->boolean() == nullptr) return badMember(name, member->dump(), "true or false");
  return *member->boolean();
}

}  // namespace plumbline
