// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the plant declares of its figures. Real errors have three quarters of the declared standard
// uncertainties: a plant states a little more than it needs.

#include <algorithm>

#include "model/statistics/random.h"

namespace plumbline {

inline constexpr double realShareOfDeclared = 0.75;

/// Standard normal, without the one in eighty that a plant would measure again.
[[nodiscard]] inline double boundedNormal(CounterRandom& random) {
  return std::clamp(random.normal(), -2.5, 2.5);
}

/// As it is written down: in full tens of kilograms.
[[nodiscard]] inline std::int64_t toTens(double kilograms) {
  return 10 * static_cast<std::int64_t>(kilograms / 10 + 0.5);
}

}  // namespace plumbline
