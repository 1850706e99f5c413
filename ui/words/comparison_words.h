// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two audits side by side, in words.

#include <vector>

#include <QString>

#include "model/audit/compare_audits.h"

namespace plumbline::words {

/// "The two logs part", "57 files are the same, you have 7 more, they have 4 more": what matters first.
[[nodiscard]] QString comparisonHeadline(const AuditComparison& comparison);

/// One line of the table of both sides.
struct ComparedLine {
  QString what;    // "Results digest"
  bool same = true;
  QString word;    // "differs"
  QString ours;
  QString theirs;
};
[[nodiscard]] std::vector<ComparedLine> comparedLines(const AuditComparison& comparison);

/// What came out for each claim: "claim-2142: Contradicted", a line each.
[[nodiscard]] QString verdictsOf(const AuditResult& audit);
/// What would come out instead: "Without them: …, now …".
[[nodiscard]] QString ifWithout(const AuditResult& now, const AuditResult& then);
/// Where the histories of a log go together and where not, in a sentence.
[[nodiscard]] QString historiesOf(const ComparedLog& log);

}  // namespace plumbline::words
