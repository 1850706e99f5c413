// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tag.h"

#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

namespace plumbline {

Tag::Tag(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setObjectName(QStringLiteral("tag"));
}

Tag::Tag(Mark mark, const QString& text, QWidget* parent) : Tag(parent) {
  setTag(mark, text);
}

void Tag::setTag(Mark mark, const QString& text) {
  m_mark = mark;
  m_text = text;
  setAccessibleName(text);
  updateGeometry();
  update();
}

QSize Tag::sizeHint() const {
  const QFontMetrics metrics(plumbline::font(TextRole::Small));
  return {metrics.horizontalAdvance(m_text) + px(14 + 16), px(20)};
}

void Tag::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setRenderHint(QPainter::Antialiasing);
  const Roles& table = roles();
  const Tone tone = toneOf(m_mark);
  const bool outlined = table.kind() == ThemeKind::HighContrast;
  painter.setPen(outlined ? QPen(table.ink(tone), 1) : QPen(Qt::NoPen));
  painter.setBrush(table.tint(tone));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), pxF(3), pxF(3));
  const int side = px(14);
  QRect markBox(px(5), (height() - side) / 2, side, side);
  QRect words = rect().adjusted(px(5 + 14 + 4), 0, -px(6), 0);
  if (isRightToLeft()) {
    markBox.moveRight(width() - px(5));
    words = rect().adjusted(px(6), 0, -px(5 + 14 + 4), 0);
  }
  paintMark(&painter, markBox, m_mark, table);
  painter.setFont(plumbline::font(TextRole::Small));
  painter.setPen(table.ink(tone));
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, m_text);
}

MarkWidget::MarkWidget(int designSize, QWidget* parent) : QWidget(parent), m_size(designSize) {
  setObjectName(QStringLiteral("mark"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkWidget::setMark(Mark mark) {
  m_mark = mark;
  setAccessibleName(wordOf(mark));
  update();
}

QSize MarkWidget::sizeHint() const {
  return {px(m_size), px(m_size)};
}

void MarkWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  paintMark(&painter, rect(), m_mark, roles());
}

IconWidget::IconWidget(Icon which, int designSize, ColorRole color, QWidget* parent)
    : QWidget(parent), m_icon(which), m_size(designSize), m_color(color) {
  setObjectName(QStringLiteral("icon"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize IconWidget::sizeHint() const {
  return {px(m_size), px(m_size)};
}

void IconWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  paintIcon(&painter, rect(), m_icon, roles()[m_color]);
}

}  // namespace plumbline
