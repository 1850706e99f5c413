// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/verdict/claimed_figure.h"

#include <algorithm>
#include <iterator>

namespace plumbline {
namespace {

constexpr std::string_view tonnes[] = {"t", "tonne", "tonnes", "metric ton", "metric tons"};
constexpr std::string_view kilograms[] = {"kg",        "kgs",        "kilogram",
                                          "kilograms", "kilogramme", "kilogrammes"};
constexpr std::string_view shares[] = {"%", "percent", "per cent"};
constexpr std::int64_t largestGrams = 10'000'000'000'000'000;  // 10^10 t
constexpr std::int64_t wholeShareMicro = 100'000'000;          // 100 %

std::string plainUnit(std::string_view unit) {
  while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
  while (!unit.empty() && unit.back() == ' ') unit.remove_suffix(1);
  if (unit == "Mg") return "t";  // mg are milligrams
  std::string plain;
  for (const char c : unit) {
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return plain;
}

template <class List>
bool contains(const List& list, std::string_view unit) {
  return std::find(std::begin(list), std::end(list), unit) != std::end(list);
}

}  // namespace

ClaimedFigure claimedFigure(std::int64_t valueMicro, std::string_view unit) {
  ClaimedFigure figure;
  const std::string plain = plainUnit(unit);
  if (contains(shares, plain)) {
    const bool fits = valueMicro >= 0 && valueMicro <= wholeShareMicro;
    figure.kind = fits ? ClaimedFigure::Share : ClaimedFigure::OutOfRange;
    figure.shareMicro = fits ? valueMicro : 0;
    return figure;
  }
  const bool inTonnes = contains(tonnes, plain);
  if (!inTonnes && !contains(kilograms, plain)) return figure;
  const std::int64_t grams = inTonnes ? valueMicro : valueMicro / 1000;  // 10^-6 t is a gram
  const bool fits = grams >= 0 && grams <= largestGrams && valueMicro >= 0;
  figure.kind = fits ? ClaimedFigure::Mass : ClaimedFigure::OutOfRange;
  if (fits) figure.mass = plumbline::Mass::grams(grams);
  return figure;
}

}  // namespace plumbline
