// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Adjusted p-values in the order given. NaN means "not run": it stays NaN and does not count.

#include <span>
#include <vector>

namespace plumbline {

/// Family-wise error rate (Holm 1979).
[[nodiscard]] std::vector<double> holm(std::span<const double> p);
/// False discovery rate under any dependence (Benjamini and Yekutieli 2001).
[[nodiscard]] std::vector<double> benjaminiYekutieli(std::span<const double> p);

}  // namespace plumbline
