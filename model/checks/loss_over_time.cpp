// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A loss that goes on, month after month, each too small to stand out: Page's test of the balance
// over time (balance/loss_series.h). It looks at the same balance as unaccounted_mass, only at
// its course, and its rate of false alarms is a fixed one over all series: it is told as worth a
// look, and never accuses.

#include "model/checks/loss_over_time_facts.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::lossOverTime;

Finding makeFinding(const CheckInput& input, const LossSeries& series, const PageAlarm& alarm,
                    std::string_view rule) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::Look;
  finding.group = series.partyName.empty() ? "all" : series.partyName;
  if (!series.material.empty()) finding.group += ": " + series.material;
  finding.amount = alarm.amount.abs();
  finding.uncertainty =
      expanded(squaredGrams(alarm.uncertainty.inGrams()), input.plan.coverageFactorMilli);
  finding.time = alarm.since.start();
  finding.rowCount =
      input.reconciliation.loads.records();
  finding.facts = {fact::from(alarm.since.start()),
                   fact::until(alarm.until.start()),
                   fact::alpha(Ppm{lossBudgetPpm}),
                   fact::periods(static_cast<std::int64_t>(series.periods.size())),
                   fact::detectable(series.detectable)};
  if (!series.partyName.empty()) fact::party.set(finding, series.partyName);
  if (!series.material.empty()) fact::material.set(finding, series.materialName);
  return finding;
}

bool isMaterial(const CheckInput& input, const PageAlarm& alarm) {
  return alarm.amount.abs().inGrams() >
         millionths(alarm.input.inGrams(), input.plan.materialityPpm);
}

Result<CheckOutcome> check(const CheckInput& input) {
  const std::vector<LossSeries>& all = input.reconciliation.balances.lossSeries;
  if (all.empty()) return CheckOutcome::cannotTell(rules::lossOverTime.id, input.reconciliation.balances.whole.whyNot);
  if (!all.front().whyNot.empty()) return CheckOutcome::cannotTell(rules::lossOverTime.id, all.front().whyNot);
  if (all.front().periods.size() < 2) return CheckOutcome::cannotTell(rules::lossOverTime.id, "one_period");
  std::vector<Finding> found;
  for (const LossSeries& series : all) {
    if (series.lossAlarm && isMaterial(input, *series.lossAlarm)) {
      found.push_back(makeFinding(input, series, *series.lossAlarm, rules::lossOverTime.id));
    }
    if (series.gainAlarm && isMaterial(input, *series.gainAlarm)) {
      found.push_back(makeFinding(input, series, *series.gainAlarm, rules::gainOverTime.id));
    }
  }
  return CheckOutcome::found(std::move(found));
}

}  // namespace

namespace rules {

extern constinit const Rule lossOverTime{
    .id = "loss_over_time",
    .number = "F23",
    .kind = RuleKind::Statistic,
    .source = "IAEA material accountancy (SITMUF); Page, Biometrika 41 (1954)",
    .facts = fact::all,
    .check = check,
    .needs = {balanceTables}};

}  // namespace rules

}  // namespace plumbline
