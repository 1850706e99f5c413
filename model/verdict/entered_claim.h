// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A claim that the user typed in, because they read or heard it somewhere. Nobody signed it, so it is
// no evidence: it is a question to the records, it lies among the user's own settings, and what the
// answer would be is told without deciding anything (docs/methods.md, "Claims that you enter").

#include <string>
#include <vector>

#include "model/records/quantities.h"
#include "model/store/database.h"

namespace plumbline {

inline constexpr std::string_view enteredClaimsSetting = "own.claims";

struct EnteredClaim {
  std::string party;   // id of the plant
  std::string metric;  // residual_waste, useful_mass, diversion_rate
  Timestamp start;
  Timestamp end;                // exclusive
  std::int64_t valueMicro = 0;  // millionths of `unit`
  std::string unit;
  std::string text;    // as it was said, may be empty
  std::string source;  // where: "annual report, page 4"
  auto operator<=>(const EnteredClaim&) const = default;
};

/// What can be asked: a metric, a unit and a time that a verdict can read, and where it was said.
/// Errors: BadValue.
[[nodiscard]] Result<void> checkEnteredClaim(const EnteredClaim& claim);

/// In order. Errors: those of the user's settings; Malformed where somebody else wrote them.
[[nodiscard]] Result<std::vector<EnteredClaim>> readEnteredClaims(const Database& database);
/// Within the caller's transaction. Errors: those of the user's settings.
[[nodiscard]] Result<void> keepEnteredClaims(const Database& database,
                                             std::vector<EnteredClaim> claims);

}  // namespace plumbline
