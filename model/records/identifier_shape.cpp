// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/identifier_shape.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace plumbline {
namespace {

constexpr int mostDigits = 18;  // fit into 64 bits
constexpr int fewestDigits = 6;
constexpr std::string_view postOffice = "356000000";  // its sites are too many for the check digit

bool isDigit(char c) { return c >= '0' && c <= '9'; }
int valueOf(char digit) { return digit - '0'; }

bool areDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// Without spaces and the signs of grouping.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '.' && c != '/' && c != '-') out += c;
  }
  return out;
}

std::string padded(std::string digits, std::size_t length) {
  digits.append(length - digits.size(), '0');
  return digits;
}

bool luhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
    const int value = valueOf(*digit) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

bool siret(std::string_view digits) {
  if (!digits.starts_with(postOffice)) return luhn(digits);
  int sum = 0;
  for (const char digit : digits) sum += valueOf(digit);
  return sum % 5 == 0 || luhn(digits);
}

/// Weights 2 to 9 from the right, again and again; a rest below 2 is a 0.
int cnpjDigit(std::string_view digits) {
  int sum = 0, weight = 2;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    sum += valueOf(*digit) * weight;
    weight = weight == 9 ? 2 : weight + 1;
  }
  return sum % 11 < 2 ? 0 : 11 - sum % 11;
}

bool cnpj(std::string_view digits) {
  // One digit fourteen times passes, and is nobody's.
  if (std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits.front(); })) return false;
  return valueOf(digits[12]) == cnpjDigit(digits.substr(0, 12)) &&
         valueOf(digits[13]) == cnpjDigit(digits.substr(0, 13));
}

/// Letters count 10 to 38 without the multiples of 11, each place twice the one before.
bool container(std::string_view text) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    int value = valueOf(text[i]);
    if (i < 4) {
      const int letter = text[i] - 'A';
      value = 10 + letter + (letter > 0 ? 1 : 0) + (letter > 10 ? 1 : 0) + (letter > 20 ? 1 : 0);
    }
    sum += static_cast<std::int64_t>(value) << i;
  }
  return sum % 11 % 10 == valueOf(text[10]);
}

bool hasContainerShape(std::string_view text) {
  return text.size() == 11 &&
         std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::string_view("UJZ").find(text[3]) != std::string_view::npos && areDigits(text.substr(4));
}

}  // namespace

std::optional<LostDigits> lostDigits(std::string_view text) {
  const std::size_t e = text.find_first_of("Ee");
  if (e == std::string_view::npos || e == 0) return std::nullopt;
  std::string_view power = text.substr(e + 1);
  if (!power.starts_with('+')) return std::nullopt;
  power.remove_prefix(1);
  if (!areDigits(power) || power.size() > 2) return std::nullopt;
  const std::string_view mantissa = text.substr(0, e);
  if (mantissa.size() > 1 && mantissa[1] != '.' && mantissa[1] != ',') return std::nullopt;
  std::string digits(1, mantissa.front());
  if (mantissa.size() > 1) digits += mantissa.substr(2);
  if (!areDigits(digits) || digits.front() == '0' || mantissa.size() == 2) return std::nullopt;
  int exponent = 0;
  for (const char digit : power) exponent = exponent * 10 + valueOf(digit);
  const int length = exponent + 1;
  if (length < fewestDigits || length > mostDigits) return std::nullopt;
  const auto size = static_cast<std::size_t>(length);
  if (digits.size() >= size) return std::nullopt;  // nothing is lost
  // Rounded to the digits that are there: half a step down, and just less than half a step up.
  std::int64_t half = 5;
  for (std::size_t i = digits.size() + 1; i < size; ++i) half *= 10;
  const std::int64_t shown = std::stoll(padded(digits, size));
  return LostDigits{std::to_string(shown - half), std::to_string(shown + half - 1)};
}

std::string_view toText(NumberedKind kind) {
  constexpr std::array<std::string_view, 3> names = {"siret", "cnpj", "container"};
  return names[static_cast<std::size_t>(kind)];
}

bool hasShape(NumberedKind kind, std::string_view text) {
  const std::string bare = plain(text);
  if (kind == NumberedKind::Container) return hasContainerShape(bare);
  return bare.size() == 14 && areDigits(bare);
}

bool checksOut(NumberedKind kind, std::string_view text) {
  if (!hasShape(kind, text)) return false;
  const std::string bare = plain(text);
  switch (kind) {
    case NumberedKind::Siret:
      return siret(bare);
    case NumberedKind::Cnpj:
      return cnpj(bare);
    case NumberedKind::Container:
      break;
  }
  return container(bare);
}

}  // namespace plumbline
