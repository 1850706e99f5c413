// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GeoJSON (RFC 7946): points whose properties say when, and lines with a time for each of their points
// ("coordTimes"). A row is a feature of the file, from 1.

#include <algorithm>

#include "model/readers/json_records.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"
#include "model/readers/track_rows.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"geometry: Point", "fixes.longitude, fixes.latitude"},
    {"geometry: LineString, and coordTimes or times", "the same, a fix for each point"},
    {"time, timestamp, datetime, when", "fixes.time: RFC 3339, or seconds or milliseconds since 1970"},
    {"uploaded_at, uploaded", "fixes.uploaded_at"},
    {"device, device_id, deviceID, imei, name", "fixes.device"},
    {"source, provider", "fixes.source"},
    {"accuracy_m, accuracy", "fixes.accuracy_m"},
    {"country", "fixes.country"},
};

constexpr std::int64_t maxFileBytes = 64 << 20;
constexpr std::int64_t firstMilliseconds = 100'000'000'000;  // as seconds: the year 5138
constexpr std::size_t maxRawBytes = 4096;

/// Digits are a moment since 1970.
std::string momentText(const std::string& text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || text.size() > 15) return text;
  const std::int64_t number = std::stoll(text);
  return timeOfEpochMs(std::to_string(number < firstMilliseconds ? number * 1000 : number));
}

std::string firstOf(const JsonValue& properties, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (std::string text = textAt(properties, name); !text.empty()) return text;
  }
  return {};
}

std::string textOfNumber(const JsonValue& value) {
  if (const std::int64_t* whole = value.integer()) return std::to_string(*whole);
  if (const std::string* decimal = value.decimalText()) return *decimal;
  return value.dump();
}

void setPlace(FixText& fix, const JsonValue& position) {
  const JsonArray* const numbers = position.array();
  if (numbers == nullptr || numbers->size() < 2) return;
  fix.longitude = textOfNumber((*numbers)[0]);
  fix.latitude = textOfNumber((*numbers)[1]);
}

class FeatureReader {
 public:
  explicit FeatureReader(TrackRows& rows) : m_rows(rows) {}

  Result<void> addAll(const JsonValue& root) {
    const auto features = listAt(root, "features");
    if (textAt(root, "type") == "Feature") return add(root);
    for (const JsonValue& feature : features) PLUMBLINE_CHECK(add(feature));
    return {};
  }

 private:
  Result<void> add(const JsonValue& feature) {
    ++m_row;
    static const JsonValue none{JsonObject{}};
    const JsonValue* const found = feature.find("properties");
    const JsonValue& properties = found != nullptr ? *found : none;
    FixText fix;
    fix.device = firstOf(properties, {"device", "device_id", "deviceID", "imei", "name"});
    fix.time = momentText(firstOf(properties, {"time", "timestamp", "datetime", "when"}));
    fix.uploaded = momentText(firstOf(properties, {"uploaded_at", "uploaded"}));
    fix.source = firstOf(properties, {"source", "provider"});
    fix.accuracy = firstOf(properties, {"accuracy_m", "accuracy"});
    fix.country = firstOf(properties, {"country"});
    if (textAt(feature, "geometry.type") == "LineString") return addLine(fix, feature, properties);
    if (const JsonValue* at = valueAt(feature, "geometry.coordinates")) setPlace(fix, *at);
    return m_rows.add(fix, m_row, feature.dump().substr(0, maxRawBytes));
  }

  Result<void> addLine(FixText fix, const JsonValue& feature, const JsonValue& properties) {
    auto times = listAt(properties, "coordTimes");
    if (times.empty()) times = listAt(properties, "times");
    const auto places = listAt(feature, "geometry.coordinates");
    for (std::size_t i = 0; i < std::max(times.size(), places.size()); ++i) {
      fix.time.clear();
      fix.latitude.clear();
      fix.longitude.clear();
      std::string raw;
      if (i < times.size()) {
        const std::string* const text = times[i].string();
        fix.time = momentText(text != nullptr ? *text : textOfNumber(times[i]));
        raw = fix.time;
      }
      if (i < places.size()) {
        setPlace(fix, places[i]);
        raw += " " + places[i].dump();
      }
      PLUMBLINE_CHECK(m_rows.add(fix, m_row, raw.substr(0, maxRawBytes)));
    }
    return {};
  }

  TrackRows& m_rows;
  std::int64_t m_row = 0;
};

bool recognises(const ReadInput& input) {
  const std::string_view head = input.headText();
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  const auto has = [head](std::string_view word) { return head.find(word) != std::string_view::npos; };
  return first != std::string_view::npos && head[first] == '{' &&
         (has("\"FeatureCollection\"") || (has("\"Feature\"") && has("\"geometry\"")));
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  TrackRows rows(input, sink);
  PLUMBLINE_CHECK(rows.begin());
  if (progress.cancelled()) return Progress::cancelledError();
  PLUMBLINE_TRY(bytes, input.readAll(maxFileBytes));
  PLUMBLINE_TRY(root, parseJson(bytes));
  return FeatureReader(rows).addAll(root);
}

}  // namespace

Reader geoJsonReader() {
  return {"geojson",
          "Tracks of devices, GeoJSON",
          fields,
          "areas, heights and other properties: no check needs them",
          recognises,
          read};
}

}  // namespace plumbline
