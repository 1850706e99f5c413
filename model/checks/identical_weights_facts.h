// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::identicalWeights {

inline constexpr Fact<std::int64_t> loads{"loads"};
inline constexpr Fact<Mass> gross{"gross"};
inline constexpr Fact<Mass> tare{"tare"};
inline constexpr Fact<Mass> net{"net"};
inline constexpr auto all = factList(loads, gross, tare, net);

}  // namespace plumbline::facts::identicalWeights
