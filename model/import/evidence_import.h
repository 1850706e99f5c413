// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first half of an import: every byte that was brought is sorted and kept, and each publication is
// bound to its tables by their digests. Nothing is judged here: who signed what, and what that counts
// for, the session says afterwards of all that is here (judgement room), and loadJudged() makes records
// of what it lets count.

#include <functional>
#include <memory>

#include "model/import/original_intake.h"
#include "model/intake/table_intake.h"
#include "model/members/member_source.h"

namespace plumbline {

class EvidenceImport {
 public:
  EvidenceImport(const Database& database, const ImportOptions& options, const Progress& progress);

  /// The files and folders to bring. Errors: where none can be opened, or the user's own trust files
  /// are not right.
  [[nodiscard]] Result<void> open(const std::vector<std::filesystem::path>& paths);
  /// One that is open already.
  void add(std::unique_ptr<MemberSource> source);
  /// What happens to evidence that is here, in the caller's transaction, in the place of bringing some.
  void change(std::function<Result<void>(ImportContext&, OriginalIntake&)> first);

  /// All small evidence goes in, or nothing of it.
  [[nodiscard]] Result<void> takeIn();
  /// Tables and official files, from here on or from the files that were brought.
  [[nodiscard]] Result<void> loadRecords();
  /// Everything that was brought is in or refused. On the caller's transaction.
  [[nodiscard]] Result<void> close();

  [[nodiscard]] ImportContext& context() { return m_context; }

 private:
  struct ListedMember {
    const Member* member = nullptr;
    MemberRole role;
  };
  /// What the user says of trust, as it goes into the settings.
  struct TrustFiles {
    std::string parties, policy, tsa;
  };
  void openAuditFilesIn(const MemberSource& folder);
  [[nodiscard]] Result<void> markOpen();
  [[nodiscard]] Result<void> tryTakeIn();
  [[nodiscard]] Result<void> setTrust();
  [[nodiscard]] Result<void> sortMember(const ListedMember& listed);
  [[nodiscard]] Result<void> sortUnnamed(const ListedMember& listed);
  [[nodiscard]] Result<void> sortByDigest();

  ImportContext m_context;
  const ImportOptions* m_options;
  TableIntake m_tables;
  OriginalIntake m_originals;
  TrustFiles m_trust;
  std::vector<std::string> m_from;  // what was asked for
  std::vector<std::unique_ptr<MemberSource>> m_sources;
  std::vector<std::pair<Hash, ListedMember>> m_unnamed;
  std::function<Result<void>(ImportContext&, OriginalIntake&)> m_first;
  bool m_compares = false;  // the caller compares with the memory afterwards, and ends the import
};

}  // namespace plumbline
