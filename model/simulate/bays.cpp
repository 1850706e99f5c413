// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/bays.h"

#include <algorithm>
#include <numeric>

#include "model/simulate/declared.h"
#include "model/simulate/scale.h"

namespace plumbline {
namespace {

// A belt weigher of class 1: 1 % in service (OIML R 50). Half of that is the limit of the error
// that all months of a calibration share, a quarter the standard deviation of a month's own: 0.29
// and 0.25 %, together 0.38 %.
constexpr double sharedHalfWidth = 0.005;
constexpr double ownDeviation = 0.0025;
constexpr double declaredUncertainty = 0.005;

std::int64_t shareOf(std::int64_t plantStock, std::size_t good) {
  return plantStock * goods()[good].bayPermille / 1000;
}

}  // namespace

Bays::Bays(std::uint64_t seed, std::int64_t plantStock, double worse)
    : m_seed(seed), m_worse(worse) {
  for (std::size_t good = 0; good < goodCount; ++good) m_stocks[good] = shareOf(plantStock, good);
}

std::vector<BayFilling> Bays::fill(Month month, std::span<const std::int64_t> shipped,
                                   std::int64_t plantStock) {
  std::vector<BayFilling> fillings;
  for (std::size_t good = 0; good < goodCount; ++good) {
    const std::int64_t left = m_stocks[good] - shipped[good];
    const std::int64_t made = std::max<std::int64_t>(0, shareOf(plantStock, good) - left);
    m_stocks[good] = left + made;
    const BayFilling filling = counted(month, good, made);
    // A bay that nothing came to has nothing to publish.
    if (filling.mass > 0) fillings.push_back(filling);
  }
  return fillings;
}

BayFilling Bays::counted(Month month, std::size_t good, std::int64_t mass) const {
  constexpr std::uint64_t mostMonths = 100'000;
  const auto random = [&](Stream stream, int time) {
    return CounterRandom(m_seed, static_cast<std::uint64_t>(stream),
                         good * mostMonths + static_cast<std::uint64_t>(time));
  };
  CounterRandom shared = random(Stream::BeltCalibration, month.index / monthsPerCalibration);
  CounterRandom own = random(Stream::BeltReading, month.index);
  const double error = shared.uniform(-sharedHalfWidth, sharedHalfWidth) +
                       ownDeviation * boundedNormal(own);
  const double reading = static_cast<double>(mass) * (1 + m_worse * error);
  return {goods()[good].bay, goods()[good].code, toTens(reading),
          std::max<std::int64_t>(10, toTens(declaredUncertainty * reading))};
}

std::int64_t Bays::stock() const {
  return std::accumulate(m_stocks.begin(), m_stocks.end(), std::int64_t{0});
}

}  // namespace plumbline
