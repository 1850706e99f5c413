// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tail probabilities, each computed as the tail itself and never as one minus the other.

namespace plumbline {

/// P(Z >= z), standard normal.
[[nodiscard]] double normalUpperTail(double z);
/// z with P(Z >= z) = p, for p from 1e-300 to 0.5.
[[nodiscard]] double normalUpperQuantile(double p);
/// P(X >= x), chi-square with `degrees` > 0 degrees of freedom.
[[nodiscard]] double chiSquareUpperTail(double x, double degrees);

/// P(X <= x).
[[nodiscard]] double chiSquareLowerTail(double x, double degrees);
/// x with P(X >= x) = p, for 0 < p < 1.
[[nodiscard]] double chiSquareUpperQuantile(double p, double degrees);

/// z with P(|Z| <= z) = 0.95.
inline constexpr double normal95 = 1.959963984540054;

}  // namespace plumbline
