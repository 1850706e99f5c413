// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/key_digits.h"

#include <QPainter>

#include "ui/theme/roles.h"
#include "ui/theme/typography.h"

namespace plumbline {

KeyDigits::KeyDigits(const QString& fingerprint, QWidget* parent)
    : QWidget(parent), m_groups(fingerprint.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
  setObjectName(QStringLiteral("keyDigits"));
  setAccessibleName(fingerprint);
  setFixedHeight(px(68));
}

void KeyDigits::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setRenderHint(QPainter::Antialiasing);
  const Roles& table = roles();
  const bool edged = table.kind() == ThemeKind::HighContrast;
  painter.setPen(edged ? QPen(table[ColorRole::Line], 1) : QPen(Qt::NoPen));
  painter.setBrush(table[ColorRole::Sunken]);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), pxF(4), pxF(4));
  painter.setPen(table[ColorRole::Text]);
  painter.setFont(plumbline::font(TextRole::MonoKeys));
  const qreal column = (width() - pxF(8)) / 4.0;
  for (int i = 0; i < m_groups.size(); ++i) {
    const QRectF cell(pxF(4) + column * (i % 4), pxF(4) + pxF(20) * (i / 4), column, pxF(20));
    painter.drawText(cell, Qt::AlignCenter, m_groups[i]);
  }
}

}  // namespace plumbline
