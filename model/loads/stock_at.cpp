// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/stock_at.h"

#include <algorithm>

namespace plumbline {

StockLevel atMoment(StockLevel level, Timestamp time, const MovedOnDay& moved) {
  const std::int64_t moment = time.inMilliseconds();
  const std::int64_t from = std::min(level.earliest.inMilliseconds(), moment);
  const std::int64_t until = std::max(level.latest.inMilliseconds(), moment);
  Mass between;
  for (std::int64_t day = dayOf(Timestamp::milliseconds(from)); day * millisecondsPerDay < until;
       ++day) {
    const std::int64_t part =
        std::min(until, (day + 1) * millisecondsPerDay) - std::max(from, day * millisecondsPerDay);
    between += Mass::grams(scaled(moved(day).inGrams(), part, millisecondsPerDay));
  }
  // Evenly spread over that range: width / sqrt 12.
  level.variance = saturatedSum(level.variance, squaredGrams(between.inGrams()) / 12);
  return level;
}

std::optional<StockLevel> stockAt(const StockBook& stocks, const Ledger& ledger, int party,
                                  Timestamp time) {
  const std::optional<StockLevel> level = stocks.at(party, time);
  if (!level) return level;
  return atMoment(*level, time, [&](std::int64_t day) {
    const LedgerSum sum = ledger.sum(party, day, day + 1);
    return sum.intake + sum.sent;
  });
}

}  // namespace plumbline
