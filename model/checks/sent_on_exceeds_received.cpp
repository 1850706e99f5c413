// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule sent_on_exceeds_received: by the log's own figures more packaging waste has left than came
// in.
//   balance(day) = sum of tonnage received up to the day - sum of tonnage sent on or exported
// Tonnage is the log's figure for UK packaging (TONNAGE_RECEIVED_FOR_RECYCLING or ..._FOR_EXPORT),
// which the regulator credits to a waste balance and from which it takes what is sent on.
//
// In the regulator's test data (reprocessor-on-input-accredited.json) the received rows 1000, 1001,
// 1002 and 1004 have 51.63493125 + 339.98925 + 339.98925 + 13 = 744.61343125 t (row 1003 has no
// weight); the rows sent on, 5000 to 5003, have 50 + 50 + 1000 + 100 = 1200 t.
//
// Each row may be rounded by hand to 0.01 t: 5 kg a row are allowed.
//
// A conflict where the log as a whole ends below zero, a look where the balance was below zero on
// some days only. No contradiction: stock from before the log's first day is not in the log.
#include <algorithm>
#include <map>

#include "model/checks/rule.h"
#include "model/checks/sent_on_exceeds_received_facts.h"
#include "model/checks/summary_log_book.h"

namespace plumbline {

namespace {

namespace fact = facts::sentOnExceedsReceived;
constexpr std::string_view rule = "sent_on_exceeds_received";
constexpr Mass handRounding = Mass::grams(5'000);  // of each row: half of 0.01 t
constexpr std::size_t maxRecords = 50;             // the largest loads are named, all are counted

struct Outgoing {
  Timestamp day;
  Mass mass;
  std::string rowId;
};

struct Day {
  Mass in;
  Mass out;
  std::int64_t rows = 0;
};

struct Movements {
  std::map<Timestamp, Day> days;
  std::vector<Outgoing> outgoing;
  std::int64_t rows = 0;
};

Movements movementsOf(const SummaryLog& log) {
  Movements found;
  for (const LogLoad& load : log.loads) {
    const bool sentOn = load.kind == "sent_on";
    if (load.comesIn() && load.date && load.tonnage) {
      found.days[*load.date].in += massOf(*load.tonnage);
      ++found.days[*load.date].rows;
      ++found.rows;
    }
    const auto& leftAt = sentOn ? load.date : load.exported;
    const auto& left = sentOn ? load.tonnage : load.exportedMass;
    if (!leftAt || !left) continue;
    found.days[*leftAt].out += massOf(*left);
    ++found.days[*leftAt].rows;
    found.outgoing.push_back({*leftAt, massOf(*left), load.rowId});
    ++found.rows;
  }
  return found;
}

struct Lowest {
  bool atTheEnd = false;  // below zero over the whole log
  Timestamp firstBelow;   // the first day the balance was below zero
  Timestamp day;          // the day it was lowest
  Mass received, sentOn;  // up to that day
};

std::optional<Lowest> lowestBalance(const Movements& movements) {
  std::optional<Lowest> lowest;
  Mass in, out;
  Mass rounding;  // figures rounded to hundredths of a tonne may add up to this
  for (const auto& [day, moved] : movements.days) {
    in += moved.in;
    out += moved.out;
    rounding += Mass::grams(scaled(handRounding.inGrams(), moved.rows, 1));
    if (lowest) lowest->atTheEnd = out > in + rounding;
    if (out <= in + rounding) continue;
    if (!lowest) lowest = Lowest{true, day, {}, {}, {}};
    if (out - in > lowest->sentOn - lowest->received) {
      lowest->day = day;
      lowest->received = in;
      lowest->sentOn = out;
    }
  }
  return lowest;
}

Result<Finding> findingOf(const CheckInput& input, const SummaryLog& log, Movements movements,
                          const Lowest& lowest) {
  Finding finding;
  finding.rule = rule;
  finding.severity = lowest.atTheEnd ? Severity::Conflict : Severity::Look;
  finding.group = log.party;
  finding.amount = lowest.sentOn - lowest.received;
  finding.time = lowest.firstBelow;
  finding.rowCount = movements.rows;
  finding.facts = {fact::received(lowest.received),
                   fact::sentOn(lowest.sentOn),
                   fact::firstBelow(lowest.firstBelow),
                   fact::lowest(lowest.day)};
  std::sort(movements.outgoing.begin(), movements.outgoing.end(),
            [](const Outgoing& a, const Outgoing& b) {
              return std::tie(b.mass, a.rowId) < std::tie(a.mass, b.rowId);
            });
  for (const Outgoing& load : movements.outgoing) {
    if (load.day > lowest.day || finding.records.size() == maxRecords) continue;
    PLUMBLINE_TRY(record, recordOf(input.database, log, Table::Shipments, load.rowId));
    if (record) finding.records.push_back(*record);
  }
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input, const std::vector<SummaryLog>& logs) {
  std::vector<Finding> findings;
  for (const SummaryLog& log : logs) {
    Movements movements = movementsOf(log);
    const auto lowest = lowestBalance(movements);
    if (!lowest) continue;
    PLUMBLINE_TRY(finding, findingOf(input, log, std::move(movements), *lowest));
    findings.push_back(std::move(finding));
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule sentOnExceedsReceived{
    .id = rule,
    .number = "L1",
    .kind = RuleKind::Fact,
    .source = "UK packaging EPR: waste balance of a summary log (DEFRA/epr-backend)",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
