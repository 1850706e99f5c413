// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/balance_tests.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/statistics/multiple_testing.h"

namespace plumbline {
namespace {

constexpr double power95 = 1.645;  // one-sided: a loss is missed once in 20 times

double twoSided(double z) {
  return std::erfc(std::abs(z) / std::sqrt(2.0));
}

double sigmaOf(const PeriodBalance& balance) {
  return std::sqrt(static_cast<double>(balance.variance));
}

/// NaN where there is nothing to test: a variance of zero cannot be told from a wrong one.
double pOf(const PeriodBalance& balance) {
  if (!balance.known || balance.variance == 0) return std::numeric_limits<double>::quiet_NaN();
  return twoSided(static_cast<double>(balance.excess().inGrams()) / sigmaOf(balance));
}

double alphaOf(const AuditPlan& plan) {
  return static_cast<double>(plan.accusationAlphaPpm) / 1e6;
}

Mass materialOf(const PeriodBalance& balance, const AuditPlan& plan) {
  return Mass::grams(millionths(balance.input().inGrams(), plan.materialityPpm));
}

/// z with P(|Z| > z) = p, by halving.
double criticalDeviation(double p) {
  double low = 0;
  double high = 40;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    (twoSided(middle) > p ? low : high) = middle;
  }
  return high;
}

/// With one plant its balance is that of all plants.
int testedParty(const PublicationBook& publications, int party) {
  int plants = 0;
  const auto parties = static_cast<int>(publications.parties().size());
  for (int i = 0; i < parties; ++i) plants += publications.isPlant(i) ? 1 : 0;
  return plants == 1 && party >= 0 && publications.isPlant(party) ? -1 : party;
}

BalanceTest& entry(std::vector<BalanceTest>& tests, const Books& books, const Loads& loads,
                   int party, Timestamp start, Timestamp end) {
  for (BalanceTest& test : tests) {
    if (test.party == party && test.start == start && test.end == end) return test;
  }
  BalanceTest test;
  test.party = party;
  test.start = start;
  test.end = end;
  test.balance = PeriodBalance::of(books, loads, party, start, end);
  tests.push_back(std::move(test));
  return tests.back();
}

}  // namespace

Timestamp endOfClaim(Timestamp last) {
  return Timestamp::milliseconds((dayOf(last) + 1) * millisecondsPerDay);
}

std::vector<BalanceTest> balanceTests(const Books& books, const Loads& loads, const AuditPlan& plan,
                                      const std::vector<ClaimPeriod>& claims) {
  const auto range = balancedMonths(books, loads, books.months());
  std::vector<BalanceTest> tests;
  if (!range) return tests;
  const auto [first, last] = *range;
  entry(tests, books, loads, -1, first.start(), last.start()).whole = true;
  for (Month month = first; month < last; ++month.index) {
    entry(tests, books, loads, -1, month.start(), month.end()).month = true;
  }
  for (const ClaimPeriod& claim : claims) {
    const int party = testedParty(books.publications, claim.party);
    entry(tests, books, loads, party, claim.start, claim.end).claim = true;
  }
  std::vector<double> p;
  for (const BalanceTest& test : tests) p.push_back(pOf(test.balance));
  const std::vector<double> adjusted = holm(p);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    if (std::isnan(adjusted[i])) continue;
    tests[i].adjusted = adjusted[i];
    tests[i].accuses = adjusted[i] < alphaOf(plan) &&
                       tests[i].balance.excess().abs() > materialOf(tests[i].balance, plan);
  }
  return tests;
}

const BalanceTest* findTest(const std::vector<BalanceTest>& tests,
                            const PublicationBook& publications, int party, Timestamp start,
                            Timestamp end) {
  const int tested = testedParty(publications, party);
  const auto found = std::find_if(tests.begin(), tests.end(), [&](const BalanceTest& test) {
    return test.party == tested && test.start == start && test.end == end;
  });
  return found == tests.end() ? nullptr : &*found;
}

std::size_t testsMade(const std::vector<BalanceTest>& tests) {
  return static_cast<std::size_t>(
      std::count_if(tests.begin(), tests.end(),
                    [](const BalanceTest& test) { return !std::isnan(pOf(test.balance)); }));
}

bool accusesAt(Mass excess, const PeriodBalance& balance, const AuditPlan& plan,
               std::size_t tests) {
  if (!balance.known || balance.variance == 0) return false;
  const double p = twoSided(static_cast<double>(excess.inGrams()) / sigmaOf(balance));
  return p * static_cast<double>(tests) < alphaOf(plan) && excess.abs() > materialOf(balance, plan);
}

Mass detectableLoss(const PeriodBalance& balance, const AuditPlan& plan, std::size_t tests) {
  const double sigma = sigmaOf(balance);
  const double z =
      criticalDeviation(alphaOf(plan) / static_cast<double>(std::max<std::size_t>(tests, 1)));
  const double needed =
      std::max(z * sigma, static_cast<double>(materialOf(balance, plan).inGrams()));
  const double grams = needed + power95 * sigma;
  constexpr double most = 9.0e18;  // below 2^63
  return Mass::grams(grams < most ? std::llround(grams) : std::numeric_limits<std::int64_t>::max());
}

}  // namespace plumbline
