// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule incomplete_log_row: rows of a summary log that lack a date or a mass, so that they are in no
// record and no sum.
//   received             its day, or its net mass
//   processed, sent_on   its day, or its tonnage
//   exported             day and net mass of its arrival; day of export without tonnage, or the
//                        other way round, and the same overseas: a load may still be on its way
// One finding a log, with every such row counted and the first ones named.
#include <algorithm>

#include "model/checks/incomplete_log_row_facts.h"
#include "model/checks/rule.h"
#include "model/checks/summary_log_book.h"

namespace plumbline {

namespace {

namespace fact = facts::incompleteLogRow;
constexpr std::string_view rule = "incomplete_log_row";
constexpr std::int64_t mostNamed = 20;

struct Gap {
  std::string_view what;  // "date", "mass"
  std::string_view step;  // "received", "processed", "sent_on", "exported", "overseas"
};

std::vector<Gap> gapsOf(const LogLoad& load) {
  std::vector<Gap> gaps;
  const auto need = [&gaps](bool date, bool mass, std::string_view step) {
    if (!date) gaps.push_back({"date", step});
    if (!mass) gaps.push_back({"mass", step});
  };
  if (!load.comesIn()) {
    need(load.date.has_value(), load.tonnage.has_value(), load.kind);
    return gaps;
  }
  need(load.date.has_value(), load.net.has_value(), "received");
  if (load.exported || load.exportedMass) {
    need(load.exported.has_value(), load.exportedMass.has_value(), "exported");
  }
  if (load.overseas || load.overseasMass) {
    need(load.overseas.has_value(), load.overseasMass.has_value(), "overseas");
  }
  return gaps;
}

std::optional<Finding> findingOf(const SummaryLog& log) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::CannotTell;
  finding.group = log.party;
  std::int64_t withoutDate = 0, withoutMass = 0;
  std::string named;
  for (const LogLoad& load : log.loads) {
    const std::vector<Gap> gaps = gapsOf(load);
    if (gaps.empty()) continue;
    const auto lacks = [&gaps](std::string_view what) {
      return std::any_of(gaps.begin(), gaps.end(),
                         [&](const Gap& gap) { return gap.what == what; });
    };
    withoutDate += lacks("date") ? 1 : 0;
    withoutMass += lacks("mass") ? 1 : 0;
    if (finding.rowCount++ >= mostNamed) continue;
    named += (named.empty() ? "" : ", ") + load.rowId;
  }
  if (finding.rowCount == 0) return std::nullopt;
  finding.facts = {fact::rows(finding.rowCount),
                   fact::of(static_cast<std::int64_t>(log.loads.size())),
                   fact::named(named),
                   fact::unnamed(std::max<std::int64_t>(0, finding.rowCount - mostNamed)),
                   fact::withoutDate(withoutDate),
                   fact::withoutMass(withoutMass),
                   fact::party(log.party)};
  return finding;
}

Result<CheckOutcome> check(const CheckInput& /*input*/, const std::vector<SummaryLog>& logs) {
  std::vector<Finding> findings;
  for (const SummaryLog& log : logs) {
    if (auto finding = findingOf(log)) findings.push_back(std::move(*finding));
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule incompleteLogRow{
    .id = rule,
    .number = "L6",
    .kind = RuleKind::Fact,
    .source = "UK packaging EPR: fields of a summary log, template V5 (DEFRA/epr-backend)",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
