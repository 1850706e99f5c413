// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which reference tables there are. To add one: a line here, its file in resources/reference, and
// where it is used a function of ReferenceTables.

#include <algorithm>
#include <array>
#include <initializer_list>

#include "model/records/decimal.h"
#include "model/reference/reference_table.h"

namespace plumbline {
namespace {

using Row = std::vector<std::string>;
using Fault = ReferenceKind::Fault;
using Columns = std::string_view[];

bool isNumber(std::string_view text, std::size_t fewest, std::size_t most) {
  return text.size() >= fewest && text.size() <= most &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool isLetters(std::string_view text, std::size_t count) {
  return text.size() == count && std::all_of(text.begin(), text.end(),
                                             [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr auto decimal = MessagePattern("a decimal number above 0 with at most 3 decimals");

/// Each above 0, and none below the one before.
Fault risingFrom(const Row& row, std::size_t first, std::size_t count) {
  std::int64_t before = 1;
  for (std::size_t i = first; i < first + count; ++i) {
    const auto value = parseFixed(row[i], 3);
    if (!value || *value <= 0) return {i, decimal};
    if (*value < before) return {i, Message("no less than the value before it")};
    before = *value;
  }
  return {};
}

Fault checkWaste(const Row& row) {
  if (!isNumber(row[0], 6, 6)) return {0, Message("six digits")};
  if (!isOneOf(row[1], {"absolute", "mirror"})) return {1, Message("absolute or mirror")};
  if (!isOneOf(row[2], {"yes", "no"})) return {2, Message("yes or no")};
  return {};
}

Fault checkChapter(const Row& row) {
  if (!isNumber(row[0], 2, 2)) return {0, Message("two digits")};
  return {};
}

Fault checkOperation(const Row& row) {
  const std::string_view code = row[0];
  const bool letter = code.starts_with('R') || code.starts_with('D');
  if (!letter || !isNumber(code.substr(1), 1, 2) || code[1] == '0') return {0, Message("R or D and 1 to 99")};
  if (!isOneOf(row[1], {"final", "interim"})) return {1, Message("final or interim")};
  if (!isOneOf(row[2], {"recovery", "energy", "disposal"})) {
    return {2, Message("recovery, energy or disposal")};
  }
  return {};
}

Fault checkCommodity(const Row& row) {
  if (!isNumber(row[0], 4, 10)) return {0, Message("4 to 10 digits")};
  if (!isOneOf(row[1], {"primary", "scrap", "article", "other"})) {
    return {1, Message("primary, scrap, article or other")};
  }
  return {};
}

Fault checkBasel(const Row& row) {
  if (!isLetters(row[0].substr(0, 1), 1) || !isNumber(row[0].substr(1), 1, 5)) {
    return {0, Message("a letter and 1 to 5 digits")};
  }
  if (!isOneOf(row[1], {"I", "II", "VIII", "IX"})) return {1, Message("I, II, VIII or IX")};
  if (!isOneOf(row[2], {"consent", "none"})) return {2, Message("consent or none")};
  return {};
}

Fault checkCountry(const Row& row) {
  if (!isLetters(row[0], 2)) return {0, Message("two capital letters")};
  if (!isLetters(row[1], 3)) return {1, Message("three capital letters")};
  if (!isOneOf(row[3], {"yes", "no"})) return {3, Message("yes or no")};
  return {};
}

Fault checkDensity(const Row& row) {
  if (!isNumber(row[0], 4, 10)) return {0, Message("4 to 10 digits")};
  return risingFrom(row, 1, 2);
}

Fault checkPrice(const Row& row) {
  if (!isNumber(row[0], 4, 10)) return {0, Message("4 to 10 digits")};
  if (!isNumber(row[1], 4, 4)) return {1, Message("a year")};
  if (!isLetters(row[2], 3)) return {2, Message("three capital letters")};
  if (!isNumber(row[6], 1, 9)) return {6, Message("a whole number")};
  return risingFrom(row, 3, 3);
}

constexpr Columns wasteColumns = {"code", "entry", "hazardous"};
constexpr Columns chapterColumns = {"chapter", "about"};
constexpr Columns operationColumns = {"code", "end", "kind", "about"};
constexpr Columns commodityColumns = {"code", "kind", "about"};
constexpr Columns baselColumns = {"code", "annex", "consent", "about"};
constexpr Columns countryColumns = {"code", "alpha3", "name", "oecd"};
constexpr Columns densityColumns = {"code", "low", "high", "source"};
constexpr Columns priceColumns = {"commodity", "year",   "currency", "low",
                                  "median",    "high", "countries"};

constexpr std::array kinds = {
    ReferenceKind{"basel-entries", baselColumns, 1, checkBasel},
    ReferenceKind{"commodities", commodityColumns, 1, checkCommodity},
    ReferenceKind{"countries", countryColumns, 1, checkCountry},
    ReferenceKind{"densities", densityColumns, 1, checkDensity},
    ReferenceKind{"operations", operationColumns, 1, checkOperation},
    ReferenceKind{"prices", priceColumns, 3, checkPrice},
    ReferenceKind{"waste-chapters", chapterColumns, 1, checkChapter},
    ReferenceKind{"waste-list", wasteColumns, 1, checkWaste},
};

}  // namespace

std::span<const ReferenceKind> referenceKinds() {
  return kinds;
}

const ReferenceKind* findReferenceKind(std::string_view name) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [name](const ReferenceKind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace plumbline
