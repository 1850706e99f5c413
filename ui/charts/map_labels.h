// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where everything of a map of shipments lies: dots, bows and the words of each site. Words stand
// beside their dot where no bow, no dot and no other words are; else further off, with a line.

#include <optional>

#include <QLineF>
#include <QPainterPath>

#include "ui/charts/map_data.h"
#include "ui/charts/paint_style.h"

namespace plumbline {

[[nodiscard]] QRectF mapDot(const MapFrame& frame, const MapSite& site, const PaintStyle& style);
[[nodiscard]] QPainterPath mapBow(const MapFrame& frame, const MapData& data, const MapArc& arc);
/// Of the arcs of the data, in their order.
[[nodiscard]] std::vector<qreal> mapBowWidths(const MapData& data, const PaintStyle& style);
/// Room that the scale needs in the corner.
[[nodiscard]] QRectF mapScaleBox(const MapFrame& frame, const PaintStyle& style);

struct MapLabel {
  QRectF ground;                 // with its margin; empty where the dot is out of sight
  QRectF words;                  // name over note
  std::optional<QLineF> leader;  // from the dot, where the words stand off
};
/// One for each site, in the order of the data.
[[nodiscard]] std::vector<MapLabel> mapLabels(const MapFrame& frame, const MapData& data,
                                              const PaintStyle& style);

}  // namespace plumbline
