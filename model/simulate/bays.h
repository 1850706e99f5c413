// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bays in which the goods lie until they leave, each filled over a belt weigher of its own.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/records/quantities.h"
#include "model/simulate/story.h"

namespace plumbline {

/// What the belt weigher of one bay counted in a month, as it was published; kg.
struct BayFilling {
  std::string_view bay, material;
  std::int64_t mass = 0, uncertainty = 0;
};

class Bays {
 public:
  /// Each holds its share of the stock of the whole plant (kg). `worse`: errors, times the usual.
  Bays(std::uint64_t seed, std::int64_t plantStock, double worse);
  /// Fills each bay so that it has its share of the plant's stock after `shipped` (kg, by good)
  /// left it. Nothing is taken out of a bay: one that holds more keeps it.
  [[nodiscard]] std::vector<BayFilling> fill(Month month, std::span<const std::int64_t> shipped,
                                             std::int64_t plantStock);
  /// kg, true.
  [[nodiscard]] std::int64_t stock(std::size_t good) const { return m_stocks[good]; }
  [[nodiscard]] std::int64_t stock() const;

 private:
  [[nodiscard]] BayFilling counted(Month month, std::size_t good, std::int64_t mass) const;
  std::uint64_t m_seed;
  double m_worse;
  std::array<std::int64_t, goodCount> m_stocks{};
};

}  // namespace plumbline
