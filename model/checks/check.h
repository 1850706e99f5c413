// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A check looks at the records for one rule of the catalogue (findings/rules.h) and answers with
// findings, or says why it could not look. Checks know nothing of each other: one that fails does
// not lose the others. To add one: a file with a function of this shape, a rule in
// findings/rules.cpp, its words in ui/words and a line in check_registry.cpp.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/balance/reconciliation.h"
#include "model/checks/scheduler_audit.h"
#include "model/evidence/evidence_report.h"
#include "model/findings/finding.h"
#include "model/records/plan.h"
#include "model/records/progress.h"
#include "model/store/database.h"

namespace plumbline {

/// All of it outlives the check. The database is open for reading only.
struct CheckInput {
  const Database& database;
  const AuditPlan& plan;
  const Reconciliation& reconciliation;
  const Progress& progress;
  const EvidenceReport* evidence = nullptr;  // what the signatures show, where it is known
};

struct CheckOutcome {
  CheckState state = CheckState::Passed;    // Failed: it found something; CannotTell: see `reason`
  std::string reason;                       // key of the words: "no_receipts", "no_jobs", ...
  std::vector<Finding> findings;            // ids assigned by the caller; any order
  std::optional<SchedulerAudit> scheduler;  // filled by the scheduler check only

  /// Nothing to look at: no finding besides one of severity cannot_tell that carries the reason.
  [[nodiscard]] static CheckOutcome cannotTell(std::string_view rule, std::string reason,
                                               Facts facts = {});
  /// Passed where there is nothing, cannot tell where all findings say so, else failed.
  [[nodiscard]] static CheckOutcome found(std::vector<Finding> findings);
};

struct Check {
  std::string_view rule;  // id in the catalogue; findings may also carry related rules
  Result<CheckOutcome> (*run)(const CheckInput& input);
};

/// In the order of the catalogue's numbers (check_registry.cpp).
[[nodiscard]] std::span<const Check> allChecks();

}  // namespace plumbline
