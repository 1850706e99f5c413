// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers, masses and dates as they stand in sentences. No locale: the same text on every machine.
// A value and its unit are kept together by a no-break space.

#include <QString>

#include "model/records/facts.h"

namespace plumbline::words {

/// How a sentence is marked up: not at all, or with <b> around what counts (names are escaped).
enum class Markup { Plain, Html };

/// Plain std::string as text, escaped where the markup asks for it.
[[nodiscard]] QString text(std::string_view value, Markup markup = Markup::Plain);
/// Text that already fits the markup, made bold in Html.
[[nodiscard]] QString strong(const QString& value, Markup markup);

/// "2,871"; a minus sign, not a hyphen, before negative numbers.
[[nodiscard]] QString number(std::int64_t value);
/// "1.6"; decimals from 0 to 3 of thousandths, rounded half away from zero.
[[nodiscard]] QString decimal(std::int64_t thousandths, int decimals);

/// Sums: "1,240 t", below 10 t "6.1 t", below 1 t "420 kg".
[[nodiscard]] QString mass(Mass value);
/// "1,240 t ± 180 t", both with the unit of the value.
[[nodiscard]] QString mass(Mass value, Mass uncertainty);
/// Loads: "17,240 kg".
[[nodiscard]] QString loadMass(Mass value);
/// Lists: "17.24 t" or "386.4 t", always tonnes.
[[nodiscard]] QString tonnes(Mass value, int decimals);

/// "8 Apr 2141".
[[nodiscard]] QString date(Timestamp time);
/// "8 Apr": where the year is said elsewhere.
[[nodiscard]] QString dayAndMonth(Timestamp time);
/// "8 Apr 2141, 07:12"; UTC.
[[nodiscard]] QString dateTime(Timestamp time);
/// "Apr 2141".
[[nodiscard]] QString monthAndYear(Timestamp time);
/// Of a period whose end is exclusive: "Jan–Dec 2141", "Nov 2141–Feb 2142", "Apr 2141",
/// "8 Apr–2 May 2141".
[[nodiscard]] QString period(Timestamp start, Timestamp end);
/// "156 days", "1 day".
[[nodiscard]] QString days(Days value);
/// "10 %", "0.3 %".
[[nodiscard]] QString percent(Ppm value);
/// "0.01", "0.0001", "below 0.0001".
[[nodiscard]] QString probability(Ppm value);

}  // namespace plumbline::words
