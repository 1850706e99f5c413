// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/compute_balance.h"

#include <algorithm>

#include "model/balance/contributions.h"
#include "model/loads/stock_at.h"

namespace plumbline {
namespace {

/// A stock at the turn of a month, and how it got known.
struct Boundary {
  std::optional<StockLevel> level;
};

BalanceMonth monthOf(const Loads& loads, Month month) {
  const LedgerSum sum = loads.ledger.sum(-1, dayOf(month.start()), dayOf(month.end()));
  BalanceMonth made;
  made.month = month;
  made.intake = sum.intake;
  made.losses = sum.losses;
  made.claimed = sum.claimed;
  made.confirmed = sum.confirmed;
  made.otherOut = sum.otherOut;
  made.receivedAsResidue = sum.asResidue;
  made.withoutReceipt = sum.missing;
  made.pending = sum.pending;
  return made;
}

/// Where a month's end has no survey, the stock is drawn straight between the surveys around it:
/// the sum over all months does not depend on it.
void bridge(std::vector<Boundary>& boundaries, std::size_t first, std::size_t last) {
  std::size_t before = first;
  for (std::size_t i = first + 1; i <= last; ++i) {
    if (!boundaries[i].level) continue;
    const StockLevel& a = *boundaries[before].level;
    const StockLevel& b = *boundaries[i].level;
    const auto steps = static_cast<std::int64_t>(i - before);
    const Mass rise = b.mass - a.mass;
    for (std::size_t k = before + 1; k < i; ++k) {
      const auto step = static_cast<std::int64_t>(k - before);
      const Mass mass = a.mass + Mass::grams(rise.inGrams() / steps * step);
      // Not known better than the whole rise, and no better than the surveys.
      StockLevel& drawn = boundaries[k].level.emplace();
      drawn.mass = mass;
      drawn.variance =
          saturatedSum(saturatedSum(a.variance, b.variance), squaredGrams(rise.inGrams()));
    }
    before = i;
  }
}

void fillMuf(Balance& balance, const Loads& loads, const AuditPlan& plan,
             const std::vector<Boundary>& boundaries, std::size_t first, std::size_t last) {
  const StockLevel& start = *boundaries[first].level;
  ErrorSum running;
  for (std::size_t i = first; i < last; ++i) {
    BalanceMonth& month = balance.months[i];
    const StockLevel& opening = *boundaries[i].level;
    const StockLevel& closing = *boundaries[i + 1].level;
    const LedgerSum flows =
        loads.ledger.sum(-1, dayOf(month.month.start()), dayOf(month.month.end()));
    month.opening = opening.mass;
    month.closing = closing.mass;
    month.muf = opening.mass + flows.net() - closing.mass;
    const Variance own = flows.flowErrors().variance(loads.instruments);
    month.mufUncertainty =
        expanded(saturatedSum(own, saturatedSum(opening.variance, closing.variance)),
                 plan.coverageFactorMilli);
    // The stocks between cancel: only the first and this one stay in the running sum.
    balance.muf += month.muf;
    month.cumuf = balance.muf;
    running.add(flows.flowErrors());
    const Variance variance = saturatedSum(running.variance(loads.instruments),
                                           saturatedSum(start.variance, closing.variance));
    month.cumufUncertainty = expanded(variance, plan.coverageFactorMilli);
    balance.mufUncertainty = month.cumufUncertainty;
  }
}

void addOutcome(Balance& balance, std::string key, Mass plantSays, Mass found, Mass uncertainty) {
  balance.outcomes.push_back({std::move(key), plantSays, found, uncertainty});
}

void fillOutcomes(Balance& balance, const Loads& loads, const AuditPlan& plan, Month first,
                  Month last, const StockLevel& opening, const StockLevel& closing) {
  const auto branch = [&](Outcome outcome) {
    const OutcomeSum sum = loads.ledger.outcomeSum(outcome, first, last);
    addOutcome(balance, std::string(keyOf(outcome)), sum.plantSays, sum.found,
               expanded(sum.errors.variance(loads.instruments), plan.coverageFactorMilli));
  };
  for (const Outcome outcome : {Outcome::Product, Outcome::Secondary, Outcome::Energy,
                                Outcome::Waste, Outcome::Loss}) {
    branch(outcome);
  }
  const Mass growth = closing.mass - opening.mass;
  addOutcome(balance, "stock", growth, growth,
             expanded(saturatedSum(opening.variance, closing.variance), plan.coverageFactorMilli));
  branch(Outcome::Residue);
  addOutcome(balance, "unaccounted", Mass(), balance.muf, balance.mufUncertainty);
}

void fillSources(Balance& balance, const Loads& loads, Month first, Month last) {
  for (const auto& [name, mass] : loads.ledger.sources(first, last)) {
    balance.sources.push_back({name, mass});
  }
  std::stable_sort(balance.sources.begin(), balance.sources.end(),
                   [](const BalanceSource& a, const BalanceSource& b) { return a.mass > b.mass; });
}

std::string whyNoBalance(const Books& books, const Loads& loads, bool balanced) {
  if (loads.intakes == 0) return "no_intakes";
  if (books.stocks.empty()) return "no_stocks";
  return balanced ? "" : "no_stock_survey_then";
}

}  // namespace

Balance computeBalance(const Books& books, const Loads& loads,
                       const std::vector<BalanceTest>& tests, MonthSpan span,
                       const AuditPlan& plan) {
  Balance balance;
  if (span.empty()) {
    balance.whyNot = "no_records";
    return balance;
  }
  const auto [first, last] = span;
  std::vector<Boundary> boundaries;
  for (Month month = first; month < last; ++month.index) {
    balance.months.push_back(monthOf(loads, month));
    boundaries.push_back({stockAt(books.stocks, loads.ledger, -1, month.start())});
  }
  boundaries.push_back({stockAt(books.stocks, loads.ledger, -1, last.start())});
  const auto range = balancedMonths(books, loads, span);
  balance.whyNot = whyNoBalance(books, loads, range.has_value());
  if (!range) return balance;
  balance.applicable = true;
  const auto [begin, end] = *range;
  const auto a = static_cast<std::size_t>(begin.index - first.index);
  const auto b = static_cast<std::size_t>(end.index - first.index);
  bridge(boundaries, a, b);
  fillMuf(balance, loads, plan, boundaries, a, b);
  if (!tests.empty()) {
    balance.detectableLoss = detectableLoss(tests.front().balance, plan, testsMade(tests));
  }
  fillSources(balance, loads, begin, end);
  const LedgerSum flows = loads.ledger.sum(-1, dayOf(begin.start()), dayOf(end.start()));
  const StockLevel& opening = *boundaries[a].level;
  const StockLevel& closing = *boundaries[b].level;
  balance.in = flows.intake;
  balance.inUncertainty =
      expanded(flows.intakeErrors.variance(loads.instruments), plan.coverageFactorMilli);
  balance.out = balance.in - balance.muf;
  balance.outUncertainty = expanded(saturatedSum(flows.outErrors.variance(loads.instruments),
                                                 saturatedSum(opening.variance, closing.variance)),
                                    plan.coverageFactorMilli);
  fillOutcomes(balance, loads, plan, begin, end, opening, closing);
  balance.contributions = mufContributions(books, loads, plan, {begin, end});
  return balance;
}

}  // namespace plumbline
