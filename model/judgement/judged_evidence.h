// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the evidence in a workspace is worth by the keys that are known: logs, key sets,
// publications, time stamps, and what people signed. Whoever says anything of it takes it from this value, so that two answers never
// rest on two judgements.

#include "model/evidence/said_by_people.h"
#include "model/evidence/timestamp_check.h"
#include "model/judgement/judgement.h"

namespace plumbline {

struct JudgedEvidence {
  Keyring keyring;  // whom the user and the evidence name
  std::vector<LogCheck> logs;
  KeyHistories histories;
  std::vector<Judgement> publications;  // by row in this workspace
  std::vector<TimestampCheck> stamps;   // by file
  SaidByPeople people;
  /// Those of `keyring`, then those of the key sets that were taken.
  [[nodiscard]] Keyring allKeys() const;
};

/// Hashes every piece of a log and checks every signature: seconds where there are thousands.
/// Errors: only those of the store.
[[nodiscard]] Result<JudgedEvidence> judgeEvidence(const Database& database);

}  // namespace plumbline
