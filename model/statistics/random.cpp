// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/random.h"

#include "model/statistics/elementary.h"

namespace plumbline {
namespace {

constexpr std::uint64_t goldenGamma = 0x9E3779B97F4A7C15u;

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

}  // namespace

CounterRandom::CounterRandom(std::uint64_t seed, std::uint64_t stream, std::uint64_t index)
    : m_state(mix(mix(mix(seed + goldenGamma) ^ (stream * goldenGamma)) + index * goldenGamma)) {}

std::uint64_t CounterRandom::next() {
  return mix(m_state += goldenGamma);
}

std::uint32_t CounterRandom::below(std::uint32_t bound) {
  // Lemire 2019: the high half of a product, redrawn in the short biased part.
  const std::uint32_t threshold = (0u - bound) % bound;
  for (;;) {
    const std::uint64_t product = (next() >> 32) * bound;
    if (static_cast<std::uint32_t>(product) >= threshold) {
      return static_cast<std::uint32_t>(product >> 32);
    }
  }
}

double CounterRandom::unit() {
  return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double CounterRandom::normal() {
  std::uint64_t sum = 0;
  for (int word = 0; word < 3; ++word) {
    const std::uint64_t bits = next();
    sum += (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48);
  }
  // Each part is uniform on 0 ... 65535, centred by half a step.
  return (static_cast<double>(sum) + 6.0) / 65536.0 - 6.0;
}

double CounterRandom::exponential() {
  return -exactLog(1.0 - unit());
}

double CounterRandom::lognormal(double median, double sigma) {
  return median * exactExp(sigma * normal());
}

}  // namespace plumbline
