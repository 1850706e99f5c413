// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/audit/audit_result.h"
#include "model/audit/record_gaps.h"

namespace plumbline {

void markMonths(AuditResult& audit) {
  const auto mark = [&audit](auto& months) {
    for (auto& each : months) {
      each.incomplete = std::any_of(audit.gaps.begin(), audit.gaps.end(), [&](const RecordGap& gap) {
        return touches(gap, each.month, audit.plan);
      });
    }
  };
  mark(audit.balance.months);
  for (BalancePeriod& period : audit.slices.periods) mark(period.balance.months);
  for (MaterialMonths& material : audit.slices.materials) mark(material.months);
}

}  // namespace plumbline
