// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a chart on any painter. The chart on screen takes its series from Qt Charts and only the
// front (labels, marks, whiskers, key) from here; report and saved pictures take both.

#include "ui/charts/chart_data.h"
#include "ui/charts/paint_style.h"

class QPainter;

namespace plumbline {

/// Where the plot lies inside the picture.
struct ChartFrame {
  QRectF outer;
  QRectF plot;
  double xMin = 0, xMax = 1, yMin = 0, yMax = 1;
  [[nodiscard]] QPointF map(const QPointF& value) const;
  /// False for what a closer look leaves out to the left or right.
  [[nodiscard]] bool shows(double x) const {
    const double edge = (xMax - xMin) * 1e-9;
    return x >= xMin - edge && x <= xMax + edge;
  }
};
[[nodiscard]] ChartFrame chartFrame(const QRectF& outer, const ChartData& data,
                                    const PaintStyle& style);

/// Marked parts and grid.
void paintChartGrid(QPainter* painter, const ChartFrame& frame, const ChartData& data,
                    const PaintStyle& style);
void paintChartSeries(QPainter* painter, const ChartFrame& frame, const ChartData& data,
                      const PaintStyle& style);
void paintChartFront(QPainter* painter, const ChartFrame& frame, const ChartData& data,
                     const PaintStyle& style);
void paintChart(QPainter* painter, const QRectF& outer, const ChartData& data,
                const PaintStyle& style);

struct ChartStop {
  QRectF box;
  QString spoken;
  int row = -1;  // of the table twin, where the twin has one for it
};
/// Points of all lines, then bars category by category: what the arrow keys step through.
[[nodiscard]] std::vector<ChartStop> chartStops(const ChartFrame& frame, const ChartData& data,
                                                const PaintStyle& style);

/// The boxes of the key's entries, in their order.
[[nodiscard]] std::vector<QRectF> chartKeyBoxes(const ChartFrame& frame, const ChartData& data,
                                                const PaintStyle& style);

[[nodiscard]] QPen penOf(const ChartLine& line, const PaintStyle& style);
[[nodiscard]] Fill fillOf(const ChartBars& bars, std::size_t category);
[[nodiscard]] QRectF barBox(const ChartFrame& frame, const ChartData& data, std::size_t row,
                            std::size_t category);

}  // namespace plumbline
