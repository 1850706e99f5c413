// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a bar is drawn says who vouches for it: open outline = only said; solid = confirmed by
// somebody else; diagonal hatch = nobody signed for it; level lines = residue.
// Lines are clipped vectors, not Qt brush patterns, so they scale, print and stay vector in a PDF.

#include "ui/theme/roles.h"

class QPainter;
class QPainterPath;
class QRectF;

namespace plumbline {

enum class Fill {
  Open,        // said by the plant
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

}  // namespace plumbline
