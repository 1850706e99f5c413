// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule export_mass_grows: in one row of an exporter's log
//   exported_over_received   more was exported than had come in for export
//   overseas_over_exported   more arrived overseas than was exported
// by more than the tolerance profile of the audit plan. The other way round says little: the rest
// may follow, or the overseas figure counts only what passed through an interim site.
#include "model/checks/export_mass_grows_facts.h"
#include "model/checks/rule.h"
#include "model/checks/summary_log_book.h"

namespace plumbline {

namespace {

namespace fact = facts::exportMassGrows;
constexpr std::string_view rule = "export_mass_grows";
constexpr std::int64_t million = 1'000'000;

struct Growth {
  std::string_view what;
  Mass before, after;
};

// True where `after` is more than `before` and the tolerance; divided first, so that no product
// leaves 64 bits.
bool grows(Mass before, Mass after, std::int64_t ppm) {
  const std::int64_t grams = before.inGrams();
  const Mass allowed = Mass::grams(grams / million * ppm + grams % million * ppm / million);
  return after > before + allowed;
}

std::vector<Growth> growths(const LogLoad& load, std::int64_t ppm) {
  std::vector<Growth> found;
  const auto compare = [&](std::string_view what, const std::optional<std::int64_t>& before,
                           const std::optional<std::int64_t>& after) {
    if (before && after && grows(massOf(*before), massOf(*after), ppm)) {
      found.push_back({what, massOf(*before), massOf(*after)});
    }
  };
  compare("exported_over_received", load.tonnage, load.exportedMass);
  compare("overseas_over_exported", load.exportedMass, load.overseasMass);
  return found;
}

Result<Finding> findingOf(const CheckInput& input, const SummaryLog& log, const LogLoad& load,
                          const std::vector<Growth>& growth) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::Conflict;
  finding.group = log.party;
  finding.time = load.exported.value_or(Timestamp());
  finding.rowCount = 1;
  finding.facts = {fact::row(load.rowId),
                   fact::what(std::string(growth.front().what)),
                   fact::tolerancePpm(Ppm{input.plan.tolerance().bulkPartsPerMillion}),
                   fact::profile(input.plan.toleranceProfile)};
  if (load.tonnage) fact::received.set(finding, massOf(*load.tonnage));
  if (load.exportedMass) fact::exported.set(finding, massOf(*load.exportedMass));
  if (load.overseasMass) fact::overseas.set(finding, massOf(*load.overseasMass));
  for (const Growth& step : growth) {
    finding.amount = std::max(finding.amount, step.after - step.before);
    finding.comparison.push_back({std::string(step.what), step.before.kilogramText() + " kg",
                                  step.after.kilogramText() + " kg", true});
  }
  for (const Table table : {Table::Intakes, Table::Shipments, Table::Receipts}) {
    PLUMBLINE_TRY(record, recordOf(input.database, log, table, load.rowId));
    if (record) finding.records.push_back(*record);
  }
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input, const std::vector<SummaryLog>& logs) {
  const std::int64_t ppm = input.plan.tolerance().bulkPartsPerMillion;
  std::vector<Finding> findings;
  for (const SummaryLog& log : logs) {
    for (const LogLoad& load : log.loads) {
      if (load.kind != "exported") continue;
      const auto growth = growths(load, ppm);
      if (growth.empty()) continue;
      PLUMBLINE_TRY(finding, findingOf(input, log, load, growth));
      findings.push_back(std::move(finding));
    }
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule exportMassGrows{
    .id = rule,
    .number = "L4",
    .kind = RuleKind::Fact,
    .source = "UK packaging EPR: masses of an exported load; tolerance profile of the audit plan",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
