// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/delivery_book.h"

namespace plumbline {
namespace {

constexpr std::size_t mostNames = 200;

std::size_t sizeOf(int index) {
  return static_cast<std::size_t>(index);
}

}  // namespace

DeliveryBook::DeliveryBook(std::size_t parties, Month first, Month last)
    : m_parties(parties),
      m_first(first),
      m_months(first < last ? sizeOf(last.index - first.index) : 0) {}

int DeliveryBook::place(std::string_view name) {
  const auto known = m_index.find(name);
  if (known != m_index.end()) return known->second;
  const bool full = m_names.size() >= mostNames && !name.empty();
  if (full) return place("");
  const auto made = static_cast<int>(m_parties + m_names.size());
  m_names.emplace_back(name);
  m_index.emplace(name, made);
  return made;
}

DeliverySum& DeliveryBook::at(int plant, int place, Outcome outcome, Month month) {
  if (month < m_first || sizeOf(month.index - m_first.index) >= m_months.size()) {
    return m_elsewhere;
  }
  auto& plants = m_months[sizeOf(month.index - m_first.index)];
  if (sizeOf(plant) >= plants.size()) plants.resize(sizeOf(plant) + 1);
  auto& places = plants[sizeOf(plant)];
  if (sizeOf(place) >= places.size()) places.resize(sizeOf(place) + 1);
  return places[sizeOf(place)][static_cast<std::size_t>(outcome)];
}

std::vector<DeliveryBook::Entry> DeliveryBook::entries() const {
  std::vector<Entry> entries;
  for (std::size_t month = 0; month < m_months.size(); ++month) {
    const auto& plants = m_months[month];
    for (std::size_t plant = 0; plant < plants.size(); ++plant) {
      for (std::size_t place = 0; place < plants[plant].size(); ++place) {
        for (std::size_t outcome = 0; outcome < outcomeCount; ++outcome) {
          const DeliverySum& sum = plants[plant][place][outcome];
          if (sum.loads == 0 && sum.plantSays == Mass() && sum.found == Mass()) continue;
          entries.push_back({Month{m_first.index + static_cast<int>(month)},
                             static_cast<int>(plant), static_cast<int>(place),
                             static_cast<Outcome>(outcome), sum});
        }
      }
    }
  }
  return entries;
}

}  // namespace plumbline
