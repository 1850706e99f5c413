// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Value and unit of a claim.

#include <string_view>

#include "model/records/quantities.h"

namespace plumbline {

struct ClaimedFigure {
  enum Kind : std::uint8_t { Mass, Share, OutOfRange, UnknownUnit };
  Kind kind = UnknownUnit;
  plumbline::Mass mass;
  std::int64_t shareMicro = 0;  // millionths of a per cent
};

/// Units of mass: t, tonne(s), metric ton(s), Mg, kg, kilogram(me)(s). Shares: %, percent, per
/// cent. Cases and spaces around do not matter, except in Mg. A ton without "metric" may be any of
/// three. Out of range: below zero, above 10^10 t, shares above 100 %.
[[nodiscard]] ClaimedFigure claimedFigure(std::int64_t valueMicro, std::string_view unit);

}  // namespace plumbline
