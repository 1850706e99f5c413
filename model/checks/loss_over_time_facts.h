// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Of gain_over_time, too.

#include "model/checks/fact.h"

namespace plumbline::facts::lossOverTime {

inline constexpr Fact<Timestamp> from{"from"};
inline constexpr Fact<Timestamp> until{"until"};
inline constexpr Fact<Ppm> alpha{"alpha"};  // p below it is told
inline constexpr Fact<std::int64_t> periods{"periods"};
inline constexpr Fact<Mass> detectable{"detectable"};
inline constexpr OptionalFact<std::string> party{"party"};
inline constexpr OptionalFact<std::string> material{"material"};
inline constexpr auto all = factList(from, until, alpha, periods, detectable, party, material);

}  // namespace plumbline::facts::lossOverTime
