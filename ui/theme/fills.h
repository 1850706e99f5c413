// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a bar is drawn says who vouches for it: open outline = only said; solid = confirmed by
// somebody else; diagonal hatch = nobody signed for it; level lines = residue.
// Lines are clipped vectors, not Qt brush patterns, so they scale, print and stay vector in a PDF.

#include <QIcon>

#include "ui/theme/roles.h"

class QPainter;
class QPainterPath;
class QRectF;

namespace plumbline {

enum class Fill {
  Open,        // only said
  Dashed,      // only said, and not signed
  Solid,       // confirmed
  Hatch,       // unaccounted for, or not checked
  LevelLines,  // received as residue
  Dots         // revised
};

/// Fills and outlines a shape. scale 1 means design pixels at the default font.
void paintFill(QPainter* painter, const QPainterPath& shape, Fill fill, Tone tone,
               const Roles& table, qreal scale = 1.0);
void paintFill(QPainter* painter, const QRectF& rect, Fill fill, Tone tone, const Roles& table,
               qreal scale = 1.0);
/// A swatch of it, 16 x 12, for a cell of a table. Follows the theme.
[[nodiscard]] QIcon fillIcon(Fill fill, Tone tone);

}  // namespace plumbline
