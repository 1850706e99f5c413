// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/gap_guard.h"

#include <algorithm>
#include <array>
#include <limits>

namespace plumbline {
namespace {

/// What has to be whole before a rule may say that something is absent.
struct Needs {
  std::string_view rule;
  std::set<Table> tables;
  bool atItsTime = false;  // else at any time: the rule adds up over all of it
};

const std::array<Needs, 9>& allNeeds() {
  const std::set<Table> balance = {Table::Materials, Table::Intakes,   Table::Flows,
                                   Table::Stocks,    Table::Shipments, Table::Receipts};
  static const std::array<Needs, 9> needs = {
      Needs{"missing_receipt", {Table::Receipts}, true},
      Needs{"ghost_receipt", {Table::Shipments}, true},
      Needs{"negative_running_stock", balance},
      Needs{"unaccounted_mass", balance},
      Needs{"unexplained_gain", balance},
      Needs{"loss_over_time", balance},
      Needs{"gain_over_time", balance},
      Needs{"gross_error", balance},
      Needs{"scheduler_favours_commercial", {Table::Jobs}}};
  return needs;
}

bool hasGap(const CheckInput& input, const Needs& needs, const Finding& finding) {
  const GapBook& gaps = input.reconciliation.books.gaps;
  if (!needs.atItsTime || finding.time == Timestamp()) {
    return gaps.touches(needs.tables,
                        Timestamp::milliseconds(std::numeric_limits<std::int64_t>::min()),
                        Timestamp::milliseconds(std::numeric_limits<std::int64_t>::max()));
  }
  const std::int64_t around = input.plan.receiptDeadlineDays * millisecondsPerDay;
  const std::int64_t at = finding.time.inMilliseconds();
  return gaps.touches(needs.tables, Timestamp::milliseconds(at - around),
                      Timestamp::milliseconds(at + around));
}

}  // namespace

void holdBackAtGaps(const CheckInput& input, std::vector<Finding>& findings) {
  if (input.reconciliation.books.gaps.gaps().empty()) return;
  for (Finding& finding : findings) {
    const auto& all = allNeeds();
    const auto needs = std::find_if(all.begin(), all.end(), [&](const Needs& each) {
      return each.rule == finding.rule;
    });
    if (needs == all.end() || finding.severity == Severity::CannotTell) continue;
    if (!hasGap(input, *needs, finding)) continue;
    finding.severity = Severity::CannotTell;
    finding.facts.set("gap", std::int64_t{1});
  }
}

}  // namespace plumbline
