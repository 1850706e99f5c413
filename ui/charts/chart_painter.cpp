// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_painter.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "ui/charts/decimate.h"

namespace plumbline {

namespace {

qreal widest(const std::vector<ChartTick>& ticks, const QFontMetricsF& metrics) {
  qreal width = 0;
  for (const ChartTick& tick : ticks)
    width = std::max(width, metrics.horizontalAdvance(tick.label));
  return width;
}

/// No finer than anybody can see, on paper too.
QPolygonF mapped(const ChartFrame& frame, const std::vector<QPointF>& all) {
  constexpr int kMostColumns = 1200;
  const std::vector<QPointF> values = decimate(all, kMostColumns);
  QPolygonF polygon;
  polygon.reserve(static_cast<qsizetype>(values.size()));
  for (const QPointF& value : values) polygon << frame.map(value);
  return polygon;
}

/// The grounds; the lines at their ends stand in front.
void paintSpans(QPainter* painter, const ChartFrame& frame, const ChartData& data,
                const PaintStyle& style) {
  for (const ChartSpan& span : data.spans) {
    const double from = std::max(span.from, frame.xMin);
    const double until = std::min(span.until, frame.xMax);
    if (from >= until) continue;
    const QRectF box = QRectF(frame.map({from, frame.yMin}), frame.map({until, frame.yMax}));
    if (span.label.isEmpty()) {
      painter->fillRect(box.normalized(), style.color(ColorRole::InfoTint));
    } else {
      paintFill(painter, box.normalized(), Fill::Hatch, Tone::Unsure, style.roles(), style.scale);
    }
  }
}

}  // namespace

void paintChartGrid(QPainter* painter, const ChartFrame& frame, const ChartData& data,
                    const PaintStyle& style) {
  paintSpans(painter, frame, data, style);
  painter->setPen(QPen(style.color(ColorRole::Grid), style.px(1)));
  for (const ChartTick& tick : data.yTicks) {
    const qreal y = frame.map({data.xMin, tick.at}).y();
    painter->drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
  }
}

QPointF ChartFrame::map(const QPointF& value) const {
  const double x = (value.x() - xMin) / (xMax - xMin);
  const double y = (value.y() - yMin) / (yMax - yMin);
  return {plot.left() + x * plot.width(), plot.bottom() - y * plot.height()};
}

ChartFrame chartFrame(const QRectF& outer, const ChartData& data, const PaintStyle& style) {
  const QFontMetricsF small(style.font(TextRole::Small));
  QFont boldFont = style.font(TextRole::Small);
  boldFont.setBold(true);
  const QFontMetricsF bold(boldFont);
  const qreal line = small.height();
  qreal left = widest(data.yTicks, small) + style.px(8);
  for (const ChartCounts& counts : data.counts) {
    left = std::max(left, small.horizontalAdvance(counts.name) + style.px(28));
  }
  qreal right =
      data.xTicks.empty() ? style.px(8) : small.horizontalAdvance(data.xTicks.back().label) / 2;
  for (const ChartLine& series : data.lines) {
    if (series.endLabel.isEmpty()) continue;
    const QFontMetricsF& metrics = series.strongLabel ? bold : small;
    right = std::max(right, metrics.horizontalAdvance(series.endLabel) + style.px(14));
  }
  qreal top = data.yCaption.isEmpty() ? line / 2 : line * 1.7;
  if (data.keyAbove) top = std::max(top, line * 1.7);
  qreal bottom = style.px(6) + line;
  if (!data.xCaption.isEmpty()) bottom += line * 1.15;
  if (!data.counts.empty()) bottom += line * (1.2 + static_cast<qreal>(data.counts.size()));
  return {outer,    outer.adjusted(left, top, -right, -bottom), data.xMin, data.xMax, data.yMin,
          data.yMax};
}

QPen penOf(const ChartLine& line, const PaintStyle& style) {
  QPen pen(style.color(line.ink), style.px(line.width));
  pen.setJoinStyle(Qt::RoundJoin);
  pen.setCapStyle(Qt::FlatCap);
  if (line.dash == LineDash::Dashed) pen.setDashPattern({3.5, 2});
  if (line.dash == LineDash::Dotted) pen.setDashPattern({1, 2});
  return pen;
}

Fill fillOf(const ChartBars& bars, std::size_t category) {
  if (bars.fills.empty()) return Fill::Solid;
  return bars.fills[std::min(category, bars.fills.size() - 1)];
}

QRectF barBox(const ChartFrame& frame, const ChartData& data, std::size_t row,
              std::size_t category) {
  const double left = data.barLeft(row, category);
  const double value = data.bars[row].values[category];
  const QPointF base = frame.map({left, std::clamp(0.0, data.yMin, data.yMax)});
  const QPointF top = frame.map({left + data.barWidth(), value});
  return QRectF(base, top).normalized();
}

void paintChartSeries(QPainter* painter, const ChartFrame& frame, const ChartData& data,
                      const PaintStyle& style) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintChartGrid(painter, frame, data, style);
  for (const ChartBand& band : data.bands) {
    if (data.isHidden(band.line)) continue;
    QPolygonF outline = mapped(frame, band.upper);
    QPolygonF lower = mapped(frame, band.lower);
    std::reverse(lower.begin(), lower.end());
    outline += lower;
    painter->setPen(Qt::NoPen);
    painter->setBrush(style.color(band.ground));
    painter->drawPolygon(outline);
  }
  painter->setBrush(Qt::NoBrush);
  for (const ChartLine& line : data.lines) {
    if (line.hidden) continue;
    painter->setPen(penOf(line, style));
    painter->drawPolyline(mapped(frame, line.path));
  }
  for (std::size_t row = 0; row < data.bars.size(); ++row) {
    if (data.bars[row].hidden) continue;
    for (std::size_t i = 0; i < data.bars[row].values.size(); ++i) {
      const QRectF box = barBox(frame, data, row, i);
      if (box.height() <= 0) continue;
      paintFill(painter, box, fillOf(data.bars[row], i), data.bars[row].tone, style.roles(),
                style.scale);
    }
  }
  painter->restore();
}

