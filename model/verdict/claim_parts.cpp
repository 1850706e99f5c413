// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/verdict/claim_parts.h"

#include <numeric>

namespace plumbline {

std::string_view keyOf(ClaimPart part) {
  constexpr std::array<std::string_view, claimPartCount> names = {
      "confirmed", "other_mass", "residue",    "other_operation", "missing",
      "pending",   "refused",    "not_judged", "no_load"};
  return names[static_cast<std::size_t>(part)];
}

Mass ClaimParts::sum() const {
  return std::accumulate(m_masses.begin(), m_masses.end(), Mass());
}

JsonValue ClaimParts::toJson() const {
  JsonObject object;
  for (std::size_t i = 0; i < claimPartCount; ++i) {
    object.emplace_back(std::string(keyOf(static_cast<ClaimPart>(i))),
                        JsonValue::decimal(m_masses[i].kilogramText()));
  }
  return object;
}

void ClaimLoads::add(const ClaimParts& parts) {
  bool any = false;
  for (std::size_t i = 0; i < claimPartCount; ++i) {
    if (parts[static_cast<ClaimPart>(i)] == Mass()) continue;
    ++m_loads[i];
    any = true;
  }
  if (any) ++m_all;
}

void ClaimLoads::add(const ClaimLoads& other) {
  for (std::size_t i = 0; i < claimPartCount; ++i) m_loads[i] += other.m_loads[i];
  m_all += other.m_all;
}

ClaimParts claimParts(const LedgerSum& flows, Mass claimed) {
  ClaimParts parts;
  parts[ClaimPart::Confirmed] = flows.confirmed;
  parts[ClaimPart::OtherMass] = flows.lighter;
  parts[ClaimPart::Residue] = flows.asResidue;
  parts[ClaimPart::OtherOperation] = flows.otherUse;
  parts[ClaimPart::Missing] = flows.missingUseful;
  parts[ClaimPart::Pending] = flows.pendingUseful - flows.linkedUseful;
  parts[ClaimPart::Refused] = flows.refused;
  parts[ClaimPart::NotJudged] = flows.linkedUseful;
  parts[ClaimPart::NoLoad] = claimed - flows.claimed;
  return parts;
}

}  // namespace plumbline
