// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes in official files: finds the reader of each, keeps its bytes as an original and reads its
// records, one transaction a file.

#include <vector>

#include "model/intake/import_context.h"
#include "model/intake/reading.h"
#include "model/members/byte_feed.h"
#include "model/members/member_role.h"
#include "model/readers/reader.h"

namespace plumbline {

class OriginalIntake {
 public:
  OriginalIntake(ImportContext& context, const ImportOptions& options)
      : m_context(&context), m_options(&options) {}
  void offer(const Member& member, const MemberRole& role) { m_offered.push_back({&member, role}); }
  /// Reads every file offered; one that cannot be used is refused and named. What is here already is
  /// read once more where somebody said since how to read it. Errors: only those that end the import.
  [[nodiscard]] Result<void> readOffered();

 private:
  struct Offered {
    const Member* member = nullptr;
    MemberRole role;
  };
  /// Whose content it is; `reading` where somebody had to say so.
  struct Choice {
    const Reader* reader = nullptr;
    std::optional<std::string> said;
    std::optional<JsonValue> details;
  };
  [[nodiscard]] std::optional<Reading> saidByUser(const Offered& offered) const;
  [[nodiscard]] Result<void> readOne(const Offered& offered);
  [[nodiscard]] Result<void> readNew(const Offered& offered, ReadInput& input);
  [[nodiscard]] Result<void> sayAnew(const Offered& offered, const Hash& digest);
  [[nodiscard]] Result<void> readAgain();
  [[nodiscard]] Result<void> readStored(const EvidenceItem& original);
  [[nodiscard]] Result<Choice> chooseReader(const Offered& offered, const ReadInput& input) const;
  [[nodiscard]] Result<void> attach(const ReadInput& input);
  [[nodiscard]] Result<void> readWith(const Choice& choice, const ReadInput& input);
  [[nodiscard]] Result<std::int64_t> keep(const ReadInput& input) const;

  ImportContext* m_context;
  const ImportOptions* m_options;
  std::vector<Offered> m_offered;
  std::set<Hash> m_read;  // in this import, with all that was said
};

}  // namespace plumbline
