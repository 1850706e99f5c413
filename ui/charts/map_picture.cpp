// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/map_picture.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include "ui/charts/map_labels.h"
#include "ui/charts/map_outline.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr double kLeastSpan = 1.0;  // degrees of latitude: nearer, the coast is too coarse
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

struct Brushwork {
  QPainter* painter;
  const MapFrame& frame;
  const MapData& data;
  const PaintStyle& style;
};

void paintOutline(const Brushwork& b) {
  const double high = b.frame.plot.height() / 2 / b.frame.pixelsPerDegree;
  const double wide =
      b.frame.plot.width() / 2 / b.frame.pixelsPerDegree / narrowAt(b.frame.latitude);
  const QRectF seen(b.frame.longitude - wide, b.frame.latitude - high, 2 * wide, 2 * high);
  QPen coast(b.style.color(ColorRole::LineStrong), b.style.px(1));
  QPen border(b.style.color(ColorRole::LineStrong), b.style.px(1));
  border.setDashPattern({1, 3});
  for (const OutlineLine& line : worldOutline()) {
    b.painter->setPen(line.border ? border : coast);
    for (const double turn : {-360.0, 0.0, 360.0}) {
      if (!line.bounds.translated(turn, 0).adjusted(0, 0, 1e-6, 1e-6).intersects(seen)) continue;
      QPolygonF shown;
      shown.reserve(static_cast<qsizetype>(line.points.size()));
      for (const QPointF& point : line.points) shown << b.frame.map(point.x() + turn, point.y());
      b.painter->drawPolyline(shown);
    }
  }
}

void paintArcs(const Brushwork& b) {
  const std::vector<qreal> widths = mapBowWidths(b.data, b.style);
  b.painter->setBrush(Qt::NoBrush);
  for (std::size_t i = 0; i < b.data.arcs.size(); ++i) {
    const MapArc& arc = b.data.arcs[i];
    QPen pen(arc.open ? b.style.roles().ink(arc.tone) : b.style.roles().fill(arc.tone), widths[i]);
    pen.setCapStyle(arc.open ? Qt::SquareCap : Qt::FlatCap);
    if (arc.open) pen.setDashPattern({4, 3});
    b.painter->strokePath(mapBow(b.frame, b.data, arc), pen);
  }
}

void paintDot(const Brushwork& b, const MapSite& site) {
  const QRectF dot = mapDot(b.frame, site, b.style);
  b.painter->setPen(QPen(b.style.color(ColorRole::Text), b.style.px(2)));
  b.painter->setBrush(b.style.color(site.plant ? ColorRole::Text : ColorRole::Surface));
  site.plant ? b.painter->drawRect(dot) : b.painter->drawEllipse(dot);
}

void paintWords(const Brushwork& b, const MapSite& site, const MapLabel& label) {
  const QFontMetricsF bold(b.style.font(TextRole::BodyBold));
  const QFontMetricsF small(b.style.font(TextRole::Small));
  const qreal edge = b.style.px(3);
  b.painter->setPen(Qt::NoPen);
  b.painter->setBrush(b.style.color(ColorRole::Surface));
  b.painter->drawRoundedRect(label.ground, edge, edge);
  const QPointF top = label.words.topLeft();
  b.painter->setFont(b.style.font(TextRole::BodyBold));
  b.painter->setPen(b.style.color(ColorRole::Text));
  b.painter->drawText(top + QPointF(0, bold.ascent()), site.name);
  b.painter->setFont(b.style.font(TextRole::Small));
  b.painter->setPen(b.style.color(ColorRole::Muted));
  b.painter->drawText(top + QPointF(0, bold.height() + small.ascent()), site.note);
}

void paintSites(const Brushwork& b) {
  const std::vector<MapLabel> labels = mapLabels(b.frame, b.data, b.style);
  b.painter->setPen(QPen(b.style.color(ColorRole::Muted), b.style.px(1)));
  for (const MapLabel& label : labels) {
    if (label.leader) b.painter->drawLine(*label.leader);
  }
  for (const MapSite& site : b.data.sites) paintDot(b, site);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!labels[i].ground.isEmpty()) paintWords(b, b.data.sites[i], labels[i]);
  }
}

