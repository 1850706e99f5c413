// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How results look on stdout: text for people, JSON for scripts. One form for all commands.

#include "app/cli/command.h"
#include "model/audit/session.h"

namespace plumbline::cli {

[[nodiscard]] JsonValue evidenceJson(const EvidenceReport& report);
[[nodiscard]] JsonValue findingsJson(const AuditResult& audit);
[[nodiscard]] JsonValue auditJson(const AuditResult& audit);
[[nodiscard]] JsonValue problemsJson(const std::vector<Problem>& problems);
void printEvidence(const Output& output, const EvidenceReport& report);
void printVerdict(const Output& output, const AuditResult& audit);
void tellProblems(const Output& output, const std::vector<Problem>& problems);

/// A failed row, or nothing signed at all: NotVerifiable. Else Fine.
[[nodiscard]] ExitCode exitCodeOf(const EvidenceReport& report);
/// Findings, else not verifiable or undecided, else fine. What could not be checked is no finding.
[[nodiscard]] ExitCode exitCodeOf(const AuditResult& audit);

/// --parties and --policy, shared by the commands that read evidence.
[[nodiscard]] std::vector<Option> trustOptions();
[[nodiscard]] ImportOptions importOptions(const Arguments& arguments);

}  // namespace plumbline::cli
