// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Loads the tables that publications bind: from the files of this import, or from the evidence
// where the table came before its publication. A table goes in whole or not at all.

#include <map>
#include <vector>

#include "model/intake/import_context.h"
#include "model/members/member_source.h"

namespace plumbline {

class TableIntake {
 public:
  explicit TableIntake(ImportContext& context) : m_context(&context) {}
  /// A file of this import that says it has this digest.
  void offer(const Hash& stated, const Member& member);
  /// Loads every pending table whose bytes are here.
  [[nodiscard]] Result<void> loadPending();
  /// Keeps offered tables that no loadable publication binds, for a publication still to come.
  [[nodiscard]] Result<void> keepOthers();

 private:
  struct Pending {
    std::int64_t publication = 0;
    std::string name;
    Hash sha256;
    Hash rowRoot;
    std::int64_t bytes = 0;
    std::int64_t rows = 0;
  };
  [[nodiscard]] Result<std::vector<Pending>> pendingTables() const;
  [[nodiscard]] Result<std::int64_t> recordsHere() const;
  [[nodiscard]] Result<void> loadOne(const Pending& pending);
  [[nodiscard]] Result<void> loadFrom(const class ByteFeed& feed, const Pending& pending,
                                      std::optional<std::int64_t> evidence,
                                      const std::string& file);
  [[nodiscard]] Result<void> tryLoad(const ByteFeed& feed, const Pending& pending,
                                     std::optional<std::int64_t> evidence, std::int64_t& rows);
  [[nodiscard]] Result<void> refuse(const ByteFeed& feed, const Pending& pending,
                                    std::optional<std::int64_t> evidence, const std::string& file,
                                    Error error);
  [[nodiscard]] Result<void> keepOne(const Hash& stated, const Member& member);

  ImportContext* m_context;
  std::map<Hash, const Member*> m_offered;
  std::set<Hash> m_used;  // offered, and loaded or refused for a publication
};

}  // namespace plumbline
