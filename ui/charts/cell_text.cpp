// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cell_text.h"

#include <QPainter>
#include <QStyle>

#include "model/records/visible_text.h"

#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

namespace plumbline {

void paintCellText(QPainter* painter, const QRect& box, Qt::Alignment align,
                   Qt::LayoutDirection direction, const QString& words) {
  const QString text = visibleLine(words);
  const Qt::LayoutDirection before = painter->layoutDirection();
  const Qt::Alignment visual = QStyle::visualAlignment(direction, align | Qt::AlignVCenter);
  painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
  painter->drawText(box, static_cast<int>(visual | Qt::AlignAbsolute) | Qt::TextSingleLine,
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
  painter->setLayoutDirection(before);
}

void paintHit(QPainter* painter, const QRect& box, Qt::Alignment align,
              Qt::LayoutDirection direction, const QString& text, const QString& words) {
  const qsizetype at = words.isEmpty() ? -1 : text.indexOf(words, 0, Qt::CaseInsensitive);
  if (at < 0) return;
  const QFontMetrics metrics = painter->fontMetrics();
  const int whole = metrics.horizontalAdvance(text);
  const bool right = QStyle::visualAlignment(direction, align) & Qt::AlignRight;
  const int start = right ? box.right() + 1 - whole : box.left();
  const int left = start + metrics.horizontalAdvance(text.left(at));
  const int width = metrics.horizontalAdvance(text.mid(at, words.size()));
  const QRect hit = QRect(left, box.top() + px(3), width, box.height() - px(6)).intersected(box);
  const Roles& table = roles();
  painter->fillRect(hit, table.tint(Tone::Warn));
  painter->setPen(QPen(table.ink(Tone::Warn), 1.5));
  painter->drawLine(hit.bottomLeft(), hit.bottomRight());
}

}  // namespace plumbline
