// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::exportMassGrows {

inline constexpr Fact<std::string> row{"row"};
inline constexpr Fact<std::string> what{"what"};
inline constexpr Fact<Ppm> tolerancePpm{"tolerance_ppm"};
inline constexpr Fact<std::string> profile{"profile"};
inline constexpr OptionalFact<Mass> received{"received"};
inline constexpr OptionalFact<Mass> exported{"exported"};
inline constexpr OptionalFact<Mass> overseas{"overseas"};
inline constexpr auto all =
    factList(row, what, tolerancePpm, profile, received, exported, overseas);

}  // namespace plumbline::facts::exportMassGrows
