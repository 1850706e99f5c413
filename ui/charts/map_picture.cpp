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
#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr double kLeastSpan = 1.0;  // degrees of latitude: nearer, the coast is too coarse
struct Brushwork {
  QPainter* painter;
  const MapFrame& frame;
  const MapData& data;
  const PaintStyle& style;
};

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

}  // namespace

MapFrame mapFrame(const QRectF& plot, const MapData& data) {
  std::vector<GeoPoint> points;
  for (const MapSite& site : data.sites) points.push_back(site.at);
  return mapFrameOf(plot, points, kLeastSpan);
}

void paintMap(QPainter* painter, const MapFrame& frame, const MapData& data,
              const PaintStyle& style) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  painter->setClipRect(frame.plot, Qt::IntersectClip);
  painter->fillRect(frame.plot, style.color(ColorRole::Surface));
  const Brushwork brush{painter, frame, data, style};
  paintMapOutline(painter, frame, style);
  paintArcs(brush);
  paintSites(brush);
  paintMapScale(painter, frame, style);
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
  return m_zoom.seen(mapFrame(area(), m_data));
}

bool MapView::isZoomed() const {
  return m_zoom.isZoomed();
}

void MapView::zoomBy(qreal factor, const QPointF& at) {
  m_zoom.zoomBy(mapFrame(area(), m_data), factor, at);
  update();
}

void MapView::panBy(const QPointF& pixels) {
  m_zoom.panBy(mapFrame(area(), m_data), pixels);
  update();
}

void MapView::showAll() {
  m_zoom.reset();
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
