// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "model/books/books.h"
#include "model/loads/loads.h"

namespace plumbline {

/// The balance over any days, with standard variances in grams squared.
struct PeriodBalance {
  /// Of one plant; party -1: of all. Days are whole: [start, end) is cut to days of UTC.
  [[nodiscard]] static PeriodBalance of(const Books& books, const Loads& loads, int party,
                                        Timestamp start, Timestamp end);

  bool known = false;
  std::string whyNot;  // "no_intakes", "no_stocks", "no_stock_survey_then"
  StockLevel opening, closing;
  LedgerSum flows;
  Mass muf;
  Variance variance = 0;
  Mass water;  // that may have dried on the way
  /// Opening stock and intake: what the materiality of the plan is a share of.
  [[nodiscard]] Mass input() const { return opening.mass + flows.intake; }
  /// Mass nobody wrote anything about: muf without the loads whose receipt is missing.
  [[nodiscard]] Mass unexplained() const { return muf - flows.missing; }
  /// What of it stays when everything whose way is open counts in the plant's favour. Loads of
  /// which the receiver says much more than was sent are told one by one, and not once more.
  [[nodiscard]] Mass excess() const {
    const Mass mass = unexplained();
    return mass > Mass() ? std::max(Mass(), mass - flows.openEnds - water)
                         : std::min(Mass(), mass + flows.heavier);
  }
};

/// The part of the span in which a balance can be drawn: from the first to the last turn of a month
/// at which all stock is known. Nothing where nothing came in, or no stock was surveyed.
[[nodiscard]] std::optional<MonthSpan> balancedMonths(const Books& books, const Loads& loads,
                                                      MonthSpan span);

}  // namespace plumbline
