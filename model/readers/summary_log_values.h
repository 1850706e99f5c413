// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures of a summary log. Masses are written in tonnes and are often the text of a double
// ("51.634931250000001"); they are rounded to micrograms, a thousand times finer than the
// tolerance of the regulator's own validator (1e-9 t = 1 mg). The records hold whole grams.

#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/result.h"

namespace plumbline {

inline constexpr int tonneDecimals = 12;       // micrograms
inline constexpr int proportionDecimals = 12;  // picounits of 0 to 1
inline constexpr std::int64_t microgramsPerGram = 1'000'000;

/// [-+]digits[.digits][(e|E)[-+]digits], rounded half away from zero to units of 10^-decimals.
/// Errors: BadValue for another grammar and for values beyond 64 bits.
[[nodiscard]] Result<std::int64_t> roundedFixed(std::string_view text, int decimals);
/// Whole grams, half away from zero.
[[nodiscard]] std::int64_t gramsOfMicrograms(std::int64_t micrograms);
/// The text of a number without the tail that a double has: "5.0999999999999996" -> "5.1",
/// "1000.0" -> "1000". Text that is no number comes back as it is.
[[nodiscard]] std::string plainNumber(std::string_view text);

}  // namespace plumbline
