// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers with their units, dates and periods, the same on every page, in the report and on the
// command line. Value, no-break space, unit; thousands in groups, as the chosen language has it
// (ui/words/language.h); the examples are in English.

#include <QString>

#include "model/records/facts.h"
#include "model/records/quantities.h"

namespace plumbline {

/// "1,004,812"; a minus sign, not a hyphen, before negative numbers.
[[nodiscard]] QString formatCount(std::int64_t value);
/// The number in tr("%Ln months", nullptr, plural(count)), which finds the plural form of the
/// language.
[[nodiscard]] int plural(std::int64_t count);
/// "1,240 t"; below 10 t with one decimal, "6.1 t"; half away from zero.
[[nodiscard]] QString formatTonnes(Mass mass);
/// With as many decimals as asked for: "17.24 t".
[[nodiscard]] QString formatTonnes(Mass mass, int decimals);
/// "17,240 kg", for single loads.
[[nodiscard]] QString formatKilograms(Mass mass);
/// "1,240 t ± 180 t"
[[nodiscard]] QString formatTonnesWithin(Mass mass, Mass plusMinus);
/// "± 180 t"
[[nodiscard]] QString formatPlusMinus(Mass plusMinus);
/// 1,600 with one decimal: "1.6"; decimals from 0 to 3, rounded half away from zero.
[[nodiscard]] QString formatThousandths(std::int64_t thousandths, int decimals);
/// 1,600 thousandths: "1.6"
[[nodiscard]] QString formatFactor(std::int64_t permille);
/// A number with `decimals` (0 to 3) decimals, grouped. For statistics, never for facts.
[[nodiscard]] QString formatReal(double value, int decimals);
/// "412.00 EUR" as "412 EUR" where there are no cents
[[nodiscard]] QString formatMoney(const MoneyAmount& amount);

/// "8 Apr 2141"
[[nodiscard]] QString formatDate(Timestamp time);
/// "8 Apr 2141, 07:12", UTC
[[nodiscard]] QString formatDateTime(Timestamp time);
/// "Apr", "Apr 2141"
[[nodiscard]] QString monthName(Month month);
[[nodiscard]] QString monthAndYear(Month month);
[[nodiscard]] QString monthAndYear(Timestamp time);
/// "Jan–Dec 2141", "Nov 2141–Feb 2142", "Apr 2141", "8 Apr–2 May 2141"; `end` is exclusive.
[[nodiscard]] QString formatPeriod(Timestamp start, Timestamp end);
/// In its place where there is none.
[[nodiscard]] QString noPeriod();

/// Keeps an id, a name or a number with its unit in its own direction inside a sentence that runs
/// from right to left (U+2068 ... U+2069).
[[nodiscard]] QString isolated(const QString& text);

/// The first `groups` groups of four hex digits of a digest: "7f3a 91c0 4be2 18d6".
[[nodiscard]] QString shortDigest(const std::string& hex, int groups = 4);

namespace words {

/// How a sentence is marked up: not at all, or with <b> around what counts (names are escaped).
enum class Markup { Plain, Html };

/// Plain std::string as text, escaped where the markup asks for it.
[[nodiscard]] QString text(std::string_view value, Markup markup = Markup::Plain);
/// Text that already fits the markup, made bold in Html.
[[nodiscard]] QString strong(const QString& value, Markup markup);

/// Sums: "1,240 t", below 10 t "6.1 t", below 1 t "420 kg".
[[nodiscard]] QString mass(Mass value);
/// "1,240 t ± 180 t", both with the unit of the value.
[[nodiscard]] QString mass(Mass value, Mass uncertainty);
/// "8 Apr": where the year is said elsewhere.
[[nodiscard]] QString dayAndMonth(Timestamp time);
/// "156 days", "1 day".
[[nodiscard]] QString days(Days value);
/// "10 %", "0.3 %".
[[nodiscard]] QString percent(Ppm value);
/// "0.01", "0.0001", "below 0.0001".
[[nodiscard]] QString probability(Ppm value);

}  // namespace words

}  // namespace plumbline
