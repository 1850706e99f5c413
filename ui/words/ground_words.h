// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an audit rests on, and by what it was read: counts with their names, a line each.

#include <vector>

#include <QString>

#include "model/audit/audit_result.h"

namespace plumbline::words {

/// How far a line carries: it is drawn so.
enum class Ground : std::uint8_t {
  Vouched,   // signed by a key the user vouches for
  OnWord,    // by a key that only the author named, on whose word it is read
  Said,      // signed by a key nobody the user knows vouches for
  KeptOut,   // the key's owner reads out other digits, or the key was not in force
  Stated,    // not signed
  Check,     // what was looked at, besides
  Missing,   // known to be missing
  Complete,  // nothing is
};

struct GroundLine {
  Ground ground;
  QString name;    // "Keys you vouched for"
  QString note;    // "8 keys"; may be empty
  QString figure;  // "192 publications"
};

/// Of the whole audit. `withChecks`: also logs and time stamps, where no list of checks is beside it.
[[nodiscard]] std::vector<GroundLine> groundLines(const AuditResult& audit, bool withChecks);
/// The few words of a row of evidence beside its state: "513 signed files", "8 of 8 logs".
[[nodiscard]] QString evidenceFact(EvidenceQuestion question, const AuditResult& audit);
/// The plan that the verdict was read under: "plan 1, bulk-10 (10 % of a load), receipts due in 30 days".
[[nodiscard]] QString planWords(const AuditPlan& plan);
/// "the program’s own code lists", "2 code lists that somebody brought"
[[nodiscard]] QString tablesWords(const ReferenceTables& tables);
/// Whose word counted for the claim: "the word of 8 keys you vouched for".
[[nodiscard]] QString lensWords(const ClaimVerdict& claim, const Standing& standing);

}  // namespace plumbline::words
