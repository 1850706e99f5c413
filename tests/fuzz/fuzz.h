// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What every fuzz program needs: the input as text, and a check that stops the run.

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace plumbline::fuzz {

inline std::string_view textOfInput(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void require(bool held) {
  if (!held) std::abort();
}

}  // namespace plumbline::fuzz
