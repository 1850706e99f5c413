// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::receiverHabit {

inline constexpr Fact<std::string> habit{"habit"};
inline constexpr Fact<std::int64_t> loads{"loads"};
inline constexpr Fact<Mass> mass{"mass"};
inline constexpr Fact<Mass> difference{"difference"};
inline constexpr OptionalFact<std::string> receiver{"receiver"};
inline constexpr OptionalFact<Mass> size{"size"};
inline constexpr auto all = factList(habit, loads, mass, difference, receiver, size);

}  // namespace plumbline::facts::receiverHabit
