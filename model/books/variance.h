// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Variances in grams squared. 64 bits are not enough: a plant of ten million tonnes a year weighed to
// 0.05 % has a variance of 2.5e19, and a variance that saturates understates the uncertainty and
// accuses an honest plant.

#include <cstdint>

#include "model/records/quantities.h"

namespace plumbline {

__extension__ typedef unsigned __int128 Variance;

[[nodiscard]] Variance squaredGrams(std::int64_t grams);
/// Saturates at the largest value, which only sums beyond every stated limit reach.
[[nodiscard]] Variance saturatedSum(Variance a, Variance b);
/// Square root of a variance times k, in whole grams.
[[nodiscard]] Mass expanded(Variance variance, std::int64_t coverageMilli);

}  // namespace plumbline
