// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fills.h"

#include <cmath>

#include <QPainter>
#include <QPainterPath>
#include <QRectF>

#include "ui/theme/painted_icon.h"

namespace plumbline {

namespace {

constexpr qreal kStep = 6.0;
constexpr qreal kPen = 2.2;

void paintHatch(QPainter* painter, const QRectF& box, const QColor& color, qreal scale) {
  painter->setPen(QPen(color, kPen * scale, Qt::SolidLine, Qt::FlatCap));
  // The step is measured across the lines, which stand at 45 degrees.
  const qreal step = kStep * std::sqrt(2.0) * scale;
  for (qreal x = box.left() - box.height(); x < box.right() + step; x += step) {
    painter->drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
  }
}

void paintLevels(QPainter* painter, const QRectF& box, const QColor& color, qreal scale) {
  painter->setPen(QPen(color, 1.4 * scale, Qt::SolidLine, Qt::FlatCap));
  for (qreal y = box.top() + kStep * scale; y < box.bottom(); y += kStep * scale) {
    painter->drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
  }
}

void paintDots(QPainter* painter, const QRectF& box, const QColor& color, qreal scale) {
  painter->setPen(Qt::NoPen);
  painter->setBrush(color);
  const qreal step = kStep * scale;
  bool shifted = false;
  for (qreal y = box.top() + step / 2; y < box.bottom(); y += step / 2 + scale) {
    for (qreal x = box.left() + (shifted ? step : step / 2); x < box.right(); x += step) {
      painter->drawEllipse(QPointF(x, y), scale, scale);
    }
    shifted = !shifted;
  }
}

QColor groundOf(Fill fill, Tone tone, const Roles& table) {
  switch (fill) {
    case Fill::Solid:
    case Fill::LevelLines:
      return table.fill(tone);
    case Fill::Hatch:
    case Fill::Dots:
      return table.tint(tone);
    case Fill::Open:
    case Fill::Dashed:
      break;
  }
  return table[ColorRole::Surface];
}

class SwatchEngine : public PaintedIconEngine {
 public:
  SwatchEngine(Fill fill, Tone tone) : m_fill(fill), m_tone(tone) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
    const qreal height = rect.width() * 0.75;
    const QRectF box(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    paintFill(painter, box, m_fill, m_tone, roles(), rect.width() / 16.0);
  }
  [[nodiscard]] QIconEngine* clone() const override { return new SwatchEngine(m_fill, m_tone); }

 private:
  Fill m_fill;
  Tone m_tone;
};

}  // namespace

void paintFill(QPainter* painter, const QPainterPath& shape, Fill fill, Tone tone,
               const Roles& table, qreal scale) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->fillPath(shape, groundOf(fill, tone, table));
  if (fill == Fill::Hatch || fill == Fill::LevelLines || fill == Fill::Dots) {
    painter->save();
    painter->setClipPath(shape, Qt::IntersectClip);
    const QRectF box = shape.boundingRect();
    if (fill == Fill::Hatch) paintHatch(painter, box, table.fill(tone), scale);
    if (fill == Fill::LevelLines) paintLevels(painter, box, table[ColorRole::Surface], scale);
    if (fill == Fill::Dots) paintDots(painter, box, table.fill(tone), scale);
    painter->restore();
  }
  const qreal edge = table.edgeWidth() * scale;
  const bool open = fill == Fill::Open || fill == Fill::Dashed;
  QPen pen(table.ink(tone), open ? std::max(1.5 * scale, edge) : edge);
  pen.setJoinStyle(Qt::MiterJoin);
  if (fill == Fill::Dashed) pen.setDashPattern({2, 1.5});
  painter->setPen(pen);
  painter->setBrush(Qt::NoBrush);
  painter->drawPath(shape);
  painter->restore();
}

void paintFill(QPainter* painter, const QRectF& rect, Fill fill, Tone tone, const Roles& table,
               qreal scale) {
  // The outline lies inside the rectangle, so that bars meet without overlap.
  const qreal half = table.edgeWidth() * scale / 2;
  QPainterPath shape;
  shape.addRect(rect.width() > 2 * half ? rect.adjusted(half, half, -half, -half) : rect);
  paintFill(painter, shape, fill, tone, table, scale);
}

QIcon fillIcon(Fill fill, Tone tone) {
  return QIcon(new SwatchEngine(fill, tone));
}

}  // namespace plumbline
