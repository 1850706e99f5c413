// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/gap_guard.h"

#include <limits>

#include "model/checks/rule.h"

namespace plumbline {
namespace {

bool hasGap(const CheckInput& input, const RuleNeeds& needs, const Finding& finding) {
  const GapBook& gaps = input.reconciliation.books.gaps;
  const std::set<Table> tables(needs.tables.begin(), needs.tables.end());
  if (!needs.atItsTime || finding.time == Timestamp()) {
    return gaps.touches(tables, Timestamp::milliseconds(std::numeric_limits<std::int64_t>::min()),
                        Timestamp::milliseconds(std::numeric_limits<std::int64_t>::max()));
  }
  const std::int64_t around = input.plan.receiptDeadlineDays * millisecondsPerDay;
  const std::int64_t at = finding.time.inMilliseconds();
  return gaps.touches(tables, Timestamp::milliseconds(at - around),
                      Timestamp::milliseconds(at + around));
}

}  // namespace

void holdBackAtGaps(const CheckInput& input, std::vector<Finding>& findings) {
  if (input.reconciliation.books.gaps.gaps().empty()) return;
  for (Finding& finding : findings) {
    const Rule* const rule = findRule(finding.rule);
    if (rule == nullptr || rule->needs.tables.empty()) continue;
    if (finding.severity == Severity::CannotTell) continue;
    if (!hasGap(input, rule->needs, finding)) continue;
    finding.severity = Severity::CannotTell;
    facts::gap.set(finding, 1);
  }
}

}  // namespace plumbline
