// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/track_map.h"

#include <algorithm>

#include <QFontMetricsF>

namespace plumbline {

namespace {

constexpr double kLeastSpan = 0.02;  // degrees of latitude: about two kilometres
constexpr double kKilometresADegree = 111.195;
constexpr std::size_t kMostStops = 2'000;  // children of a screen reader

struct Brushwork {
  QPainter* painter;
  const MapFrame& frame;
  const TrackMapData& data;
  const PaintStyle& style;
  [[nodiscard]] QPointF at(std::size_t fix) const { return frame.map(data.fixes[fix].at); }
};

void paintDeclared(const Brushwork& b) {
  if (!b.data.declared || b.data.places.size() < 2) return;
  QPen pen(b.style.color(ColorRole::Accent), b.style.px(2));
  pen.setDashPattern({4, 3});
  b.painter->setPen(pen);
  b.painter->drawLine(b.frame.map(b.data.places.front().at), b.frame.map(b.data.places.back().at));
}

/// On a ground of its own, where it lies over lines.
void paintText(const Brushwork& b, const QPointF& baseline, const QString& words, TextRole role, ColorRole color) {
  const QFont font = b.style.font(role);
  const QRectF box = QFontMetricsF(font).boundingRect(words).translated(baseline);
  const qreal room = b.style.px(3);
  b.painter->fillRect(box.adjusted(-room, -room / 2, room, room / 2), b.style.color(ColorRole::Surface));
  b.painter->setFont(font);
  b.painter->setPen(b.style.color(color));
  b.painter->drawText(baseline, words);
}

void paintLegs(const Brushwork& b) {
  QPen solid(b.style.color(ColorRole::Text), b.style.px(2));
  QPen dotted(b.style.color(ColorRole::Text), b.style.px(1.5));
  dotted.setDashPattern({1, 3});
  for (const TrackMapLeg& leg : b.data.legs) {
    b.painter->setPen(leg.gap.isEmpty() ? solid : dotted);
    b.painter->drawLine(b.at(leg.from), b.at(leg.to));
  }
}

/// Only where the leg is longer than its words.
void paintGaps(const Brushwork& b) {
  const QFontMetricsF metrics(b.style.font(TextRole::Small));
  for (const TrackMapLeg& leg : b.data.legs) {
    if (leg.gap.isEmpty()) continue;
    const QLineF line(b.at(leg.from), b.at(leg.to));
    const qreal width = metrics.horizontalAdvance(leg.gap);
    if (line.length() < width + b.style.px(16)) continue;
    paintText(b, line.center() - QPointF(width / 2, b.style.px(6)), leg.gap, TextRole::Small, ColorRole::Muted);
  }
}

void paintCross(const Brushwork& b, const QPointF& at) {
  const qreal arm = b.style.px(4);
  b.painter->setPen(QPen(b.style.color(ColorRole::Muted), b.style.px(1.5)));
  b.painter->drawLine(at - QPointF(arm, arm), at + QPointF(arm, arm));
  b.painter->drawLine(at - QPointF(arm, -arm), at + QPointF(arm, -arm));
}

void paintFix(const Brushwork& b, const TrackMapFix& fix) {
  const QPointF at = b.frame.map(fix.at);
  if (fix.shape == TrackMapFix::Shape::Cross) return paintCross(b, at);
  const bool ring = fix.shape == TrackMapFix::Shape::Ring;
  if (ring) {
    const qreal error = fix.errorKm / kKilometresADegree * b.frame.pixelsPerDegree;
    QPen circle(b.style.color(ColorRole::Muted), b.style.px(1));
    circle.setDashPattern({3, 3});
    b.painter->setPen(circle);
    b.painter->setBrush(Qt::NoBrush);
    b.painter->drawEllipse(at, error, error);
  }
  const qreal radius = b.style.px(ring ? 4 : 3);
  b.painter->setPen(QPen(b.style.color(ColorRole::Text), b.style.px(1.5)));
  b.painter->setBrush(b.style.color(ring ? ColorRole::Surface : ColorRole::Text));
  b.painter->drawEllipse(at, radius, radius);
}

/// Right of the point and below it, or left of it and above: of two places that lie near both are read.
/// Where that does not fit, on the other side.
void paintWords(const Brushwork& b, const QPointF& at, const QString& name, const QString& note, ColorRole color,
                bool leftAbove = false) {
  const QFontMetricsF bold(b.style.font(TextRole::BodyBold));
  const QFontMetricsF small(b.style.font(TextRole::Small));
  const qreal width = std::max(bold.horizontalAdvance(name), small.horizontalAdvance(note));
  const qreal away = b.style.px(12);
  const qreal height = bold.height() + small.height();
  QPointF top = leftAbove ? at - QPointF(away + width, away + height) : at + QPointF(away, away);
  if (top.x() + width > b.frame.plot.right()) top.setX(at.x() - away - width);
  if (top.x() < b.frame.plot.left()) top.setX(std::min(at.x() + away, b.frame.plot.right() - width));
  if (top.y() + height > b.frame.plot.bottom() || top.y() < b.frame.plot.top()) {
    top.setY(leftAbove ? at.y() + away : at.y() - away - height);
  }
  paintText(b, top + QPointF(0, bold.ascent()), name, TextRole::BodyBold, color);
  if (note.isEmpty()) return;
  paintText(b, top + QPointF(0, bold.height() + small.ascent()), note, TextRole::Small, ColorRole::Muted);
}

void paintPlace(const Brushwork& b, const TrackMapPlace& place) {
  const QPointF at = b.frame.map(place.at);
  const qreal half = b.style.px(7);
  b.painter->setPen(QPen(b.style.color(ColorRole::Accent), b.style.px(2)));
  b.painter->setBrush(b.style.color(ColorRole::Surface));
  b.painter->drawRect(QRectF(at - QPointF(half, half), QSizeF(2 * half, 2 * half)));
  if (place.isReceiver) {
    const qreal core = b.style.px(3);
    b.painter->fillRect(QRectF(at - QPointF(core, core), QSizeF(2 * core, 2 * core)), b.style.color(ColorRole::Accent));
  }
  if (!place.name.isEmpty()) paintWords(b, at, place.name, place.note, ColorRole::Text, !place.isReceiver);
}

ColorRole inkOf(Mark end) {
  if (end == Mark::Passed) return ColorRole::PassInk;
  return end == Mark::Conflict ? ColorRole::WarnInk : ColorRole::Muted;
}

void paintEnd(const Brushwork& b) {
  if (!b.data.last) return;
  const QPointF at = b.at(*b.data.last);
  const qreal half = b.style.px(10);
  paintMark(b.painter, QRectF(at - QPointF(half, half), QSizeF(2 * half, 2 * half)), b.data.end, b.style.roles());
  paintWords(b, at, b.data.endName, b.data.endNote, inkOf(b.data.end));
}

}  // namespace

MapFrame trackMapFrame(const QRectF& plot, const TrackMapData& data) {
  std::vector<GeoPoint> points;
  for (const TrackMapPlace& place : data.places) points.push_back(place.at);
  // A fix that is not used may lie anywhere: it does not say what is seen.
  for (const TrackMapFix& fix : data.fixes) {
    if (fix.shape != TrackMapFix::Shape::Cross) points.push_back(fix.at);
  }
  return mapFrameOf(plot, points, kLeastSpan);
}

void paintTrackMap(QPainter* painter, const MapFrame& frame, const TrackMapData& data, const PaintStyle& style) {
  const Brushwork brush{painter, frame, data, style};
  paintOnMap(painter, frame, style, [&] {
    paintDeclared(brush);
    paintLegs(brush);
    for (const TrackMapFix& fix : data.fixes) paintFix(brush, fix);
    for (const TrackMapPlace& place : data.places) paintPlace(brush, place);
    paintGaps(brush);
    paintEnd(brush);
  });
}

TrackMapView::TrackMapView(QWidget* parent) : ZoomedMap(parent) {}

QSize TrackMapView::sizeHint() const { return {px(700), px(380)}; }

QSize TrackMapView::minimumSizeHint() const { return {px(320), px(260)}; }

std::vector<FigureStop> TrackMapView::stops() const {
  const MapFrame now = frame();
  std::vector<FigureStop> result;
  const auto add = [&](const GeoPoint& at, const QString& spoken, qreal half) {
    result.push_back({QRectF(now.map(at) - QPointF(half, half), QSizeF(2 * half, 2 * half)), spoken, {}});
  };
  for (const TrackMapPlace& place : m_data.places) add(place.at, place.spoken, px(10));
  for (const TrackMapFix& fix : m_data.fixes) {
    if (result.size() >= kMostStops) break;
    add(fix.at, fix.spoken, px(6));
  }
  return result;
}

MapFrame TrackMapView::whole(const QRectF& plot) const { return trackMapFrame(plot, m_data); }

void TrackMapView::paintMapOf(QPainter* painter, const MapFrame& frame, const PaintStyle& style) const {
  paintTrackMap(painter, frame, m_data, style);
}

}  // namespace plumbline
