// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Vehicles with plates and tares. A vehicle is in one place at a time: the one that has been free
// for longest takes the next load, and a new one joins only when all are under way.

#include <string>
#include <vector>

#include <queue>

#include "model/records/quantities.h"

namespace plumbline {

class Fleet {
 public:
  Fleet(std::string platePrefix, std::uint64_t seed, std::uint64_t number);
  /// Index of a vehicle that is free at `time`.
  [[nodiscard]] std::size_t take(Timestamp time);
  void giveBack(std::size_t vehicle, Timestamp freeFrom);
  [[nodiscard]] std::string plate(std::size_t vehicle) const;
  /// Empty weight in kg without the day's fuel, mud and crew.
  [[nodiscard]] std::int64_t tare(std::size_t vehicle) const { return m_tares[vehicle]; }
  [[nodiscard]] std::size_t size() const { return m_tares.size(); }

 private:
  using Free = std::pair<Timestamp, std::size_t>;
  std::string m_platePrefix;
  std::uint64_t m_seed;
  std::uint64_t m_number;
  std::vector<std::int64_t> m_tares;
  std::priority_queue<Free, std::vector<Free>, std::greater<>> m_free;
};

}  // namespace plumbline
