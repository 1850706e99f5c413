// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/reading.h"

#include "model/store/evidence_slot.h"

namespace plumbline {
namespace {

constexpr std::size_t maxBytes = 1 << 20;

std::string memberOf(const Hash& original) {
  return "audit/reading/" + original.hex() + ".json";
}

}  // namespace

std::optional<Hash> originalOfReading(std::string_view member) {
  constexpr std::size_t digits = 64;
  const std::size_t slash = member.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? member : member.substr(slash + 1);
  const auto digest = Hash::fromHexText(file.substr(0, digits));
  if (!digest) return std::nullopt;
  return *digest;
}

std::optional<Reading> readingAsked(const ImportOptions& options) {
  if (!options.as) return std::nullopt;
  Reading reading{*options.as};
  if (options.layout) reading.details = JsonObject{{"layout", *options.layout}};
  return reading;
}

Result<Reading> parseReading(ByteView bytes) {
  PLUMBLINE_TRY(json, parseJson(bytes, maxBytes));
  PLUMBLINE_TRY(reader, json.stringAt("reader"));
  const JsonValue* details = json.find("details");
  if (json.object()->size() != (details == nullptr ? 1u : 2u)) {
    return Error{ErrorCode::Malformed, "the file has a member that is not known"};
  }
  Reading reading{std::move(reader)};
  if (details != nullptr) reading.details = *details;
  return reading;
}

std::string readingText(const Reading& reading) {
  JsonObject out{{"reader", reading.reader}};
  if (reading.details) out.emplace_back("details", *reading.details);
  return JsonValue(std::move(out)).dump();
}

Result<void> storeReading(const EvidenceStore& store, const Hash& original,
                          const Reading& reading) {
  return replaceSlot(store, evidence_kind::reading, memberOf(original),
                     bytesOf(readingText(reading)));
}

Result<std::optional<Reading>> findReading(const EvidenceStore& store, const Hash& original) {
  PLUMBLINE_TRY(pieces, slotPieces(store, memberOf(original)));
  if (pieces.size() != 1) return std::optional<Reading>();
  PLUMBLINE_TRY(bytes, store.readAll(pieces.front()));
  PLUMBLINE_TRY(reading, parseReading(bytes));
  return std::optional(std::move(reading));
}

}  // namespace plumbline
