// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A state is always silhouette, glyph, word and colour together. These are the silhouettes and
// glyphs, vector on any QPainter, drawn on a 16 unit grid.

#include <QIcon>
#include <QString>

#include "ui/theme/roles.h"

class QPainter;
class QRectF;

namespace plumbline {

enum class Mark {
  None,
  Passed,         // filled disc, tick; also "supported"
  Failed,         // filled square, cross
  CannotTell,     // dashed ring, question mark
  Contradiction,  // diamond, exclamation mark
  Conflict,       // triangle, exclamation mark
  Look,           // ring with a dot
  Differs,        // not equal
  Same            // equal
};

void paintMark(QPainter* painter, const QRectF& rect, Mark mark, const Roles& table);
/// On a selected row: in high contrast the mark stands on a tile of the window's ground.
void paintMarkOnSelection(QPainter* painter, const QRectF& rect, Mark mark, const Roles& table);

[[nodiscard]] Tone toneOf(Mark mark);
/// The word that always goes with the mark, translated: "Passed", "Cannot tell", ...
[[nodiscard]] QString wordOf(Mark mark);
/// An icon that draws the mark with the roles in force at painting time.
[[nodiscard]] QIcon markIcon(Mark mark);

}  // namespace plumbline
