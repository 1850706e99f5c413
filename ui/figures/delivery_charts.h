// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who got what, as pictures: values, labels, spoken words and table rows, ready to paint.

#include "model/audit/deliveries.h"

#include "ui/charts/flow_picture.h"
#include "ui/charts/map_picture.h"
#include "ui/charts/sankey.h"

namespace plumbline {

struct Balance;

/// All that went from one plant to one place in some months.
struct Route {
  std::size_t plant = 0, place = 0;
  std::int64_t loads = 0;
  Mass plantSays, found;
  Mass asResidue;  // of what was found
  /// Kilometres along the great circle; nothing where one of the two has no coordinates.
  std::optional<double> km;
};
/// Of the months [first, last); by falling mass as the plant says.
[[nodiscard]] std::vector<Route> routesOf(const Deliveries& deliveries, Month first, Month last);

[[nodiscard]] QString placeName(const DeliveryPlace& place);
/// From source to receiver; only the months of the balance that a stock survey bounds.
[[nodiscard]] SankeyData sankeyData(const Balance& balance, const Deliveries& deliveries,
                                    Figures figures = Figures::Named);
[[nodiscard]] MapData mapData(const Deliveries& deliveries, Month first, Month last);
/// "Most went to **Harbour Reclaim**: 18,204 t of 18,816 t that the plant says."
[[nodiscard]] QString deliveriesShow(const Deliveries& deliveries, Month first, Month last);

}  // namespace plumbline
