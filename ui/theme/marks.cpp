// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/marks.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include "ui/theme/painted_icon.h"

namespace plumbline {

namespace {

class SavedPainter {
 public:
  explicit SavedPainter(QPainter* painter) : m_painter(painter) { m_painter->save(); }
  ~SavedPainter() { m_painter->restore(); }
  Q_DISABLE_COPY_MOVE(SavedPainter)

 private:
  QPainter* m_painter;
};

QPen linePen(const QColor& color, qreal width) {
  return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintExclamation(QPainter* painter, const QColor& glyph, qreal top, qreal bottom) {
  painter->setPen(linePen(glyph, 2.0));
  painter->drawLine(QPointF(8, top), QPointF(8, bottom));
  painter->setPen(Qt::NoPen);
  painter->setBrush(glyph);
  painter->drawEllipse(QPointF(8, bottom + 2.9), 1.15, 1.15);
}

void paintPassed(QPainter* painter, const QColor& ink, const QColor& glyph) {
  painter->setPen(Qt::NoPen);
  painter->setBrush(ink);
  painter->drawEllipse(QPointF(8, 8), 7.5, 7.5);
  painter->setPen(linePen(glyph, 2.0));
  painter->setBrush(Qt::NoBrush);
  painter->drawPolyline(QPolygonF({{4.7, 8.3}, {7.0, 10.6}, {11.3, 5.8}}));
}

void paintFailed(QPainter* painter, const QColor& ink, const QColor& glyph) {
  painter->setPen(Qt::NoPen);
  painter->setBrush(ink);
  painter->drawRoundedRect(QRectF(0.5, 0.5, 15, 15), 1.6, 1.6);
  painter->setPen(linePen(glyph, 2.0));
  painter->drawLine(QPointF(5.2, 5.2), QPointF(10.8, 10.8));
  painter->drawLine(QPointF(10.8, 5.2), QPointF(5.2, 10.8));
}

void paintCannotTell(QPainter* painter, const QColor& ink) {
  QPen ring(ink, 1.5, Qt::CustomDashLine, Qt::FlatCap);
  // Twelve dashes round a circle of radius 6.9, in multiples of the pen width.
  const qreal step = 2 * M_PI * 6.9 / 12 / 1.5;
  ring.setDashPattern({step * 0.62, step * 0.38});
  painter->setPen(ring);
  painter->setBrush(Qt::NoBrush);
  painter->drawEllipse(QPointF(8, 8), 6.9, 6.9);
  QPainterPath hook(QPointF(5.9, 6.5));
  hook.cubicTo(5.9, 3.6, 10.2, 3.6, 10.2, 6.4);
  hook.cubicTo(10.2, 8.0, 8.0, 7.9, 8.0, 9.6);
  painter->setPen(linePen(ink, 1.6));
  painter->drawPath(hook);
  painter->setPen(Qt::NoPen);
  painter->setBrush(ink);
  painter->drawEllipse(QPointF(8, 11.9), 1.0, 1.0);
}

void paintContradiction(QPainter* painter, const QColor& ink, const QColor& glyph) {
  painter->setPen(linePen(ink, 1.0));
  painter->setBrush(ink);
  painter->drawPolygon(QPolygonF({{8, 0.7}, {15.3, 8}, {8, 15.3}, {0.7, 8}}));
  paintExclamation(painter, glyph, 4.6, 8.5);
}

void paintConflict(QPainter* painter, const QColor& ink, const QColor& glyph) {
  painter->setPen(linePen(ink, 1.4));
  painter->setBrush(ink);
  painter->drawPolygon(QPolygonF({{8, 1.5}, {15.0, 14.4}, {1.0, 14.4}}));
  paintExclamation(painter, glyph, 6.0, 9.6);
}

void paintLook(QPainter* painter, const QColor& ink) {
  painter->setPen(QPen(ink, 1.7));
  painter->setBrush(Qt::NoBrush);
  painter->drawEllipse(QPointF(8, 8), 6.6, 6.6);
  painter->setPen(Qt::NoPen);
  painter->setBrush(ink);
  painter->drawEllipse(QPointF(8, 8), 2.9, 2.9);
}

void paintEquals(QPainter* painter, const QColor& ink, bool struck) {
  painter->setPen(linePen(ink, struck ? 1.9 : 1.6));
  painter->drawLine(QPointF(3, 5.7), QPointF(13, 5.7));
  painter->drawLine(QPointF(3, 10.3), QPointF(13, 10.3));
  if (struck) painter->drawLine(QPointF(10.7, 2.6), QPointF(5.3, 13.4));
}

class MarkEngine : public PaintedIconEngine {
 public:
  explicit MarkEngine(Mark mark) : m_mark(mark) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    if (mode == QIcon::Selected) {
      paintMarkOnSelection(painter, rect, m_mark, roles());
    } else {
      paintMark(painter, rect, m_mark, roles());
    }
  }
  [[nodiscard]] QIconEngine* clone() const override { return new MarkEngine(m_mark); }

 private:
  Mark m_mark;
};

}  // namespace

void paintMark(QPainter* painter, const QRectF& rect, Mark mark, const Roles& table) {
  if (mark == Mark::None) return;
  const SavedPainter saved(painter);
  painter->setRenderHint(QPainter::Antialiasing);
  const qreal side = std::min(rect.width(), rect.height());
  painter->translate(rect.center() - QPointF(side, side) / 2);
  painter->scale(side / 16, side / 16);
  const QColor ink = mark == Mark::Same ? table[ColorRole::Muted] : table.ink(toneOf(mark));
  const QColor glyph = table[ColorRole::Surface];
  switch (mark) {
    case Mark::Passed:
      return paintPassed(painter, ink, glyph);
    case Mark::Failed:
      return paintFailed(painter, ink, glyph);
    case Mark::CannotTell:
      return paintCannotTell(painter, ink);
    case Mark::Contradiction:
      return paintContradiction(painter, ink, glyph);
    case Mark::Conflict:
      return paintConflict(painter, ink, glyph);
    case Mark::Look:
      return paintLook(painter, ink);
    case Mark::Differs:
      return paintEquals(painter, ink, true);
    case Mark::Same:
      return paintEquals(painter, ink, false);
    case Mark::None:
      break;
  }
}

void paintMarkOnSelection(QPainter* painter, const QRectF& rect, Mark mark, const Roles& table) {
  if (table.kind() == ThemeKind::HighContrast && mark != Mark::None) {
    const SavedPainter saved(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(table[ColorRole::Window]);
    painter->drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3);
  }
  paintMark(painter, rect, mark, table);
}

Tone toneOf(Mark mark) {
  switch (mark) {
    case Mark::Passed:
      return Tone::Pass;
    case Mark::Failed:
    case Mark::Contradiction:
    case Mark::Differs:
      return Tone::Fail;
    case Mark::Conflict:
      return Tone::Warn;
    case Mark::Look:
      return Tone::Info;
    case Mark::CannotTell:
    case Mark::Same:
    case Mark::None:
      break;
  }
  return Tone::Unsure;
}

QString wordOf(Mark mark) {
  const auto word = [](const char* text) {
    return QCoreApplication::translate("plumbline::Mark", text);
  };
  switch (mark) {
    case Mark::Passed:
      return word(QT_TRANSLATE_NOOP("plumbline::Mark", "Passed"));
    case Mark::Failed:
      return word(QT_TRANSLATE_NOOP("plumbline::Mark", "Failed"));
    case Mark::CannotTell:
      return word(QT_TRANSLATE_NOOP("plumbline::Mark", "Cannot tell"));
    case Mark::Contradiction:
      return word(QT_TRANSLATE_NOOP("plumbline::Mark", "Contradiction"));
    case Mark::Conflict:
      return word(QT_TRANSLATE_NOOP("plumbline::Mark", "Records conflict"));
    case Mark::Look:
      return word(QT_TRANSLATE_NOOP("plumbline::Mark", "Look here"));
    case Mark::Differs:
      return word(QT_TRANSLATE_NOOP("plumbline::Mark", "differs"));
    case Mark::Same:
      return word(QT_TRANSLATE_NOOP("plumbline::Mark", "same"));
    case Mark::None:
      break;
  }
  return {};
}

QIcon markIcon(Mark mark) {
  return QIcon(new MarkEngine(mark));
}

}  // namespace plumbline
