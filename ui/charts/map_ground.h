// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all maps share: how much of the world is seen, its coasts, a scale, and looking closer.

#include <functional>
#include <vector>

#include <QPainter>

#include "ui/charts/map_data.h"
#include "ui/charts/paint_style.h"

namespace plumbline {

/// All points with room around them; the whole world where there are none. `leastSpan`: degrees of latitude
/// that are seen at least.
[[nodiscard]] MapFrame mapFrameOf(const QRectF& plot, const std::vector<GeoPoint>& points, double leastSpan);

/// The ground, what `paint` lays on it, the scale over that, and the edge.
void paintOnMap(QPainter* painter, const MapFrame& frame, const PaintStyle& style,
                const std::function<void()>& paint);

/// What the user looks at more closely.
class MapZoom {
 public:
  [[nodiscard]] bool isZoomed() const { return m_zoom != 1 || !m_moved.isNull(); }
  /// Of what would be seen of all.
  [[nodiscard]] MapFrame seen(MapFrame all) const;
  /// What is under `at` stays there.
  void zoomBy(const MapFrame& all, qreal factor, const QPointF& at);
  void panBy(const MapFrame& all, const QPointF& pixels);
  void reset();

 private:
  double m_zoom = 1;
  QPointF m_moved;  // of the centre, degrees
};

}  // namespace plumbline
