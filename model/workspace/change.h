// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person adds to a workspace: a signature, a note, a decision. It goes in whole or not at all,
// and nobody else writes meanwhile. An import is many such steps and has its own way (session.h).

#include <memory>

#include "model/workspace/workspace.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {

class Change {
 public:
  /// Errors: those of WriterLock::take and Workspace::open; Inconsistent where an import is
  /// unfinished: nobody can say yet what a change would be about.
  [[nodiscard]] static Result<Change> begin(const std::filesystem::path& workspace);
  [[nodiscard]] const Database& database() const { return m_workspace->database(); }
  /// Without it everything is taken back.
  [[nodiscard]] Result<void> commit() { return m_transaction.commit(); }

 private:
  Change(WriterLock lock, std::unique_ptr<const Workspace> workspace, Transaction transaction)
      : m_lock(std::move(lock)),
        m_workspace(std::move(workspace)),
        m_transaction(std::move(transaction)) {}
  // In this order: the transaction ends first, the lock last.
  WriterLock m_lock;
  std::unique_ptr<const Workspace> m_workspace;
  Transaction m_transaction;
};

}  // namespace plumbline
