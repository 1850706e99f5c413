// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/receiver_habit.h"

#include <algorithm>
#include <array>

#include "model/checks/receiver_habit_facts.h"
#include "model/checks/rule.h"

namespace plumbline {
namespace {

namespace fact = facts::receiverHabit;
constexpr std::string_view rule = "receiver_habit";
constexpr std::int64_t leastReceipts = 20;  // fewer show no habit
constexpr std::int64_t leastEqual = 5;
constexpr std::int64_t kilogram = 1'000;  // g
/// Coarser than the interval of any scale for lorries, kg; the coarsest first.
constexpr std::array<std::int64_t, 4> steps = {1'000, 500, 200, 100};

}  // namespace

void ReceiverHabits::Sum::add(const LoadException& load) {
  ++loads;
  mass += load.shipped;
  difference += load.received - load.shipped;
}

ReceiverHabits::ReceiverHabits(const CheckInput& input) : m_input(&input) {
  if (!input.reconciliation.loads.onlyWaterIsLost) return;
  const WayShift all = input.reconciliation.loads.border.drying();
  m_dried = {all.loads(), Mass::grams(all.sent()), Mass::grams(all.difference())};
}

ReceiverHabits::Habits ReceiverHabits::habitsOf(
    const std::map<std::int64_t, std::int64_t>& counts) {
  Habits made;
  std::int64_t all = 0;
  for (const auto& [grams, count] : counts) all += count;
  if (all < leastReceipts) return made;
  // Masses that are weighed seldom agree to the kilogram, and least of all the smallest one.
  const auto& [smallest, equal] = *counts.begin();
  if (equal >= std::max(leastEqual, all / 100)) made.least = Mass::grams(smallest);
  for (const std::int64_t step : steps) {
    const bool fits = std::all_of(counts.begin(), counts.end(), [step](const auto& entry) {
      return entry.first % (step * kilogram) == 0;
    });
    if (!fits) continue;
    made.step = Mass::grams(step * kilogram);
    break;
  }
  return made;
}

Result<ReceiverHabits> ReceiverHabits::load(const CheckInput& input) {
  ReceiverHabits made(input);
  if (input.reconciliation.loads.exceptions.of(LoadKind::MassDiffers).count == 0) return made;
  std::map<int, std::map<std::int64_t, std::int64_t>> counts;
  PLUMBLINE_TRY(query, input.database.prepare(
                           "SELECT publication, net_g, count(*) FROM receipts WHERE superseded_by "
                           "IS NULL AND net_g > 0 GROUP BY publication, net_g"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& publication =
        input.reconciliation.books.publications.find(query.integer(0));
    if (!publication.usable || !publication.confirms) continue;
    counts[publication.party][query.integer(1)] += query.integer(2);
  }
  for (const auto& [party, masses] : counts) {
    Habits habits = habitsOf(masses);
    const auto at = static_cast<std::size_t>(party);
    habits.name = input.reconciliation.books.publications.parties()[at].shownName();
    made.m_habits.emplace(party, std::move(habits));
  }
  return made;
}

bool ReceiverHabits::explainsDrying(const LoadException& load, const Consignee& consignee) const {
  if (m_dried.loads == 0 || !losesWater(consignee.lowCode)) return false;
  const Mass lost = load.shipped - load.received;
  return lost > Mass() && lost <= load.tolerance + waterOf(load.shipped, lost);
}

bool ReceiverHabits::explains(const LoadException& load, const Consignee& consignee) {
  // It is in the sum of what dried already.
  if (explainsDrying(load, consignee)) return true;
  const auto named = m_input->reconciliation.books.partyNames.find(consignee.text);
  if (named == m_input->reconciliation.books.partyNames.end()) return false;
  const auto found = m_habits.find(named->second);
  if (found == m_habits.end()) return false;
  Habits& habits = found->second;
  if (habits.least > Mass() && load.received == habits.least && load.shipped < habits.least) {
    habits.belowLeast.add(load);
    return true;
  }
  const Mass half = Mass::grams(habits.step.inGrams() / 2);
  if (half == Mass() || (load.received - load.shipped).abs() > load.tolerance + half) return false;
  habits.stepped.add(load);
  return true;
}

std::vector<Finding> ReceiverHabits::findings() const {
  std::vector<Finding> all;
  const auto tell = [&](const std::string& receiver, const char* habit, const Sum& sum, Mass size) {
    if (sum.loads == 0) return;
    Finding& finding = all.emplace_back();
    finding.rule = rule;
    finding.severity = Severity::CannotTell;
    finding.group = receiver.empty() ? habit : receiver + " " + habit;
    finding.amount = sum.difference.abs();
    finding.rowCount = 2 * sum.loads;
    finding.facts = {fact::habit(std::string(habit)),
                     fact::loads(sum.loads),
                     fact::mass(sum.mass),
                     fact::difference(sum.difference)};
    if (!receiver.empty()) fact::receiver.set(finding, receiver);
    if (size > Mass()) fact::size.set(finding, size);
  };
  for (const auto& [party, habits] : m_habits) {
    tell(habits.name, "least", habits.belowLeast, habits.least);
    tell(habits.name, "steps", habits.stepped, habits.step);
  }
  tell({}, "drying", m_dried, {});
  return all;
}

namespace rules {

extern constinit const Rule receiverHabit{
    .id = rule,
    .number = "F36",
    .kind = RuleKind::Fact,
    .source = "own rule: a habit is told once, with its size",
    .facts = fact::all};

}  // namespace rules

}  // namespace plumbline
