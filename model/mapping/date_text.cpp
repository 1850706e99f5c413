// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/date_text.h"

#include <algorithm>
#include <array>

#include "model/mapping/number_text.h"
#include "model/mapping/period_text.h"
#include "model/records/date_serial.h"

namespace plumbline {
namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t hourMs = 60 * minuteMs;

struct OrderName {
  std::string_view text;
  DateOrder order;
};
constexpr OrderName orderNames[] = {{"year first", DateOrder::YearFirst},
                                    {"day first", DateOrder::DayFirst},
                                    {"month first", DateOrder::MonthFirst},
                                    {"serial", DateOrder::Serial},
                                    {"unix seconds", DateOrder::UnixSeconds},
                                    {"unix milliseconds", DateOrder::UnixMilliseconds},
                                    {"year", DateOrder::Year},
                                    {"quarter", DateOrder::Quarter},
                                    {"month", DateOrder::Month},
                                    {"period", DateOrder::Period}};

class Reader {
 public:
  explicit Reader(std::string_view text) : m_text(text) {}
  /// A number of `least` to `most` digits, or -1.
  int number(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t count = 0;
    for (; count < m_text.size() && m_text[count] >= '0' && m_text[count] <= '9'; ++count) {
      if (count == most) return -1;
      value = value * 10 + (m_text[count] - '0');
    }
    if (count < least) return -1;
    m_text.remove_prefix(count);
    return value;
  }
  bool take(char c) {
    const bool there = !m_text.empty() && m_text.front() == c;
    if (there) m_text.remove_prefix(1);
    return there;
  }
  /// Any one of these; 0 where none of them comes next.
  char takeOneOf(std::string_view set) {
    if (m_text.empty() || set.find(m_text.front()) == std::string_view::npos) return 0;
    const char c = m_text.front();
    m_text.remove_prefix(1);
    return c;
  }
  bool takeWord(std::string_view lower) {
    if (m_text.size() < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
      if ((m_text[i] | 0x20) != lower[i]) return false;
    }
    m_text.remove_prefix(lower.size());
    return true;
  }
  void skipSpaces() {
    while (take(' ')) {
    }
  }
  [[nodiscard]] bool atEnd() const { return m_text.empty(); }
  [[nodiscard]] std::size_t size() const { return m_text.size(); }

 private:
  std::string_view m_text;
};

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool isDate(const Date& date) {
  constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < 1900 || date.year > 9999 || date.month < 1 || date.month > 12) return false;
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  const int last = date.month == 2 && !leap ? 28 : days[static_cast<std::size_t>(date.month - 1)];
  return date.day >= 1 && date.day <= last;
}