void paintChart(QPainter* painter, const QRectF& outer, const ChartData& data,
                const PaintStyle& style) {
  const ChartFrame frame = chartFrame(outer, data, style);
  paintChartSeries(painter, frame, data, style);
  paintChartFront(painter, frame, data, style);
}

std::vector<ChartStop> chartStops(const ChartFrame& frame, const ChartData& data,
                                  const PaintStyle& style) {
  std::vector<ChartStop> stops;
  const qreal half = style.px(6);
  for (const ChartLine& line : data.lines) {
    if (line.hidden) continue;
    const bool twin = line.points.size() == data.tableRows.size();
    for (std::size_t i = 0; i < line.points.size(); ++i) {
      if (!frame.shows(line.points[i].at.x())) continue;
      const QPointF at = frame.map(line.points[i].at);
      stops.push_back({QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half),
                       line.points[i].spoken, twin ? static_cast<int>(i) : -1});
    }
  }
  std::size_t categories = 0;
  for (const ChartBars& bars : data.bars) categories = std::max(categories, bars.values.size());
  for (std::size_t i = 0; i < categories; ++i) {
    for (std::size_t row = 0; row < data.bars.size(); ++row) {
      const ChartBars& bars = data.bars[row];
      if (bars.hidden || i >= bars.values.size() || !frame.shows(static_cast<double>(i))) continue;
      const auto index = static_cast<qsizetype>(i);
      stops.push_back({barBox(frame, data, row, i),
                       index < bars.spoken.size() ? bars.spoken[index] : bars.name,
                       i < data.tableRows.size() ? static_cast<int>(i) : -1});
    }
  }
  return stops;
}

}  // namespace plumbline
