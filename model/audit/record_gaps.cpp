// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/record_gaps.h"

#include <algorithm>

#include "model/balance/reconciliation.h"
#include "model/checks/load_findings.h"
#include "model/records/plan.h"

namespace plumbline {

std::vector<RecordGap> gapsOf(const Reconciliation& reconciliation) {
  const auto& parties = reconciliation.books.publications.parties();
  std::vector<RecordGap> out;
  for (const Gap& gap : reconciliation.books.gaps.gaps()) {
    if (gap.table && !decisiveTables().contains(*gap.table)) continue;
    // Of an unknown time: of all the time there are records of.
    const Timestamp start = std::max(gap.start, reconciliation.books.start);
    const Timestamp end = std::min(gap.end, reconciliation.books.end);
    if (start >= end) continue;
    out.push_back({parties[static_cast<std::size_t>(gap.party)].shownName(), gap.table, start, end});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool touches(const RecordGap& gap, Month month, const AuditPlan& plan) {
  const auto mayBe = [&gap](Table table) { return !gap.table || gap.table == table; };
  const std::int64_t wait =
      mayBe(Table::Receipts) ? plan.receiptDeadlineDays * millisecondsPerDay : 0;
  const Timestamp end = Timestamp::milliseconds(month.end().inMilliseconds() + wait);
  // What lay there at its beginning was surveyed at the end of the one before.
  const Timestamp start = mayBe(Table::Stocks) ? Month{month.index - 1}.start() : month.start();
  return gap.start < end && start < gap.end;
}

}  // namespace plumbline
