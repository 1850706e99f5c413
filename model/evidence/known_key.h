// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A key that somebody named, for whom, and on whose word.

#include <string>

#include "model/evidence/evidence_report.h"
#include "model/evidence/trust.h"

namespace plumbline {

struct KnownKey {
  NoteVerifier key;
  std::string job;  // party, log or witness
  Role role = Role::Unknown;
  std::string party;  // of a party its id, of a witness its name
  KeyTrust trust = KeyTrust::FirstSeen;
  /// False for a key that claims a place which somebody before it in that order has given to another
  /// key, and for one that is named for two jobs.
  bool usable = true;
};

/// Of somebody who looks at the waste of others: their word may count beyond records of their own.
[[nodiscard]] inline bool isPerson(const KnownKey& known) {
  return known.job == "party" && (known.role == Role::Citizen || known.role == Role::Council ||
                                  known.role == Role::Regulator);
}

}  // namespace plumbline
