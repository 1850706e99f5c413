// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"

namespace plumbline {

void paintCardFrame(QPainter* painter, const QRectF& rect, const Roles& table, ColorRole ground) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const qreal width = table.edgeWidth();
  painter->setPen(QPen(table[ColorRole::Line], width));
  painter->setBrush(table[ground]);
  painter->drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), pxF(6),
                           pxF(6));
  painter->restore();
}

Card::Card(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("card"));
  m_outer = new QVBoxLayout(this);
  m_outer->setSpacing(0);
  m_body = new QVBoxLayout;
  m_body->setSpacing(px(8));
  m_outer->addLayout(m_body, 1);
  applyMargins();
}

Card::Card(const QString& heading, QWidget* parent) : Card(parent) {
  setHeading(heading);
}

void Card::ensureHeader() {
  if (m_header != nullptr) return;
  m_header = new QWidget(this);
  m_header->setObjectName(QStringLiteral("cardHeader"));
  m_headerRow = new QHBoxLayout(m_header);
  m_headerRow->setSpacing(px(16));
  m_heading = new TextLabel(TextRole::CardHeading, m_header);
  m_heading->setObjectName(QStringLiteral("cardHeading"));
  m_heading->setElided(true);
  m_headerRow->addWidget(m_heading, 1);
  m_outer->insertWidget(0, m_header);
  applyMargins();
}

void Card::setHeading(const QString& heading) {
  ensureHeader();
  m_heading->setText(heading);
  setAccessibleName(heading);
}

void Card::setLink(const QString& text, const QString& accessibleName) {
  ensureHeader();
  if (m_link == nullptr) {
    m_link = new LinkButton(text, m_header);
    m_link->setObjectName(objectName() + QStringLiteral("Link"));
    m_headerRow->addWidget(m_link);
    connect(m_link, &LinkButton::clicked, this, &Card::linkActivated);
  }
  m_link->setText(text);
  m_link->setAccessibleName(accessibleName.isEmpty() ? text : accessibleName);
  m_link->setVisible(!text.isEmpty());
}

void Card::setNote(const QString& text) {
  ensureHeader();
  if (m_note == nullptr) {
    m_note = new TextLabel(TextRole::Small, m_header);
    m_note->setObjectName(QStringLiteral("cardNote"));
    m_note->setColor(ColorRole::Muted);
    m_note->setElided(true);
    m_headerRow->insertWidget(1, m_note);
  }
  m_note->setText(text);
}

void Card::addHeadingWidget(QWidget* widget) {
  ensureHeader();
  m_headerRow->insertWidget(m_link != nullptr ? m_headerRow->count() - 1 : m_headerRow->count(),
                            widget);
}

void Card::setFlush(bool on) {
  m_flush = on;
  m_body->setSpacing(on ? 0 : px(8));
  applyMargins();
}

void Card::setLeadingBar(std::optional<Tone> tone) {
  m_bar = tone;
  applyMargins();
  update();
}

void Card::setGround(ColorRole ground) {
  m_ground = ground;
  update();
}

void Card::applyMargins() {
  const int edge = qRound(roles().edgeWidth());
  const int lead = m_bar ? px(6) : 0;
  const bool mirrored = isRightToLeft();
  if (m_flush) {
    setContentsMargins(edge + (mirrored ? 0 : lead), edge, edge + (mirrored ? lead : 0), edge);
    m_outer->setContentsMargins(0, 0, 0, 0);
    if (m_headerRow != nullptr) m_headerRow->setContentsMargins(px(16), px(10), px(16), px(10));
  } else {
    setContentsMargins(mirrored ? 0 : lead, 0, mirrored ? lead : 0, 0);
    m_outer->setContentsMargins(px(16), px(12), px(16), px(16));
    if (m_headerRow != nullptr) m_headerRow->setContentsMargins(0, 0, 0, px(8));
  }
}

void Card::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LayoutDirectionChange) applyMargins();
  QFrame::changeEvent(event);
}

void Card::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Roles& table = roles();
  paintCardFrame(&painter, rect(), table, m_ground);
  if (m_flush && m_header != nullptr && m_header->isVisible()) {
    painter.setPen(QPen(table[ColorRole::Line], 1));
    const int y = m_header->geometry().bottom();
    painter.drawLine(0, y, width(), y);
  }
  if (!m_bar) return;
  QPainterPath outline;
  outline.addRoundedRect(rect(), pxF(6), pxF(6));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(isRightToLeft() ? QRect(width() - px(6), 0, px(6), height())
                                      : QRect(0, 0, px(6), height()));
  painter.fillPath(outline, table.ink(*m_bar));
}

}  // namespace plumbline
