// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A loss that goes on, month after month, each too small to stand out: Page's test of the balance
// over time (balance/loss_series.h). It looks at the same balance as unaccounted_mass, only at
// its course, and its rate of false alarms is a fixed one over all series: it is told as worth a
// look, and never accuses.

#include "model/checks/checks.h"

namespace plumbline {
namespace {

Finding makeFinding(const CheckInput& input, const LossSeries& series, const PageAlarm& alarm,
                    const char* rule) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::Look;
  finding.group = series.partyName.empty() ? "all" : series.partyName;
  if (!series.material.empty()) finding.group += ": " + series.material;
  finding.amount = alarm.amount.abs();
  finding.uncertainty =
      expanded(squaredGrams(alarm.uncertainty.inGrams()), input.plan.coverageFactorMilli);
  finding.time = alarm.since.start();
  finding.rowCount = input.reconciliation.loads.records();
  finding.facts = {{"from", alarm.since.start()},
                   {"until", alarm.until.start()},
                   {"alpha", Ppm{lossBudgetPpm}},
                   {"periods", static_cast<std::int64_t>(series.periods.size())},
                   {"detectable", series.detectable}};
  if (!series.partyName.empty()) finding.facts.set("party", series.partyName);
  if (!series.material.empty()) finding.facts.set("material", series.materialName);
  return finding;
}

bool isMaterial(const CheckInput& input, const PageAlarm& alarm) {
  return alarm.amount.abs().inGrams() >
         millionths(alarm.input.inGrams(), input.plan.materialityPpm);
}

}  // namespace

Result<CheckOutcome> checkLossOverTime(const CheckInput& input) {
  constexpr std::string_view rule = "loss_over_time";
  const std::vector<LossSeries>& all = input.reconciliation.balances.lossSeries;
  if (all.empty())
    return CheckOutcome::cannotTell(rule, input.reconciliation.balances.whole.whyNot);
  if (!all.front().whyNot.empty()) return CheckOutcome::cannotTell(rule, all.front().whyNot);
  if (all.front().periods.size() < 2) return CheckOutcome::cannotTell(rule, "one_period");
  std::vector<Finding> found;
  for (const LossSeries& series : all) {
    if (series.lossAlarm && isMaterial(input, *series.lossAlarm)) {
      found.push_back(makeFinding(input, series, *series.lossAlarm, "loss_over_time"));
    }
    if (series.gainAlarm && isMaterial(input, *series.gainAlarm)) {
      found.push_back(makeFinding(input, series, *series.gainAlarm, "gain_over_time"));
    }
  }
  return CheckOutcome::found(std::move(found));
}

}  // namespace plumbline
