// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exponential and logarithm built from IEEE addition, multiplication and division only. The ones of
// the C library differ in the last bit between systems; results that enter a digest may not.

namespace plumbline {

/// e^x, relative error below 4e-16 for |x| <= 700; 0 below, infinity above.
[[nodiscard]] double exactExp(double x);
/// Natural logarithm, relative error below 4e-16; minus infinity at 0, NaN below.
[[nodiscard]] double exactLog(double x);

}  // namespace plumbline
