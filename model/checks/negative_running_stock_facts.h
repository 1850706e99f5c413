// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::negativeRunningStock {

inline constexpr Fact<std::string> party{"party"};
inline constexpr Fact<std::int64_t> days{"days"};
inline constexpr OptionalFact<std::string> material{"material"};
inline constexpr auto all = factList(party, days, material);

}  // namespace plumbline::facts::negativeRunningStock
