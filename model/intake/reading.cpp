// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/reading.h"

#include <algorithm>
#include <array>

#include "model/store/evidence_slot.h"

namespace plumbline {
namespace {

constexpr std::size_t maxBytes = 1 << 20;

Result<Reading> readingOf(const JsonValue& json) {
  PLUMBLINE_TRY(reader, json.stringAt("reader"));
  const JsonValue* details = json.find("details");
  if (json.object()->size() != (details == nullptr ? 1u : 2u)) {
    return Error{ErrorCode::Malformed, "the file has a member that is not known"};
  }
  Reading reading{std::move(reader)};
  if (details != nullptr) reading.details = *details;
  return reading;
}

/// The two are told apart where the sheet, the table or the party is another.
using MappedPart = std::array<std::string, 3>;

std::optional<Mapping> mappingOf(const Reading& reading) {
  if (!reading.details) return std::nullopt;
  auto used = UsedMapping::fromJson(*reading.details);
  if (!used) return std::nullopt;
  return std::move(used->mapping);
}

std::optional<MappedPart> partOf(const Reading& reading, const std::string& firstSheet) {
  const auto mapping = mappingOf(reading);
  if (!mapping) return std::nullopt;
  return MappedPart{mapping->sheet.empty() ? firstSheet : mapping->sheet,
                    std::string(tableInfo(mapping->table).name), mapping->party};
}

void sort(Readings& readings) {
  std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return readingText(a) < readingText(b);
  });
}

JsonValue jsonOf(const Reading& reading) {
  JsonObject out{{"reader", reading.reader}};
  if (reading.details) out.emplace_back("details", *reading.details);
  return out;
}

}  // namespace

std::string readingMember(const Hash& original) {
  return "audit/reading/" + original.hex() + ".json";
}

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

Result<Readings> parseReadings(ByteView bytes) {
  PLUMBLINE_TRY(json, parseJson(bytes, maxBytes));
  const JsonValue* several = json.find("readings");
  if (several == nullptr) {
    PLUMBLINE_TRY(reading, readingOf(json));
    return Readings{std::move(reading)};
  }
  const JsonArray* list = several->array();
  if (list == nullptr || json.object()->size() != 1 || list->size() < 2 ||
      list->size() > mostReadings) {
    return Error{ErrorCode::Malformed,
                 "the file does not list its readings",
                 {},
                 {},
                 Message("from 2 to %1 readings", mostReadings)};
  }
  Readings readings;
  for (const JsonValue& each : *list) {
    PLUMBLINE_TRY(reading, readingOf(each));
    if (!readings.empty() && !(readingText(readings.back()) < readingText(reading))) {
      return Error{ErrorCode::Malformed, "the readings are not in order, or one stands twice"};
    }
    readings.push_back(std::move(reading));
  }
  return readings;
}

std::string readingText(const Reading& reading) {
  return jsonOf(reading).dump();
}

std::string readingsText(Readings readings) {
  if (readings.size() == 1) return readingText(readings.front());
  sort(readings);
  JsonArray list;
  for (const Reading& reading : readings) list.push_back(jsonOf(reading));
  return JsonValue(JsonObject{{"readings", std::move(list)}}).dump();
}

bool isSaidIn(const Readings& readings, const Reading& said) {
  const auto mapping = mappingOf(said);
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return mapping ? mappingOf(reading) == mapping : readingText(reading) == readingText(said);
  });
}

Readings joinedReadings(const Readings& before, const Reading& said,
                        const std::string& firstSheet) {
  const auto part = partOf(said, firstSheet);
  Readings all{said};
  if (!part) return all;
  for (const Reading& reading : before) {
    const auto other = partOf(reading, firstSheet);
    if (!other) return {said};
    if (*other != *part) all.push_back(reading);
  }
  sort(all);
  return all;
}

Result<void> storeReadings(const EvidenceStore& store, const Hash& original,
                           const Readings& readings) {
  return replaceSlot(store, evidence_kind::reading, readingMember(original),
                     bytesOf(readingsText(readings)));
}

Result<Readings> findReadings(const EvidenceStore& store, const Hash& original) {
  PLUMBLINE_TRY(pieces, slotPieces(store, readingMember(original)));
  if (pieces.size() != 1) return Readings();
  PLUMBLINE_TRY(bytes, store.readAll(pieces.front()));
  return parseReadings(bytes);
}

}  // namespace plumbline
