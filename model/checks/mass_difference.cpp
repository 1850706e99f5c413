// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_checks.h"
#include "model/checks/mass_difference_facts.h"
#include "model/checks/receiver_habit.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::massDifference;

Result<CheckOutcome> check(const CheckInput& input) {
  const std::int64_t ppm = input.plan.tolerance().bulkPartsPerMillion;
  const auto refine = [&input, ppm](const LoadException& load, Finding& finding) {
    fact::tolerance.set(finding, load.tolerance);
    fact::tolerancePpm.set(finding, Ppm{ppm});
    fact::profile.set(finding, input.plan.toleranceProfile);
    if (load.shipped > Mass()) {
      fact::differencePpm.set(
          finding, Ppm{scaled(load.amount.inGrams(), 1'000'000, load.shipped.inGrams())});
    }
  };
  const auto pieces = [](const LoadException&, Finding& finding) {
    fact::pieces.set(finding, std::int64_t{1});
  };
  PLUMBLINE_TRY(habits, ReceiverHabits::load(input));
  const auto skip = [&habits](const LoadException& load, const Consignee& consignee) {
    return habits.explains(load, consignee);
  };
  PLUMBLINE_TRY(outcome, compareLoads(input, {{LoadKind::MassDiffers, rules::massDifference.id,
                                               Severity::Conflict, refine, skip},
                                              {LoadKind::PiecesDiffer, rules::massDifference.id,
                                               Severity::Conflict, pieces}}));
  std::vector<Finding> told = habits.findings();
  if (told.empty()) return outcome;
  std::move(told.begin(), told.end(), std::back_inserter(outcome.findings));
  return CheckOutcome::found(std::move(outcome.findings));
}

}  // namespace

namespace rules {

extern constinit const Rule massDifference{
    .id = "mass_difference",
    .number = "F2",
    .kind = RuleKind::Fact,
    .source = "40 CFR 264.72(b); tolerance profile of the audit plan",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
