// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Of unexplained_gain, too.

#include "model/checks/fact.h"

namespace plumbline::facts::unaccountedMass {

inline constexpr Fact<Timestamp> from{"from"};
inline constexpr Fact<Timestamp> until{"until"};
inline constexpr Fact<Mass> unaccounted{"unaccounted"};
inline constexpr Fact<Mass> missing{"missing"};
inline constexpr Fact<Mass> open{"open"};
inline constexpr Fact<Mass> input{"input"};
inline constexpr Fact<Ppm> p{"p"};
inline constexpr Fact<Ppm> alpha{"alpha"};           // p below it is told
inline constexpr Fact<std::int64_t> tests{"tests"};  // of the family
inline constexpr Fact<Mass> detectable{"detectable"};
inline constexpr auto all =
    factList(from, until, unaccounted, missing, open, input, p, alpha, tests, detectable);

}  // namespace plumbline::facts::unaccountedMass
