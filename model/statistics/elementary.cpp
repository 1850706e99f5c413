// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/elementary.h"

#include <cmath>
#include <limits>

namespace plumbline {
namespace {

// ln 2 in two parts: the first has 21 zero bits at its end, so k times it is exact for |k| < 2^20.
constexpr double ln2High = 6.93147180369123816490e-01;
constexpr double ln2Low = 1.90821492927058770002e-10;
constexpr double inverseLn2 = 1.44269504088896338700;
constexpr double rootHalf = 0.70710678118654752440;

}  // namespace

double exactExp(double x) {
  if (std::isnan(x)) return x;
  if (x > 709.7) return std::numeric_limits<double>::infinity();
  if (x < -745.0) return 0.0;
  const double k = std::floor(x * inverseLn2 + 0.5);
  const double r = (x - k * ln2High) - k * ln2Low;
  // Taylor series; |r| <= 0.347, so the term after r^15/15! is below 1e-20.
  double sum = 1.0;
  for (int n = 15; n >= 1; --n) sum = 1.0 + sum * r / n;
  return std::ldexp(sum, static_cast<int>(k));
}

double exactLog(double x) {
  if (std::isnan(x) || x < 0) return std::numeric_limits<double>::quiet_NaN();
  if (x == 0) return -std::numeric_limits<double>::infinity();
  if (std::isinf(x)) return x;
  int exponent = 0;
  double m = std::frexp(x, &exponent);
  if (m < rootHalf) {
    m *= 2;
    --exponent;
  }
  // log m = 2 artanh(s), s = (m - 1) / (m + 1), |s| <= 0.172.
  const double s = (m - 1) / (m + 1);
  const double z = s * s;
  double sum = 0;
  for (int n = 25; n >= 3; n -= 2) sum = (sum + 1.0 / n) * z;
  const double k = exponent;
  return k * ln2High + (2 * s + (2 * s * sum + k * ln2Low));
}

}  // namespace plumbline
