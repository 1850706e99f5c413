// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole audit as one immutable value: what pages, CLI and report show.

#include <array>
#include <memory>

#include "model/audit/balance_slices.h"
#include "model/audit/quarantine.h"
#include "model/audit/record_gaps.h"
#include "model/audit/split_view.h"
#include "model/balance/loss_series.h"
#include "model/balance/plant_network.h"
#include "model/books/alias_book.h"
#include "model/checks/scheduler_audit.h"
#include "model/decisions/unsigned_files.h"
#include "model/evidence/authors_word.h"
#include "model/evidence/evidence_report.h"
#include "model/findings/finding.h"
#include "model/intake/import_report.h"
#include "model/links/link_decisions.h"
#include "model/records/plan.h"
#include "model/reference/reference_tables.h"
#include "model/totals/totals_comparison.h"
#include "model/tracks/tied_tracks.h"
#include "model/verdict/claim_verdict.h"

namespace plumbline {

/// A statement of somebody about this audit: the author's signature or an endorsement.
struct SignOff {
  std::string
      kind;  // "author", "endorsement", or "other_author": of another audit file opened here
  std::string name;  // of the key
  std::string vkey;
  Hash resultsDigest;  // the result they signed
  bool signatureGood = false;
  bool current = false;  // signed digest equals the digest computed now; else the sign-off is void
  KeyTrust trust = KeyTrust::FirstSeen;  // pinned by the user, or known from the statement only
};

struct CheckRun {
  std::string rule;
  CheckState state = CheckState::CannotTell;  // failed: it found something
  std::string reason;                         // why it could not be done
};

/// A key that came with the evidence only, and that something here rests on.
struct OpenKey {
  Role role = Role::Unknown;
  std::string party;
  std::string name;  // of the party
  std::string vkey;
  std::int64_t loads = 0;  // receipts that it signed; of a plant shipments
  Mass mass;               // of these
  Mass against;            // of what would be a contradiction by records that it signed
  bool differs = false;    // the user compared it: its owner reads out other digits
  [[nodiscard]] const std::string& shownName() const { return name.empty() ? party : name; }
};

/// A key that counts and signed something here.
struct CountedKey {
  Role role = Role::Unknown;
  std::string party;
  std::string vkey;
  bool onWord = false;   // only the author named it, on whose word the user reads the audit
  bool decides = false;  // a verdict may rest on it
};

/// Whose word the result rests on (model/books/lens.h).
struct Standing {
  std::vector<CountedKey> counted;  // by role, party, vkey
  std::vector<OpenKey> open;        // those that could change a verdict, by role, party, vkey
  std::int64_t openFiles = 0;       // official files that the user did not vouch for
  std::int64_t mappedFiles = 0;     // tables read by a mapping: they state, no more
  /// Everything that could change a verdict is from somebody the user named.
  [[nodiscard]] bool complete() const { return open.empty() && openFiles + mappedFiles == 0; }
};

struct JudgedEvidence;  // model/judgement/judged_evidence.h

struct AuditResult {
  std::string title;     // "EcoSphere North": name of the plant, or of the first party
  std::string subtitle;  // operator
  Timestamp start, end;  // of the records; end exclusive
  AuditPlan plan;
  std::string engineVersion;
  EvidenceReport evidence;
  std::optional<SplitView> splitView;  // the log showed two histories
  std::vector<ClaimVerdict> claims;    // by start, then id; after them what the user entered
  Balance balance;
  std::vector<LossSeries> lossSeries;  // the balance over time, with its tests; all plants first
  PlantNetwork network;  // how well all figures fit together, and where they do not
  std::vector<RecordGap> gaps;         // what is known to be missing; no part of the digest
  BalanceSlices slices;                // the same over parts of the time, and by kind of material
  SchedulerAudit scheduler;
  TotalsComparison totals;        // what parties declare about periods; empty where nobody does
  Tracks tracks;                  // of devices, and where they ended; empty where there are none
  std::vector<Finding> findings;  // in the order of findingBefore
  std::vector<CheckRun> checks;   // every registered check, in registry order
  std::vector<Problem> problems;
  LinkDecisions linkDecisions;  // what people decided about records without a partner
  AliasBook aliases;            // what people decided about names
  ReferenceTables reference;  // the tables it was computed with
  Quarantine quarantine;  // rows that could not be used
  std::vector<UnsignedFile> unsignedFiles;  // who vouches for them decides nothing
  std::vector<SignOff> signOffs;
  std::array<std::int64_t, tableCount> rowCounts{};
  Hash resultsDigest;
  std::shared_ptr<const JudgedEvidence> judged;  // what `evidence` was told from
  Hash state;  // of the workspace it was read from (model/workspace/one_reading.h); no part of the result
  Standing standing;
  std::vector<PartyKey> names;  // of the user's own list, what concerns this audit: by their lines
  std::vector<AuthorsWord> authors;  // others who signed it and named keys, by vkey
  /// What is computed by the user's own list alone; nothing where it is this. The digest is of it.
  std::shared_ptr<const AuditResult> held;

  /// The worst decision over all claims of the evidence, for exit codes and marks; CannotTell where
  /// there is none. What the user entered decides nothing.
  /// Every claim is judged and shown by itself: there is no verdict over several.
  [[nodiscard]] Decision decision() const;
  /// A claim or a finding says so, by the word of somebody who counts.
  [[nodiscard]] bool accuses() const;
  /// On whose word it is read; null where on nobody's.
  [[nodiscard]] const AuthorsWord* word() const;
  /// What the results digest is taken over. No file names, row ids, times of computing or words.
  [[nodiscard]] JsonValue canonicalJson() const;
};

/// The balance as it stands in there; masses in grams.
[[nodiscard]] JsonValue balanceJson(const Balance& balance);

using AuditPtr = std::shared_ptr<const AuditResult>;

}  // namespace plumbline
