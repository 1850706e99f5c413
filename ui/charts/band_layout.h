// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bands and their slots in pictures of flows. Only for the files flow_*.cpp and sankey_*.cpp.

#include <vector>

#include <QPainterPath>

#include "ui/charts/paint_style.h"
#include "ui/theme/fills.h"

namespace plumbline {

inline constexpr qreal kNodeWidth = 12;
inline constexpr qreal kBandGap = 8;
inline constexpr qreal kNodeLine = 18;  // a line of words under a node

/// A band stays visible however small it is, and a hatched one also hatched: at least 3, at
/// least 8.
[[nodiscard]] qreal bandHeight(double value, bool hatched, qreal perUnit, const PaintStyle& style);
/// Of slots below each other, each at least `least` high.
[[nodiscard]] qreal heightOf(const std::vector<double>& values, qreal least, qreal perUnit,
                             qreal gap);
/// The largest scale at which the slots fit: slots have a least height, so it is searched for.
[[nodiscard]] qreal scaleFor(const std::vector<double>& values, qreal least, qreal available,
                             qreal gap);
/// Goes straight on for `flat` before it bends.
[[nodiscard]] QPainterPath bandBetween(const QRectF& from, const QRectF& to, qreal flat = 0);
/// Where `words` stand under a node. They end with it, since the bands that leave it fall away to
/// the right, and lie below all that comes in from the left; nothing goes below `bottom`.
[[nodiscard]] QRectF wordsUnder(const QRectF& node, const QSizeF& words,
                                const std::vector<QPainterPath>& fromLeft, qreal bottom,
                                const PaintStyle& style);
/// `height`: of the band where it begins; lines inside a thin one have no room and it is solid.
void paintBand(QPainter* painter, const QPainterPath& band, qreal height, Fill fill, Tone tone,
               const PaintStyle& style);

}  // namespace plumbline
