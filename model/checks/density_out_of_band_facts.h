// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/group_facts.h"

namespace plumbline::facts::densityOutOfBand {

using namespace group;
inline constexpr Fact<std::string> material{"material"};
inline constexpr Fact<std::int64_t> density{"density"};  // thousandths of kg/m3
inline constexpr Fact<std::int64_t> low{"low"};
inline constexpr Fact<std::int64_t> high{"high"};
inline constexpr Fact<std::string> bandSource{"band_source"};
inline constexpr auto all = factsWith(group::all, material, density, low, high, bandSource);

}  // namespace plumbline::facts::densityOutOfBand
