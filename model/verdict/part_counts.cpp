// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/verdict/part_counts.h"

namespace plumbline {

ClaimParts partsOf(const LoadBooked& load) {
  return claimParts(load.sum, load.sum.claimed);
}

void PartCounts::add(const LoadBooked& load) {
  m_days[{load.party, load.day}].add(partsOf(load));
}

ClaimLoads PartCounts::of(const ClaimVerdict& claim, const PublicationBook& publications) const {
  const int plant = publications.indexOf(claim.party);
  const std::int64_t first = dayOf(claim.start);
  const std::int64_t last = dayOf(claim.end);
  ClaimLoads loads;
  for (const auto& [key, day] : m_days) {
    const auto& [party, at] = key;
    if (plant >= 0 && party != plant) continue;
    if (at >= first && at < last) loads.add(day);
  }
  return loads;
}

}  // namespace plumbline
