// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two signed checkpoints of one log that contradict each other: the proof that the log showed two
// histories. It stands without this program, so it can be saved as the signed notes themselves.

#include <optional>
#include <string>
#include <vector>

#include "model/evidence/evidence_report.h"

namespace plumbline {

class Database;

struct SplitView {
  std::string log;    // origin
  std::string party;  // whose log it is, empty where no publication says so
  std::int64_t size = 0;
  std::string root;       // hex: of the entries that are here
  std::string otherRoot;  // hex: of the checkpoint that does not fit them
  std::string logKey;     // verifier key the notes are signed with
  /// Entry at which the two histories first differ; -1: the other one's entries are not here.
  std::int64_t firstDifference = -1;
  std::vector<std::string> notes;  // every signed checkpoint of the log, as it came
};

/// Nothing where the report knows of none. Errors: only those of the store.
[[nodiscard]] Result<std::optional<SplitView>> findSplitView(const Database& database,
                                                             const EvidenceReport& report);

/// The proof as a text file: what it shows, the key, then the notes byte for byte.
[[nodiscard]] std::string splitViewProof(const SplitView& split);

}  // namespace plumbline
