// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the headings of strangers mean: a table of words in several languages
// (resources/vocabulary/headings.csv), and the units that stand in headings.

#include <optional>

#include "model/mapping/units.h"
#include "model/records/tables.h"

namespace plumbline {

/// "Net Weight (t)" -> "net weight": lower case, without accents, marks and a unit in brackets.
[[nodiscard]] std::string plainHeading(std::string_view heading);
/// The unit a heading names: "Netto [kg]", "net_kg", "Gewicht in t", "Tonnes".
[[nodiscard]] std::optional<Unit> unitOfHeading(std::string_view heading);

/// Pseudo-field of a column that says the unit of each row's masses.
inline constexpr std::string_view unitField = "unit";
/// Pseudo-field of a column that says whose record each row is.
inline constexpr std::string_view partyField = "party";

struct HeadingMeaning {
  std::string field;     // of `table`, or unitField
  bool general = false;  // "Date": means the table's own date only where nothing says so closer
  std::string language;  // of the word; "" for the field's own name
};
/// Nothing where no word of the table fits.
[[nodiscard]] std::optional<HeadingMeaning> meaningOf(std::string_view heading, Table table);

/// Every heading is the name of a field of the table: Plumbline wrote it, or somebody who read
/// docs/file-format.md. Its values are taken as they stand.
[[nodiscard]] bool isOwnTable(const std::vector<std::string>& headings, Table table);

/// How well headings fit a table: 0 for not at all; a field that no other table has counts more.
[[nodiscard]] int fitOf(const std::vector<std::string>& headings, Table table);

}  // namespace plumbline