/// "21410408", with or without a time behind it.
bool readCompact(Reader& reader, Date& date) {
  Reader copy = reader;
  const int value = copy.number(8, 8);
  if (value < 0) return false;
  date = {value / 10'000, value / 100 % 100, value % 100};
  reader = copy;
  return true;
}

bool readDate(Reader& reader, DateOrder order, Date& date) {
  if (order == DateOrder::YearFirst && readCompact(reader, date)) return isDate(date);
  const bool yearFirst = order == DateOrder::YearFirst;
  const int first = reader.number(yearFirst ? 4 : 1, yearFirst ? 4 : 2);
  const char mark = reader.takeOneOf("-/.");
  if (mark == '.') reader.skipSpaces();
  const int second = reader.number(1, 2);
  if (first < 0 || mark == 0 || second < 0 || !reader.take(mark)) return false;
  if (order == DateOrder::MonthFirst && mark == '.') return false;  // nobody writes that
  if (mark == '.') reader.skipSpaces();
  const int third = reader.number(yearFirst ? 1 : 4, yearFirst ? 2 : 4);
  if (third < 0) return false;
  if (yearFirst) date = {first, second, third};
  if (order == DateOrder::DayFirst) date = {third, second, first};
  if (order == DateOrder::MonthFirst) date = {third, first, second};
  return isDate(date);
}

/// "30" or "30.250"; digits after the third must be zero.
bool readSeconds(Reader& reader, std::int64_t& time) {
  const int second = reader.number(2, 2);
  if (second < 0 || second > 60) return false;
  time += second * 1000;
  if (reader.takeOneOf(".,") == 0) return true;
  int digits = 0;
  for (int scale = 100;; scale /= 10, ++digits) {
    const char c = reader.takeOneOf("0123456789");
    if (c == 0) return digits > 0;
    if (scale == 0 && c != '0') return false;
    time += (c - '0') * scale;
  }
}

bool readHalf(Reader& reader, int& hour) {
  reader.skipSpaces();
  const bool am = reader.takeWord("am") || reader.takeWord("a.m.");
  const bool pm = !am && (reader.takeWord("pm") || reader.takeWord("p.m."));
  if (!am && !pm) return true;
  if (hour < 1 || hour > 12) return false;
  hour = hour % 12 + (pm ? 12 : 0);
  return true;
}

bool readOffset(Reader& reader, std::optional<std::int64_t>& offset) {
  if (reader.takeWord("utc") || reader.takeWord("z")) {
    offset = 0;
    return true;
  }
  const char sign = reader.takeOneOf("+-");
  if (sign == 0) return true;
  const int hours = reader.number(2, 2);
  if (hours < 0) {
    const int both = reader.number(4, 4);
    if (both < 0 || both / 100 > 23 || both % 100 > 59) return false;
    offset = both / 100 * hourMs + both % 100 * minuteMs;
  } else {
    int minutes = 0;
    if (reader.take(':')) minutes = reader.number(2, 2);
    if (hours > 23 || minutes < 0 || minutes > 59) return false;
    offset = hours * hourMs + minutes * minuteMs;
  }
  if (sign == '-') offset = -*offset;
  return true;
}

bool readTime(Reader& reader, LocalTime& out) {
  std::int64_t time = 0;
  int hour = reader.number(1, 2);
  if (hour < 0 || reader.takeOneOf(":h") == 0) return false;
  const int minute = reader.number(2, 2);
  if (minute < 0 || minute > 59) return false;
  if (reader.take(':') && !readSeconds(reader, time)) return false;
  if (!readHalf(reader, hour) || hour > 23) return false;
  reader.skipSpaces();
  if (!readOffset(reader, out.offsetMs)) return false;
  out.milliseconds += hour * hourMs + minute * minuteMs + time;
  out.hasTime = true;
  return true;
}

std::optional<LocalTime> readText(std::string_view text, DateOrder order) {
  Reader reader(trimmed(text));
  Date date;
  if (!readDate(reader, order, date)) return std::nullopt;
  LocalTime out;
  out.milliseconds = Timestamp::fromCivil(date.year, static_cast<unsigned>(date.month),
                                          static_cast<unsigned>(date.day))
                         .inMilliseconds();
  if (reader.atEnd()) return out;
  if (reader.takeOneOf("Tt ,") == 0) return std::nullopt;
  reader.skipSpaces();
  if (!readTime(reader, out) || !reader.atEnd()) return std::nullopt;
  return out;
}

std::optional<LocalTime> readSerial(std::string_view text, bool date1904) {
  const auto number = plainNumber(
      text, text.find(',') == std::string_view::npos ? DecimalMark::Point : DecimalMark::Comma);
  if (!number) return std::nullopt;
  const auto time = timeOfSerial(*number, date1904);
  if (!time) return std::nullopt;
  LocalTime out;
  out.milliseconds = time->inMilliseconds();
  out.hasTime = number->find('.') != std::string::npos;
  return out;
}

std::optional<LocalTime> readUnix(std::string_view text, DateOrder order) {
  const auto number = plainNumber(text, DecimalMark::Point);
  const auto value = number ? parseFixed(*number, 3) : number.error();
  if (!value) return std::nullopt;
  LocalTime out;
  // Thousandths of a second; of a millisecond they are cut off.
  out.milliseconds = order == DateOrder::UnixSeconds ? *value : *value / 1000;
  out.offsetMs = 0;
  out.hasTime = true;
  const Timestamp first = Timestamp::fromCivil(1900, 1, 1);
  const Timestamp last = Timestamp::fromCivil(9999, 12, 31);
  const Timestamp time = Timestamp::milliseconds(out.milliseconds);
  return first <= time && time < last ? std::optional(out) : std::nullopt;
}

PeriodKind kindOf(DateOrder order) {
  if (order == DateOrder::Year) return PeriodKind::Year;
  if (order == DateOrder::Quarter) return PeriodKind::Quarter;
  return order == DateOrder::Month ? PeriodKind::Month : PeriodKind::Any;
}

/// Spreadsheets keep a month as its first day.
std::optional<Period> monthOfDay(const RawCell& cell, bool date1904) {
  const auto day = cell.kind == CellKind::Date ? readText(cell.text, DateOrder::YearFirst)
                                               : readSerial(cell.text, date1904);
  if (!day) return std::nullopt;
  const Month month = Month::of(Timestamp::milliseconds(day->milliseconds));
  if (month.start().inMilliseconds() != day->milliseconds) return std::nullopt;
  return Period{month.start(), month.end()};
}

std::optional<LocalTime> readPeriod(const RawCell& cell, DateOrder order, bool date1904) {
  auto period = periodOf(cell.text, kindOf(order));
  const bool day = cell.kind == CellKind::Date || cell.kind == CellKind::Number;
  if (!period && day && order == DateOrder::Month) period = monthOfDay(cell, date1904);
  if (!period) return std::nullopt;
  LocalTime out;
  out.milliseconds = period->start.inMilliseconds();
  out.endMs = period->end.inMilliseconds();
  return out;
}

std::optional<LocalTime> readAs(const RawCell& cell, DateOrder order, bool date1904) {
  if (isPeriod(order)) return readPeriod(cell, order, date1904);
  if (order == DateOrder::UnixSeconds || order == DateOrder::UnixMilliseconds) {
    return readUnix(cell.text, order);
  }
  if (cell.kind == CellKind::Date) return readText(cell.text, DateOrder::YearFirst);
  const bool serial = cell.kind == CellKind::Number || order == DateOrder::Serial;
  return serial ? readSerial(cell.text, date1904) : readText(cell.text, order);
}

/// Cheap, because every cell of a table is asked: a year, or a year and a month in six digits, that is
/// no part of another number.
bool mayHaveAYear(std::string_view text) {
  constexpr std::size_t longestPeriod = 40;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool digits = std::all_of(text.begin(), text.end(), digit);
  const bool number = !digits && std::all_of(text.begin(), text.end(), [&digit](char c) {
    return digit(c) || c == '.' || c == ',';
  });
  if (text.size() > longestPeriod || number) return false;
  if (digits && text.size() != 4 && text.size() != 6) return false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && digit(text[end])) ++end;
    const std::size_t count = end - at;
    if ((count == 4 || count == 6) && (text.substr(at, 2) == "19" || text[at] == '2')) return true;
    at = end + 1;
  }
  return false;
}

