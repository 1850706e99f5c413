// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/balance_slices.h"

#include <algorithm>
#include <tuple>

#include "model/balance/compute_balance.h"
#include "model/balance/reconciliation.h"
#include "model/verdict/claim_verdict.h"

namespace plumbline {
namespace {

constexpr int mostMonths = 240;
constexpr int mostYears = 100;

struct Span {
  PeriodKind kind;
  Month first, last;  // last exclusive
};

/// Cuts the time into pieces of `months` that begin at whole multiples: years, quarters, months.
void cut(Month first, Month last, int months, PeriodKind kind, std::vector<Span>& spans) {
  for (int at = first.index / months * months; at < last.index; at += months) {
    spans.push_back({kind, std::max(first, Month{at}), std::min(last, Month{at + months})});
  }
}

/// A claim may begin or end within a month: every month it touches belongs to it.
Span spanOf(const ClaimVerdict& claim, Month first, Month last) {
  const Timestamp lastMoment = Timestamp::milliseconds(claim.end.inMilliseconds() - 1);
  return {PeriodKind::Claim, std::max(first, Month::of(claim.start)),
          std::min(last, Month{Month::of(lastMoment).index + 1})};
}

std::vector<Span> spansOf(Month first, Month last, const std::vector<ClaimVerdict>& claims) {
  std::vector<Span> wanted;
  for (const ClaimVerdict& claim : claims) {
    if (claim.end > claim.start) wanted.push_back(spanOf(claim, first, last));
  }
  if (last.index - first.index <= 12 * mostYears) cut(first, last, 12, PeriodKind::Year, wanted);
  if (last.index - first.index <= mostMonths) {
    cut(first, last, 3, PeriodKind::Quarter, wanted);
    cut(first, last, 1, PeriodKind::Month, wanted);
  }
  std::vector<Span> spans;
  for (const Span& span : wanted) {
    const auto same = [&span](const Span& other) {
      return other.first == span.first && other.last == span.last;
    };
    const bool whole = span.first == first && span.last == last;
    if (whole || !(span.first < span.last)) continue;
    if (std::none_of(spans.begin(), spans.end(), same)) spans.push_back(span);
  }
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return std::tie(a.kind, a.first, a.last) < std::tie(b.kind, b.first, b.last);
  });
  return spans;
}

Balance balanceOf(MonthSpan span, const Reconciliation& from, const AuditPlan& plan) {
  const auto& [books, links, loads, balances] = from;
  Balance balance = computeBalance(books, loads, balances.tests, span, plan);
  const auto months = balancedMonths(books, loads, span);
  if (!months) return balance;
  const PeriodBalance period =
      PeriodBalance::of(books, loads, -1, months->first.start(), months->last.start());
  balance.detectableLoss = detectableLoss(period, plan, testsMade(balances.tests));
  return balance;
}

std::vector<MaterialMonths> materialsOf(const Loads& loads, const AuditPlan& plan,
                                        MonthSpan months) {
  static constexpr Outcome kinds[] = {Outcome::Product, Outcome::Secondary, Outcome::Energy,
                                      Outcome::Waste,   Outcome::Loss,      Outcome::Residue};
  std::vector<MaterialMonths> materials;
  for (const Outcome outcome : kinds) {
    MaterialMonths made{std::string(keyOf(outcome)), {}};
    bool any = false;
    for (Month month = months.first; month < months.last; ++month.index) {
      const OutcomeSum sum = loads.ledger.outcomeSum(outcome, month, Month{month.index + 1});
      any = any || sum.plantSays != Mass() || sum.found != Mass();
      made.months.push_back(
          {month, sum.plantSays, sum.found,
           expanded(sum.errors.variance(loads.instruments), plan.coverageFactorMilli)});
    }
    if (any) materials.push_back(std::move(made));
  }
  return materials;
}

}  // namespace

BalanceSlices balanceSlices(const Reconciliation& reconciliation, const AuditPlan& plan,
                            const std::vector<ClaimVerdict>& claims) {
  BalanceSlices slices;
  const MonthSpan months = reconciliation.books.months();
  if (!reconciliation.balances.whole.applicable || months.empty()) return slices;
  slices.materials = materialsOf(reconciliation.loads, plan, months);
  for (const Span& span : spansOf(months.first, months.last, claims)) {
    slices.periods.push_back({span.kind, span.first, span.last,
                              balanceOf({span.first, span.last}, reconciliation, plan)});
  }
  return slices;
}

}  // namespace plumbline
