// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/ledger.h"

#include <algorithm>

namespace plumbline {

std::string_view keyOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::Product:
      return "product";
    case Outcome::Secondary:
      return "secondary";
    case Outcome::Energy:
      return "energy";
    case Outcome::Waste:
      return "waste";
    case Outcome::Loss:
      return "loss";
    case Outcome::Residue:
      break;
  }
  return "residue";
}

void LedgerSum::add(const LedgerSum& other) {
  intake += other.intake;
  losses += other.losses;
  sent += other.sent;
  received += other.received;
  claimed += other.claimed;
  confirmed += other.confirmed;
  asResidue += other.asResidue;
  otherUse += other.otherUse;
  lighter += other.lighter;
  openResidue += other.openResidue;
  otherOut += other.otherOut;
  refused += other.refused;
  pending += other.pending;
  pendingUseful += other.pendingUseful;
  linkedUseful += other.linkedUseful;
  missing += other.missing;
  missingUseful += other.missingUseful;
  openEnds += other.openEnds;
  drying += other.drying;
  dried += other.dried;
  heavier += other.heavier;
  energy += other.energy;
  unclearWaste += other.unclearWaste;
  disposed += other.disposed;
  intakeErrors.add(other.intakeErrors);
  outErrors.add(other.outErrors);
}

ErrorSum LedgerSum::flowErrors() const {
  ErrorSum sum = intakeErrors;
  sum.add(outErrors);
  return sum;
}

LedgerSum& Ledger::day(int party, std::int64_t day) {
  PartyDays& days = m_days[static_cast<std::size_t>(party)];
  if (days.lastDay == day && !days.list.empty()) return days.list[days.lastIndex].sum;
  const auto [entry, isNew] = days.index.try_emplace(day, days.list.size());
  if (isNew) days.list.push_back({day, {}});
  days.lastDay = day;
  days.lastIndex = entry->second;
  return days.list[days.lastIndex].sum;
}

OutcomeSum& Ledger::outcome(Outcome outcome, Month month) {
  // Loads come nearly in the order of their days.
  if (m_lastOutcomes == nullptr || m_lastMonth != month) {
    m_lastOutcomes = &m_outcomes[month.index];
    m_lastMonth = month;
  }
  return (*m_lastOutcomes)[static_cast<std::size_t>(outcome)];
}

void Ledger::addSource(std::string_view source, Month month, Mass mass) {
  auto& sources = m_sources[month.index];
  auto found = sources.find(source);
  if (found == sources.end()) found = sources.emplace(std::string(source), Mass()).first;
  found->second += mass;
}

LedgerSum Ledger::sum(int party, std::int64_t firstDay, std::int64_t lastDay) const {
  LedgerSum total;
  for (std::size_t i = 0; i < m_days.size(); ++i) {
    if (party >= 0 && static_cast<std::size_t>(party) != i) continue;
    const auto& list = m_days[i].list;
    auto at = std::lower_bound(list.begin(), list.end(), firstDay,
                               [](const Day& day, std::int64_t value) { return day.day < value; });
    for (; at != list.end() && at->day < lastDay; ++at) total.add(at->sum);
  }
  return total;
}

OutcomeSum Ledger::outcomeSum(Outcome outcome, Month first, Month last) const {
  OutcomeSum total;
  for (auto at = m_outcomes.lower_bound(first.index);
       at != m_outcomes.end() && at->first < last.index; ++at) {
    const OutcomeSum& sum = at->second[static_cast<std::size_t>(outcome)];
    total.plantSays += sum.plantSays;
    total.found += sum.found;
    total.errors.add(sum.errors);
  }
  return total;
}

std::map<std::string, Mass> Ledger::sources(Month first, Month last) const {
  std::map<std::string, Mass> total;
  for (auto at = m_sources.lower_bound(first.index);
       at != m_sources.end() && at->first < last.index; ++at) {
    for (const auto& [name, mass] : at->second) total[name] += mass;
  }
  return total;
}

void Ledger::sort() {
  for (PartyDays& days : m_days) {
    std::sort(days.list.begin(), days.list.end(),
              [](const Day& a, const Day& b) { return a.day < b.day; });
    days.index.clear();
    days.lastDay = -1;
    for (std::size_t i = 0; i < days.list.size(); ++i) days.index.emplace(days.list[i].day, i);
  }
}

}  // namespace plumbline
