// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A check looks at the records for one rule (rule.h) and answers with findings, or says why it could
// not look; run_checks.h runs them. Checks know nothing of each other: one that fails does not lose the others. To add one:
// docs/architecture.md, "Where to add what".

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/balance/reconciliation.h"
#include "model/checks/scheduler_audit.h"
#include "model/evidence/evidence_report.h"
#include "model/findings/finding.h"
#include "model/records/plan.h"
#include "model/records/progress.h"
#include "model/store/database.h"
#include "model/totals/totals_comparison.h"

namespace plumbline {

struct Tracks;  // model/tracks/tied_tracks.h

/// All of it outlives the check. The database is open for reading only.
struct CheckInput {
  const Database& database;
  const AuditPlan& plan;
  const Reconciliation& reconciliation;
  const Progress& progress;
  const EvidenceReport* evidence = nullptr;  // what the signatures show, where it is known
  const TotalsComparison* totals = nullptr;  // what parties declare about periods, where they do
  const Tracks* tracks = nullptr;            // of devices, where there are any
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

/// A check that reads what it needs by itself.
using RunCheck = Result<CheckOutcome> (*)(const CheckInput& input);

/// A check of the summary logs. They are read once for all such checks; `logs` is never empty, and
/// without logs the outcome is that there are none.
struct SummaryLog;
using RunLogCheck = Result<CheckOutcome> (*)(const CheckInput& input,
                                             const std::vector<SummaryLog>& logs);

/// A check of declared totals. Where nobody declared any it is no check of that audit at all: it is in no
/// list and no digest.
using RunTotalsCheck = Result<CheckOutcome> (*)(const CheckInput& input,
                                                const TotalsComparison& totals);

/// A check of tracks. Where there are none it is no check of that audit, as above.
using RunTracksCheck = Result<CheckOutcome> (*)(const CheckInput& input, const Tracks& tracks);

/// A check that looks at each shipment by itself. All of them share one pass (load_look.h).
class LoadLook;
using MakeLoadLook = Result<std::unique_ptr<LoadLook>> (*)(const CheckInput& input);

/// Nothing where the check of a related rule tells it, too.
using RuleCheck =
    std::variant<std::monostate, RunCheck, RunLogCheck, MakeLoadLook, RunTotalsCheck, RunTracksCheck>;

}  // namespace plumbline
