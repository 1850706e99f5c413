// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// By how much one side weighs more than the other, over all loads of a way, and whether that is
// more than verified scales may be off. Memory does not grow with the loads.

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/records/quantities.h"

namespace plumbline {

/// What dries on the way: paper, wood and fuel from sorting (19 12 01, 07, 10), and what has no
/// waste code.
[[nodiscard]] bool losesWater(std::string_view lowCode);

/// 2 % may dry or run off on the way.
inline constexpr std::int64_t waterPpm = 20'000;

/// By more than 5 %: such a load is told by itself and says nothing of many.
[[nodiscard]] bool isTooFarApart(Mass sent, Mass received);

/// What of `lost` may be water, where so much of goods that dry was sent.
[[nodiscard]] Mass waterOf(Mass sent, Mass lost);

class WayShift {
 public:
  /// A load further apart than 5 % is told by itself and leaves the sums. Grams.
  void add(std::int64_t sent, std::int64_t received);
  void add(const WayShift& other);
  /// Both the sum and the middle load are off by more than the scales of both sides may be in
  /// service, and by 3.7 standard errors. `mayDryPpm`: of the mass, that may be lost besides.
  [[nodiscard]] bool isShifted(std::int64_t mayDryPpm) const;
  [[nodiscard]] std::int64_t loads() const { return m_loads; }
  [[nodiscard]] std::int64_t sent() const { return m_sent; }
  [[nodiscard]] std::int64_t difference() const { return m_difference; }  // received - sent; grams
  [[nodiscard]] std::int64_t medianPpm() const;

 private:
  std::int64_t m_loads = 0, m_sent = 0, m_difference = 0, m_limit = 0;  // grams
  double m_squares = 0;                                                // of differences, kg^2
  std::vector<std::uint32_t> m_shares;  // counts of shares of the difference, in steps of 0.01 %
};

}  // namespace plumbline
