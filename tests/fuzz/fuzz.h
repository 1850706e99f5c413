// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What every fuzz program needs: the input as text, a check that stops the run, and inputs to start
// from. libFuzzer gets those from seeds_for_libfuzzer.cpp; replay_main.cpp runs them and their
// mutations without libFuzzer.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace plumbline::fuzz {

/// Inputs to start from. Every program defines its own.
std::vector<std::string> seeds();

inline std::string_view textOfInput(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void require(bool held) {
  if (!held) std::abort();
}

/// Takes the first byte of an input as a number below `count`; 0 of an empty one.
inline std::size_t takeChoice(std::string_view& text, std::size_t count) {
  if (text.empty()) return 0;
  const std::size_t choice = static_cast<unsigned char>(text.front()) % count;
  text.remove_prefix(1);
  return choice;
}

/// Takes what stands before the next separator, or all there is.
inline constexpr char partSeparator = '\x1e';
inline std::string_view takePart(std::string_view& text) {
  const std::size_t end = text.find(partSeparator);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

/// An input of several parts.
inline std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += partSeparator;
    out += parts[i];
  }
  return out;
}

}  // namespace plumbline::fuzz
