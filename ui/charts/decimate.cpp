// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimate.h"

#include <algorithm>
#include <array>

namespace plumbline {

std::vector<QPointF> decimate(const std::vector<QPointF>& points, int pixels) {
  const auto buckets = static_cast<std::size_t>(std::max(1, pixels));
  if (points.size() <= buckets * 4) return points;
  std::vector<QPointF> result;
  result.reserve(buckets * 4);
  const double left = points.front().x();
  const double width = points.back().x() - left;
  std::size_t begin = 0;
  for (std::size_t bucket = 0; bucket < buckets && begin < points.size(); ++bucket) {
    const double edge =
        left + width * static_cast<double>(bucket + 1) / static_cast<double>(buckets);
    std::size_t end = begin;
    std::size_t low = begin;
    std::size_t high = begin;
    const bool last = bucket + 1 == buckets;
    for (; end < points.size() && (last || points[end].x() <= edge); ++end) {
      if (points[end].y() < points[low].y()) low = end;
      if (points[end].y() > points[high].y()) high = end;
    }
    if (end == begin) continue;
    std::array<std::size_t, 4> kept{begin, low, high, end - 1};
    std::sort(kept.begin(), kept.end());
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (i == 0 || kept[i] != kept[i - 1]) result.push_back(points[kept[i]]);
    }
    begin = end;
  }
  return result;
}

}  // namespace plumbline
