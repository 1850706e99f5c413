// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pieces that a person took back. Their bytes stay in the workspace, where no reader, root, audit file
// or report sees them, until they are put back or forgotten.

#include "model/store/evidence_store.h"

namespace plumbline {

class RemovedPieces {
 public:
  explicit RemovedPieces(const Database& database) : m_database(&database) {}
  /// By member, then in the order they were taken back. Ids are of this list.
  [[nodiscard]] Result<std::vector<EvidenceItem>> list() const;
  /// A piece of evidence becomes one that is none.
  [[nodiscard]] Result<void> take(const EvidenceItem& evidence) const;
  /// And back. Errors: Mismatch where the bytes are not the ones it says; Duplicate where the member
  /// has other bytes by now.
  [[nodiscard]] Result<void> putBack(const EvidenceItem& removed) const;
  [[nodiscard]] Result<void> forget(const EvidenceItem& removed) const;
  /// The whole piece. Errors: Mismatch, Store.
  [[nodiscard]] Result<Bytes> readAll(const EvidenceItem& removed) const;
  /// Errors: Mismatch where the bytes are not the ones it says.
  [[nodiscard]] Result<void> check(const EvidenceItem& removed) const;

 private:
  const Database* m_database;
};

/// All of them, whose bytes are the ones they say; the names of the others. `from` may be of a program
/// that kept none.
[[nodiscard]] Result<std::vector<std::string>> copyRemovedPieces(const Database& from,
                                                                 const Database& to);

}  // namespace plumbline
