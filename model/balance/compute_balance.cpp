// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "model/balance/contributions.h"

namespace plumbline {
namespace {

/// A stock at the turn of a month, and how it got known.
struct Boundary {
  std::optional<StockLevel> level;
};

BalanceMonth monthOf(const Reconciliation& reconciliation, Month month) {
  const LedgerSum sum = reconciliation.ledger.sum(-1, dayOf(month.start()), dayOf(month.end()));
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

void fillMuf(Balance& balance, const Reconciliation& reconciliation, const AuditPlan& plan,
             const std::vector<Boundary>& boundaries, std::size_t first, std::size_t last) {
  const StockLevel& start = *boundaries[first].level;
  ErrorSum running;
  for (std::size_t i = first; i < last; ++i) {
    BalanceMonth& month = balance.months[i];
    const StockLevel& opening = *boundaries[i].level;
    const StockLevel& closing = *boundaries[i + 1].level;
    const LedgerSum flows =
        reconciliation.ledger.sum(-1, dayOf(month.month.start()), dayOf(month.month.end()));
    month.opening = opening.mass;
    month.closing = closing.mass;
    month.muf = opening.mass + flows.net() - closing.mass;
    const Variance own = flows.flowErrors().variance(reconciliation.instruments);
    month.mufUncertainty =
        expanded(saturatedSum(own, saturatedSum(opening.variance, closing.variance)),
                 plan.coverageFactorMilli);
    // The stocks between cancel: only the first and this one stay in the running sum.
    balance.muf += month.muf;
    month.cumuf = balance.muf;
    running.add(flows.flowErrors());
    const Variance variance = saturatedSum(running.variance(reconciliation.instruments),
                                           saturatedSum(start.variance, closing.variance));
    month.cumufUncertainty = expanded(variance, plan.coverageFactorMilli);
    balance.mufUncertainty = month.cumufUncertainty;
  }
}

void addOutcome(Balance& balance, std::string key, Mass plantSays, Mass found, Mass uncertainty) {
  balance.outcomes.push_back({std::move(key), plantSays, found, uncertainty});
}

void fillOutcomes(Balance& balance, const Reconciliation& reconciliation, const AuditPlan& plan,
                  Month first, Month last, const StockLevel& opening, const StockLevel& closing) {
  const auto branch = [&](Outcome outcome) {
    const OutcomeSum sum = reconciliation.ledger.outcomeSum(outcome, first, last);
    addOutcome(balance, std::string(keyOf(outcome)), sum.plantSays, sum.found,
               expanded(sum.errors.variance(reconciliation.instruments), plan.coverageFactorMilli));
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

void fillSources(Balance& balance, const Reconciliation& reconciliation, Month first, Month last) {
  for (const auto& [name, mass] : reconciliation.ledger.sources(first, last)) {
    balance.sources.push_back({name, mass});
  }
  std::stable_sort(balance.sources.begin(), balance.sources.end(),
                   [](const BalanceSource& a, const BalanceSource& b) { return a.mass > b.mass; });
}

std::string whyNoBalance(const Reconciliation& reconciliation) {
  if (reconciliation.intakes == 0) return "no_intakes";
  if (reconciliation.stocks.empty()) return "no_stocks";
  return reconciliation.balancedMonths() ? "" : "no_stock_survey_then";
}

}  // namespace

std::optional<std::pair<Month, Month>> Reconciliation::balancedMonths() const {
  return intakes == 0 ? std::nullopt : surveyedMonths();
}

std::optional<std::pair<Month, Month>> Reconciliation::surveyedMonths() const {
  if (end <= start) return std::nullopt;
  Month first = Month::of(start);
  Month last = Month::of(end);
  while (first < last && !stocks.at(-1, first.start())) ++first.index;
  while (first < last && !stocks.at(-1, last.start())) --last.index;
  if (first == last) return std::nullopt;
  return std::pair(first, last);
}

Balance computeBalance(const Reconciliation& reconciliation, const AuditPlan& plan) {
  Balance balance;
  if (reconciliation.end <= reconciliation.start) {
    balance.whyNot = "no_records";
    return balance;
  }
  const Month first = Month::of(reconciliation.start);
  const Month last = Month::of(reconciliation.end);
  std::vector<Boundary> boundaries;
  for (Month month = first; month < last; ++month.index) {
    balance.months.push_back(monthOf(reconciliation, month));
    boundaries.push_back({reconciliation.stockAt(-1, month.start())});
  }
  boundaries.push_back({reconciliation.stockAt(-1, last.start())});
  balance.whyNot = whyNoBalance(reconciliation);
  const auto range = reconciliation.balancedMonths();
  if (!range) return balance;
  balance.applicable = true;
  const auto [begin, end] = *range;
  const auto a = static_cast<std::size_t>(begin.index - first.index);
  const auto b = static_cast<std::size_t>(end.index - first.index);
  bridge(boundaries, a, b);
  fillMuf(balance, reconciliation, plan, boundaries, a, b);
  if (!reconciliation.balanceTests.empty()) {
    balance.detectableLoss = detectableLoss(reconciliation.balanceTests.front().balance, plan,
                                            testsMade(reconciliation.balanceTests));
  }
  fillSources(balance, reconciliation, begin, end);
  const LedgerSum flows = reconciliation.ledger.sum(-1, dayOf(begin.start()), dayOf(end.start()));
  const StockLevel& opening = *boundaries[a].level;
  const StockLevel& closing = *boundaries[b].level;
  balance.in = flows.intake;
  balance.inUncertainty =
      expanded(flows.intakeErrors.variance(reconciliation.instruments), plan.coverageFactorMilli);
  balance.out = balance.in - balance.muf;
  balance.outUncertainty =
      expanded(saturatedSum(flows.outErrors.variance(reconciliation.instruments),
                            saturatedSum(opening.variance, closing.variance)),
               plan.coverageFactorMilli);
  fillOutcomes(balance, reconciliation, plan, begin, end, opening, closing);
  balance.contributions = mufContributions(reconciliation, plan, begin, end);
  return balance;
}

std::optional<StockLevel> Reconciliation::stockAt(int party, Timestamp time) const {
  std::optional<StockLevel> level = stocks.at(party, time);
  if (!level) return level;
  const std::int64_t moment = time.inMilliseconds();
  const std::int64_t from = std::min(level->earliest.inMilliseconds(), moment);
  const std::int64_t until = std::max(level->latest.inMilliseconds(), moment);
  Mass moved;
  for (std::int64_t day = dayOf(Timestamp::milliseconds(from)); day * millisecondsPerDay < until;
       ++day) {
    const std::int64_t part =
        std::min(until, (day + 1) * millisecondsPerDay) - std::max(from, day * millisecondsPerDay);
    const LedgerSum sum = ledger.sum(party, day, day + 1);
    moved += Mass::grams(scaled((sum.intake + sum.sent).inGrams(), part, millisecondsPerDay));
  }
  // Evenly spread over that range: width / sqrt 12.
  level->variance = saturatedSum(level->variance, squaredGrams(moved.inGrams()) / 12);
  return level;
}

PeriodBalance Reconciliation::period(int party, Timestamp from, Timestamp until) const {
  PeriodBalance made;
  made.flows = ledger.sum(party, dayOf(from), dayOf(until));
  if (made.flows.intake == Mass()) {
    made.whyNot = "no_intakes";
    return made;
  }
  if (!stocks.has(party)) {
    made.whyNot = "no_stocks";
    return made;
  }
  const auto opening = stockAt(party, from);
  const auto closing = stockAt(party, until);
  if (!opening || !closing) {
    made.whyNot = "no_stock_survey_then";
    return made;
  }
  made.known = true;
  made.opening = *opening;
  made.closing = *closing;
  made.muf = opening->mass + made.flows.net() - closing->mass;
  if (onlyWaterIsLost) made.water = waterOf(made.flows.drying, made.flows.dried);
  made.variance = saturatedSum(made.flows.flowErrors().variance(instruments),
                               saturatedSum(opening->variance, closing->variance));
  return made;
}

}  // namespace plumbline