Message exampleOf(DateOrder order) {
  switch (order) {
    case DateOrder::YearFirst:
      return Message("a date such as 2141-04-08 or 2141-04-08 14:06");
    case DateOrder::DayFirst:
      return Message("a date such as 08.04.2141 (day first), from 1900 to 9999");
    case DateOrder::MonthFirst:
      return Message("a date such as 04/08/2141 (month first), from 1900 to 9999");
    case DateOrder::UnixSeconds:
      return Message("seconds since 1970, such as 1214870400");
    case DateOrder::UnixMilliseconds:
      return Message("milliseconds since 1970, such as 1214870400000");
    case DateOrder::Year:
      return Message("a year such as 2008");
    case DateOrder::Quarter:
      return Message("a quarter such as 2008 Q3, Jul-Sep 2008, or 3 2008");
    case DateOrder::Month:
      return Message("a month such as March 2008, 2008-03, or 3 2008");
    case DateOrder::Period:
      return Message("a period such as 2008, 2008 Q3, March 2008 or January - March 2008");
    case DateOrder::Serial:
      break;
  }
  return Message("a day number as spreadsheets count, from 1 to 2958465");
}

}  // namespace

std::string_view toText(DateOrder order) {
  const auto same = [order](const OrderName& name) { return name.order == order; };
  return std::find_if(std::begin(orderNames), std::end(orderNames), same)->text;
}

