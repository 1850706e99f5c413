// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KML 2.2 (OGC 07-147r2) with the tracks of its extension gx: gx:Track, places with a TimeStamp, and
// lines with a TimeStamp, whose last point is where the device was then. A row is a line of the file.

#include <deque>

#include "model/readers/reader_list.h"
#include "model/readers/track_rows.h"
#include "model/readers/xml_feed.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"gx:Track: when, gx:coord", "fixes.time, fixes.longitude, fixes.latitude"},
    {"Placemark with TimeStamp and Point", "fixes.time, fixes.longitude, fixes.latitude"},
    {"Placemark with TimeStamp and LineString", "the same of its last point"},
    {"name of the Placemark of a gx:Track, else of the Folder or Document", "fixes.device"},
    {"Data name=\"device\"", "fixes.device"},
};

/// The next part of a text up to one of `between`; moves on behind it.
std::string_view takePart(std::string_view& text, std::string_view between) {
  const std::size_t begin = std::min(text.find_first_not_of(between), text.size());
  text.remove_prefix(begin);
  const std::string_view part = text.substr(0, text.find_first_of(between));
  text.remove_prefix(part.size());
  return part;
}

void setPlace(FixText& fix, std::string_view longitudeThenLatitude, std::string_view between) {
  fix.longitude = takePart(longitudeThenLatitude, between);
  fix.latitude = takePart(longitudeThenLatitude, between);
}

/// The last "longitude,latitude,height" of a list of them.
std::string_view lastOf(std::string_view coordinates) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t end = coordinates.find_last_not_of(white);
  if (end == std::string_view::npos) return {};
  coordinates = coordinates.substr(0, end + 1);
  return coordinates.substr(coordinates.find_last_of(white) + 1);  // npos + 1 is 0
}

// Of one Placemark, which is held until it ends: a day of fixes every tenth of a second.
constexpr std::int64_t mostLines = 1'000'000;

class KmlEvents final : public XmlEvents {
 public:
  explicit KmlEvents(TrackRows& rows) : m_rows(rows) {}

  Result<void> begin(const XmlElement& element) override {
    m_open.emplace_back(element.name);
    if (isBox(element.name)) m_names.emplace_back();
    if (element.name == "Placemark") {
      m_place = Place{};
      m_lines = 0;
    }
    if (element.name == "Track") {
      m_whens.clear();
      m_coords.clear();
    }
    if (element.name == "Data") m_data = element.attribute("name");
    return {};
  }

  Result<void> end(std::string_view name, std::string_view text, std::int64_t line) override {
    m_open.pop_back();
    const bool isLine = name == "when" || name == "coord" || name == "coordinates";
    if (isLine && ++m_lines > mostLines) {
      return Error{ErrorCode::TooLarge, "a place of the file has too many points", {.row = line},
                   std::to_string(m_lines), Message("at most %1", mostLines)};
    }
    const std::string_view inside = m_open.empty() ? std::string_view() : std::string_view(m_open.back());
    if (name == "name" && inside == "Placemark") m_place.name = text;
    if (name == "name" && isBox(inside)) m_names.back() = text;
    if (name == "value" && m_data == "device") m_place.device = text;
    if (name == "when" && inside == "Track") m_whens.push_back({std::string(text), line});
    if (name == "coord") m_coords.push_back({std::string(text), line});
    if (name == "when" && inside == "TimeStamp") m_place.when = text;
    if (name == "coordinates" && (inside == "Point" || inside == "LineString")) {
      m_place.points.push_back({std::string(lastOf(text)), line});
    }
    if (name == "Track") {
      m_place.tracks.push_back({std::move(m_whens), std::move(m_coords)});
      m_whens.clear();
      m_coords.clear();
    }
    if (name == "Data") m_data.clear();
    if (name == "Placemark") PLUMBLINE_CHECK(endOfPlace());
    if (isBox(name)) m_names.pop_back();
    return {};
  }

 private:
  struct Line {
    std::string text;
    std::int64_t number = 0;
  };
  struct Track {
    std::deque<Line> whens, coords;
  };
  struct Place {
    std::string name, device, when;
    std::vector<Line> points;
    std::vector<Track> tracks;
  };

  static bool isBox(std::string_view name) { return name == "Document" || name == "Folder"; }

  /// Of the innermost box that has one.
  [[nodiscard]] std::string boxName() const {
    for (auto name = m_names.rbegin(); name != m_names.rend(); ++name) {
      if (!name->empty()) return *name;
    }
    return {};
  }

  Result<void> endOfPlace() {
    FixText fix;
    for (const Line& point : m_place.points) {
      fix.device = m_place.device.empty() ? boxName() : m_place.device;
      fix.time = m_place.when;
      setPlace(fix, point.text, ",");
      PLUMBLINE_CHECK(m_rows.add(fix, point.number, m_place.name + " " + m_place.when + " " + point.text));
    }
    fix.device = m_place.device.empty() ? m_place.name : m_place.device;
    if (fix.device.empty()) fix.device = boxName();
    for (const Track& track : m_place.tracks) PLUMBLINE_CHECK(addTrack(fix.device, track));
    m_place = Place{};
    return {};
  }

  /// The first time goes with the first place. What has no partner is a fix without a place, or a place
  /// without a time.
  Result<void> addTrack(const std::string& device, const Track& track) {
    for (std::size_t i = 0; i < std::max(track.whens.size(), track.coords.size()); ++i) {
      FixText fix;
      fix.device = device;
      std::string raw;
      std::int64_t row = 0;
      if (i < track.coords.size()) {
        setPlace(fix, track.coords[i].text, " ");
        raw = track.coords[i].text;
        row = track.coords[i].number;
      }
      if (i < track.whens.size()) {
        fix.time = track.whens[i].text;
        raw = fix.time + " " + raw;
        row = track.whens[i].number;
      }
      PLUMBLINE_CHECK(m_rows.add(fix, row, raw));
    }
    return {};
  }

  TrackRows& m_rows;
  std::vector<std::string> m_open;   // names of the elements around
  std::vector<std::string> m_names;  // of the boxes around
  std::string m_data;                // which Data is at hand
  std::int64_t m_lines = 0;          // of the place at hand
  Place m_place;
  std::deque<Line> m_whens, m_coords;  // of the track at hand
};

bool recognises(const ReadInput& input) { return input.headText().find("<kml") != std::string_view::npos; }

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  TrackRows rows(input, sink);
  PLUMBLINE_CHECK(rows.begin());
  KmlEvents events(rows);
  return readXml(*input.feed, events, progress);
}

}  // namespace

Reader kmlReader() {
  return {"kml",
          "Tracks of devices, KML",
          fields,
          "areas, pictures, styles and what is behind links; of a line with one time all but its last point, "
          "which say no time",
          recognises,
          read};
}

}  // namespace plumbline
