// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Periods as people write them: "2008 Q3", "Jan-Mar 2020", "January - March 2008", "3/2008". A
// period is no moment: it has a first one, and a first one after it.

#include <optional>

#include "model/records/quantities.h"

namespace plumbline {

/// What a column's periods are. Each says how long they have to be.
enum class PeriodKind : std::uint8_t {
  Year,     // 2008
  Quarter,  // 2008 Q3, 3rd quarter 2008, Jul-Sep 2008; a number from 1 to 4 beside the year
  Month,    // March 2008, 2008-03, 03/2008, 200803; a number from 1 to 12 beside the year
  Any,      // any of these that can be read in one way only, half years, and spans of months
};

struct Period {
  Timestamp start;
  Timestamp end;  // the first moment after it
  bool operator==(const Period&) const = default;
};

/// Years have four digits; the words of months and quarters are those of seven languages. Nothing
/// where the text says no period of this kind, or could say several.
[[nodiscard]] std::optional<Period> periodOf(std::string_view text, PeriodKind kind);

}  // namespace plumbline
