// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the loads went: plants and receivers on a map, bows between them as wide as their mass,
// and how far that is.

#include "model/records/geo.h"

#include "ui/charts/figure.h"
#include "ui/charts/paint_style.h"
#include "ui/theme/fills.h"

namespace plumbline {

struct MapSite {
  QString name;
  QString note;  // under the name: "18,204 t, 41 km"
  GeoPoint at;
  bool plant = false;
  QString spoken;
};

struct MapArc {
  std::size_t from = 0, to = 0;  // sites
  double value = 0;              // any unit, the same for all
  Tone tone = Tone::Info;
  bool open = false;  // nobody signed for any of it: dashed
  QString spoken;
};

struct MapData {
  QString summary;
  std::vector<MapSite> sites;
  std::vector<MapArc> arcs;
  QString unplaced;  // who is not on the map, and why
  QStringList tableHeader;
  std::vector<QStringList> tableRows;
};

/// What part of the world is seen: equirectangular, true to scale at its centre.
struct MapFrame {
  QRectF plot;
  double longitude = 0, latitude = 0;  // of the centre, degrees
  double pixelsPerDegree = 1;          // of latitude
  [[nodiscard]] QPointF map(double longitudeDegrees, double latitudeDegrees) const;
  [[nodiscard]] QPointF map(const GeoPoint& point) const;
};
/// All sites with room around them; the whole world where there are none.
[[nodiscard]] MapFrame mapFrame(const QRectF& plot, const MapData& data);
void paintMap(QPainter* painter, const MapFrame& frame, const MapData& data,
              const PaintStyle& style);

/// Zooms with + and - or Ctrl and the wheel, moves with the mouse or Shift and the arrows.
class MapView : public Figure {
  Q_OBJECT
 public:
  explicit MapView(QWidget* parent = nullptr);
  void replace(MapData data);
  [[nodiscard]] const MapData& data() const { return m_data; }
  [[nodiscard]] MapFrame frame() const;
  void paintPrint(QPainter* painter, const QRectF& rect) const override;
  [[nodiscard]] QSizeF printSize() const override { return {1000, 520}; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] bool canZoom() const override { return true; }
  [[nodiscard]] bool isZoomed() const override;
  void zoomBy(qreal factor, const QPointF& at) override;
  void panBy(const QPointF& pixels) override;
  void showAll() override;

 private:
  MapData m_data;
  double m_zoom = 1;
  QPointF m_moved;  // of the centre, degrees
};

}  // namespace plumbline
