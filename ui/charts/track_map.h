// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way of one device: what was declared dashed, what it says solid, where it was silent dotted with the
// hours. A dot is a fix of satellites, a ring in the circle of its error one of a phone cell, a cross one that
// is not used. Works offline: coasts and borders, no tiles.

#include <optional>

#include "ui/charts/map_ground.h"
#include "ui/charts/picture_view.h"
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
class TrackMapView : public PictureView<TrackMapData> {
  Q_OBJECT
 public:
  explicit TrackMapView(QWidget* parent = nullptr);
  [[nodiscard]] MapFrame frame() const;
  [[nodiscard]] QSizeF printSize() const override { return {1000, 520}; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const override;
  void describe() override;
  [[nodiscard]] bool canZoom() const override { return true; }
  [[nodiscard]] bool isZoomed() const override { return m_zoom.isZoomed(); }
  void zoomBy(qreal factor, const QPointF& at) override;
  void panBy(const QPointF& pixels) override;
  void showAll() override;

 private:
  MapZoom m_zoom;
};

}  // namespace plumbline
