// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/work_calendar.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::int64_t opening = 6 * millisecondsPerHour;

/// 0 = Monday; 1970-01-01 was a Thursday.
std::int64_t weekday(std::int64_t day) {
  return (day + 3) % 7;
}

std::int64_t openFor(std::int64_t day) {
  if (weekday(day) == 6) return 0;
  return weekday(day) == 5 ? 288 * millisecondsPerMinute : 720 * millisecondsPerMinute;
}

}  // namespace

WorkCalendar::WorkCalendar(Month month, int closedDays) {
  const std::int64_t first = month.start().inMilliseconds() / millisecondsPerDay;
  const std::int64_t last = month.end().inMilliseconds() / millisecondsPerDay - closedDays;
  for (std::int64_t day = first; day < last; ++day) {
    if (openFor(day) == 0) continue;
    m_shifts.push_back({day * millisecondsPerDay + opening, openFor(day)});
    m_total += openFor(day);
  }
}

Timestamp WorkCalendar::at(double share) const {
  auto rest = static_cast<std::int64_t>(share * static_cast<double>(m_total));
  for (const Shift& shift : m_shifts) {
    if (rest < shift.length) return Timestamp::milliseconds((shift.start + rest) / 1000 * 1000);
    rest -= shift.length;
  }
  return Timestamp::milliseconds(m_shifts.back().start + m_shifts.back().length);
}

Timestamp whenOpen(Timestamp time) {
  std::int64_t day = time.inMilliseconds() / millisecondsPerDay;
  const std::int64_t sinceOpening = time.inMilliseconds() % millisecondsPerDay - opening;
  std::int64_t inDay = std::max<std::int64_t>(sinceOpening, 0);
  while (inDay >= openFor(day)) {
    ++day;
    inDay = 0;
  }
  return Timestamp::milliseconds(day * millisecondsPerDay + opening + inDay);
}

Timestamp afterWork(Timestamp time, std::int64_t work) {
  const std::int64_t from = whenOpen(time).inMilliseconds();
  std::int64_t day = from / millisecondsPerDay;
  std::int64_t inDay = from % millisecondsPerDay - opening;
  while (work > openFor(day) - inDay) {
    work -= openFor(day) - inDay;
    ++day;
    inDay = 0;
  }
  return Timestamp::milliseconds(day * millisecondsPerDay + opening + inDay + work);
}

}  // namespace plumbline
