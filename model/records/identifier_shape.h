// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers that carry their own check digit, and what a spreadsheet leaves of a long number. Nothing
// here says what a text is: 14 digits may be a French firm, a Brazilian one, or neither. Whoever asks
// looks at all the texts of a column first.

#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

/// All numbers that a spreadsheet shows so, as texts of digits of one length: "3.52E+14" stands for
/// each from 351500000000000 to 352499999999999.
struct LostDigits {
  std::string first, last;
  [[nodiscard]] bool mayBe(std::string_view number) const {
    return number.size() == first.size() && first <= number && number <= last;
  }
};
/// Nothing where the text is no number in that form, or none above 10^5: a spreadsheet writes those
/// out.
[[nodiscard]] std::optional<LostDigits> lostDigits(std::string_view text);

enum class NumberedKind {
  Siret,      // a French site: 14 digits, Luhn; those of the post office add up to a multiple of 5
  Cnpj,       // a Brazilian firm: 14 digits, two of them by weights modulo 11
  Container,  // ISO 6346: four letters, the last U, J or Z, and seven digits
};
[[nodiscard]] std::string_view toText(NumberedKind kind);  // siret, cnpj, container
/// It could be one, going by letters and digits alone. Spaces, and the signs that people group the
/// digits with, do not count.
[[nodiscard]] bool hasShape(NumberedKind kind, std::string_view text);
/// Its check digits are right. False where it has not even the shape.
[[nodiscard]] bool checksOut(NumberedKind kind, std::string_view text);

}  // namespace plumbline
