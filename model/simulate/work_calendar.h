// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opening hours: Monday to Friday 06:00 to 18:00, Saturday 06:00 to 10:48 (a Saturday weighs 0.4).

#include <vector>

#include "model/records/quantities.h"

namespace plumbline {

inline constexpr std::int64_t millisecondsPerMinute = 60'000;
inline constexpr std::int64_t millisecondsPerHour = 60 * millisecondsPerMinute;

class WorkCalendar {
 public:
  /// The working time of a month without its last `closedDays` days.
  WorkCalendar(Month month, int closedDays);
  /// Moment after `share` (0 to 1) of the working time, in whole seconds.
  [[nodiscard]] Timestamp at(double share) const;
  /// `count` moments spread evenly with a random shift each, in rising order: see `at`.
  [[nodiscard]] Timestamp slot(std::int64_t index, std::int64_t count, double shift) const {
    return at((static_cast<double>(index) + shift) / static_cast<double>(count));
  }

 private:
  struct Shift {
    std::int64_t start;
    std::int64_t length;
  };
  std::vector<Shift> m_shifts;
  std::int64_t m_total = 0;
};

/// The first moment not before `time` at which a site is open.
[[nodiscard]] Timestamp whenOpen(Timestamp time);

/// Open hours in an average week.
inline constexpr double openShareOfWeek = (5 * 12 + 4.8) / (7 * 24);
/// The moment at which `work` milliseconds of opening hours have passed since `time`.
[[nodiscard]] Timestamp afterWork(Timestamp time, std::int64_t work);

}  // namespace plumbline
