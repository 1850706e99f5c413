// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/import/xlsx_reader.h"

namespace plumbline {

namespace {

constexpr std::int64_t secondsPerDay = 86'400;
constexpr int serialDecimals = 12;  // Excel writes up to 17 significant digits of a double
constexpr std::int64_t serialUnit = 1'000'000'000'000;
constexpr std::int64_t missingLeapDay = 60;  // the 29 February 1900 that never was

}  // namespace

std::string columnLetters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters += static_cast<char>('A' + (column - 1) % 26);
  }
  std::reverse(letters.begin(), letters.end());
  return letters;
}

int columnOfReference(std::string_view reference) {
  int column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    if (at == 3) return 0;  // XFD is the last column
    column = column * 26 + (reference[at] - 'A' + 1);
  }
  const std::string_view row = reference.substr(at);
  const bool isRow = !row.empty() && std::all_of(row.begin(), row.end(),
                                                 [](char c) { return c >= '0' && c <= '9'; });
  return isRow ? column : 0;
}

Result<Timestamp> timeOfSerial(std::string_view serial, bool date1904) {
  const Error bad{ErrorCode::BadValue,
                  "the value is not a date",
                  {},
                  std::string(serial.substr(0, 80)),
                  "a date between 1900 and 9999"};
  // Digits beyond the twelfth decimal are far below a second.
  const std::size_t point = serial.find('.');
  const std::string_view kept =
      point == std::string_view::npos ? serial : serial.substr(0, point + 1 + serialDecimals);
  const auto parsed = parseFixed(kept, serialDecimals);
  if (!parsed || *parsed < 0) return bad;
  std::int64_t days = *parsed / serialUnit;
  const std::int64_t fraction = *parsed % serialUnit;
  if (!date1904 && (days == missingLeapDay || days == 0)) return bad;
  std::int64_t seconds =
      (fraction / 1000 * secondsPerDay + serialUnit / 2000) / (serialUnit / 1000);
  if (!date1904 && days > missingLeapDay) --days;
  const Timestamp end = Timestamp::fromCivil(10'000, 1, 1);
  const Timestamp origin =
      date1904 ? Timestamp::fromCivil(1904, 1, 1) : Timestamp::fromCivil(1899, 12, 31);
  seconds += days * secondsPerDay;
  const auto time = Timestamp::milliseconds(origin.inMilliseconds() + seconds * 1000);
  if (time >= end) return bad;
  return time;
}

}  // namespace plumbline
