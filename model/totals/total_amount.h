// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A declared quantity in the unit it was declared in. Units of mass are converted among themselves
// exactly, and so are those of volume. Nothing turns a volume into a mass: two sides who share an
// assumed density are compared in what they measured, and its error cancels.

#include <string>
#include <string_view>

#include "model/books/millionths.h"
#include "model/records/quantities.h"

namespace plumbline {

enum class Dimension : std::uint8_t { Mass, Volume, Other };

struct TotalUnit {
  std::string text;  // "t", "US gal"; as it is written where it is none that is known
  Dimension dimension = Dimension::Other;
  std::int64_t size = 1;  // of one unit: 10^-5 g, or 10^-12 m3
  bool operator==(const TotalUnit&) const = default;
};
[[nodiscard]] TotalUnit totalUnit(std::string_view written);
/// An unknown unit compares with itself only.
[[nodiscard]] bool isComparable(const TotalUnit& a, const TotalUnit& b);

/// Millionths of a unit as 10^-11 g (10^-18 m3); sums saturate.
using ExactAmount = WideInteger;
[[nodiscard]] ExactAmount exactly(std::int64_t micro, const TotalUnit& unit);
[[nodiscard]] ExactAmount exactSum(ExactAmount a, ExactAmount b);
/// In millionths of the unit, the nearest, halves away from zero; saturates.
[[nodiscard]] std::int64_t microOf(ExactAmount amount, const TotalUnit& unit);
/// To the nearest gram; 0 where the unit is none of mass.
[[nodiscard]] Mass massOf(ExactAmount amount, const TotalUnit& unit);

}  // namespace plumbline
