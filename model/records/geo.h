// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Places on the globe.

#include <cstdint>
#include <optional>

namespace plumbline {

/// WGS 84, millionths of a degree; north and east are positive.
struct GeoPoint {
  std::int64_t latitudeMicro = 0;
  std::int64_t longitudeMicro = 0;
  bool operator==(const GeoPoint&) const = default;
};

/// Nothing where either is absent or off the globe, and for 0, 0: a form nobody filled in.
[[nodiscard]] std::optional<GeoPoint> geoPoint(std::optional<std::int64_t> latitudeMicro,
                                               std::optional<std::int64_t> longitudeMicro);

/// Along the great circle, in kilometres, on a sphere of the earth's mean radius (6371.0088 km,
/// IUGG; off by at most 0.6 %). Haversine formula, which holds for short ways too.
[[nodiscard]] double greatCircleKm(const GeoPoint& a, const GeoPoint& b);

}  // namespace plumbline
