// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the loads went: plants and receivers on a map, bows between them as wide as their mass,
// and how far that is.

#include "ui/charts/zoomed_map.h"

namespace plumbline {

void paintMap(QPainter* painter, const MapFrame& frame, const MapData& data,
              const PaintStyle& style);

/// Zooms with + and - or Ctrl and the wheel, moves with the mouse or Shift and the arrows.
class MapView : public ZoomedMap<MapData> {
  Q_OBJECT
 public:
  explicit MapView(QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  [[nodiscard]] MapFrame whole(const QRectF& plot) const override;
  void paintMapOf(QPainter* painter, const MapFrame& frame, const PaintStyle& style) const override;
};

}  // namespace plumbline
