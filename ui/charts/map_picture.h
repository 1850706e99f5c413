// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the loads went: plants and receivers on a map, bows between them as wide as their mass,
// and how far that is.

#include "ui/charts/picture_view.h"
#include "ui/charts/map_ground.h"

namespace plumbline {

void paintMap(QPainter* painter, const MapFrame& frame, const MapData& data,
              const PaintStyle& style);

/// Zooms with + and - or Ctrl and the wheel, moves with the mouse or Shift and the arrows.
class MapView : public PictureView<MapData> {
  Q_OBJECT
 public:
  explicit MapView(QWidget* parent = nullptr);
  [[nodiscard]] MapFrame frame() const;
  [[nodiscard]] QSizeF printSize() const override { return {1000, 520}; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const override;
  void describe() override;
  [[nodiscard]] bool canZoom() const override { return true; }
  [[nodiscard]] bool isZoomed() const override;
  void zoomBy(qreal factor, const QPointF& at) override;
  void panBy(const QPointF& pixels) override;
  void showAll() override;

 private:
  MapZoom m_zoom;
};

}  // namespace plumbline
