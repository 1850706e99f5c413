// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::uncertaintyNotStated {

inline constexpr Fact<std::string> what{"what"};
inline constexpr Fact<Mass> mass{"mass"};
inline constexpr Fact<Ppm> assumedPpm{"assumed_ppm"};
inline constexpr OptionalFact<Mass> of{"of"};
inline constexpr OptionalFact<Mass> intake{"intake"};
inline constexpr OptionalFact<Mass> random{"random"};
inline constexpr OptionalFact<std::int64_t> rows{"rows"};
inline constexpr auto all = factList(what, mass, assumedPpm, of, intake, random, rows);

}  // namespace plumbline::facts::uncertaintyNotStated
