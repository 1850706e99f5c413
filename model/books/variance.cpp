// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/variance.h"

#include <cmath>
#include <limits>

namespace plumbline {

Variance squaredGrams(std::int64_t grams) {
  const std::uint64_t size =
      grams < 0 ? 0 - static_cast<std::uint64_t>(grams) : static_cast<std::uint64_t>(grams);
  return static_cast<Variance>(size) * size;
}

Variance saturatedSum(Variance a, Variance b) {
  const Variance largest = ~static_cast<Variance>(0);
  return a > largest - b ? largest : a + b;
}

Mass expanded(Variance variance, std::int64_t coverageMilli) {
  const double k = static_cast<double>(coverageMilli) / 1000.0;
  const double grams = k * std::sqrt(static_cast<double>(variance));
  constexpr double most = 9.0e18;  // below 2^63
  return Mass::grams(grams < most ? std::llround(grams) : std::numeric_limits<std::int64_t>::max());
}

}  // namespace plumbline
