// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/band_layout.h"

#include <algorithm>

#include <QPainter>

namespace plumbline {

namespace {

constexpr qreal kLeast = 3;
constexpr qreal kLeastHatch = 8;

}  // namespace

qreal bandHeight(double value, bool hatched, qreal perUnit, const PaintStyle& style) {
  if (value <= 0) return 0;
  return std::max(value * perUnit, style.px(hatched ? kLeastHatch : kLeast));
}

qreal heightOf(const std::vector<double>& values, qreal least, qreal perUnit, qreal gap) {
  qreal height = 0;
  for (const double value : values) height += std::max(std::max(0.0, value) * perUnit + gap, least);
  return height;
}

qreal scaleFor(const std::vector<double>& values, qreal least, qreal available, qreal gap) {
  double total = 0;
  for (const double value : values) total += std::max(0.0, value);
  if (total <= 0) return 0;
  qreal low = 0;
  qreal high = available / total;
  for (int i = 0; i < 40; ++i) {
    const qreal middle = (low + high) / 2;
    (heightOf(values, least, middle, gap) <= available ? low : high) = middle;
  }
  return low;
}

QPainterPath bandBetween(const QRectF& from, const QRectF& to, qreal flat) {
  const qreal x0 = from.right() + flat;
  const qreal x1 = to.left();
  const qreal middle = (x0 + x1) / 2;
  QPainterPath path(from.topRight());
  path.lineTo(x0, from.top());
  path.cubicTo(middle, from.top(), middle, to.top(), x1, to.top());
  path.lineTo(x1, to.bottom());
  path.cubicTo(middle, to.bottom(), middle, from.bottom(), x0, from.bottom());
  path.lineTo(from.right(), from.bottom());
  path.closeSubpath();
  return path;
}

QRectF wordsUnder(const QRectF& node, const QSizeF& words,
                  const std::vector<QPainterPath>& fromLeft, qreal bottom,
                  const PaintStyle& style) {
  const qreal gap = style.px(6);
  QRectF box(QPointF(node.right() - words.width(), node.bottom() + gap + style.px(2)), words);
  const auto touched = [&] {
    const QRectF wide = box.adjusted(-gap, -gap, 0, gap);
    return std::any_of(fromLeft.begin(), fromLeft.end(),
                       [&wide](const QPainterPath& path) { return path.intersects(wide); });
  };
  const qreal step = style.px(4);
  while (touched() && box.bottom() + step <= bottom) box.translate(0, step);
  return box;
}

void paintBand(QPainter* painter, const QPainterPath& band, qreal height, Fill fill, Tone tone,
               const PaintStyle& style) {
  if (height <= 0) return;
  const Roles& table = style.roles();
  const bool thin = height < style.px(8);
  if (fill == Fill::Hatch || (fill == Fill::LevelLines && !thin)) {
    return paintFill(painter, band, fill, tone, table, style.scale);
  }
  painter->fillPath(band, fill == Fill::LevelLines ? table.fill(tone)
                          : fill == Fill::Open     ? table[ColorRole::Surface]
                                                   : table.tint(tone));
  painter->strokePath(band, QPen(table.fill(tone), style.px(1)));
}

}  // namespace plumbline
