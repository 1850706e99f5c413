// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/quantities.h"

// Dates by days since 1970 in the proleptic Gregorian calendar; algorithms of Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).

namespace plumbline {
namespace {

constexpr std::int64_t millisecondsPerHour = 3'600'000;
constexpr std::int64_t millisecondsPerMinute = 60'000;

struct Civil {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
};

constexpr std::int64_t daysFromCivil(Civil date) {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const auto yearOfEra = static_cast<unsigned>(year - era * 400);
  const unsigned monthFromMarch = (date.month + 9) % 12;
  const unsigned dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
  const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return std::int64_t{era} * 146'097 + dayOfEra - 719'468;
}

constexpr Civil civilFromDays(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const auto dayOfEra = static_cast<unsigned>(days - era * 146'097);
  const unsigned yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const unsigned monthFromMarch = (5 * dayOfYear + 2) / 153;
  const unsigned month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const auto year = static_cast<int>(yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
  return {year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1};
}

constexpr unsigned daysInMonth(int year, unsigned month) {
  constexpr unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : lengths[month - 1];
}

/// Days since 1970 and what is left of the day, also before 1970.
std::pair<std::int64_t, std::int64_t> splitDays(std::int64_t milliseconds) {
  std::int64_t days = milliseconds / millisecondsPerDay;
  std::int64_t rest = milliseconds % millisecondsPerDay;
  if (rest < 0) {
    --days;
    rest += millisecondsPerDay;
  }
  return {days, rest};
}

/// Reads fixed-width digits and single characters from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : m_text(text) {}

  int digits(std::size_t count) {
    if (m_text.size() < count) return fail();
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const int digit = m_text[i] - '0';
      if (digit < 0 || digit > 9) return fail();
      value = value * 10 + digit;
    }
    m_text.remove_prefix(count);
    return value;
  }
  bool take(char c) {
    const bool there = !m_text.empty() && m_text.front() == c;
    if (there) m_text.remove_prefix(1);
    return there;
  }
  void demand(char c) {
    if (!take(c)) fail();
  }
  [[nodiscard]] bool digitAhead() const {
    return !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9';
  }
  [[nodiscard]] bool atEnd() const { return m_text.empty(); }
  [[nodiscard]] bool good() const { return m_good; }
  int fail() {
    m_good = false;
    return 0;
  }

 private:
  std::string_view m_text;
  bool m_good = true;
};

/// ".250": digits after the third must be zero, because a moment has no finer unit here.
int scanFraction(Scanner& scanner) {
  int milliseconds = 0;
  int scale = 100;
  if (!scanner.digitAhead()) return scanner.fail();
  for (; scanner.digitAhead(); scale /= 10) {
    const int digit = scanner.digits(1);
    if (scale == 0 && digit != 0) return scanner.fail();
    milliseconds += digit * scale;
  }
  return milliseconds;
}

/// "Z" or "+hh:mm", as milliseconds to take off.
std::int64_t scanOffset(Scanner& scanner) {
  if (scanner.take('Z') || scanner.take('z')) return 0;
  const bool west = scanner.take('-');
  if (!west) scanner.demand('+');
  const int hours = scanner.digits(2);
  scanner.demand(':');
  const int minutes = scanner.digits(2);
  if (hours > 23 || minutes > 59) scanner.fail();
  const std::int64_t offset = hours * millisecondsPerHour + minutes * millisecondsPerMinute;
  return west ? -offset : offset;
}

/// Time of day and offset after the date; a leap second counts as the first of the next minute.
std::int64_t scanTime(Scanner& scanner) {
  const int hour = scanner.digits(2);
  scanner.demand(':');
  const int minute = scanner.digits(2);
  scanner.demand(':');
  const int second = scanner.digits(2);
  if (hour > 23 || minute > 59 || second > 60) scanner.fail();
  const int fraction = scanner.take('.') ? scanFraction(scanner) : 0;
  const std::int64_t offset = scanOffset(scanner);
  return hour * millisecondsPerHour + minute * millisecondsPerMinute + second * 1000 + fraction -
         offset;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

}  // namespace

Result<Timestamp> Timestamp::parse(std::string_view text) {
  Scanner scanner(text);
  Civil date;
  date.year = scanner.digits(4);
  scanner.demand('-');
  date.month = static_cast<unsigned>(scanner.digits(2));
  scanner.demand('-');
  date.day = static_cast<unsigned>(scanner.digits(2));
  bool good = scanner.good() && date.year >= 1900 && date.month >= 1 && date.month <= 12 &&
              date.day >= 1 && date.day <= daysInMonth(date.year, date.month);
  if (!good) date = {};
  std::int64_t timeOfDay = 0;
  if (good && !scanner.atEnd()) {
    if (!scanner.take('T') && !scanner.take('t')) scanner.demand(' ');
    timeOfDay = scanTime(scanner);
    good = scanner.good() && scanner.atEnd();
  }
  const std::int64_t moment = daysFromCivil(date) * millisecondsPerDay + timeOfDay;
  // An offset may carry the first or the last hours out of the stated years.
  good = good && moment >= fromCivil(1900, 1, 1).m_ms && moment < fromCivil(10'000, 1, 1).m_ms;
  if (!good) {
    return Error{ErrorCode::BadValue,
                 "the value is not a date or a time",
                 {},
                 std::string(text.substr(0, 80)),
                 "2141-04-08 or 2141-04-08T07:12:00Z"};
  }
  return Timestamp(moment);
}

Timestamp Timestamp::fromCivil(int year, unsigned month, unsigned day, int hour, int minute,
                               int second) {
  return Timestamp(daysFromCivil({year, month, day}) * millisecondsPerDay +
                   hour * millisecondsPerHour + minute * millisecondsPerMinute + second * 1000);
}

std::string Timestamp::dateText() const {
  const Civil date = civilFromDays(splitDays(m_ms).first);
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string Timestamp::text() const {
  const std::int64_t rest = splitDays(m_ms).second;
  std::string out = dateText() + "T" + padded(rest / millisecondsPerHour, 2) + ":" +
                    padded(rest / millisecondsPerMinute % 60, 2) + ":" +
                    padded(rest / 1000 % 60, 2);
  if (rest % 1000 != 0) out += "." + padded(rest % 1000, 3);
  return out + "Z";
}

Month Month::of(Timestamp time) {
  const Civil date = civilFromDays(splitDays(time.inMilliseconds()).first);
  return {date.year * 12 + static_cast<int>(date.month) - 1};
}

std::string Month::text() const {
  return padded(year(), 4) + "-" + padded(month(), 2);
}

}  // namespace plumbline
