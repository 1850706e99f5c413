// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GPX 1.1 (Topografix, http://www.topografix.com/GPX/1/1): the points of tracks and waypoints with a
// time. The name of a track is its device. A row is a line of the file.

#include "model/readers/reader_list.h"
#include "model/readers/track_rows.h"
#include "model/readers/xml_feed.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"trk/name", "fixes.device; a number where a track has no name"},
    {"trkpt, wpt: time", "fixes.time"},
    {"lat, lon", "fixes.latitude, fixes.longitude"},
    {"src", "fixes.source"},
    {"fix", "fixes.source: gps for 2d, 3d, dgps and pps"},
};

bool isSatellite(std::string_view fix) {
  return fix == "2d" || fix == "3d" || fix == "dgps" || fix == "pps";
}

class GpxEvents final : public XmlEvents {
 public:
  explicit GpxEvents(TrackRows& rows) : m_rows(rows) {}

  Result<void> begin(const XmlElement& element) override {
    ++m_depth;
    if (element.name == "trk") {
      m_trackDepth = m_depth;
      m_device = m_rows.unnamed() + "." + std::to_string(++m_tracks);
    }
    m_inPoint = m_inPoint || isPoint(element.name);
    if (!isPoint(element.name)) return {};
    m_fix = {};
    m_fix.device = element.name == "trkpt" ? m_device : m_rows.unnamed();
    m_fix.latitude = element.attribute("lat");
    m_fix.longitude = element.attribute("lon");
    m_row = element.line;
    return {};
  }

  Result<void> end(std::string_view name, std::string_view text, std::int64_t) override {
    const bool ofTrack = m_depth-- == m_trackDepth + 1;  // not of what an extension names
    if (isPoint(name)) {
      m_inPoint = false;
      return m_rows.add(m_fix, m_row, m_fix.latitude + " " + m_fix.longitude + " " + m_fix.time);
    }
    if (name == "trk") m_device.clear();
    if (name == "name" && ofTrack && !m_device.empty() && !text.empty()) m_device = text;
    if (m_inPoint && name == "time") m_fix.time = text;
    if (m_inPoint && name == "src") m_fix.source = text;
    if (m_inPoint && name == "fix" && isSatellite(text)) m_fix.source = "gps";
    return {};
  }

 private:
  static bool isPoint(std::string_view name) { return name == "trkpt" || name == "wpt"; }

  TrackRows& m_rows;
  std::string m_device;  // of the track at hand; empty outside
  FixText m_fix;
  std::int64_t m_row = 0;
  std::int64_t m_tracks = 0;
  int m_depth = 0, m_trackDepth = 0;
  bool m_inPoint = false;
};

bool recognises(const ReadInput& input) { return input.headText().find("<gpx") != std::string_view::npos; }

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  TrackRows rows(input, sink);
  PLUMBLINE_CHECK(rows.begin());
  GpxEvents events(rows);
  return readXml(*input.feed, events, progress);
}

}  // namespace

Reader gpxReader() {
  return {"gpx",      "Tracks of devices, GPX",
          fields,     "routes, heights, speeds and links: a route is a plan, and no check needs the others",
          recognises, read};
}

}  // namespace plumbline
