// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/tails.h"

#include <cmath>

#include <boost/math/special_functions/gamma.hpp>

namespace plumbline {

double normalUpperTail(double z) {
  return 0.5 * std::erfc(z / std::sqrt(2.0));
}

double normalUpperQuantile(double p) {
  double low = 0;
  double high = 40;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    (normalUpperTail(middle) > p ? low : high) = middle;
  }
  return high;
}

double chiSquareUpperTail(double x, double degrees) {
  return x <= 0 ? 1.0 : boost::math::gamma_q(degrees / 2, x / 2);
}

double chiSquareLowerTail(double x, double degrees) {
  return x <= 0 ? 0.0 : boost::math::gamma_p(degrees / 2, x / 2);
}

double chiSquareUpperQuantile(double p, double degrees) {
  return 2 * boost::math::gamma_q_inv(degrees / 2, p);
}

}  // namespace plumbline
