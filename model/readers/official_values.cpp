// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/official_values.h"

#include <algorithm>
#include <charconv>

#include "crypto/bytes.h"

#include "model/mapping/codes.h"
#include "model/mapping/number_text.h"
#include "model/records/quantities.h"

namespace plumbline {
namespace {

constexpr std::size_t maxTextBytes = 1000;  // FieldType::Text

std::string orAsItStands(Result<std::string> cleaned, const std::string& text) {
  return cleaned ? std::move(*cleaned) : text;
}

}  // namespace

std::string kilogramText(const std::string& amount, std::optional<Unit> unit,
                         const std::optional<Density>& density) {
  if (amount.empty() || !unit) return amount.empty() ? amount : amount + " of an unknown unit";
  const auto number = plainNumber(amount, DecimalMark::Point);
  const auto grams = number ? gramsOf(*number, *unit, density) : Result<std::int64_t>(Error{});
  return grams ? Mass::grams(*grams).kilogramText() : amount;
}

std::string volumeText(const std::string& amount, Unit unit) {
  const auto number = plainNumber(amount, DecimalMark::Point);
  const auto micro = number ? microCubicMetresOf(*number, unit) : Result<std::int64_t>(Error{});
  return micro ? formatFixed(*micro, 6) : amount;
}

std::string timeText(const std::string& text) {
  constexpr std::size_t dateBytes = 10;
  std::string iso = text;
  if (iso.size() >= dateBytes && iso[2] == '/' && iso[5] == '/') {
    iso = text.substr(6, 4) + '-' + text.substr(3, 2) + '-' + text.substr(0, 2) +
          text.substr(dateBytes);
  }
  if (iso.size() > dateBytes && iso[dateBytes] == ' ') iso[dateBytes] = 'T';
  const std::size_t sign = iso.find_last_of("+-");
  const bool zoned = sign != std::string::npos && sign > dateBytes;
  if (zoned && iso.size() - sign == 5) iso.insert(sign + 3, ":");  // +0000
  const std::size_t colons = static_cast<std::size_t>(std::count(iso.begin(), iso.end(), ':'));
  if (iso.size() > dateBytes && !zoned && !iso.ends_with('Z')) {
    if (colons == 1) iso += ":00";
    iso += 'Z';
  }
  const auto time = Timestamp::parse(iso);
  return time ? time->text() : text;
}

std::string timeOfEpochMs(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return timeText(text);
  const Timestamp time = Timestamp::milliseconds(value);
  const bool inRange =
      time >= Timestamp::fromCivil(1900, 1, 1) && time < Timestamp::fromCivil(10'000, 1, 1);
  return inRange ? time.text() : text;
}

std::string wasteCodeText(const std::string& text) {
  return text.empty() ? text : orAsItStands(cleanWasteCode(text), text);
}

std::string operationText(const std::string& text) {
  return text.empty() ? text : orAsItStands(cleanOperation(text), text);
}

std::string fieldText(std::string text) {
  if (text.size() <= maxTextBytes) return text;
  text.resize(maxTextBytes);
  // Not in the middle of a character.
  while (!text.empty() && !isUtf8(text)) text.pop_back();
  return text;
}

}  // namespace plumbline