/// A line of a round number of kilometres at the middle of the map.
void paintScale(const Brushwork& b) {
  const double kmPerPixel = kKilometresADegree / b.frame.pixelsPerDegree;
  const double most = kmPerPixel * b.frame.plot.width() / 4;
  double km = std::pow(10, std::floor(std::log10(most)));
  for (const double factor : {5.0, 2.0}) {
    if (km * factor <= most) {
      km *= factor;
      break;
    }
  }
  const qreal width = km / kmPerPixel;
  const QPointF left(b.frame.plot.left() + b.style.px(12), b.frame.plot.bottom() - b.style.px(12));
  const qreal tick = b.style.px(4);
  b.painter->setPen(QPen(b.style.color(ColorRole::Text), b.style.px(1.5)));
  b.painter->drawPolyline(QPolygonF(
      {left - QPointF(0, tick), left, left + QPointF(width, 0), left + QPointF(width, -tick)}));
  b.painter->setFont(b.style.font(TextRole::Small));
  b.painter->drawText(left + QPointF(width + b.style.px(6), 0),
                      QStringLiteral("%1\u00a0km").arg(formatReal(km, 0)));
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

MapFrame mapFrame(const QRectF& plot, const MapData& data) {
  MapFrame frame{plot, 0, 0, std::max(1.0, std::min(plot.width() / 360, plot.height() / 180))};
  if (data.sites.empty()) return frame;
  // Longitudes around the first site: a way over the date line is not one round the world.
  const double origin = degrees(data.sites.front().at.longitudeMicro);
  double west = origin;
  double east = origin;
  double south = degrees(data.sites.front().at.latitudeMicro);
  double north = south;
  for (const MapSite& site : data.sites) {
    const double x = nearest(degrees(site.at.longitudeMicro), origin);
    const double y = degrees(site.at.latitudeMicro);
    west = std::min(west, x);
    east = std::max(east, x);
    south = std::min(south, y);
    north = std::max(north, y);
  }
  frame.longitude = (west + east) / 2;
  frame.latitude = (south + north) / 2;
  const double narrow = narrowAt(frame.latitude);
  const double high = std::max((north - south) * 1.5, kLeastSpan);
  const double wide = std::max((east - west) * narrow * 1.6, kLeastSpan);
  frame.pixelsPerDegree = std::min(plot.height() / high, plot.width() / wide);
  return frame;
}

void paintMap(QPainter* painter, const MapFrame& frame, const MapData& data,
              const PaintStyle& style) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  painter->setClipRect(frame.plot, Qt::IntersectClip);
  painter->fillRect(frame.plot, style.color(ColorRole::Surface));
  const Brushwork brush{painter, frame, data, style};
  paintOutline(brush);
  paintArcs(brush);
  paintSites(brush);
  paintScale(brush);
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(style.color(ColorRole::Line), style.px(1)));
  painter->drawRect(frame.plot);
  painter->restore();
}

MapView::MapView(QWidget* parent) : PictureView(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MapView::describe() {
  setAccessibleDescription(m_data.summary);
  showAll();
}

MapFrame MapView::frame() const {
  MapFrame frame = mapFrame(area(), m_data);
  frame.pixelsPerDegree *= m_zoom;
  frame.longitude += m_moved.x();
  frame.latitude = std::clamp(frame.latitude + m_moved.y(), -85.0, 85.0);
  return frame;
}

bool MapView::isZoomed() const {
  return m_zoom != 1 || !m_moved.isNull();
}

void MapView::zoomBy(qreal factor, const QPointF& at) {
  const MapFrame before = frame();
  const QPointF off = at - before.plot.center();
  const double latitude = before.latitude - off.y() / before.pixelsPerDegree;
  const double longitude =
      before.longitude + off.x() / (narrowAt(before.latitude) * before.pixelsPerDegree);
  m_zoom = std::clamp(m_zoom * factor, 1.0 / 256, 16.0);
  // What is under the mouse stays there.
  const double scale = frame().pixelsPerDegree;
  const MapFrame all = mapFrame(before.plot, m_data);
  const double middle = std::clamp(latitude + off.y() / scale, -85.0, 85.0);
  m_moved = QPointF(longitude - off.x() / (narrowAt(middle) * scale) - all.longitude,
                    middle - all.latitude);
  update();
}

void MapView::panBy(const QPointF& pixels) {
  const MapFrame now = frame();
  const double narrow = narrowAt(now.latitude);
  m_moved += QPointF(-pixels.x() / narrow, pixels.y()) / now.pixelsPerDegree;
  update();
}

void MapView::showAll() {
  m_zoom = 1;
  m_moved = {};
  update();
}

QSize MapView::sizeHint() const {
  return {px(900), px(360)};
}

QSize MapView::minimumSizeHint() const {
  return {px(420), px(320)};
}

std::vector<FigureStop> MapView::stops() const {
  const MapFrame now = frame();
  std::vector<FigureStop> result;
  const qreal half = px(9);
  for (std::size_t i = 0; i < m_data.sites.size(); ++i) {
    const QPointF at = now.map(m_data.sites[i].at);
    result.push_back(
        {QRectF(at - QPointF(half, half), QSizeF(2 * half, 2 * half)), m_data.sites[i].spoken, {}});
    for (const MapArc& arc : m_data.arcs) {
      if (arc.from != i) continue;
      result.push_back({mapBow(now, m_data, arc).boundingRect(), arc.spoken, {}});
    }
  }
  return result;
}

void MapView::paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const {
  // On paper all of it; on screen what was zoomed to.
  paintMap(painter, style.forPrint ? mapFrame(rect, m_data) : frame(), m_data, style);
}

}  // namespace plumbline
