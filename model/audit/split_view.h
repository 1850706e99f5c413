// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two signed checkpoints of one log that contradict each other: the log showed two histories.

#include <optional>
#include <string>

#include "model/evidence/evidence_report.h"

namespace plumbline {

class Database;

struct SplitView {
  std::string log;    // origin
  std::string party;  // whose log it is, empty where no publication says so
  std::int64_t size = 0;
  std::string root;       // hex: of the entries that are here
  std::string otherRoot;  // hex: of the checkpoint that does not fit them
  /// Entry at which the two histories first differ; -1: the other one's entries are not here.
  std::int64_t firstDifference = -1;
  std::string proof;  // the bytes of a .plumbproof (crypto/split_proof.h)
};

/// Nothing where the report knows of none. Errors: only those of the store.
[[nodiscard]] Result<std::optional<SplitView>> findSplitView(const Database& database,
                                                             const JudgedEvidence& judged,
                                                             const EvidenceReport& report);

}  // namespace plumbline
