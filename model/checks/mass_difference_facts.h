// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/pair_facts.h"

namespace plumbline::facts::massDifference {

using namespace pair;
inline constexpr OptionalFact<Mass> tolerance{"tolerance"};
inline constexpr OptionalFact<Ppm> tolerancePpm{"tolerance_ppm"};
inline constexpr OptionalFact<std::string> profile{"profile"};
inline constexpr OptionalFact<Ppm> differencePpm{"difference_ppm"};
inline constexpr OptionalFact<std::int64_t> pieces{"pieces"};  // 1: pieces are compared, not masses
inline constexpr auto all =
    factsWith(pair::all, tolerance, tolerancePpm, profile, differencePpm, pieces);

}  // namespace plumbline::facts::massDifference
