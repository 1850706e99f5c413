// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes in official files: finds the reader of each, keeps its bytes as an original and reads its
// records, one transaction a file.

#include <map>
#include <vector>

#include "model/intake/import_step.h"
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
  /// Of an original that is here: it is read in another way, whole or as it was.
  void sayOf(const Hash& original, std::string name, Readings readings, ReadAnew how) {
    m_anew[original] = {std::move(name), std::move(readings), how};
  }
  /// Reads every file offered; one that cannot be used is refused and named. What is here already is
  /// read once more where somebody said since how to read it. Errors: only those that end the import.
  [[nodiscard]] Result<void> readOffered();

 private:
  struct Offered {
    const Member* member = nullptr;
    MemberRole role;
  };
  /// Whose content it is; `said` where somebody had to say so.
  struct Choice {
    const Reader* reader = nullptr;
    bool said = false;
    std::optional<JsonValue> details = {};
  };
  using Choices = std::vector<Choice>;  // several only by mappings; none: nobody can read it
  /// What was said of a file that is here already.
  struct Anew {
    std::string name;
    Readings readings;
    ReadAnew how = ReadAnew::Replaced;
  };
  [[nodiscard]] Result<std::optional<Reading>> saidByUser(const Offered& offered) const;
  [[nodiscard]] Result<void> readOne(const Offered& offered);
  [[nodiscard]] Result<void> readNew(const Offered& offered, ReadInput& input);
  [[nodiscard]] Result<void> sayAnew(const Offered& offered, const EvidenceItem& stored);
  [[nodiscard]] Result<void> readAgain();
  [[nodiscard]] Result<void> readAnew(const EvidenceItem& original, const Anew& anew);
  [[nodiscard]] Result<void> readStored(const EvidenceItem& original);
  [[nodiscard]] Result<Choices> chooseReaders(const std::optional<Reading>& said,
                                              const ReadInput& input) const;
  [[nodiscard]] Result<void> attach(const ReadInput& input);
  [[nodiscard]] Result<void> readWith(const Choices& choices, ReadInput& input, ReadAnew anew);
  [[nodiscard]] Result<void> takeRecords(const Choices& choices, ReadInput& input,
                                         std::int64_t original, ImportedFile& file);
  [[nodiscard]] Result<void> noteLoaded(std::int64_t original);
  [[nodiscard]] Result<std::int64_t> keep(const ReadInput& input) const;

  ImportContext* m_context;
  const ImportOptions* m_options;
  std::vector<Offered> m_offered;
  std::set<Hash> m_read;          // in this import, with all that was said
  std::map<Hash, Anew> m_anew;    // said of what is here
};

}  // namespace plumbline
