// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of an audit in the shape the components take. The sentences themselves come from
// ui/words, which report and command line use too.

#include "model/audit/audit_result.h"

#include "ui/charts/severity_marks.h"
#include "ui/theme/evidence_rows.h"
#include "ui/theme/verdict_block.h"

namespace plumbline {

[[nodiscard]] VerdictText verdictText(const ClaimVerdict& claim);
/// Where nobody claims anything.
[[nodiscard]] VerdictText noClaimText();
[[nodiscard]] EvidenceText evidenceText(const EvidenceRow& row);

/// Findings of one rule, as one line of the Overview.
struct FindingGroup {
  std::string rule;
  Severity severity = Severity::Look;
  std::vector<const Finding*> findings;
  Mass amount;
  Mass uncertainty;  // only where the group is a single finding
  std::int64_t rows = 0;
};

/// In the order of the findings page: by severity, then by amount. Points into the audit.
[[nodiscard]] std::vector<FindingGroup> groupFindings(const AuditResult& audit);
[[nodiscard]] QString groupSentence(const FindingGroup& group);

}  // namespace plumbline
