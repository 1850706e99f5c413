// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/error_form.h"

#include <optional>

#include <QString>

#include "crypto/json.h"

namespace plumbline {
namespace {

/// What is read of a file may look like anything else.
const std::string wordsFollow = "\x01";

std::string inUtf8(const std::string& text) {
  return isUtf8(text) ? text : QString::fromStdString(text).toStdString();
}

JsonValue jsonOf(const Message& message) {
  if (message.empty()) return JsonArray{};
  JsonArray list{message.pattern()};
  for (const Message::Part& part : message.parts()) {
    list.push_back(part.message.empty() ? JsonValue(inUtf8(part.text)) : jsonOf(part.message));
  }
  return list;
}

/// parseJson() has seen to it that lists are not nested without end.
std::optional<Message> messageIn(const JsonValue& json) {
  const JsonArray* list = json.array();
  if (list == nullptr) return std::nullopt;
  if (list->empty()) return Message();
  if (list->front().string() == nullptr) return std::nullopt;
  std::vector<Message::Part> parts;
  for (std::size_t i = 1; i < list->size(); ++i) {
    const JsonValue& part = (*list)[i];
    if (const std::string* fact = part.string()) {
      parts.emplace_back(*fact);
      continue;
    }
    auto inner = messageIn(part);
    if (!inner) return std::nullopt;
    parts.emplace_back(*std::move(inner));
  }
  return Message::stored(*list->front().string(), std::move(parts));
}

std::optional<Message> messageAt(const JsonValue& json, std::string_view name) {
  const JsonValue* member = json.find(name);
  return member == nullptr ? std::nullopt : messageIn(*member);
}

JsonValue jsonOf(const Found& found) {
  return found.isFact() ? JsonValue(inUtf8(found.text())) : jsonOf(found.message());
}

/// A fact is a text, words of ours are a list.
std::optional<Found> foundAt(const JsonValue& json) {
  if (const auto fact = json.stringAt("found")) return Found(std::string(*fact));
  auto words = messageAt(json, "found");
  if (!words) return std::nullopt;
  return Found(*std::move(words));
}

std::optional<Place> placeAt(const JsonValue& json, std::string_view name) {
  const auto list = json.arrayAt(name);
  if (!list || (*list)->size() != 4) return std::nullopt;
  const JsonArray& cells = **list;
  const bool whole = cells[0].string() != nullptr && cells[1].integer() != nullptr &&
                     cells[2].string() != nullptr && cells[3].integer() != nullptr;
  if (!whole) return std::nullopt;
  return Place{*cells[0].string(), *cells[1].integer(), *cells[2].string(), *cells[3].integer()};
}

std::optional<Error> errorIn(std::string_view form) {
  if (!form.starts_with('{')) return std::nullopt;
  const auto json = parseJson(bytesOf(form));
  if (!json) return std::nullopt;
  auto found = foundAt(*json);
  auto message = messageAt(*json, "message");
  auto expected = messageAt(*json, "expected");
  auto where = placeAt(*json, "where");
  if (!found || !message || !expected || !where) return std::nullopt;
  return Error{ErrorCode::Inconsistent, *std::move(message), *std::move(where), *std::move(found),
               *std::move(expected)};
}

}  // namespace

std::string formOf(const Message& message) { return jsonOf(message).dump(); }

Message messageOf(std::string_view form) {
  if (form.starts_with('[')) {
    const auto json = parseJson(bytesOf(form));
    auto message = json ? messageIn(*json) : std::nullopt;
    if (message) return *std::move(message);
  }
  return Message::data(std::string(form));
}

std::string formOf(const Found& found) {
  if (!found.isFact()) return wordsFollow + formOf(found.message());
  std::string fact = found.text();
  return fact.starts_with(wordsFollow) ? wordsFollow + fact : fact;
}

Found foundOf(std::string_view form) {
  if (!form.starts_with(wordsFollow)) return form;
  form.remove_prefix(1);
  if (form.starts_with(wordsFollow)) return form;
  return messageOf(form);
}

std::string formOf(const Error& error) {
  const JsonValue json(JsonObject{{"expected", jsonOf(error.expected)},
                                  {"found", jsonOf(error.found)},
                                  {"message", jsonOf(error.message)},
                                  {"where", JsonArray{inUtf8(error.where.file), error.where.row,
                                                      inUtf8(error.where.column), error.where.byte}}});
  return json.dump();
}

Error errorOf(std::string_view form) {
  auto error = errorIn(form);
  if (error) return *std::move(error);
  return {ErrorCode::Inconsistent, Message::data(std::string(form))};
}

}  // namespace plumbline
