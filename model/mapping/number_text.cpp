// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/number_text.h"

#include <algorithm>
#include <charconv>

namespace plumbline {
namespace {

constexpr std::size_t maxDigits = 64;
constexpr int maxExponent = 40;

// No-break, figure, thin and narrow no-break space.
constexpr std::string_view wideSpaces[] = {"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89",
                                           "\xE2\x80\xAF"};
constexpr std::string_view typographicApostrophe = "\xE2\x80\x99";
constexpr std::string_view minusSign = "\xE2\x88\x92";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

Error notANumber(std::string_view text, DecimalMark mark) {
  return {ErrorCode::BadValue,
          "the value is not a number",
          {},
          "\"" + std::string(text.substr(0, 80)) + "\"",
          mark == DecimalMark::Comma ? Message("a number such as 1.234,5")
                                     : Message("a number such as 1,234.5")};
}

/// Takes one character that may part groups of digits; 0 where none stands at the start.
char takeGroupMark(std::string_view& text) {
  for (const std::string_view space : wideSpaces) {
    if (!text.starts_with(space)) continue;
    text.remove_prefix(space.size());
    return ' ';
  }
  if (text.starts_with(typographicApostrophe)) {
    text.remove_prefix(typographicApostrophe.size());
    return '\'';
  }
  if (text.empty() || std::string_view(".,' ").find(text.front()) == std::string_view::npos) {
    return 0;
  }
  const char c = text.front();
  text.remove_prefix(1);
  return c;
}

std::string_view takeDigits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
  const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

struct Parts {
  std::string whole;
  std::string fraction;
  std::string_view rest;  // an exponent
};

/// Digits with groups and a fraction; false where that is not the grammar.
bool takeParts(std::string_view text, char decimal, Parts& out) {
  out.whole = takeDigits(text);
  const std::size_t firstGroup = out.whole.size();
  char group = 0;
  while (!text.empty()) {
    std::string_view after = text;
    const char mark = takeGroupMark(after);
    if (mark == 0 || mark == decimal) break;
    const std::string_view digits = takeDigits(after);
    if (digits.size() != 3 || (group != 0 && mark != group)) return false;
    if (firstGroup < 1 || firstGroup > 3 || (firstGroup == 1 && out.whole[0] == '0')) return false;
    group = mark;
    out.whole += digits;
    text = after;
  }
  if (!text.empty() && text.front() == decimal) {
    text.remove_prefix(1);
    out.fraction = takeDigits(text);
    if (out.whole.empty() && out.fraction.empty()) return false;
  }
  out.rest = text;
  return !out.whole.empty() || !out.fraction.empty();
}

bool takeExponent(std::string_view text, int& exponent) {
  if (text.empty()) return true;
  if (text.front() != 'e' && text.front() != 'E') return false;
  text.remove_prefix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  return failed == std::errc() && end == text.data() + text.size();
}

/// Moves the decimal point.
void shift(Parts& parts, int exponent) {
  for (; exponent > 0; --exponent) {
    parts.whole += parts.fraction.empty() ? '0' : parts.fraction.front();
    if (!parts.fraction.empty()) parts.fraction.erase(0, 1);
  }
  for (; exponent < 0; ++exponent) {
    parts.fraction.insert(0, 1, parts.whole.empty() ? '0' : parts.whole.back());
    if (!parts.whole.empty()) parts.whole.pop_back();
  }
}

}  // namespace

Result<std::string> plainNumber(std::string_view text, DecimalMark mark) {
  std::string_view rest = trimmed(text);
  bool negative = false;
  if (rest.starts_with(minusSign)) {
    negative = true;
    rest.remove_prefix(minusSign.size());
  } else if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  Parts parts;
  int exponent = 0;
  const char decimal = mark == DecimalMark::Comma ? ',' : '.';
  if (rest.size() > maxDigits || !takeParts(rest, decimal, parts) ||
      !takeExponent(parts.rest, exponent)) {
    return notANumber(text, mark);
  }
  if (exponent > maxExponent || exponent < -maxExponent) {
    return Error{ErrorCode::BadValue,
                 "the number is too large or too small",
                 {},
                 "\"" + std::string(text.substr(0, 80)) + "\""};
  }
  shift(parts, exponent);
  parts.whole.erase(0, std::min(parts.whole.find_first_not_of('0'), parts.whole.size()));
  parts.fraction.erase(parts.fraction.find_last_not_of('0') + 1);
  std::string out = parts.whole.empty() ? "0" : parts.whole;
  if (!parts.fraction.empty()) out += '.' + parts.fraction;
  return negative && out != "0" ? '-' + out : out;
}

NumberAndUnit splitUnit(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view unit : {"m3", "yd3"}) {
    // The digit belongs to the unit.
    if (text.size() > unit.size() && text.ends_with(unit)) {
      return {trimmed(text.substr(0, text.size() - unit.size())), unit};
    }
  }
  const auto last = std::find_if(text.rbegin(), text.rend(), isDigit);
  const auto end = static_cast<std::size_t>(text.rend() - last);
  if (end == 0) return {text, {}};
  return {text.substr(0, end), trimmed(text.substr(end))};
}

void NumberEvidence::add(std::string_view number) {
  const auto withPoint = plainNumber(number, DecimalMark::Point);
  const auto withComma = plainNumber(number, DecimalMark::Comma);
  if (!withPoint && !withComma) return;
  ++numbers;
  if (!withComma) {
    ++point;
  } else if (!withPoint) {
    ++comma;
  } else if (*withPoint != *withComma) {
    ++differing;
  }
}

NumberEvidence& NumberEvidence::operator+=(const NumberEvidence& other) {
  numbers += other.numbers;
  point += other.point;
  comma += other.comma;
  differing += other.differing;
  return *this;
}

}  // namespace plumbline
