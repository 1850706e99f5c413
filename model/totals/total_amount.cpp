// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/totals/total_amount.h"

#include <limits>

#include "model/mapping/units.h"

namespace plumbline {
namespace {

constexpr int massDecimals = 5;     // a pound is 453.59237 g
constexpr int volumeDecimals = 12;  // a gallon is 0.003785411784 m3
constexpr std::int64_t perGram = 100'000;
constexpr std::int64_t million = 1'000'000;

std::int64_t tenToThe(int exponent) {
  std::int64_t out = 1;
  for (; exponent > 0; --exponent) out *= 10;
  return out;
}

/// The nearest whole number, halves away from zero.
std::int64_t divided(ExactAmount amount, ExactAmount by) {
  const bool negative = amount < 0;
  ExactAmount quotient = amount / by;
  const ExactAmount rest = amount % by;
  if ((negative ? -rest : rest) >= by - (negative ? -rest : rest)) quotient += negative ? -1 : 1;
  constexpr ExactAmount most = std::numeric_limits<std::int64_t>::max();
  if (quotient > most) return std::numeric_limits<std::int64_t>::max();
  if (quotient < -most) return -std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(quotient);
}

}  // namespace

TotalUnit totalUnit(std::string_view written) {
  const auto unit = unitFromText(written);
  if (!unit) return {std::string(written), Dimension::Other, 1};
  const UnitSize size = sizeOf(*unit);
  const bool volume = isVolume(*unit);
  const int decimals = (volume ? volumeDecimals : massDecimals) - size.decimals;
  return {std::string(toText(*unit)), volume ? Dimension::Volume : Dimension::Mass,
          static_cast<std::int64_t>(size.factor) * tenToThe(decimals)};
}

bool isComparable(const TotalUnit& a, const TotalUnit& b) {
  if (a.dimension != b.dimension) return false;
  return a.dimension != Dimension::Other || a.text == b.text;
}

ExactAmount exactly(std::int64_t micro, const TotalUnit& unit) {
  return static_cast<ExactAmount>(micro) * unit.size;
}

ExactAmount exactSum(ExactAmount a, ExactAmount b) {
  ExactAmount sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  constexpr ExactAmount most = std::numeric_limits<ExactAmount>::max();
  return b < 0 ? -most : most;
}

std::int64_t microOf(ExactAmount amount, const TotalUnit& unit) {
  return divided(amount, unit.size);
}

Mass massOf(ExactAmount amount, const TotalUnit& unit) {
  if (unit.dimension != Dimension::Mass) return {};
  return Mass::grams(divided(amount, static_cast<ExactAmount>(perGram) * million));
}

}  // namespace plumbline
