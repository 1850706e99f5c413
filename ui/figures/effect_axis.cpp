// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/effect_axis.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/words/format.h"
#include "ui/words/scheduler_words.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Scheduler)
};

/// Half to twice, or as far as the interval needs, in powers of two and alike on both sides.
double reachOf(const EffectData& data) {
  double reach = 2;
  while (reach < 64 && (data.high > reach || data.low < 1 / reach)) reach *= 2;
  return reach;
}

QString endLabel(double reach, bool upper) {
  if (reach <= 2) return upper ? Words::tr("twice") : Words::tr("half");
  return upper ? formatReal(reach, 0) : QStringLiteral("1/") + formatReal(reach, 0);
}

struct Axis {
  QRectF rect;
  double reach;
  qreal y;
  [[nodiscard]] qreal x(double value) const {
    const double share =
        (std::log2(std::clamp(value, 1 / reach, reach)) / std::log2(reach) + 1) / 2;
    return rect.left() + share * rect.width();
  }
};

Axis axisOf(const QRectF& rect, const EffectData& data, const PaintStyle& style) {
  const qreal inset = style.px(8);
  return {rect.adjusted(inset, 0, -inset, 0), reachOf(data), rect.top() + style.px(40)};
}

/// The plumb line: a thin upright line with a bob. Only here and at the claim.
void paintPlumb(QPainter* painter, qreal x, qreal top, qreal bottom, const PaintStyle& style) {
  const QColor ink = style.color(ColorRole::Text);
  painter->setPen(QPen(ink, style.px(1.5)));
  painter->drawLine(QPointF(x, top), QPointF(x, bottom - style.px(6)));
  painter->setPen(Qt::NoPen);
  painter->setBrush(ink);
  const qreal half = style.px(4);
  painter->drawPolygon(
      QPolygonF({{x - half, bottom - style.px(8)}, {x + half, bottom - style.px(8)}, {x, bottom}}));
}

}  // namespace

EffectData effectData(const SchedulerAudit& audit) {
  EffectData data;
  data.low = static_cast<double>(audit.soonerLowPermille) / 1000;
  data.value = static_cast<double>(audit.soonerPermille) / 1000;
  data.high = static_cast<double>(audit.soonerHighPermille) / 1000;
  data.standsOut = schedulerStandsOut(audit);
  data.label = formatFactor(audit.soonerPermille);
  data.atOne = Words::tr("1: no favour");
  data.summary = schedulerSentence(audit).remove(QStringLiteral("**"));
  return data;
}

void paintEffect(QPainter* painter, const QRectF& rect, const EffectData& data,
                 const PaintStyle& style) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  const Axis axis = axisOf(rect, data, style);
  const qreal tick = style.px(6);
  painter->setPen(QPen(style.color(ColorRole::LineStrong), style.px(1)));
  painter->drawLine(QPointF(axis.rect.left(), axis.y), QPointF(axis.rect.right(), axis.y));
  for (double at = 1 / axis.reach; at <= axis.reach * 1.01; at *= 2) {
    if (std::abs(at - 1) < 1e-9) continue;
    painter->drawLine(QPointF(axis.x(at), axis.y - tick), QPointF(axis.x(at), axis.y + tick));
  }
  paintPlumb(painter, axis.x(1), rect.top() + style.px(10), axis.y + style.px(14), style);

  const ColorRole ink = data.standsOut ? ColorRole::InfoInk : ColorRole::UnsureInk;
  const qreal y = axis.y - style.px(12);
  painter->setPen(QPen(style.color(ColorRole::Text), style.px(1.5)));
  painter->drawLine(QPointF(axis.x(data.low), y), QPointF(axis.x(data.high), y));
  for (const double end : {data.low, data.high}) {
    painter->drawLine(QPointF(axis.x(end), y - tick), QPointF(axis.x(end), y + tick));
  }
  painter->setPen(QPen(style.color(ink), style.px(1.5)));
  painter->setBrush(style.color(data.standsOut ? ink : ColorRole::Surface));
  painter->drawEllipse(QPointF(axis.x(data.value), y), style.px(4.5), style.px(4.5));

  QFont bold = style.font(TextRole::Small);
  bold.setBold(true);
  const QFontMetricsF boldMetrics(bold);
  painter->setFont(bold);
  painter->setPen(style.color(ink));
  painter->drawText(
      QPointF(axis.x(data.value) - boldMetrics.horizontalAdvance(data.label) / 2, y - style.px(10)),
      data.label);
  const QFont small = style.font(TextRole::Small);
  const QFontMetricsF metrics(small);
  painter->setFont(small);
  painter->setPen(style.color(ColorRole::Muted));
  const qreal base = axis.y + style.px(18) + metrics.ascent();
  const QString right = endLabel(axis.reach, true);
  painter->drawText(QPointF(axis.rect.left(), base), endLabel(axis.reach, false));
  painter->drawText(QPointF(axis.x(1) - metrics.horizontalAdvance(data.atOne) / 2, base),
                    data.atOne);
  painter->drawText(QPointF(axis.rect.right() - metrics.horizontalAdvance(right), base), right);
  painter->restore();
}

EffectView::EffectView(QWidget* parent) : PictureView(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize EffectView::sizeHint() const {
  return {px(320), px(78)};
}

QSize EffectView::minimumSizeHint() const {
  return {px(220), px(78)};
}

std::vector<FigureStop> EffectView::stops() const {
  const PaintStyle style = PaintStyle::screen();
  const Axis axis = axisOf(rect(), m_data, style);
  const qreal y = axis.y - style.px(12);
  return {{QRectF(QPointF(axis.x(m_data.low), y - style.px(8)),
                  QPointF(axis.x(m_data.high), y + style.px(8))),
           m_data.summary,
           {}}};
}

void EffectView::paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const {
  paintEffect(painter, rect, m_data, style);
}

}  // namespace plumbline
