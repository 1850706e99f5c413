// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who got what of the balance made by hand in sample_result.h: two receivers on the map, one whose
// place nobody knows and who signed for nothing.

#include "model/audit/deliveries.h"

#include "tests/ui/sample_result.h"

namespace plumbline::test {

inline constexpr Month firstMonth{2141 * 12};
inline constexpr Month lastMonth{2142 * 12};

inline Deliveries sampleDeliveries() {
  Deliveries deliveries;
  deliveries.places = {{"EcoSphere North", GeoPoint{52'000'000, 5'000'000}, true},
                       {"Harbour Reclaim", GeoPoint{51'000'000, 5'000'000}, true},
                       {"Delta Paper", GeoPoint{52'500'000, 4'000'000}, true},
                       {"Quarry Fill", std::nullopt, false}};
  deliveries.list = {
      {firstMonth, 0, 1, "product", 1204, tonnes(20504), tonnes(20118)},
      {firstMonth, 0, 1, "residue", 0, Mass(), tonnes(386)},
      {firstMonth, 0, 2, "secondary", 1100, tonnes(18204), tonnes(18204)},
      {Month{firstMonth.index + 3}, 0, 3, "secondary", 40, tonnes(612), Mass()},
  };
  return deliveries;
}

}  // namespace plumbline::test
