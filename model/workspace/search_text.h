// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Texts as a search compares them.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline {

/// Case folded; what is no printable character is a space, so that a separator of ours is in no
/// text.
[[nodiscard]] std::string searchText(std::string_view text);

/// How far a text is from the place in another that is most like it: letters put in, left out or
/// exchanged. G. Myers, "A fast bit-vector algorithm for approximate string matching based on
/// dynamic programming", J. ACM 46 (1999).
class NearMatcher {
 public:
  static constexpr std::size_t mostBytes = 64;
  /// At most `mostBytes` of them.
  explicit NearMatcher(std::string_view words);
  [[nodiscard]] int distanceIn(std::string_view text) const;

 private:
  std::array<std::uint64_t, 256> m_places{};  // of each byte in the words
  int m_size = 0;
};

}  // namespace plumbline
