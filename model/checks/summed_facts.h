// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Facts of one finding for all loads of a kind.

#include "model/checks/fact.h"

namespace plumbline::facts::summed {

inline constexpr Fact<std::int64_t> loads{"loads"};
inline constexpr Fact<Mass> mass{"mass"};
inline constexpr auto all = factList(loads, mass);

}  // namespace plumbline::facts::summed
