// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::receiverNotPublished {

inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::int64_t> loads{"loads"};
inline constexpr Fact<Mass> mass{"mass"};
inline constexpr Fact<Timestamp> first{"first"};
inline constexpr Fact<Timestamp> last{"last"};
inline constexpr auto all = factList(receiver, loads, mass, first, last);

}  // namespace plumbline::facts::receiverNotPublished
