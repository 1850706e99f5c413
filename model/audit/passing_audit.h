// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An audit that is computed and not kept (passing_workspace.h). The user's settings for it are those of
// their own workspace.

#include <set>

#include "model/audit/audit_result.h"
#include "model/records/progress.h"
#include "model/workspace/passing_workspace.h"

namespace plumbline {

class PassingAudit {
 public:
  /// Of an audit file, a folder or a workspace, of which only the evidence is believed; the trust is that
  /// of the user's workspace `ours`. Errors: those of an import, Io.
  [[nodiscard]] static Result<std::shared_ptr<PassingAudit>> ofFile(
      const std::filesystem::path& file, const Database& ours, const Progress& progress);
  /// Of these pieces of the user's own workspace, under its plan.
  [[nodiscard]] static Result<std::shared_ptr<PassingAudit>> ofEvidence(
      std::shared_ptr<const Database> ours, const std::set<Hash>& pieces, const Progress& progress);

  [[nodiscard]] Result<AuditPtr> run(const Progress& progress) const;
  [[nodiscard]] const Database& database() const { return m_passing->database(); }

 private:
  explicit PassingAudit(std::shared_ptr<const PassingWorkspace> passing) : m_passing(std::move(passing)) {}
  [[nodiscard]] static Result<std::shared_ptr<PassingAudit>> make(const Database& ours);

  std::shared_ptr<const PassingWorkspace> m_passing;
};

}  // namespace plumbline
