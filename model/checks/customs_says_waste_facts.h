// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/group_facts.h"

namespace plumbline::facts::customsSaysWaste {

using namespace group;
inline constexpr Fact<std::string> material{"material"};
inline constexpr Fact<std::string> code{"code"};
inline constexpr Fact<std::string> about{"about"};
inline constexpr auto all = factsWith(group::all, material, code, about);

}  // namespace plumbline::facts::customsSaysWaste
