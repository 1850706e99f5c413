// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing can leave that was not there. Two books are kept from survey to survey: all mass of a
// plant (stock + intake - sent) by month, and each stored material (stock + made + taken in -
// sent). Doubts go in the plant's favour: what comes in counts from the beginning of its period,
// what goes out from its end, and a shortage is told only beyond five standard uncertainties, which
// keeps a false alarm below one in a hundred audits even after thirty thousand looks.

#include <algorithm>
#include <map>
#include <set>

#include "model/checks/load_findings.h"
#include "model/checks/negative_running_stock_facts.h"
#include "model/checks/rule_list.h"
#include "model/loads/stock_at.h"

namespace plumbline {
namespace {

namespace fact = facts::negativeRunningStock;
constexpr std::int64_t shortageMilli = 5'000;
constexpr std::int64_t typicalLoadGrams = 10'000'000;  // for the number of readings in a sum

/// Error of a sum of loads whose scales are not looked up: the defaults, all sharing one error.
/// What a record states itself, an estimate or a flow's own uncertainty, comes on top.
Variance looseVariance(Mass mass) {
  const std::int64_t loads = mass.inGrams() / typicalLoadGrams + 1;
  const Variance own = squaredGrams(defaultRandomGrams);
  const Variance random = own * static_cast<Variance>(loads);
  return saturatedSum(random, squaredGrams(millionths(mass.inGrams(), defaultSharedMicro)));
}

struct Shortage {
  Mass missing;      // below zero by this much
  Mass uncertainty;  // five standard uncertainties
  Timestamp time;
  std::int64_t days = 0;  // with a shortage
};

/// Looks at one level; keeps the worst.
void look(Shortage& worst, Mass level, Variance variance, std::int64_t day) {
  const Mass limit = expanded(variance, shortageMilli);
  if (level >= -limit) return;
  ++worst.days;
  if (-level <= worst.missing) return;
  worst.missing = -level;
  worst.uncertainty = limit;
  worst.time = Timestamp::milliseconds(day * millisecondsPerDay);
}

Shortage wholePlant(const Reconciliation& reconciliation, int party) {
  Shortage worst;
  std::optional<StockLevel> stock;
  Mass intake;
  Mass sent;
  ErrorSum stated;
  Month month;
  for (const Ledger::Day& day : reconciliation.loads.ledger.days(party)) {
    const Month now = Month::of(Timestamp::milliseconds(day.day * millisecondsPerDay));
    if (now != month) {
      if (const auto level = stockAt(reconciliation.books.stocks, reconciliation.loads.ledger,
                                     party, now.start())) {
        stock = level;
        intake = sent = Mass();
        stated = {};
      }
      month = now;
    }
    intake += day.sum.intake;
    sent += day.sum.sent;
    stated.add(day.sum.intakeErrors);
    if (!stock) continue;
    const Variance in =
        std::max(looseVariance(intake), stated.variance(reconciliation.loads.instruments));
    look(worst, stock->mass + intake - sent,
         saturatedSum(stock->variance, saturatedSum(in, looseVariance(sent))), day.day);
  }
  return worst;
}

/// What came to and went from the piles of one material on one day.
struct PileDay {
  Mass in, out;
  Mass inError, outError;  // stated or by default, as if one error were common to all
  std::optional<StockLevel> survey;
};
struct PileKey {
  int party;
  std::string material;
  auto operator<=>(const PileKey&) const = default;
};
struct Pile {
  std::set<std::string> nodes;
  std::map<std::int64_t, PileDay> days;
  std::vector<std::int64_t> surveyDays;
  bool filled = false;  // its inflow is recorded
};
using Piles = std::map<PileKey, Pile>;

Piles surveyedPiles(const StockBook& stocks) {
  Piles piles;
  for (const auto& [key, surveys] : stocks.piles()) {
    piles[{key.party, key.material}].nodes.insert(key.node);
  }
  for (auto& [key, pile] : piles) {
    // A level is known on the days on which every pile of the material was surveyed.
    std::map<std::int64_t, std::pair<std::size_t, StockLevel>> levels;
    for (const std::string& node : pile.nodes) {
      for (const auto& survey : stocks.piles().at({key.party, node, key.material})) {
        auto& [count, level] = levels[dayOf(survey.time)];
        ++count;
        level.mass += survey.mass;
        level.variance = saturatedSum(level.variance, squaredGrams(survey.uGrams));
      }
    }
    for (const auto& [day, entry] : levels) {
      if (entry.first != pile.nodes.size()) continue;
      pile.days[day].survey = entry.second;
      pile.surveyDays.push_back(day);
    }
  }
  return piles;
}

Pile* findPile(Piles& piles, int party, std::string_view material) {
  const auto found = piles.find({party, std::string(material)});
  return found == piles.end() ? nullptr : &found->second;
}

/// All of it may have come after any survey that lies within its time.
void addInflow(Pile& pile, std::int64_t start, std::int64_t end, Mass mass, Mass error) {
  const auto add = [&](std::int64_t day) {
    pile.days[day].in += mass;
    pile.days[day].inError += error;
  };
  add(start);
  auto survey = std::upper_bound(pile.surveyDays.begin(), pile.surveyDays.end(), start);
  for (; survey != pile.surveyDays.end() && *survey < end; ++survey) add(*survey);
}

Result<void> addFlows(const CheckInput& input, Piles& piles) {
  PLUMBLINE_TRY(query, input.database.prepare("SELECT publication, start_ms, end_ms, from_node, "
                                              "to_node, material, mass_g, u_g FROM current_flows"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const PublicationInfo& publication =
        input.reconciliation.books.publications.find(query.integer(0));
    Pile* pile = publication.usable ? findPile(piles, publication.party, query.text(5)) : nullptr;
    if (pile == nullptr) continue;
    const bool from = pile->nodes.contains(std::string(query.text(3)));
    const bool to = pile->nodes.contains(std::string(query.text(4)));
    const Mass mass = Mass::grams(query.integer(6));
    const Mass error =
        Mass::grams(statedOrDefault(query.optionalInteger(7), mass, defaultSharedMicro));
    if (to && !from) {
      pile->filled = true;
      addInflow(*pile, dayOf(Timestamp::milliseconds(query.integer(1))),
                dayOf(Timestamp::milliseconds(query.integer(2))), mass, error);
    } else if (from && !to) {
      // A pile that is also where the material is made has no inflow to compare with.
      PileDay& day = pile->days[dayOf(Timestamp::milliseconds(query.integer(2)))];
      day.out += mass;
      day.outError += error;
    }
  }
}

Result<void> addLoads(const CheckInput& input, Piles& piles, std::string_view sql, bool in) {
  PLUMBLINE_TRY(query, input.database.prepare(sql));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const PublicationInfo& publication =
        input.reconciliation.books.publications.find(query.integer(0));
    Pile* pile = publication.usable ? findPile(piles, publication.party, query.text(2)) : nullptr;
    if (pile == nullptr) continue;
    PileDay& day = pile->days[dayOf(Timestamp::milliseconds(query.integer(1)))];
    const Mass mass = Mass::grams(query.integer(3));
    (in ? day.in : day.out) += mass;
    const bool estimated = query.integer(4) != 0;
    if (estimated) day.inError += Mass::grams(millionths(mass.inGrams(), defaultEstimateMicro));
  }
}

Shortage runPile(const Pile& pile) {
  Shortage worst;
  std::optional<StockLevel> stock;
  Mass in;
  Mass out;
  Mass inError;
  Mass outError;
  for (const auto& [day, entry] : pile.days) {
    in += entry.in;
    inError += entry.inError;
    if (entry.survey) {
      // What left that day may have left before the survey, what came may have come after it.
      stock = entry.survey;
      in = entry.in;
      inError = entry.inError;
      out = outError = Mass();
      continue;
    }
    out += entry.out;
    outError += entry.outError;
    if (!stock) continue;
    const Variance stated =
        saturatedSum(squaredGrams(inError.inGrams()), squaredGrams(outError.inGrams()));
    const Variance loads = saturatedSum(looseVariance(in), looseVariance(out));
    look(worst, stock->mass + in - out, saturatedSum(stock->variance, saturatedSum(stated, loads)),
         day);
  }
  return worst;
}

Finding makeFinding(const CheckInput& input, int party, const std::string& material,
                    const Shortage& shortage) {
  const PartyInfo& info =
      input.reconciliation.books.publications.parties()[static_cast<std::size_t>(party)];
  Finding finding;
  finding.rule = rules::negativeRunningStock.id;
  finding.severity = Severity::Conflict;
  finding.group = info.id + (material.empty() ? "" : ": " + material);
  finding.amount = shortage.missing;
  finding.uncertainty = shortage.uncertainty;
  finding.time = shortage.time;
  finding.rowCount = input.reconciliation.loads.intakes + input.reconciliation.loads.shipments;
  finding.facts = {fact::party(info.shownName()), fact::days(shortage.days)};
  if (!material.empty()) fact::material.set(finding, material);
  return finding;
}

Result<CheckOutcome> check(const CheckInput& input) {
  const Reconciliation& reconciliation = input.reconciliation;
  if (reconciliation.books.stocks.empty()) {
    return CheckOutcome::cannotTell(rules::negativeRunningStock.id, "no_stocks");
  }
  std::vector<Finding> findings;
  const auto parties = static_cast<int>(reconciliation.books.publications.parties().size());
  for (int party = 0; party < parties; ++party) {
    if (reconciliation.loads.ledger.sum(party, INT64_MIN, INT64_MAX).intake == Mass()) continue;
    const Shortage shortage = wholePlant(reconciliation, party);
    if (shortage.days > 0) findings.push_back(makeFinding(input, party, "", shortage));
  }
  Piles piles = surveyedPiles(reconciliation.books.stocks);
  PLUMBLINE_CHECK(addFlows(input, piles));
  PLUMBLINE_CHECK(
      addLoads(input, piles,
               "SELECT publication, time_ms, material, net_g, estimated FROM current_intakes",
               true));
  PLUMBLINE_CHECK(
      addLoads(input, piles,
               "SELECT publication, dispatched_ms, material, net_g, 0 FROM current_shipments WHERE "
               "COALESCE(status, '') NOT IN ('cancelled', "
               "'void', 'returned', 'rejected')",
               false));
  for (const auto& [key, pile] : piles) {
    if (!pile.filled) continue;
    const Shortage shortage = runPile(pile);
    if (shortage.days > 0)
      findings.push_back(makeFinding(input, key.party, key.material, shortage));
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule negativeRunningStock{
    .id = "negative_running_stock",
    .number = "F15",
    .kind = RuleKind::Statistic,
    .source = "mass balance; method: docs/methods.md",
    .facts = fact::all,
    .check = check,
    .needs = {balanceTables}};

}  // namespace rules

}  // namespace plumbline