Result<DateOrder> dateOrderFromText(std::string_view text) {
  for (const OrderName& name : orderNames) {
    if (name.text == text) return name.order;
  }
  return Error{ErrorCode::BadValue,
               "the order of a date is not known",
               {},
               "\"" + std::string(text.substr(0, 80)) + "\"",
               "year first, day first, month first or serial"};
}

bool isPeriod(DateOrder order) {
  return order == DateOrder::Year || order == DateOrder::Quarter || order == DateOrder::Month ||
         order == DateOrder::Period;
}

Result<LocalTime> localTimeOf(const RawCell& cell, DateOrder order, bool date1904) {
  const auto time = readAs(cell, order, date1904);
  if (time) return *time;
  const bool byCell = !isPeriod(order) && order != DateOrder::UnixSeconds &&
                      order != DateOrder::UnixMilliseconds;
  if (byCell && cell.kind == CellKind::Date) order = DateOrder::YearFirst;
  if (byCell && cell.kind == CellKind::Number) order = DateOrder::Serial;
  return Error{ErrorCode::BadValue,
               isPeriod(order) ? Message("the value is not a period of this kind")
                               : Message("the value is not a date"),
               {},
               "\"" + std::string(cell.text.substr(0, 80)) + "\"",
               exampleOf(order)};
}

/// Numbers of a column that counts seconds: no serial of a spreadsheet is as large.
void DateEvidence::addUnix(const RawCell& cell) {
  const auto within = [&cell](DateOrder order) {
    const auto time = readUnix(cell.text, order);
    return time && time->milliseconds >= Timestamp::fromCivil(1990, 1, 1).inMilliseconds() &&
           time->milliseconds < Timestamp::fromCivil(2100, 1, 1).inMilliseconds();
  };
  const bool seconds = within(DateOrder::UnixSeconds);
  const bool milliseconds = !seconds && within(DateOrder::UnixMilliseconds);
  unixSeconds += seconds ? 1 : 0;
  unixMilliseconds += milliseconds ? 1 : 0;
  if (!seconds && !milliseconds) return;
  ++dates;
  ++timed;
  ++zoned;
}

void DateEvidence::addPeriod(std::string_view text) {
  if (!mayHaveAYear(text)) return;
  const bool month = periodOf(text, PeriodKind::Month).has_value();
  const bool quarter = periodOf(text, PeriodKind::Quarter).has_value();
  // "3 2008" can be a month or a quarter: it counts as both.
  if (!month && !quarter && !periodOf(text, PeriodKind::Any)) return;
  ++periods;
  months += month ? 1 : 0;
  quarters += quarter ? 1 : 0;
  years += periodOf(text, PeriodKind::Year) ? 1 : 0;
}

void DateEvidence::add(const RawCell& cell) {
  const std::int64_t before = yearFirst + dayFirst + monthFirst;
  bool any = false;
  const auto look = [&](DateOrder order, std::int64_t& count) {
    const auto time =
        order == DateOrder::Serial ? readSerial(cell.text, false) : readText(cell.text, order);
    if (!time) return;
    ++count;
    if (any) return;
    any = true;
    timed += time->hasTime ? 1 : 0;
    zoned += time->offsetMs ? 1 : 0;
  };
  if (cell.kind == CellKind::Number) {
    look(DateOrder::Serial, serial);
  } else {
    look(DateOrder::YearFirst, yearFirst);
    look(DateOrder::DayFirst, dayFirst);
    look(DateOrder::MonthFirst, monthFirst);
    if (!any) look(DateOrder::Serial, serial);
  }
  dates += any ? 1 : 0;
  if (!any) addUnix(cell);
  const bool day = yearFirst + dayFirst + monthFirst > before;
  if (!day) addPeriod(cell.text);
}

}  // namespace plumbline
