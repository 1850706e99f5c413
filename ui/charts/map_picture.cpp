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
  const Brushwork brush{painter, frame, data, style};
  paintOnMap(painter, frame, style, [&] {
    paintArcs(brush);
    paintSites(brush);
  });
}

MapView::MapView(QWidget* parent) : ZoomedMap(parent) {}

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

MapFrame MapView::whole(const QRectF& plot) const { return mapFrame(plot, m_data); }

void MapView::paintMapOf(QPainter* painter, const MapFrame& frame, const PaintStyle& style) const {
  paintMap(painter, frame, m_data, style);
}

}  // namespace plumbline
