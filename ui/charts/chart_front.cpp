// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_front.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/marks.h"

namespace plumbline {

namespace {

/// The ticks whose words do not touch: the strong ones first, then what fits between them.
std::vector<ChartTick> writtenTicks(const Front& f) {
  const QFontMetricsF metrics(f.small(false));
  struct Placed {
    qreal left, right;
  };
  std::vector<Placed> placed;
  std::vector<ChartTick> written;
  for (const bool strong : {true, false}) {
    for (const ChartTick& tick : f.data.xTicks) {
      if (tick.strong != strong || !f.frame.shows(tick.at)) continue;
      const qreal half = metrics.horizontalAdvance(tick.label) / 2 + f.style.px(3);
      const qreal x = f.frame.map({tick.at, 0}).x();
      const bool free = std::none_of(placed.begin(), placed.end(), [&](const Placed& other) {
        return x - half < other.right && x + half > other.left;
      });
      if (!free) continue;
      placed.push_back({x - half, x + half});
      written.push_back(tick);
    }
  }
  return written;
}

/// Small numbers under the ticks, one row a line: how many it still stands on there.
qreal paintCounts(const Front& f, qreal top) {
  if (f.data.counts.empty()) return top;
  const qreal line = QFontMetricsF(f.small(false)).height();
  qreal y = top + line * 0.2;
  f.text({f.frame.outer.left(), y}, Qt::AlignLeft | Qt::AlignTop, f.data.countsCaption,
         ColorRole::Muted);
  for (const ChartCounts& counts : f.data.counts) {
    y += line;
    if (f.data.isHidden(counts.line)) continue;
    f.text({f.frame.outer.left(), y}, Qt::AlignLeft | Qt::AlignTop, counts.name, counts.ink);
    for (const ChartTick& number : counts.numbers) {
      if (!f.frame.shows(number.at)) continue;
      f.text({f.frame.map({number.at, 0}).x(), y}, Qt::AlignHCenter | Qt::AlignTop, number.label,
             counts.ink);
    }
  }
  return y + line;
}

void paintAxes(const Front& f) {
  const QRectF& plot = f.frame.plot;
  f.painter->setPen(QPen(f.style.color(ColorRole::LineStrong), f.style.px(1)));
  const double zero = std::clamp(0.0, f.data.yMin, f.data.yMax);
  const qreal y = f.frame.map({f.data.xMin, zero}).y();
  if (!f.data.bars.empty() || f.data.yMin >= 0) {
    f.painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
  }
  for (const ChartTick& tick : f.data.yTicks) {
    const QPointF at = f.frame.map({f.data.xMin, tick.at}) - QPointF(f.style.px(8), 0);
    f.text(at, Qt::AlignRight | Qt::AlignVCenter, tick.label, ColorRole::Muted);
  }
  for (const ChartTick& tick : writtenTicks(f)) {
    const QPointF at(f.frame.map({tick.at, 0}).x(), plot.bottom() + f.style.px(6));
    f.text(at, Qt::AlignHCenter | Qt::AlignTop, tick.label, ColorRole::Muted);
  }
  f.text(f.frame.outer.topLeft(), Qt::AlignLeft | Qt::AlignTop, f.data.yCaption, ColorRole::Muted);
  const qreal line = QFontMetricsF(f.small(false)).height();
  f.text(QPointF(plot.center().x(), plot.bottom() + f.style.px(6) + line * 1.1),
         Qt::AlignHCenter | Qt::AlignTop, f.data.xCaption, ColorRole::Muted);
  paintCounts(f, plot.bottom() + f.style.px(6) + line * (f.data.xCaption.isEmpty() ? 1 : 2.15));
}

/// A line at each end of a marked part, across all bands: in high contrast the ground alone says
/// too little.
void paintSpanEnds(const Front& f) {
  f.painter->setPen(QPen(f.style.color(ColorRole::InfoInk), f.style.px(1)));
  for (const ChartSpan& span : f.data.spans) {
    if (!span.label.isEmpty()) continue;
    for (const double end : {span.from, span.until}) {
      if (!f.frame.shows(end)) continue;
      f.painter->drawLine(f.frame.map({end, f.frame.yMin}), f.frame.map({end, f.frame.yMax}));
    }
  }
}

/// The mark, and the words where there is room for them.
void paintSpanLabels(const Front& f) {
  const QFontMetricsF metrics(f.small(false));
  const qreal side = f.style.px(14);
  for (const ChartSpan& span : f.data.spans) {
    const double from = std::max(span.from, f.frame.xMin);
    const double until = std::min(span.until, f.frame.xMax);
    if (span.label.isEmpty() || from >= until) continue;
    const QRectF ground =
        QRectF(f.frame.map({from, f.frame.yMin}), f.frame.map({until, f.frame.yMax})).normalized();
    const qreal words = metrics.horizontalAdvance(span.label) + f.style.px(4);
    const bool told = ground.width() > side + words + f.style.px(8);
    QRectF plate(0, ground.top() + f.style.px(2), side + (told ? words : 0) + f.style.px(4),
                 std::max(side, metrics.height()) + f.style.px(2));
    plate.moveCenter({ground.center().x(), plate.center().y()});
    f.painter->fillRect(plate, f.style.color(ColorRole::Surface));
    const QRectF mark(plate.left() + f.style.px(2), plate.center().y() - side / 2, side, side);
    paintMark(f.painter, mark, Mark::CannotTell, f.style.roles());
    if (!told) continue;
    f.text({mark.right() + f.style.px(4), plate.center().y()}, Qt::AlignLeft | Qt::AlignVCenter,
           span.label, ColorRole::Text);
  }
}

void paintWhiskers(const Front& f) {
  f.painter->setPen(QPen(f.style.color(ColorRole::Text), f.style.px(1.5)));
  for (std::size_t row = 0; row < f.data.bars.size(); ++row) {
    const ChartBars& bars = f.data.bars[row];
    if (bars.hidden) continue;
    for (std::size_t i = 0; i < std::min(bars.values.size(), bars.plusMinus.size()); ++i) {
      if (!f.frame.shows(static_cast<double>(i)) || !(bars.plusMinus[i] > 0)) continue;
      const double x = f.data.barLeft(row, i) + f.data.barWidth() / 2;
      const QPointF low = f.frame.map({x, bars.values[i] - bars.plusMinus[i]});
      const QPointF high = f.frame.map({x, bars.values[i] + bars.plusMinus[i]});
      const QPointF cap(std::min(f.style.px(4), f.frame.plot.width() / 40), 0);
      f.painter->drawLine(low, high);
      f.painter->drawLine(low - cap, low + cap);
      f.painter->drawLine(high - cap, high + cap);
    }
  }
}

void paintPoint(const Front& f, const ChartPoint& point, const QColor& ink) {
  const QPointF at = f.frame.map(point.at);
  const qreal r = f.style.px(point.shape == PointShape::Diamond ? 5 : 3.8);
  f.painter->setPen(QPen(ink, f.style.px(1.6)));
  f.painter->setBrush(point.shape == PointShape::Ring ? f.style.color(ColorRole::Surface) : ink);
  if (point.shape == PointShape::Diamond) {
    f.painter->drawPolygon(QPolygonF(
        {at - QPointF(0, r), at + QPointF(r, 0), at + QPointF(0, r), at - QPointF(r, 0)}));
  } else {
    f.painter->drawEllipse(at, r, r);
  }
}

void paintPoints(const Front& f) {
  for (const ChartLine& line : f.data.lines) {
    if (!line.marked || line.hidden) continue;
    for (const ChartPoint& point : line.points) {
      if (f.frame.shows(point.at.x())) paintPoint(f, point, f.style.color(line.ink));
    }
  }
}

void paintGuides(const Front& f) {
  for (const ChartGuide& guide : f.data.guides) {
    if (f.data.isHidden(guide.line) || !f.frame.shows(guide.at.x())) continue;
    const QPointF at = f.frame.map(guide.at);
    QPen dotted(f.style.color(ColorRole::Text), f.style.px(1.2));
    dotted.setDashPattern({1.2, 2.2});
    f.painter->setPen(dotted);
    f.painter->drawLine(QPointF(f.frame.plot.left(), at.y()), at);
    f.painter->drawLine(at, QPointF(at.x(), f.frame.plot.bottom()));
    paintPoint(f, {guide.at, PointShape::Ring, {}}, f.style.color(guide.ink));
    const QFontMetricsF metrics(f.small(true));
    const qreal gap = f.style.px(8);
    // Where there is no room before the line, the label goes behind it and above the other one.
    const bool cramped = guide.labelBefore && at.x() - f.frame.plot.left() <
                                                  metrics.horizontalAdvance(guide.label) + 2 * gap;
    const bool before = guide.labelBefore && !cramped;
    const qreal raised = cramped ? metrics.height() : 0;
    f.text(QPointF(at.x() + (before ? -gap : gap), f.frame.plot.bottom() - f.style.px(2) - raised),
           (before ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom, guide.label, guide.ink,
           true);
  }
}

}  // namespace

void paintChartFront(QPainter* painter, const ChartFrame& frame, const ChartData& data,
                     const PaintStyle& style) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  // "100 %" and "2.9 d" read from left to right whatever the layout's direction.
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  const Front front{painter, frame, data, style};
  paintAxes(front);
  paintSpanEnds(front);
  paintWhiskers(front);
  paintGuides(front);
  paintPoints(front);
  paintSpanLabels(front);
  paintLineEnds(front);
  paintCallouts(front);
  paintKey(front);
  painter->restore();
}

}  // namespace plumbline
