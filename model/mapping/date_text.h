// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Dates as people write them. "03/04" is April in London and March in Boston: which it is can be
// seen from a whole column, or has to be asked.

#include <optional>

#include "crypto/result.h"

#include "model/containers/raw_row.h"

namespace plumbline {

enum class DateOrder : std::uint8_t {
  YearFirst,   // 2141-04-08, 2141/4/8, 21410408
  DayFirst,    // 08.04.2141, 8/4/2141
  MonthFirst,  // 04/08/2141
  Serial,      // 88120.57: days since the end of 1899, as Excel counts
  UnixSeconds,       // 1214870400: since 1970 in UTC
  UnixMilliseconds,  // 1214870400000
  Year,              // periods (period_text.h): 2008
  Quarter,           // 2008 Q3
  Month,             // March 2008
  Period,            // any of these, half years and spans of months
};
/// "year first", "day first", "unix seconds", "quarter", ...: as written in a mapping.
[[nodiscard]] std::string_view toText(DateOrder order);
/// Errors: BadValue.
[[nodiscard]] Result<DateOrder> dateOrderFromText(std::string_view text);
/// True where the values are periods, and no moments.
[[nodiscard]] bool isPeriod(DateOrder order);

/// A moment by the clock on the wall, and what it says about its zone.
struct LocalTime {
  std::int64_t milliseconds = 0;              // since 1970-01-01 00:00 by that clock
  std::optional<std::int64_t> endMs = {};     // of a period: the first moment after it
  std::optional<std::int64_t> offsetMs = {};  // "+02:00" or "Z" behind the time
  bool hasTime = false;                       // false: a plain date
};

/// Reads a date with or without a time ("14:06", "2:06:30 pm", "14:06:30.250+02:00"). Years 1900 to
/// 9999 with four digits. A Date cell is year first whatever the order; a Number cell is a serial, but
/// where the order is one of numbers. A day that stands for its month is the first one.
/// `date1904`: the workbook counts from 1904. Errors: BadValue.
[[nodiscard]] Result<LocalTime> localTimeOf(const RawCell& cell, DateOrder order, bool date1904);

/// What the values of a column say about its dates.
struct DateEvidence {
  std::int64_t dates = 0;  // values that are a date in at least one order
  std::int64_t yearFirst = 0;
  std::int64_t dayFirst = 0;  // readable so, also where the other order reads them as well
  std::int64_t monthFirst = 0;
  std::int64_t serial = 0;  // numbers between 1 and 2,958,465
  std::int64_t unixSeconds = 0, unixMilliseconds = 0;  // from 1990 to 2100
  std::int64_t periods = 0;                            // in any reading; no dates
  std::int64_t years = 0, quarters = 0, months = 0;    // of the periods
  std::int64_t timed = 0;   // have a time of day
  std::int64_t zoned = 0;   // say their offset from UTC
  void add(const RawCell& cell);

 private:
  void addUnix(const RawCell& cell);
  void addPeriod(std::string_view text);
};

}  // namespace plumbline
