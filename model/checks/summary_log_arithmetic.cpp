// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule summary_log_arithmetic: the two sums that the regulator's own validator makes of a received
// load (DEFRA/epr-backend, src/domain/summary-logs/table-schemas/.../validators), tolerance 1e-9 t:
//   NET     = GROSS - TARE - PALLET
//   TONNAGE = (NET - NON_TARGET) x 0.9985 if baling wire x PROPORTION
// 0.9985 takes 0.15 % off for the wire of bales. Computed in whole micrograms, so the tolerance is
// met exactly on every machine; the validator computes with doubles.
//
// A difference that rounding by hand to two decimals of a tonne explains is only worth a look.
#include <boost/multiprecision/cpp_int.hpp>

#include "model/checks/rule.h"
#include "model/checks/summary_log_arithmetic_facts.h"
#include "model/checks/summary_log_book.h"

namespace plumbline {

namespace {

namespace fact = facts::summaryLogArithmetic;
using boost::multiprecision::int128_t;

constexpr std::string_view rule = "summary_log_arithmetic";
constexpr std::int64_t toleranceMicrograms = 1'000;             // 1e-9 t = 1 mg
constexpr std::int64_t handRoundingMicrograms = 5'000'000'000;  // 0.005 t
constexpr std::int64_t wireNumerator = 9'985;
constexpr std::int64_t wireDenominator = 10'000;
constexpr std::int64_t wholeProportion = 1'000'000'000'000;

struct Sum {
  std::string_view what;  // "net", "tonnage"
  std::int64_t stated = 0;
  std::int64_t computed = 0;
  [[nodiscard]] std::int64_t difference() const {
    return stated < computed ? computed - stated : stated - computed;
  }
};

std::optional<Sum> netSum(const LogLoad& load) {
  if (!load.gross || !load.tare || !load.pallet || !load.net) return std::nullopt;
  return Sum{"net", *load.net, *load.gross - *load.tare - *load.pallet};
}

std::optional<Sum> tonnageSum(const LogLoad& load) {
  if (!load.net || !load.nonTarget || !load.balingWire || !load.proportion || !load.tonnage) {
    return std::nullopt;
  }
  int128_t value = *load.net - *load.nonTarget;
  value *= *load.proportion;
  int128_t divisor = wholeProportion;
  if (*load.balingWire) {
    value *= wireNumerator;
    divisor *= wireDenominator;
  }
  const int128_t half = value < 0 ? int128_t(-divisor / 2) : int128_t(divisor / 2);
  return Sum{"tonnage", *load.tonnage, static_cast<std::int64_t>((value + half) / divisor)};
}

Result<Finding> findingOf(const CheckInput& input, const SummaryLog& log, const LogLoad& load,
                          const std::vector<Sum>& sums) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::Look;
  finding.group = log.party;
  finding.time = load.date.value_or(Timestamp());
  finding.rowCount = 1;
  fact::row.set(finding, load.rowId);
  for (const Sum& sum : sums) {
    if (sum.difference() > handRoundingMicrograms) finding.severity = Severity::Conflict;
    finding.amount = std::max(finding.amount, massOf(sum.difference()));
    const std::string name(sum.what);
    finding.facts.set(name + "_stated", massOf(sum.stated));
    finding.facts.set(name + "_computed", massOf(sum.computed));
    // Tonnes with all decimals: a difference of milligrams does not show in grams.
    finding.comparison.push_back(
        {name, formatFixed(sum.stated, 12) + " t", formatFixed(sum.computed, 12) + " t", true});
  }
  PLUMBLINE_TRY(record, recordOf(input.database, log, Table::Intakes, load.rowId));
  if (record) {
    finding.records.push_back(*record);
  } else {
    finding.group += ", row " + load.rowId;  // keeps the identities of two such rows apart
  }
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input, const std::vector<SummaryLog>& logs) {
  std::vector<Finding> findings;
  for (const SummaryLog& log : logs) {
    for (const LogLoad& load : log.loads) {
      std::vector<Sum> sums;
      for (const auto& sum : {netSum(load), tonnageSum(load)}) {
        if (sum && sum->difference() > toleranceMicrograms) sums.push_back(*sum);
      }
      if (sums.empty()) continue;
      PLUMBLINE_TRY(finding, findingOf(input, log, load, sums));
      findings.push_back(std::move(finding));
    }
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule summaryLogArithmetic{
    .id = rule,
    .number = "L5",
    .kind = RuleKind::Fact,
    .source = "UK packaging EPR: validator of received loads, 1e-9 t (DEFRA/epr-backend)",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
