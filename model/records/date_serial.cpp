// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/date_serial.h"

namespace plumbline {
namespace {

constexpr std::int64_t secondsPerDay = 86'400;
constexpr int serialDecimals = 12;  // Excel writes up to 17 significant digits of a double
constexpr std::int64_t serialUnit = 1'000'000'000'000;
constexpr std::int64_t missingLeapDay = 60;  // the 29 February 1900 that never was

}  // namespace

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
