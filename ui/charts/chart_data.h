// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a chart shows, as plain values: the screen, the report, the table twin and the screen
// reader all read this one description.

#include <optional>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QStringList>

#include "ui/theme/fills.h"
#include "ui/theme/roles.h"

namespace plumbline {

enum class LineDash { Solid, Dashed, Dotted };
enum class PointShape { Ring, Diamond, Disc };

/// A point that is drawn, reached with the arrow keys and spoken.
struct ChartPoint {
  QPointF at;
  PointShape shape = PointShape::Disc;
  QString spoken;  // "May 2141: 93 t, limit 70 t, above the limit"
};

struct ChartLine {
  QString name;
  ColorRole ink = ColorRole::Text;
  LineDash dash = LineDash::Solid;
  qreal width = 2;
  std::vector<QPointF> path;  // what is drawn; a step curve has its corners in it
  std::vector<ChartPoint> points;
  QString endLabel;  // stands behind the last point
  bool strongLabel = false;
  bool marked = true;  // false: points are reached and spoken, but not drawn
  bool hidden = false;
};

struct ChartBand {
  ColorRole ground = ColorRole::UnsureTint;
  std::vector<QPointF> upper;  // both in rising x
  std::vector<QPointF> lower;
  int line = -1;  // the line it belongs to and is hidden with
};

/// A part of the x axis that is marked from top to bottom, behind all that is drawn.
struct ChartSpan {
  double from = 0, until = 0;
  QString label = {};  // "cannot tell": of what is missing; empty: what the reader chose
};

/// One row of bars, a value for each category. Bars of several rows stand side by side.
struct ChartBars {
  QString name;
  Tone tone = Tone::Info;
  std::vector<double> values;
  std::vector<Fill> fills;        // one for all, or one a value
  std::optional<Fill> keyFill = {};  // in the key, where that of the first value is another
  std::vector<double> plusMinus;  // empty: no whiskers
  QStringList spoken;
  bool hidden = false;
};

struct ChartTick {
  double at = 0;
  QString label;
  bool strong = false;  // written even where its neighbours then have no room
};

/// Two lines of words with a thin line down (or up) to a point.
struct ChartCallout {
  QPointF at;
  QString heading;
  QString text;
};

/// Dotted help lines from both axes to a point, with a ring there and a value at the x axis.
struct ChartGuide {
  QPointF at;
  ColorRole ink = ColorRole::Text;
  QString label;
  bool labelBefore = false;  // left of the line
  int line = -1;             // the line it belongs to and is hidden with
};

/// One row of small numbers under the ticks: how many a curve still stands on there.
struct ChartCounts {
  QString name;
  ColorRole ink = ColorRole::Text;
  std::vector<ChartTick> numbers;
  int line = -1;
};

/// One entry of the key inside the plot, drawn as its line or bar is.
struct ChartKeyEntry {
  QString name;
  QString note;
  int line = -1;
  int bars = -1;
};

struct ChartData {
  QString title;    // also the accessible name
  QString summary;  // one sentence for those who cannot see it
  QString yCaption;
  QString xCaption;
  double xMin = 0, xMax = 1, yMin = 0, yMax = 1;
  std::vector<ChartTick> xTicks, yTicks;
  std::vector<ChartSpan> spans;
  std::vector<ChartBand> bands;
  std::vector<ChartLine> lines;
  std::vector<ChartBars> bars;  // with bars, x counts categories from 0 and xTicks label them
  double barShare = 0.68;       // of a category's width
  std::vector<ChartCallout> callouts;
  std::vector<ChartGuide> guides;
  std::vector<ChartCounts> counts;
  QString countsCaption;
  std::vector<ChartKeyEntry> key;
  qreal keyX = 0.62;      // where the key begins, as a share of the plot's width
  bool keyAbove = false;  // in one row above the plot
  QStringList tableHeader;
  std::vector<QStringList> tableRows;  // one for each category, or for each point of a line
  QStringList rowItems;  // the records behind each row, "shipments/2141-04"; may be empty

  [[nodiscard]] bool isHidden(int line) const {
    return line >= 0 && lines[static_cast<std::size_t>(line)].hidden;
  }
  /// The same with every series shown: what a saved file holds.
  [[nodiscard]] ChartData withAll() const;
  /// Shows or hides what the entry of the key names, with all that belongs to it.
  void setHidden(const ChartKeyEntry& entry, bool hidden);
  [[nodiscard]] bool isHidden(const ChartKeyEntry& entry) const;

  /// Where bar `row` of category `category` begins and how wide it is, in x.
  [[nodiscard]] double barLeft(std::size_t row, std::size_t category) const {
    return static_cast<double>(category) - barShare / 2 + static_cast<double>(row) * barWidth();
  }
  [[nodiscard]] double barWidth() const {
    return bars.empty() ? 0 : barShare / static_cast<double>(bars.size());
  }
};

/// Three to five round ticks that include both ends of [low, high].
struct NiceAxis {
  double min = 0, max = 1, step = 1;
};
[[nodiscard]] NiceAxis niceAxis(double low, double high);

}  // namespace plumbline
