// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Facts of looks that come in many loads at once (code_groups.h).

#include "model/checks/fact.h"

namespace plumbline::facts::group {

inline constexpr Fact<std::string> party{"party"};
inline constexpr Fact<std::string> shipment{"shipment"};
inline constexpr Fact<std::int64_t> loads{"loads"};
inline constexpr Fact<Mass> mass{"mass"};
inline constexpr auto all = factList(party, shipment, loads, mass);

}  // namespace plumbline::facts::group
