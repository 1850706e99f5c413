// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Page's test (CUSUM; Page 1954) of standard normal figures: S_n = max(0, S_(n-1) + x_n - k), alarm
// where S_n > h. k is half the shift sought, in standard deviations. Run lengths and thresholds by
// the integral equation over S, with Gauss-Legendre nodes (Nystrom).

#include <optional>
#include <span>
#include <vector>

namespace plumbline {

/// S after each figure; k is subtracted from the first one on. A figure that is not known leaves S.
[[nodiscard]] std::vector<double> pageSums(std::span<const std::optional<double>> figures, double k,
                                           double headstart = 0);

/// Probability of an alarm within `periods` figures of mean 0.
[[nodiscard]] double pageFalseAlarm(int periods, double k, double h);
/// h with pageFalseAlarm(periods, k, h) = alpha, to 1e-9. periods from 1, k >= 0, 0 < alpha < 0.5.
[[nodiscard]] double pageThreshold(int periods, double k, double alpha);

/// Mean number of figures of mean `mu` until the alarm, from S_0 = headstart (0 to h).
[[nodiscard]] double pageRunLength(double k, double h, double mu, double headstart = 0);
/// The same for an upper and a lower chart side by side (Lucas and Crosier 1982).
[[nodiscard]] double pageRunLengthTwoSided(double k, double h, double mu, double headstart = 0);

}  // namespace plumbline
