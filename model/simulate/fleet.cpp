// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/fleet.h"

#include <algorithm>

#include "model/simulate/story.h"
#include "model/statistics/random.h"

namespace plumbline {

Fleet::Fleet(std::string platePrefix, std::uint64_t seed, std::uint64_t number)
    : m_platePrefix(std::move(platePrefix)), m_seed(seed), m_number(number) {}

std::size_t Fleet::take(Timestamp time) {
  if (!m_free.empty() && m_free.top().first <= time) {
    const std::size_t vehicle = m_free.top().second;
    m_free.pop();
    return vehicle;
  }
  const std::size_t vehicle = m_tares.size();
  CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Vehicle),
                       m_number * 1'000'000 + vehicle);
  const double tare = std::clamp(14'500 + 1'200 * random.normal(), 12'000.0, 16'500.0);
  m_tares.push_back(static_cast<std::int64_t>(tare));
  return vehicle;
}

void Fleet::giveBack(std::size_t vehicle, Timestamp freeFrom) {
  m_free.emplace(freeFrom, vehicle);
}

std::string Fleet::plate(std::size_t vehicle) const {
  return m_platePrefix + std::to_string(vehicle + 1);
}

}  // namespace plumbline
