// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/group_facts.h"

namespace plumbline::facts::priceOutOfBand {

using namespace group;
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::string> code{"code"};
inline constexpr Fact<std::string> about{"about"};
inline constexpr Fact<std::string> kind{"kind"};
inline constexpr Fact<MoneyAmount> price{"price"};
inline constexpr Fact<MoneyAmount> low{"low"};
inline constexpr Fact<MoneyAmount> high{"high"};
inline constexpr Fact<std::string> bandSource{"band_source"};
inline constexpr auto all =
    factsWith(group::all, receiver, code, about, kind, price, low, high, bandSource);

}  // namespace plumbline::facts::priceOutOfBand
