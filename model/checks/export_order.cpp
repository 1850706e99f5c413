// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule export_order: the dates of an exported load cannot all be right.
//   exported_before_received   left the country before it came to the exporter
//   overseas_before_export     arrived overseas before it left
//   overseas_same_day          arrived overseas on the day it left
//   back_before_arrival        came back refused before it arrived
// A conflict within the exporter's own row, the same day alone a look; a mistyped date is the first
// harmless cause.
#include <algorithm>

#include "model/checks/export_order_facts.h"
#include "model/checks/rule.h"
#include "model/checks/summary_log_book.h"

namespace plumbline {

namespace {

namespace fact = facts::exportOrder;
constexpr std::string_view rule = "export_order";

struct OutOfOrder {
  std::string_view what;
  Timestamp left, right;
};

std::vector<OutOfOrder> outOfOrder(const LogLoad& load) {
  std::vector<OutOfOrder> found;
  if (load.date && load.exported && *load.exported < *load.date) {
    found.push_back({"exported_before_received", *load.date, *load.exported});
  }
  if (load.exported && load.overseas && *load.overseas <= *load.exported) {
    const bool sameDay = *load.overseas == *load.exported;
    found.push_back(
        {sameDay ? "overseas_same_day" : "overseas_before_export", *load.exported, *load.overseas});
  }
  if (load.overseas && load.repatriated && *load.repatriated < *load.overseas) {
    found.push_back({"back_before_arrival", *load.overseas, *load.repatriated});
  }
  return found;
}

Result<Finding> findingOf(const CheckInput& input, const SummaryLog& log, const LogLoad& load,
                          const std::vector<OutOfOrder>& order) {
  Finding finding;
  finding.rule = rule;
  // Between neighbours, such as Northern Ireland and Ireland, a load arrives the day it leaves.
  const bool onlySameDay = std::all_of(order.begin(), order.end(), [](const OutOfOrder& pair) {
    return pair.what == "overseas_same_day";
  });
  finding.severity = onlySameDay ? Severity::Look : Severity::Conflict;
  finding.group = log.party;
  finding.amount = load.exportedMass ? massOf(*load.exportedMass) : Mass();
  finding.time = order.front().left;
  finding.rowCount = 1;
  fact::row.set(finding, load.rowId);
  fact::what.set(finding, std::string(order.front().what));
  if (load.date) fact::received.set(finding, *load.date);
  if (load.exported) fact::exported.set(finding, *load.exported);
  if (load.overseas) fact::overseas.set(finding, *load.overseas);
  if (load.repatriated) fact::back.set(finding, *load.repatriated);
  for (const OutOfOrder& pair : order) {
    finding.comparison.push_back(
        {std::string(pair.what), pair.left.dateText(), pair.right.dateText(), true});
  }
  for (const Table table : {Table::Intakes, Table::Shipments, Table::Receipts}) {
    PLUMBLINE_TRY(record, recordOf(input.database, log, table, load.rowId));
    if (record) finding.records.push_back(*record);
  }
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input, const std::vector<SummaryLog>& logs) {
  std::vector<Finding> findings;
  for (const SummaryLog& log : logs) {
    for (const LogLoad& load : log.loads) {
      const auto order = outOfOrder(load);
      if (order.empty()) continue;
      PLUMBLINE_TRY(finding, findingOf(input, log, load, order));
      findings.push_back(std::move(finding));
    }
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule exportOrder{
    .id = rule,
    .number = "L3",
    .kind = RuleKind::Fact,
    .source = "UK packaging EPR: dates of an exported load; own rule",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
