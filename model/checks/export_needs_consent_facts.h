// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/group_facts.h"

namespace plumbline::facts::exportNeedsConsent {

using namespace group;
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::string> country{"country"};
inline constexpr Fact<std::string> code{"code"};
inline constexpr auto all = factsWith(group::all, receiver, country, code);

}  // namespace plumbline::facts::exportNeedsConsent
