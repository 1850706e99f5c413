// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/period_balance.h"

#include "model/loads/stock_at.h"

namespace plumbline {

PeriodBalance PeriodBalance::of(const Books& books, const Loads& loads, int party, Timestamp start,
                                Timestamp end) {
  PeriodBalance made;
  made.flows = loads.ledger.sum(party, dayOf(start), dayOf(end));
  if (made.flows.intake == Mass()) {
    made.whyNot = "no_intakes";
    return made;
  }
  if (!books.stocks.has(party)) {
    made.whyNot = "no_stocks";
    return made;
  }
  const auto opening = stockAt(books.stocks, loads.ledger, party, start);
  const auto closing = stockAt(books.stocks, loads.ledger, party, end);
  if (!opening || !closing) {
    made.whyNot = "no_stock_survey_then";
    return made;
  }
  made.known = true;
  made.opening = *opening;
  made.closing = *closing;
  made.muf = opening->mass + made.flows.net() - closing->mass;
  if (loads.onlyWaterIsLost) made.water = waterOf(made.flows.drying, made.flows.dried);
  made.variance = saturatedSum(made.flows.flowErrors().variance(loads.instruments),
                               saturatedSum(opening->variance, closing->variance));
  return made;
}

std::optional<MonthSpan> balancedMonths(const Books& books, const Loads& loads, MonthSpan span) {
  return loads.intakes == 0 ? std::nullopt : books.stocks.surveyedMonths(span);
}

}  // namespace plumbline
