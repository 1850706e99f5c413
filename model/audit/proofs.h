// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Proof files (crypto/proof_file.h) made from a workspace. Each is verified before it is handed
// out.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "crypto/proof_file.h"

#include "model/records/progress.h"
#include "model/records/tables.h"

namespace plumbline {

struct QuoteRequest {
  std::string record;  // its key
  std::optional<Table> table;
  std::string party;  // empty: any
};

/// A record that stands now, with all that shows it was published. Errors: NotFound (no such
/// record; it is not in a signed table, its publication is in no log), Duplicate (several records
/// have this key), those of ProvableLog.
[[nodiscard]] Result<ProofFile> quoteRecord(const std::filesystem::path& workspace,
                                            const QuoteRequest& request, const Progress& progress);

struct Misconduct {
  ProofKind kind = ProofKind::SplitView;
  std::string origin;  // of the log
  std::string party;   // empty where no publication says whose log it is
  ProofFile proof;
};

/// What the workspace can prove to anybody: two histories of a log, the use of a key after its
/// revocation, a log's key that signed an entry. Of each party and kind the first. Errors: only
/// those of the store.
[[nodiscard]] Result<std::vector<Misconduct>> findMisconduct(const std::filesystem::path& workspace,
                                                             const Progress& progress);

}  // namespace plumbline
