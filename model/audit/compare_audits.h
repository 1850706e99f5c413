// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The open audit and somebody else's, side by side: who has which files, where the histories of the logs
// part, whether the same result comes out. Both are computed here, by this user's list of keys. Nothing
// of the other one is imported: its evidence lies in a workspace of its own, which goes with the value.

#include <filesystem>

#include "model/audit/audit_result.h"
#include "model/workspace/file_steps.h"

namespace plumbline {

class PassingAudit;

/// Verdicts, balance, checks and findings are the same, whatever files they come from.
[[nodiscard]] bool sameOutcome(const AuditResult& a, const AuditResult& b);

enum class Having : std::uint8_t { Both, OnlyOurs, OnlyTheirs };
[[nodiscard]] std::string_view toText(Having having);  // both, only_ours, only_theirs
struct ComparedFile {
  Hash sha256;
  std::string name;  // that it had when it was brought here; else its member name
  std::string kind;  // evidence_kind
  std::int64_t bytes = 0;
  Having having = Having::Both;
};

/// How the entries of one log go together, as far as its newest verified checkpoints reach.
enum class Histories : std::uint8_t {
  Same,
  OursLonger,    // theirs is an earlier state of it
  TheirsLonger,
  Parted,        // two histories of one log, under one key
  OnlyOurs,
  OnlyTheirs,
  OtherKey,      // no key signed a checkpoint of both: two logs of one name
  CannotTell,    // a checkpoint or the leaf hashes that lead to it are not here, or nobody named its key
};
[[nodiscard]] std::string_view toText(Histories histories);  // same, ours_longer, ...
struct ComparedLog {
  std::string origin;
  std::string party;
  Histories histories = Histories::CannotTell;
  std::uint64_t ours = 0;    // entries
  std::uint64_t theirs = 0;
  std::uint64_t common = 0;  // entries from the first on that are the same
};

struct AuditComparison {
  AuditPtr ours;
  AuditPtr theirs;
  Hash ourRoot;
  Hash theirRoot;
  std::vector<ComparedFile> files;  // by name; without the audit plan, which is compared by what it says
  std::vector<ComparedLog> logs;    // by origin
  std::shared_ptr<const PassingAudit> other;

  [[nodiscard]] std::int64_t count(Having having) const;
  [[nodiscard]] bool samePlan() const { return ours->plan.toJson().dump() == theirs->plan.toJson().dump(); }
  /// To the digest, which holds the evidence root: other files give another one, whatever they say.
  [[nodiscard]] bool sameResults() const { return ours->resultsDigest == theirs->resultsDigest; }
  [[nodiscard]] bool sameOutcome() const { return plumbline::sameOutcome(*ours, *theirs); }
  /// The first log that showed two histories; nullptr where none did.
  [[nodiscard]] const ComparedLog* parted() const;
  [[nodiscard]] bool sameEvidence() const {
    return count(Having::OnlyOurs) == 0 && count(Having::OnlyTheirs) == 0;
  }
};

using ComparisonPtr = std::shared_ptr<const AuditComparison>;

/// `other`: an audit file, a folder, or a workspace, which is read and not written. `computed`: the audit
/// of `workspace` as it is known already; computed anew where it is null, or of another state. Errors:
/// those of an audit of either; Mismatch where the two are about different plants.
[[nodiscard]] Result<AuditComparison> compareAudits(const std::filesystem::path& workspace,
                                                    const AuditPtr& computed,
                                                    const std::filesystem::path& other,
                                                    const Progress& progress);
/// What would come out of the workspace without these files; it stays as it is. Errors: NotFound where it
/// has no such file, and those of an import and an audit.
[[nodiscard]] Result<AuditPtr> auditWithout(const std::filesystem::path& workspace,
                                            const std::vector<Hash>& files, const Progress& progress);
/// Imports these files of the other audit into the workspace. Errors: NotFound where the other one has no
/// such file, and those of an import.
[[nodiscard]] Result<ImportReport> takeOverFiles(const std::filesystem::path& workspace,
                                                 const AuditComparison& comparison,
                                                 const std::vector<Hash>& files,
                                                 const StepStamp& stamp, const Progress& progress);

}  // namespace plumbline
