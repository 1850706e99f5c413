// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule totals_one_sided: one party declares a total with another, which published its totals of that
// time, names its partners in them, and does not name this one. Cannot tell where it has rows without a
// partner that are large enough to be these.
#include "model/checks/rule.h"
#include "model/checks/totals_facts.h"
#include "model/checks/totals_findings.h"

namespace plumbline {
namespace {

constexpr std::string_view rule = "totals_one_sided";

bool isOneSided(const TotalsPair& pair) {
  const bool one = pair.result == TotalsResult::SenderOnly || pair.result == TotalsResult::ReceiverOnly;
  return one && pair.kind == TotalsKind::Partners && pair.gap != 0 && !pair.isSelf();
}

Result<CheckOutcome> check(const CheckInput& input, const TotalsComparison& totals) {
  return toldPairs(rule, input, totals, isOneSided);
}

}  // namespace

namespace rules {

extern constinit const Rule totalsOneSided{
    .id = rule,
    .number = "T2",
    .kind = RuleKind::Fact,
    .source = "own rule: what one party declares is held against what the other declares",
    .facts = facts::totals::pair::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
