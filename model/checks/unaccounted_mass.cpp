// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mass nobody wrote anything about: the material unaccounted for (MUF) without the loads whose
// receipt is missing, which have a rule of their own, and without what may have gone a way that
// nobody wrote down. The tests are those of balance/balance_tests.h. Months are only screened:
// their family is the months, their rate the share of false looks (Benjamini and Yekutieli 2001,
// because neighbouring months share a stock survey and lean opposite ways).

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/checks/rule_list.h"
#include "model/checks/unaccounted_mass_facts.h"
#include "model/statistics/multiple_testing.h"
#include "model/statistics/tails.h"

namespace plumbline {
namespace {

namespace fact = facts::unaccountedMass;
constexpr std::int64_t screeningPpm = 100'000;  // of all looks that are told, so many are false

/// A month alone is only worth a look: its surveys and its loads need not end on one day.
Severity severityOf(const BalanceTest& test) {
  if (!test.whole && !test.claim) return Severity::Look;
  return test.balance.excess() > Mass() ? Severity::Contradiction : Severity::Conflict;
}

std::string groupOf(const CheckInput& input, const BalanceTest& test) {
  if (test.whole) return "all";
  if (test.month) return Month::of(test.start).text();
  const auto& parties = input.reconciliation.books.publications.parties();
  const std::string party =
      test.party < 0 ? std::string() : parties[static_cast<std::size_t>(test.party)].id + " ";
  return party + test.start.dateText() + " " + test.end.dateText();
}

/// How the significance of a test was reckoned.
struct Level {
  double adjusted = 1;
  std::int64_t alphaPpm = 0;
  std::size_t tests = 0;  // of the family
  double scatter = 1;     // all errors are counted as so many times what is stated
};

Finding makeFinding(const CheckInput& input, const BalanceTest& test, const Level& level) {
  const PeriodBalance& balance = test.balance;
  Finding finding;
  finding.rule = balance.excess() > Mass() ? rules::unaccountedMass.id : rules::unexplainedGain.id;
  finding.severity = severityOf(test);
  finding.group = groupOf(input, test);
  finding.amount = balance.excess().abs();
  const Mass stated = expanded(balance.variance, input.plan.coverageFactorMilli);
  finding.uncertainty =
      Mass::grams(std::llround(level.scatter * static_cast<double>(stated.inGrams())));
  finding.time = test.start;
  finding.rowCount =
      input.reconciliation.loads.records();
  finding.facts = {fact::from(test.start),
                   fact::until(test.end),
                   fact::unaccounted(balance.muf),
                   fact::missing(balance.flows.missing),
                   fact::open(balance.flows.openEnds + balance.water),
                   fact::input(balance.input()),
                   fact::p(Ppm{std::llround(level.adjusted * 1e6)}),
                   fact::alpha(Ppm{level.alphaPpm}),
                   fact::tests(static_cast<std::int64_t>(level.tests)),
                   fact::detectable(detectableLoss(balance, input.plan, level.tests))};
  return finding;
}

/// The whole time, and the periods of claims that say worse of it.
std::vector<Finding> accusations(const CheckInput& input) {
  const std::vector<BalanceTest>& tests = input.reconciliation.balances.tests;
  std::vector<Finding> found;
  for (const BalanceTest& test : tests) {
    if (!test.accuses || (!test.whole && !test.claim)) continue;
    const bool told = !found.empty() && found.front().group == "all" &&
                      found.front().severity <= severityOf(test);
    if (told) continue;
    found.push_back(
        makeFinding(input, test, {test.adjusted, input.plan.accusationAlphaPpm, testsMade(tests)}));
  }
  return found;
}

bool isMaterial(const CheckInput& input, const PeriodBalance& balance) {
  return balance.excess().abs().inGrams() >
         millionths(balance.input().inGrams(), input.plan.materialityPpm);
}

/// How much more the months scatter than the stated errors allow: surveys, above all, may be worse
/// than somebody thinks.
double scatterOfMonths(const Reconciliation& reconciliation) {
  return reconciliation.balances.lossSeries.empty()
             ? 1
             : static_cast<double>(reconciliation.balances.lossSeries.front().scatterMilli) / 1e3;
}

/// Months that stand out among the months.
std::vector<Finding> looks(const CheckInput& input) {
  const double scatter = scatterOfMonths(input.reconciliation);
  std::vector<const BalanceTest*> months;
  std::vector<double> p;
  for (const BalanceTest& test : input.reconciliation.balances.tests) {
    if (!test.month || test.whole || test.claim) continue;
    const PeriodBalance& balance = test.balance;
    const bool tested = balance.known && balance.variance > 0;
    const double z = static_cast<double>(balance.excess().abs().inGrams()) /
                     (scatter * std::sqrt(static_cast<double>(balance.variance)));
    months.push_back(&test);
    p.push_back(tested ? 2 * normalUpperTail(z) : std::numeric_limits<double>::quiet_NaN());
  }
  const std::vector<double> adjusted = benjaminiYekutieli(p);
  const auto made = static_cast<std::size_t>(
      std::count_if(p.begin(), p.end(), [](double value) { return !std::isnan(value); }));
  std::vector<Finding> found;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (!(adjusted[i] * 1e6 < screeningPpm) || !isMaterial(input, months[i]->balance)) continue;
    found.push_back(makeFinding(input, *months[i], {adjusted[i], screeningPpm, made, scatter}));
  }
  return found;
}

CheckOutcome withoutAccusation(const CheckInput& input) {
  const std::vector<BalanceTest>& tests = input.reconciliation.balances.tests;
  const PeriodBalance& whole = tests.front().balance;
  if (accusesAt(whole.unexplained(), whole, input.plan, testsMade(tests))) {
    return CheckOutcome::cannotTell(
        rules::unaccountedMass.id, whole.water > whole.flows.openEnds ? "water_on_the_way" : "open_ends",
        {fact::unaccounted(whole.unexplained()),
         fact::open(whole.flows.openEnds + whole.water)});
  }
  const Mass detectable = detectableLoss(whole, input.plan, testsMade(tests));
  // Whatever the errors, what is not material is not looked for.
  const Mass material = Mass::grams(millionths(whole.input().inGrams(), input.plan.materialityPpm));
  if (detectable <= material + material) return {};
  return CheckOutcome::cannotTell(rules::unaccountedMass.id, "small_losses_unseen",
                                  {fact::detectable(detectable), fact::input(whole.input())});
}

Result<CheckOutcome> check(const CheckInput& input) {
  if (input.reconciliation.balances.tests.empty()) {
    return CheckOutcome::cannotTell(rules::unaccountedMass.id, input.reconciliation.balances.whole.whyNot);
  }
  std::vector<Finding> found = accusations(input);
  if (found.empty()) found = looks(input);
  return found.empty() ? withoutAccusation(input) : CheckOutcome::found(std::move(found));
}

}  // namespace

namespace rules {

extern constinit const Rule unaccountedMass{
    .id = "unaccounted_mass",
    .number = "F16",
    .kind = RuleKind::Statistic,
    .source = "IAEA material accountancy (MUF); Holm 1979; Benjamini and Yekutieli 2001",
    .facts = fact::all,
    .check = check,
    .needs = {balanceTables}};

}  // namespace rules

}  // namespace plumbline
