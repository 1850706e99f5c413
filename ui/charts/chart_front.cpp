// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/charts/chart_painter.h"

namespace plumbline {

namespace {

/// Everything a front painting function needs.
struct Front {
  QPainter* painter;
  const ChartFrame& frame;
  const ChartData& data;
  const PaintStyle& style;

  [[nodiscard]] QFont small(bool bold) const {
    QFont font = style.font(TextRole::Small);
    font.setBold(bold);
    return font;
  }
  void text(const QPointF& at, Qt::Alignment align, const QString& words, ColorRole color,
            bool bold = false) const {
    const QFont font = small(bold);
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(words);
    qreal x = at.x();
    if (align & Qt::AlignHCenter) x -= width / 2;
    if (align & Qt::AlignRight) x -= width;
    qreal y = at.y() + metrics.ascent();
    if (align & Qt::AlignVCenter) y -= metrics.height() / 2;
    if (align & Qt::AlignBottom) y -= metrics.height();
    painter->setFont(font);
    painter->setPen(style.color(color));
    painter->drawText(QPointF(x, y), words);
  }
};

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
  for (const ChartTick& tick : f.data.xTicks) {
    const QPointF at(f.frame.map({tick.at, 0}).x(), plot.bottom() + f.style.px(6));
    f.text(at, Qt::AlignHCenter | Qt::AlignTop, tick.label, ColorRole::Muted);
  }
  f.text(f.frame.outer.topLeft(), Qt::AlignLeft | Qt::AlignTop, f.data.yCaption, ColorRole::Muted);
  f.text(QPointF(plot.center().x(), f.frame.outer.bottom()), Qt::AlignHCenter | Qt::AlignBottom,
         f.data.xCaption, ColorRole::Muted);
}

void paintWhiskers(const Front& f) {
  f.painter->setPen(QPen(f.style.color(ColorRole::Text), f.style.px(1.5)));
  for (std::size_t row = 0; row < f.data.bars.size(); ++row) {
    const ChartBars& bars = f.data.bars[row];
    for (std::size_t i = 0; i < std::min(bars.values.size(), bars.plusMinus.size()); ++i) {
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
    if (!line.marked) continue;
    for (const ChartPoint& point : line.points) paintPoint(f, point, f.style.color(line.ink));
  }
}

/// Labels behind the lines, moved apart where they would touch.
void paintLineEnds(const Front& f) {
  struct End {
    const ChartLine* line;
    QPointF at;
  };
  std::vector<End> ends;
  for (const ChartLine& line : f.data.lines) {
    if (line.endLabel.isEmpty() || line.path.empty()) continue;
    ends.push_back({&line, f.frame.map(line.path.back()) + QPointF(f.style.px(12), 0)});
  }
  std::stable_sort(ends.begin(), ends.end(),
                   [](const End& a, const End& b) { return a.at.y() < b.at.y(); });
  const qreal least = QFontMetricsF(f.small(true)).height();
  for (std::size_t i = 1; i < ends.size(); ++i) {
    ends[i].at.setY(std::max(ends[i].at.y(), ends[i - 1].at.y() + least));
  }
  for (const End& end : ends) {
    f.text(end.at, Qt::AlignLeft | Qt::AlignVCenter, end.line->endLabel, end.line->ink,
           end.line->strongLabel);
  }
}

void paintGuides(const Front& f) {
  for (const ChartGuide& guide : f.data.guides) {
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

void paintCallouts(const Front& f) {
  const qreal line = QFontMetricsF(f.small(false)).height();
  for (const ChartCallout& callout : f.data.callouts) {
    const QPointF at = f.frame.map(callout.at);
    // Above the point where there is room, else below it.
    const qreal reach = f.style.px(8 + 36) + 2 * line;
    const bool above = at.y() - reach >= f.frame.plot.top();
    const qreal top = above ? at.y() - reach : at.y() + f.style.px(56);
    const qreal width = std::max(QFontMetricsF(f.small(true)).horizontalAdvance(callout.heading),
                                 QFontMetricsF(f.small(false)).horizontalAdvance(callout.text));
    const qreal low = f.frame.plot.left() + width / 2 + f.style.px(4);
    const qreal high = std::max(low, f.frame.plot.right() - width / 2);
    const qreal x = std::clamp(at.x(), low, high);
    f.text({x, top}, Qt::AlignHCenter | Qt::AlignTop, callout.heading, ColorRole::Text, true);
    f.text({x, top + line}, Qt::AlignHCenter | Qt::AlignTop, callout.text, ColorRole::Muted);
    f.painter->setPen(QPen(f.style.color(ColorRole::Text), f.style.px(1)));
    const qreal words = above ? top + 2 * line + f.style.px(4) : top - f.style.px(4);
    const qreal point = at.y() + (above ? -f.style.px(8) : f.style.px(8));
    f.painter->drawLine(QPointF(at.x(), words), QPointF(at.x(), point));
  }
}

/// The line or bar as it is drawn, in front of its name. Returns its width.
qreal paintSample(const Front& f, const ChartKeyEntry& entry, const QPointF& at) {
  if (entry.line >= 0) {
    const ChartLine& line = f.data.lines[static_cast<std::size_t>(entry.line)];
    f.painter->setPen(penOf(line, f.style));
    f.painter->drawLine(at, at + QPointF(f.style.px(32), 0));
    return f.style.px(40);
  }
  if (entry.bars < 0) return 0;
  const ChartBars& bars = f.data.bars[static_cast<std::size_t>(entry.bars)];
  paintFill(f.painter, QRectF(at.x(), at.y() - f.style.px(5), f.style.px(14), f.style.px(10)),
            fillOf(bars, 0), bars.tone, f.style.roles(), f.style.scale);
  return f.style.px(20);
}

void paintKey(const Front& f) {
  const QFontMetricsF metrics(f.small(true));
  const qreal line = metrics.height();
  if (f.data.keyAbove) {
    qreal x = f.frame.plot.right();
    for (auto entry = f.data.key.rbegin(); entry != f.data.key.rend(); ++entry) {
      x -= QFontMetricsF(f.small(false)).horizontalAdvance(entry->name) + f.style.px(20);
      const QPointF at(x, f.frame.outer.top() + line / 2);
      const qreal sample = paintSample(f, *entry, at);
      f.text(at + QPointF(sample, 0), Qt::AlignLeft | Qt::AlignVCenter, entry->name,
             ColorRole::Muted);
      x -= f.style.px(20);
    }
    return;
  }
  qreal y = f.frame.plot.top() + line * 0.7;
  qreal widest = 0;
  for (const ChartKeyEntry& entry : f.data.key) {
    widest = std::max(
        {widest, metrics.horizontalAdvance(entry.name), metrics.horizontalAdvance(entry.note)});
  }
  const qreal left = std::min(f.frame.plot.left() + f.data.keyX * f.frame.plot.width(),
                              f.frame.plot.right() - widest - f.style.px(40));
  for (const ChartKeyEntry& entry : f.data.key) {
    const qreal sample = paintSample(f, entry, {left, y});
    const ColorRole ink =
        entry.line >= 0 ? f.data.lines[static_cast<std::size_t>(entry.line)].ink : ColorRole::Text;
    f.text({left + sample, y}, Qt::AlignLeft | Qt::AlignVCenter, entry.name, ink, true);
    f.text({left + sample, y + line}, Qt::AlignLeft | Qt::AlignVCenter, entry.note,
           ColorRole::Muted);
    y += line * (entry.note.isEmpty() ? 1.4 : 2.6);
  }
}

}  // namespace

void paintChartFront(QPainter* painter, const ChartFrame& frame, const ChartData& data,
                     const PaintStyle& style) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const Front front{painter, frame, data, style};
  paintAxes(front);
  paintWhiskers(front);
  paintGuides(front);
  paintPoints(front);
  paintLineEnds(front);
  paintCallouts(front);
  paintKey(front);
  painter->restore();
}

}  // namespace plumbline
