// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a log that is here can prove to somebody who has none of it.

#include "crypto/proof_file.h"

#include "model/evidence/log_check.h"

namespace plumbline {

/// A log whose newest checkpoint and leaf hashes are here.
class ProvableLog {
 public:
  /// Errors: NotFound where no checkpoint opens or its entries' hashes are not here; those of the
  /// store.
  [[nodiscard]] static Result<ProvableLog> load(const Database& database, const Keyring& keyring,
                                                const LogCheck& check);
  /// That the entry is under the newest checkpoint: a tlog-proof. Errors: Usage.
  [[nodiscard]] Result<std::string> tlogProof(std::int64_t index) const;
  /// Keys of the log, and of the policy's witnesses, that signed the newest checkpoint.
  [[nodiscard]] ProofKeys keys() const;
  /// That the log signed `other`, which does not fit its newest checkpoint. Errors: NotFound where
  /// there is no such checkpoint here; those of makeSplitProof.
  [[nodiscard]] Result<ProofFile> splitProof(const Checkpoint& other) const;

 private:
  ProofKeys m_known;
  Checkpoint m_newest;
  std::string m_note;                // of m_newest, with the lines of known keys only
  std::vector<std::string> m_notes;  // as they came
  std::vector<Hash> m_leaves;
};

}  // namespace plumbline
