// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/read_counts.h"

namespace plumbline {
namespace {

void addTo(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& more) {
  sum = sum && more ? checkedAdd(*sum, *more) : std::nullopt;
}

}  // namespace

ReadCounts& ReadCounts::operator+=(const ReadCounts& other) {
  leftOut += other.leftOut;
  emptyCells += other.emptyCells;
  repeated += other.repeated;
  unread += other.unread;
  periods += other.periods;
  for (const auto& [unit, sum] : other.sums) {
    addTo(sums[unit].all, sum.all);
    addTo(sums[unit].repeated, sum.repeated);
  }
  return *this;
}

}  // namespace plumbline
