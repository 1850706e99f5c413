// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/decimal.h"

#include <limits>

namespace plumbline {
namespace {

constexpr std::uint64_t magnitudeLimit = std::numeric_limits<std::int64_t>::max();

Error bad(Message message, std::string_view text, Message expected) {
  return {ErrorCode::BadValue,
          std::move(message),
          {},
          std::string(text.substr(0, 80)),
          std::move(expected)};
}

Error notANumber(std::string_view text) {
  return bad("the value is not a decimal number", text, "digits with at most one decimal point");
}

/// Appends one digit; false when the value would leave 63 bits.
bool appendDigit(std::uint64_t& value, unsigned digit) {
  if (value > (magnitudeLimit - digit) / 10) return false;
  value = value * 10 + digit;
  return true;
}

/// Value of an ASCII digit, or more than 9.
constexpr unsigned digitOf(char c) {
  return static_cast<unsigned char>(c) - static_cast<unsigned>('0');
}

}  // namespace

Result<std::int64_t> parseFixed(std::string_view text, int decimals) {
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (negative) rest.remove_prefix(1);

  std::uint64_t value = 0;
  std::size_t at = 0;
  for (; at < rest.size() && digitOf(rest[at]) <= 9; ++at) {
    if (!appendDigit(value, digitOf(rest[at]))) return bad("the number is too large", text, {});
  }
  if (at == 0) return notANumber(text);

  int missing = decimals;
  if (at < rest.size()) {
    if (rest[at] != '.' || at + 1 == rest.size()) return notANumber(text);
    for (++at; at < rest.size(); ++at) {
      const unsigned digit = digitOf(rest[at]);
      if (digit > 9) return notANumber(text);
      if (missing == 0) {
        if (digit == 0) continue;  // 1.5000 is 1.5
        return bad("the number has too many decimals", text,
                   Message("at most %1 decimals", decimals));
      }
      --missing;
      if (!appendDigit(value, digit)) return bad("the number is too large", text, {});
    }
  }
  for (; missing > 0; --missing) {
    if (!appendDigit(value, 0)) return bad("the number is too large", text, {});
  }
  const auto signedValue = static_cast<std::int64_t>(value);
  return negative ? -signedValue : signedValue;
}

std::string formatFixed(std::int64_t units, int decimals) {
  // Unsigned arithmetic, because the most negative integer has no positive counterpart.
  std::uint64_t magnitude = static_cast<std::uint64_t>(units);
  if (units < 0) magnitude = 0 - magnitude;
  std::string digits = std::to_string(magnitude);
  if (decimals > 0) {
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return units < 0 ? "-" + digits : digits;
}

}  // namespace plumbline
