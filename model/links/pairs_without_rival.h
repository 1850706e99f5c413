// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

namespace plumbline {

/// Where more rows of a side share a number it says nothing.
inline constexpr std::size_t mostOfOneNumber = 400;

/// Of `left` times `right` places those pairs that fit and whose members fit nobody else, by the
/// left place. `fits(i, k)` is asked once a pair.
template <class Fits>
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> pairsWithoutRival(std::size_t left,
                                                                                 std::size_t right,
                                                                                 Fits&& fits) {
  constexpr auto none = static_cast<std::size_t>(-1);
  constexpr std::size_t several = none - 1;
  std::vector<std::size_t> ofLeft(left, none);
  std::vector<std::size_t> ofRight(right, none);
  const auto note = [](std::size_t& partner, std::size_t other) {
    partner = partner == none ? other : several;
  };
  for (std::size_t i = 0; i < left; ++i) {
    for (std::size_t k = 0; k < right; ++k) {
      if (!fits(i, k)) continue;
      note(ofLeft[i], k);
      note(ofRight[k], i);
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < left; ++i) {
    if (ofLeft[i] < several && ofRight[ofLeft[i]] == i) pairs.emplace_back(i, ofLeft[i]);
  }
  return pairs;
}

}  // namespace plumbline
