// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qnamespace.h>

class QPainter;
class QRect;
class QString;

namespace plumbline {

/// One line of text in a cell, cut with an ellipsis where it does not fit. The cell is aligned by
/// the layout's direction; the text itself runs by its own first letter, so that an id, a date or
/// "17,240 kg" is not turned round in a layout from right to left.
void paintCellText(QPainter* painter, const QRect& box, Qt::Alignment align,
                   Qt::LayoutDirection direction, const QString& text);
/// The ground under the first place in such a text that has the words: tinted and underlined.
void paintHit(QPainter* painter, const QRect& box, Qt::Alignment align,
              Qt::LayoutDirection direction, const QString& text, const QString& words);

}  // namespace plumbline
