// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/summary_log_values.h"

#include <charconv>

#include "model/records/decimal.h"

namespace plumbline {

namespace {

constexpr int plainDecimals = 6;
constexpr int maxExponent = 400;  // of a double: 308, and some for its digits

struct Digits {
  std::string digits;  // without the point
  int scale = 0;       // value = digits * 10^-scale
  bool negative = false;
};

Error notANumber(std::string_view text) {
  return {ErrorCode::BadValue,
          "the value is not a number",
          {},
          std::string(text.substr(0, 80)),
          "a decimal number"};
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

Result<int> readExponent(std::string_view whole, std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  int exponent = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (failed != std::errc() || end != text.data() + text.size() || exponent > maxExponent ||
      exponent < -maxExponent) {
    return notANumber(whole);
  }
  return exponent;
}

Result<Digits> readDigits(std::string_view text) {
  Digits number;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) number.negative = text[at++] == '-';
  bool point = false;
  for (; at < text.size() && (isDigit(text[at]) || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') {
      point = true;
      continue;
    }
    number.digits += text[at];
    number.scale += point ? 1 : 0;
  }
  if (number.digits.empty()) return notANumber(text);
  if (at == text.size()) return number;
  if (text[at] != 'e' && text[at] != 'E') return notANumber(text);
  PLUMBLINE_TRY(exponent, readExponent(text, text.substr(at + 1)));
  number.scale -= exponent;
  return number;
}

}  // namespace

Result<std::int64_t> roundedFixed(std::string_view text, int decimals) {
  if (text.size() > 80) return notANumber(text);
  PLUMBLINE_TRY(number, readDigits(text));
  std::string& digits = number.digits;
  bool roundUp = false;
  if (number.scale <= decimals) {
    digits.append(static_cast<std::size_t>(decimals - number.scale), '0');
  } else {
    const auto cut = static_cast<std::size_t>(number.scale - decimals);
    roundUp = cut <= digits.size() && digits[digits.size() - cut] >= '5';
    digits.resize(cut < digits.size() ? digits.size() - cut : 0);
  }
  std::int64_t units = 0;
  if (!digits.empty()) {
    const auto parsed = parseFixed(digits, 0);
    if (!parsed) {
      return Error{ErrorCode::BadValue, "the number is too large", {}, std::string(text)};
    }
    units = *parsed;
  }
  const auto rounded = checkedAdd(units, roundUp ? 1 : 0);
  if (!rounded) return Error{ErrorCode::BadValue, "the number is too large", {}, std::string(text)};
  return number.negative ? -*rounded : *rounded;
}

std::int64_t gramsOfMicrograms(std::int64_t micrograms) {
  const std::int64_t half = micrograms < 0 ? -microgramsPerGram / 2 : microgramsPerGram / 2;
  return micrograms / microgramsPerGram +
         (micrograms % microgramsPerGram + half) / microgramsPerGram;
}

std::string plainNumber(std::string_view text) {
  const auto rounded = roundedFixed(text, plainDecimals);
  return rounded ? formatFixed(*rounded, plainDecimals) : std::string(text);
}

}  // namespace plumbline
