// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/geo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline {
namespace {

constexpr double earthRadiusKm = 6371.0088;

double radians(std::int64_t micro) {
  return static_cast<double>(micro) * 1e-6 * std::numbers::pi / 180;
}

double haversine(double angle) {
  const double sine = std::sin(angle / 2);
  return sine * sine;
}

}  // namespace

std::optional<GeoPoint> geoPoint(std::optional<std::int64_t> latitudeMicro,
                                 std::optional<std::int64_t> longitudeMicro) {
  if (!latitudeMicro || !longitudeMicro) return std::nullopt;
  const auto within = [](std::int64_t micro, std::int64_t degrees) {
    return micro >= -degrees * 1'000'000 && micro <= degrees * 1'000'000;
  };
  if (!within(*latitudeMicro, 90) || !within(*longitudeMicro, 180)) return std::nullopt;
  if (*latitudeMicro == 0 && *longitudeMicro == 0) return std::nullopt;
  return GeoPoint{*latitudeMicro, *longitudeMicro};
}

double greatCircleKm(const GeoPoint& a, const GeoPoint& b) {
  const double north = radians(a.latitudeMicro);
  const double south = radians(b.latitudeMicro);
  const double share = haversine(north - south) +
                       std::cos(north) * std::cos(south) *
                           haversine(radians(a.longitudeMicro) - radians(b.longitudeMicro));
  return 2 * earthRadiusKm * std::asin(std::sqrt(std::clamp(share, 0.0, 1.0)));
}

}  // namespace plumbline
