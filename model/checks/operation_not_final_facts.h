// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/group_facts.h"

namespace plumbline::facts::operationNotFinal {

using namespace group;
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::string> operation{"operation"};
inline constexpr Fact<std::string> about{"about"};
inline constexpr auto all = factsWith(group::all, receiver, operation, about);

}  // namespace plumbline::facts::operationNotFinal
