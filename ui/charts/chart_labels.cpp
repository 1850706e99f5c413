// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include "ui/charts/chart_front.h"

namespace plumbline {

namespace {

bool crosses(const QRectF& box, const QLineF& line) {
  const QRectF reach = QRectF(line.p1(), line.p2()).normalized();
  if (reach.left() > box.right() || reach.right() < box.left() || reach.top() > box.bottom() ||
      reach.bottom() < box.top()) {
    return false;
  }
  if (box.contains(line.p1()) || box.contains(line.p2())) return true;
  const QLineF edges[] = {{box.topLeft(), box.topRight()},
                          {box.topRight(), box.bottomRight()},
                          {box.bottomRight(), box.bottomLeft()},
                          {box.bottomLeft(), box.topLeft()}};
  return std::any_of(std::begin(edges), std::end(edges), [&line](const QLineF& edge) {
    return line.intersects(edge, nullptr) == QLineF::BoundedIntersection;
  });
}

/// How many pieces of lines and guides run through the box.
int crossings(const Front& f, const QRectF& box) {
  int count = 0;
  for (const ChartLine& line : f.data.lines) {
    if (line.hidden) continue;
    for (std::size_t i = 1; i < line.path.size(); ++i) {
      const QLineF piece(f.frame.map(line.path[i - 1]), f.frame.map(line.path[i]));
      count += crosses(box, piece) ? 1 : 0;
    }
  }
  for (const ChartGuide& guide : f.data.guides) {
    if (f.data.isHidden(guide.line)) continue;
    const QPointF at = f.frame.map(guide.at);
    count += crosses(box, {QPointF(f.frame.plot.left(), at.y()), at}) ? 1 : 0;
    count += crosses(box, {at, QPointF(at.x(), f.frame.plot.bottom())}) ? 1 : 0;
  }
  return count;
}

struct Place {
  QRectF box;  // of the words
  bool above = true;
};

/// Above or below the point and to its middle, left or right: the first place that nothing
/// crosses, else the one that least crosses.
Place placeOf(const Front& f, const QPointF& at, const QSizeF& words) {
  const QRectF& plot = f.frame.plot;
  Place best;
  int fewest = -1;
  for (const qreal reach : {36.0, 16.0, 64.0}) {
    for (const bool above : {true, false}) {
      for (const qreal share : {0.5, 0.96, 0.04}) {
        const qreal gap = f.style.px(12 + reach);
        const qreal top = above ? at.y() - gap - words.height() : at.y() + gap;
        const qreal low = plot.left() + f.style.px(4);
        const qreal left = std::clamp(at.x() - words.width() * share, low,
                                      std::max(low, plot.right() - words.width()));
        const QRectF box(QPointF(left, top), words);
        if (box.top() < plot.top() || box.bottom() > plot.bottom()) continue;
        const int count = crossings(f, box.adjusted(-2, -2, 2, 2));
        if (fewest >= 0 && count >= fewest) continue;
        fewest = count;
        best = {box, above};
        if (count == 0) return best;
      }
    }
  }
  if (fewest < 0) best.box = QRectF(QPointF(plot.left() + f.style.px(4), plot.top()), words);
  return best;
}

/// The line or bar as it is drawn. Returns its width with the gap to its name.
qreal sampleWidth(const Front& f, const ChartKeyEntry& entry) {
  return f.style.px(entry.line >= 0 ? 40 : entry.bars >= 0 ? 20 : 0);
}

void paintSample(const Front& f, const ChartKeyEntry& entry, const QPointF& at) {
  if (entry.line >= 0) {
    const ChartLine& line = f.data.lines[static_cast<std::size_t>(entry.line)];
    f.painter->setPen(penOf(line, f.style));
    f.painter->drawLine(at, at + QPointF(f.style.px(32), 0));
  } else if (entry.bars >= 0) {
    const ChartBars& bars = f.data.bars[static_cast<std::size_t>(entry.bars)];
    paintFill(f.painter, QRectF(at.x(), at.y() - f.style.px(5), f.style.px(14), f.style.px(10)),
              bars.keyFill.value_or(fillOf(bars, 0)), bars.tone, f.style.roles(), f.style.scale);
  }
}

/// Above the plot in one row, towards the end of the reading direction.
std::vector<QRectF> boxesAbove(const Front& f) {
  const QFontMetricsF metrics(f.small(false));
  std::vector<QRectF> boxes(f.data.key.size());
  qreal x = f.frame.plot.right();
  const auto count = static_cast<int>(boxes.size());
  for (int i = 0; i < count; ++i) {
    const auto entry = static_cast<std::size_t>(f.style.rightToLeft ? i : count - 1 - i);
    const qreal width =
        metrics.horizontalAdvance(f.data.key[entry].name) + sampleWidth(f, f.data.key[entry]);
    boxes[entry] = QRectF(x - width, f.frame.outer.top(), width, metrics.height());
    x -= width + f.style.px(20);
  }
  return boxes;
}

/// In the corner that the fewest curves cross.
std::vector<QRectF> boxesInside(const Front& f) {
  const QFontMetricsF metrics(f.small(true));
  const qreal line = metrics.height();
  qreal width = 0;
  qreal height = 0;
  std::vector<qreal> tops;
  for (const ChartKeyEntry& entry : f.data.key) {
    width = std::max(
        {width, metrics.horizontalAdvance(entry.name), metrics.horizontalAdvance(entry.note)});
    tops.push_back(height);
    height += line * (entry.note.isEmpty() ? 1.4 : 2.5);
  }
  width += f.style.px(40);
  const QRectF& plot = f.frame.plot;
  const qreal gap = f.style.px(8);
  const qreal wanted = std::min(plot.left() + f.data.keyX * plot.width(), plot.right() - width);
  const std::array<QPointF, 4> corners = {
      QPointF(wanted, plot.top() + line * 0.2), QPointF(plot.right() - width, plot.top()),
      QPointF(plot.left() + gap, plot.bottom() - height - gap),
      QPointF(plot.right() - width, plot.bottom() - height - gap)};
  QPointF best = corners[0];
  int fewest = -1;
  for (const QPointF& corner : corners) {
    const int count = crossings(f, QRectF(corner, QSizeF(width, height)));
    if (fewest >= 0 && count >= fewest) continue;
    fewest = count;
    best = corner;
  }
  std::vector<QRectF> boxes;
  for (std::size_t i = 0; i < tops.size(); ++i) {
    const qreal lines = f.data.key[i].note.isEmpty() ? 1 : 2;
    boxes.emplace_back(best.x(), best.y() + tops[i], width, line * lines);
  }
  return boxes;
}

}  // namespace

void Front::text(const QPointF& at, Qt::Alignment align, const QString& words, ColorRole color,
                 bool bold) const {
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

void paintLineEnds(const Front& f) {
  struct End {
    const ChartLine* line;
    QPointF at;
  };
  std::vector<End> ends;
  for (const ChartLine& line : f.data.lines) {
    if (line.hidden || line.endLabel.isEmpty() || line.path.empty()) continue;
    if (!f.frame.shows(line.path.back().x())) continue;
    ends.push_back({&line, f.frame.map(line.path.back()) + QPointF(f.style.px(12), 0)});
  }
  std::stable_sort(ends.begin(), ends.end(),
                   [](const End& a, const End& b) { return a.at.y() < b.at.y(); });
  const qreal least = QFontMetricsF(f.small(true)).height();
  for (std::size_t i = 1; i < ends.size(); ++i) {
    ends[i].at.setY(std::max(ends[i].at.y(), ends[i - 1].at.y() + least));
  }
  // What was pushed out below moves up again, and those above it with it.
  qreal limit = f.frame.plot.bottom() + least / 2;
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    end->at.setY(std::min(end->at.y(), limit));
    limit = end->at.y() - least;
  }
  for (const End& end : ends) {
    f.text(end.at, Qt::AlignLeft | Qt::AlignVCenter, end.line->endLabel, end.line->ink,
           end.line->strongLabel);
  }
}

void paintCallouts(const Front& f) {
  const qreal line = QFontMetricsF(f.small(false)).height();
  for (const ChartCallout& callout : f.data.callouts) {
    if (!f.frame.shows(callout.at.x())) continue;
    const QPointF at = f.frame.map(callout.at);
    const qreal width = std::max(QFontMetricsF(f.small(true)).horizontalAdvance(callout.heading),
                                 QFontMetricsF(f.small(false)).horizontalAdvance(callout.text));
    const Place place = placeOf(f, at, {width, 2 * line});
    const qreal middle = place.box.center().x();
    f.text({middle, place.box.top()}, Qt::AlignHCenter | Qt::AlignTop, callout.heading,
           ColorRole::Text, true);
    f.text({middle, place.box.top() + line}, Qt::AlignHCenter | Qt::AlignTop, callout.text,
           ColorRole::Muted);
    f.painter->setPen(QPen(f.style.color(ColorRole::Text), f.style.px(1)));
    const qreal words = place.above ? place.box.bottom() + f.style.px(2) : place.box.top();
    const qreal point = at.y() + (place.above ? -f.style.px(8) : f.style.px(8));
    f.painter->drawLine(QPointF(at.x(), words), QPointF(at.x(), point));
  }
}

void paintKey(const Front& f) {
  const std::vector<QRectF> boxes = chartKeyBoxes(f.frame, f.data, f.style);
  const qreal line = QFontMetricsF(f.small(true)).height();
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const ChartKeyEntry& entry = f.data.key[i];
    const bool hidden = f.data.isHidden(entry);
    const qreal sample = sampleWidth(f, entry);
    const qreal y = boxes[i].top() + line / 2;
    const bool mirrored = f.style.rightToLeft;
    paintSample(f, entry,
                {mirrored ? boxes[i].right() - sample + f.style.px(8) : boxes[i].left(), y});
    const QPointF words(mirrored ? boxes[i].right() - sample : boxes[i].left() + sample, y);
    const Qt::Alignment align = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const bool inside = !f.data.keyAbove;
    ColorRole ink = inside ? ColorRole::Text : ColorRole::Muted;
    if (inside && entry.line >= 0) ink = f.data.lines[static_cast<std::size_t>(entry.line)].ink;
    f.text(words, align, entry.name, hidden ? ColorRole::Muted : ink, inside && !hidden);
    if (inside) f.text(words + QPointF(0, line), align, entry.note, ColorRole::Muted);
    if (!hidden) continue;
    // Struck out: the name stays readable, and the state does not hang on a colour.
    f.painter->setPen(QPen(f.style.color(ColorRole::Muted), f.style.px(1.5)));
    f.painter->drawLine(QPointF(boxes[i].left(), y), QPointF(boxes[i].right(), y));
  }
}

std::vector<QRectF> chartKeyBoxes(const ChartFrame& frame, const ChartData& data,
                                  const PaintStyle& style) {
  const Front front{nullptr, frame, data, style};
  return data.keyAbove ? boxesAbove(front) : boxesInside(front);
}

}  // namespace plumbline
