// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mass nobody wrote anything about: the material unaccounted for (MUF) without the loads whose
// receipt is missing, which have a rule of their own, and without what may have gone a way that
// nobody wrote down. The tests are those of reconcile/balance_tests.h.

#include <cmath>

#include "model/checks/checks.h"

namespace plumbline {
namespace {

/// A month alone is only worth a look: its surveys and its loads need not end on one day.
Severity severityOf(const BalanceTest& test) {
  if (!test.whole && !test.claim) return Severity::Look;
  return test.balance.excess() > Mass() ? Severity::Contradiction : Severity::Conflict;
}

std::string groupOf(const CheckInput& input, const BalanceTest& test) {
  if (test.whole) return "all";
  if (test.month) return Month::of(test.start).text();
  const auto& parties = input.reconciliation.publications.parties();
  const std::string party =
      test.party < 0 ? std::string() : parties[static_cast<std::size_t>(test.party)].id + " ";
  return party + test.start.dateText() + " " + test.end.dateText();
}

Finding makeFinding(const CheckInput& input, const BalanceTest& test) {
  const PeriodBalance& balance = test.balance;
  const std::size_t tests = testsMade(input.reconciliation.balanceTests);
  Finding finding;
  finding.rule = balance.excess() > Mass() ? "unaccounted_mass" : "unexplained_gain";
  finding.severity = severityOf(test);
  finding.group = groupOf(input, test);
  finding.amount = balance.excess().abs();
  finding.uncertainty = expanded(balance.variance, input.plan.coverageFactorMilli);
  finding.time = test.start;
  finding.rowCount =
      input.reconciliation.intakes + input.reconciliation.shipments + input.reconciliation.receipts;
  finding.facts = {{"from", test.start},
                   {"until", test.end},
                   {"unaccounted", balance.muf},
                   {"missing", balance.flows.missing},
                   {"open", balance.flows.openEnds},
                   {"input", balance.input()},
                   {"p", Ppm{std::llround(test.adjusted * 1e6)}},
                   {"alpha", Ppm{input.plan.accusationAlphaPpm}},
                   {"tests", static_cast<std::int64_t>(tests)},
                   {"detectable", detectableLoss(balance, input.plan, tests)}};
  return finding;
}

/// What accuses most; months only where nothing longer does.
std::vector<Finding> accusations(const CheckInput& input) {
  std::vector<Finding> longer;
  std::vector<Finding> months;
  for (const BalanceTest& test : input.reconciliation.balanceTests) {
    if (!test.accuses) continue;
    const bool told = !longer.empty() && longer.front().group == "all" &&
                      longer.front().severity <= severityOf(test);
    if (told) continue;
    (test.whole || test.claim ? longer : months).push_back(makeFinding(input, test));
  }
  return longer.empty() ? months : longer;
}

CheckOutcome withoutAccusation(const CheckInput& input) {
  const std::vector<BalanceTest>& tests = input.reconciliation.balanceTests;
  const PeriodBalance& whole = tests.front().balance;
  if (accusesAt(whole.unexplained(), whole, input.plan, testsMade(tests))) {
    return CheckOutcome::cannotTell(
        "unaccounted_mass", "open_ends",
        {{"unaccounted", whole.unexplained()}, {"open", whole.flows.openEnds}});
  }
  const Mass detectable = detectableLoss(whole, input.plan, testsMade(tests));
  // Whatever the errors, what is not material is not looked for.
  const Mass material = Mass::grams(millionths(whole.input().inGrams(), input.plan.materialityPpm));
  if (detectable <= material + material) return {};
  return CheckOutcome::cannotTell("unaccounted_mass", "small_losses_unseen",
                                  {{"detectable", detectable}, {"input", whole.input()}});
}

}  // namespace

Result<CheckOutcome> checkUnaccountedMass(const CheckInput& input) {
  if (input.reconciliation.balanceTests.empty()) {
    return CheckOutcome::cannotTell("unaccounted_mass", input.reconciliation.balance.whyNot);
  }
  std::vector<Finding> found = accusations(input);
  return found.empty() ? withoutAccusation(input) : CheckOutcome::found(std::move(found));
}

}  // namespace plumbline
