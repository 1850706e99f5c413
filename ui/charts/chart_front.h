// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Painting the front of a chart, in parts: axes and marks, and the words that must find a free
// place. Only for the files chart_*.cpp.

#include "ui/charts/chart_painter.h"

namespace plumbline {

/// Everything a front painting function needs.
struct Front {
  QPainter* painter;
  const ChartFrame& frame;
  const ChartData& data;
  const PaintStyle& style;

  [[nodiscard]] QFont small(bool bold) const {
    QFont font = style.font(TextRole::Small);
    font.setBold(bold);
    return font;
  }
  void text(const QPointF& at, Qt::Alignment align, const QString& words, ColorRole color,
            bool bold = false) const;
};

/// Labels behind the lines, moved apart where they would touch.
void paintLineEnds(const Front& front);
/// Words with a thin line to a point, where no curve runs through them.
void paintCallouts(const Front& front);
/// The names of lines and bars, above the plot or in a corner of it that no curve crosses.
void paintKey(const Front& front);

}  // namespace plumbline
