// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/map_ground.h"

#include <algorithm>
#include <cmath>

#include <QtMath>

#include "ui/charts/map_outline.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr double kKilometresADegree = 111.195;

double degrees(std::int64_t micro) {
  return static_cast<double>(micro) * 1e-6;
}

/// How much narrower a degree of longitude is there; near the poles no less than a tenth.
double narrowAt(double latitude) {
  return std::max(0.1, std::cos(qDegreesToRadians(latitude)));
}

/// The same meridian, at most half a turn away from `centre`.
double nearest(double longitude, double centre) {
  return longitude - 360 * std::round((longitude - centre) / 360);
}

}  // namespace

QPointF MapFrame::map(double longitudeDegrees, double latitudeDegrees) const {
  const double narrow = narrowAt(latitude);
  return {plot.center().x() + (longitudeDegrees - longitude) * narrow * pixelsPerDegree,
          plot.center().y() - (latitudeDegrees - latitude) * pixelsPerDegree};
}

QPointF MapFrame::map(const GeoPoint& point) const {
  return map(nearest(degrees(point.longitudeMicro), longitude), degrees(point.latitudeMicro));
}

MapFrame mapFrameOf(const QRectF& plot, const std::vector<GeoPoint>& points, double leastSpan) {
  MapFrame frame{plot, 0, 0, std::max(1.0, std::min(plot.width() / 360, plot.height() / 180))};
  if (points.empty()) return frame;
  // Longitudes around the first point: a way over the date line is not one round the world.
  const double origin = degrees(points.front().longitudeMicro);
  double west = origin;
  double east = origin;
  double south = degrees(points.front().latitudeMicro);
  double north = south;
  for (const GeoPoint& point : points) {
    const double x = nearest(degrees(point.longitudeMicro), origin);
    const double y = degrees(point.latitudeMicro);
    west = std::min(west, x);
    east = std::max(east, x);
    south = std::min(south, y);
    north = std::max(north, y);
  }
  frame.longitude = (west + east) / 2;
  frame.latitude = (south + north) / 2;
  const double narrow = narrowAt(frame.latitude);
  const double high = std::max((north - south) * 1.5, leastSpan);
  const double wide = std::max((east - west) * narrow * 1.6, leastSpan);
  frame.pixelsPerDegree = std::min(plot.height() / high, plot.width() / wide);
  return frame;
}

namespace {

void paintMapOutline(QPainter* painter, const MapFrame& frame, const PaintStyle& style) {
  const double high = frame.plot.height() / 2 / frame.pixelsPerDegree;
  const double wide =
      frame.plot.width() / 2 / frame.pixelsPerDegree / narrowAt(frame.latitude);
  const QRectF seen(frame.longitude - wide, frame.latitude - high, 2 * wide, 2 * high);
  QPen coast(style.color(ColorRole::LineStrong), style.px(1));
  QPen border(style.color(ColorRole::LineStrong), style.px(1));
  border.setDashPattern({1, 3});
  for (const OutlineLine& line : worldOutline()) {
    painter->setPen(line.border ? border : coast);
    for (const double turn : {-360.0, 0.0, 360.0}) {
      if (!line.bounds.translated(turn, 0).adjusted(0, 0, 1e-6, 1e-6).intersects(seen)) continue;
      QPolygonF shown;
      shown.reserve(static_cast<qsizetype>(line.points.size()));
      for (const QPointF& point : line.points) shown << frame.map(point.x() + turn, point.y());
      painter->drawPolyline(shown);
    }
  }
}

/// A line of a round number of kilometres, of metres below one, at the lower left.
void paintMapScale(QPainter* painter, const MapFrame& frame, const PaintStyle& style) {
  const double kmPerPixel = kKilometresADegree / frame.pixelsPerDegree;
  const double most = kmPerPixel * frame.plot.width() / 4;
  double km = std::pow(10, std::floor(std::log10(most)));
  for (const double factor : {5.0, 2.0}) {
    if (km * factor <= most) {
      km *= factor;
      break;
    }
  }
  const qreal width = km / kmPerPixel;
  const QPointF left(frame.plot.left() + style.px(12), frame.plot.bottom() - style.px(12));
  const qreal tick = style.px(4);
  painter->setPen(QPen(style.color(ColorRole::Text), style.px(1.5)));
  painter->drawPolyline(QPolygonF(
      {left - QPointF(0, tick), left, left + QPointF(width, 0), left + QPointF(width, -tick)}));
  painter->setFont(style.font(TextRole::Small));
  painter->drawText(left + QPointF(width + style.px(6), 0),
                      km < 1 ? QStringLiteral("%1\u00a0m").arg(formatReal(km * 1000, 0))
                             : QStringLiteral("%1\u00a0km").arg(formatReal(km, 0)));
}

}  // namespace

MapFrame MapZoom::seen(MapFrame all) const {
  all.pixelsPerDegree *= m_zoom;
  all.longitude += m_moved.x();
  all.latitude = std::clamp(all.latitude + m_moved.y(), -85.0, 85.0);
  return all;
}

void MapZoom::zoomBy(const MapFrame& all, qreal factor, const QPointF& at) {
  const MapFrame before = seen(all);
  const QPointF off = at - before.plot.center();
  const double latitude = before.latitude - off.y() / before.pixelsPerDegree;
  const double longitude = before.longitude + off.x() / (narrowAt(before.latitude) * before.pixelsPerDegree);
  m_zoom = std::clamp(m_zoom * factor, 1.0 / 256, 16.0);
  const double scale = seen(all).pixelsPerDegree;
  const double middle = std::clamp(latitude + off.y() / scale, -85.0, 85.0);
  m_moved = QPointF(longitude - off.x() / (narrowAt(middle) * scale) - all.longitude, middle - all.latitude);
}

void MapZoom::panBy(const MapFrame& all, const QPointF& pixels) {
  const MapFrame now = seen(all);
  m_moved += QPointF(-pixels.x() / narrowAt(now.latitude), pixels.y()) / now.pixelsPerDegree;
}

void MapZoom::reset() {
  m_zoom = 1;
  m_moved = {};
}

void paintOnMap(QPainter* painter, const MapFrame& frame, const PaintStyle& style,
                const std::function<void()>& paint) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  painter->setClipRect(frame.plot, Qt::IntersectClip);
  painter->fillRect(frame.plot, style.color(ColorRole::Surface));
  paintMapOutline(painter, frame, style);
  paint();
  paintMapScale(painter, frame, style);
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(style.color(ColorRole::Line), style.px(1)));
  painter->drawRect(frame.plot);
  painter->restore();
}

}  // namespace plumbline
