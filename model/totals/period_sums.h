// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Totals over time. Periods nest: four quarters are compared with a year, and what one side tells
// twice, by quarter and by year, counts once.

#include <vector>

#include "model/totals/total_amount.h"

namespace plumbline {

/// What one side declares of some days; the last one exclusive.
struct PeriodSum {
  int first = 0, end = 0;
  ExactAmount sum = 0;
  ExactAmount rounding = 0;  // of all its figures: twice the most that they may be off together
  std::int64_t rows = 0;
  bool isClear = true;  // false: rows overlap and do not agree on it
};

/// Sums of periods that do not overlap, by time. Rows of one period add up: they are lines of one
/// table. Of a period that is told whole and in parts the parts count, where they are whole and add
/// up to it; the whole counts where parts are missing. Any other overlap is not clear.
[[nodiscard]] std::vector<PeriodSum> settled(std::vector<PeriodSum> sums);

/// Days that somebody published about.
class Coverage {
 public:
  void add(int first, int end) { m_spans.push_back({first, end}); }
  /// Before it is asked.
  void close();
  [[nodiscard]] bool covers(int first, int end) const;
  [[nodiscard]] bool touches(int first, int end) const;

 private:
  struct Span {
    int first, end;
  };
  std::vector<Span> m_spans;
};

/// The shortest time whose ends cut through no period of either side.
struct PeriodWindow {
  int first = 0, end = 0;
  struct Side {
    ExactAmount sum = 0;
    ExactAmount rounding = 0;
    std::int64_t rows = 0;
    bool isClear = true;
    bool isWhole = false;  // its periods cover all of the window
  };
  Side a, b;
};
/// Both by time; several sums of a side may be of the same days.
[[nodiscard]] std::vector<PeriodWindow> windowsOf(const std::vector<PeriodSum>& a,
                                                  const std::vector<PeriodSum>& b);

}  // namespace plumbline
