// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers as people write them. "1.234" is a thousand in Berlin and one and a bit in London: which
// it is can be seen from a whole column, or has to be asked.

#include "crypto/result.h"

#include "model/containers/raw_row.h"

namespace plumbline {

enum class DecimalMark : std::uint8_t { Point, Comma };

/// "-1.234,50" with a comma -> "-1234.50": the grammar of parseFixed. Groups of three digits may be
/// parted by the other mark, an apostrophe or a space of any width; an exponent is worked out; a
/// leading plus is dropped. Errors: BadValue.
[[nodiscard]] Result<std::string> plainNumber(std::string_view text, DecimalMark mark);

/// "17,18 t" -> "17,18" and "t"; the unit is empty where only a number stands there.
struct NumberAndUnit {
  std::string_view number;
  std::string_view unit;
};
[[nodiscard]] NumberAndUnit splitUnit(std::string_view text);

/// What the values of a column say about the decimal mark.
struct NumberEvidence {
  std::int64_t numbers = 0;    // values that are a number in at least one reading
  std::int64_t point = 0;      // only readable with a decimal point
  std::int64_t comma = 0;      // only readable with a decimal comma
  std::int64_t differing = 0;  // readable both ways, as different numbers: "1.234"
  void add(std::string_view number);
  NumberEvidence& operator+=(const NumberEvidence& other);
};

}  // namespace plumbline
