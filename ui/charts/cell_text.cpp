// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cell_text.h"

#include <QPainter>
#include <QStyle>

#include "model/records/visible_text.h"

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

}  // namespace plumbline
