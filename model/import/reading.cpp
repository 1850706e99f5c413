// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/reading.h"

namespace plumbline {
namespace {

constexpr std::size_t maxBytes = 1 << 20;

std::string memberOf(const Hash& original) {
  return "audit/reading/" + original.hex() + ".json";
}

}  // namespace

Result<Reading> parseReading(ByteView bytes) {
  PLUMBLINE_TRY(json, parseJson(bytes, maxBytes));
  PLUMBLINE_TRY(reader, json.stringAt("reader"));
  if (json.object()->size() != 1) {
    return Error{ErrorCode::Malformed, "the file has a member that is not known"};
  }
  return Reading{std::move(reader)};
}

std::string readingText(const Reading& reading) {
  return JsonValue(JsonObject{{"reader", reading.reader}}).dump();
}

Result<void> storeReading(const EvidenceStore& store, const Hash& original,
                          const Reading& reading) {
  PLUMBLINE_TRY(
      id, store.replace(evidence_kind::reading, memberOf(original), bytesOf(readingText(reading))));
  static_cast<void>(id);
  return {};
}

Result<std::optional<Reading>> findReading(const EvidenceStore& store, const Hash& original) {
  PLUMBLINE_TRY(item, store.findMember(memberOf(original)));
  if (!item) return std::optional<Reading>();
  PLUMBLINE_TRY(bytes, store.readAll(*item));
  PLUMBLINE_TRY(reading, parseReading(bytes));
  return std::optional(std::move(reading));
}

}  // namespace plumbline
