// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exact decimals: facts are integers, text is parsed without a detour through floating point.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/result.h"

namespace plumbline {

/// Parses [-]digits[.digits] into units of 10^-decimals. Errors: BadValue for any other grammar
/// (no exponent, no grouping, no white space), for more than `decimals` significant decimals, and
/// for values beyond 64 bits.
[[nodiscard]] Result<std::int64_t> parseFixed(std::string_view text, int decimals);
/// Shortest text with at most `decimals` decimals: formatFixed(17240000, 3) == "17240".
[[nodiscard]] std::string formatFixed(std::int64_t units, int decimals);

[[nodiscard]] inline std::optional<std::int64_t> checkedAdd(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? std::nullopt : std::optional(sum);
}

}  // namespace plumbline
