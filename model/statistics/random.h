// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Random numbers that are the same on every machine and in any order of use: a draw is a function
// of seed, stream, index and its count (SplitMix64 of Steele, Lea and Flood 2014 as a counter-based
// generator). Distributions are our own, because those of the standard library differ by vendor.

#include <cstdint>

namespace plumbline {

class CounterRandom {
 public:
  /// Different (seed, stream, index) give unrelated sequences: a stream a purpose, an index a
  /// record.
  CounterRandom(std::uint64_t seed, std::uint64_t stream, std::uint64_t index = 0);
  [[nodiscard]] std::uint64_t next();
  /// Uniform on 0 ... bound - 1, without bias. `bound` must be above 0.
  [[nodiscard]] std::uint32_t below(std::uint32_t bound);
  /// Uniform on [0, 1), 53 bits.
  [[nodiscard]] double unit();
  [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * unit(); }
  /// True in `ppm` of a million cases.
  [[nodiscard]] bool chancePpm(std::int64_t ppm) { return below(1'000'000) < ppm; }
  /// Standard normal as the sum of twelve uniforms: bounded by 6, excess kurtosis -0.1.
  [[nodiscard]] double normal();
  [[nodiscard]] double exponential();  // mean 1
  /// exp(N(log median, sigma)).
  [[nodiscard]] double lognormal(double median, double sigma);

 private:
  std::uint64_t m_state;
};

}  // namespace plumbline
