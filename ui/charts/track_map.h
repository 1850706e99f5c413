// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way of one device: what was declared dashed, what it says solid, where it was silent dotted with the
// hours. A dot is a fix of satellites, a ring in the circle of its error one of a phone cell, a cross one that
// is not used. Works offline: coasts and borders, no tiles.

#include <optional>

#include "ui/charts/zoomed_map.h"
#include "ui/theme/marks.h"

namespace plumbline {

struct TrackMapFix {
  enum class Shape { Dot, Ring, Cross };
  GeoPoint at;
  Shape shape = Shape::Dot;
  double errorKm = 0;  // drawn around a ring
  QString spoken;
};

/// From the fix before it to the next one that is used.
struct TrackMapLeg {
  std::size_t from = 0, to = 0;  // of the fixes
  QString gap;                   // "26 h without a fix": dotted; empty: solid
};

struct TrackMapPlace {
  GeoPoint at;
  QString name, note;
  bool isReceiver = false;
  QString spoken;
};

struct TrackMapData {
  QString summary;
  std::vector<TrackMapFix> fixes;  // those with a place, in order
  std::vector<TrackMapLeg> legs;
  std::vector<TrackMapPlace> places;
  bool declared = false;  // a route from the first place to the last one
  std::optional<std::size_t> last;  // of the fixes: where it ended
  Mark end = Mark::None;            // what that means
  QString endName, endNote;         // "Last fix: 38.2 km away", "9 Apr 2141, 16:02"
  QStringList tableHeader;
  std::vector<QStringList> tableRows;
};

[[nodiscard]] MapFrame trackMapFrame(const QRectF& plot, const TrackMapData& data);
void paintTrackMap(QPainter* painter, const MapFrame& frame, const TrackMapData& data, const PaintStyle& style);

/// The arrow keys go from fix to fix. Zooms and moves as other maps do.
class TrackMapView : public ZoomedMap<TrackMapData> {
  Q_OBJECT
 public:
  explicit TrackMapView(QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  [[nodiscard]] MapFrame whole(const QRectF& plot) const override;
  void paintMapOf(QPainter* painter, const MapFrame& frame, const PaintStyle& style) const override;
};

}  // namespace plumbline
