// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a map of shipments shows, and what part of the world.

#include <vector>

#include <QRectF>
#include <QStringList>

#include "model/records/geo.h"

#include "ui/theme/fills.h"

namespace plumbline {

struct MapSite {
  QString name;
  QString note;  // under the name: "18,204 t, 41 km"
  GeoPoint at;
  bool plant = false;
  QString spoken;
};

struct MapArc {
  std::size_t from = 0, to = 0;  // sites
  double value = 0;              // any unit, the same for all
  Tone tone = Tone::Info;
  bool open = false;  // nobody signed for any of it: dashed
  QString spoken;
};

struct MapData {
  QString summary;
  std::vector<MapSite> sites;
  std::vector<MapArc> arcs;
  QString unplaced;  // who is not on the map, and why
  QStringList tableHeader;
  std::vector<QStringList> tableRows;
};

/// What part of the world is seen: equirectangular, true to scale at its centre.
struct MapFrame {
  QRectF plot;
  double longitude = 0, latitude = 0;  // of the centre, degrees
  double pixelsPerDegree = 1;          // of latitude
  [[nodiscard]] QPointF map(double longitudeDegrees, double latitudeDegrees) const;
  [[nodiscard]] QPointF map(const GeoPoint& point) const;
};
/// All sites with room around them; the whole world where there are none.
[[nodiscard]] MapFrame mapFrame(const QRectF& plot, const MapData& data);

}  // namespace plumbline
