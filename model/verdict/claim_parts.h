// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the claimed mass went, in parts that add up to it to the gram.

#include <array>
#include <string_view>

#include "crypto/json.h"

#include "model/loads/ledger.h"

namespace plumbline {

/// In the order in which they are shown.
enum class ClaimPart : std::uint8_t {
  Confirmed,       // by receivers, as useful
  OtherMass,       // the load arrived, but lighter: this is the gap
  Residue,         // received as residue
  OtherOperation,  // received for another use, or nobody says for which
  Missing,         // no receipt, the deadline is over
  Pending,         // no receipt yet
  Refused,         // by the receiver
  NotJudged,       // a receipt under another number may belong to it; nobody has decided
  NoLoad           // claimed, but no shipment says so; below zero: sent beyond the claim
};
inline constexpr std::size_t claimPartCount = 9;
[[nodiscard]] std::string_view keyOf(ClaimPart part);  // confirmed, other_mass, ...

class ClaimParts {
 public:
  [[nodiscard]] Mass operator[](ClaimPart part) const { return m_masses[indexOf(part)]; }
  [[nodiscard]] Mass& operator[](ClaimPart part) { return m_masses[indexOf(part)]; }
  [[nodiscard]] Mass sum() const;
  [[nodiscard]] JsonValue toJson() const;  // exact kilograms

 private:
  [[nodiscard]] static std::size_t indexOf(ClaimPart part) {
    return static_cast<std::size_t>(part);
  }
  std::array<Mass, claimPartCount> m_masses{};
};

/// How many loads have something in each part; one can have several, so they need not add up.
class ClaimLoads {
 public:
  [[nodiscard]] std::int64_t operator[](ClaimPart part) const { return m_loads[static_cast<std::size_t>(part)]; }
  [[nodiscard]] std::int64_t all() const { return m_all; }  // each once
  /// One load more, with these parts.
  void add(const ClaimParts& parts);
  void add(const ClaimLoads& other);

 private:
  std::array<std::int64_t, claimPartCount> m_loads{};
  std::int64_t m_all = 0;
};

/// The parts of `claimed`, which may be another mass than the loads of the time add up to.
[[nodiscard]] ClaimParts claimParts(const LedgerSum& flows, Mass claimed);

}  // namespace plumbline
