// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace plumbline {

__extension__ typedef __int128 WideInteger;

/// value * factor / divisor, rounded towards zero. Saturates: a hostile figure becomes a large one,
/// never a small one.
[[nodiscard]] constexpr std::int64_t scaled(std::int64_t value, std::int64_t factor,
                                            std::int64_t divisor) {
  const WideInteger product = static_cast<WideInteger>(value) * factor / divisor;
  if (product > INT64_MAX) return INT64_MAX;
  if (product < -INT64_MAX) return -INT64_MAX;
  return static_cast<std::int64_t>(product);
}

/// value * micro / 1,000,000.
[[nodiscard]] constexpr std::int64_t millionths(std::int64_t value, std::int64_t micro) {
  return scaled(value, micro, 1'000'000);
}

}  // namespace plumbline
