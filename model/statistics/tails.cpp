// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/tails.h"

#include <cmath>

#include <boost/math/special_functions/gamma.hpp>

namespace plumbline {

double normalUpperTail(double z) {
  return 0.5 * std::erfc(z / std::sqrt(2.0));
}

double chiSquareUpperTail(double x, double degrees) {
  return x <= 0 ? 1.0 : boost::math::gamma_q(degrees / 2, x / 2);
}

double chiSquareLowerTail(double x, double degrees) {
  return x <= 0 ? 0.0 : boost::math::gamma_p(degrees / 2, x / 2);
}

}  // namespace plumbline
