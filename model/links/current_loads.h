// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Shipments or receipts as people name them: by party and id. Of several states of a record the
// current one is meant.

#include <optional>
#include <string>
#include <vector>

#include "model/records/quantities.h"
#include "model/records/tables.h"
#include "model/store/database.h"

namespace plumbline {

struct RecordName {
  std::string party;
  std::string id;
  auto operator<=>(const RecordName&) const = default;
};

struct CurrentLoad {
  std::int64_t rowid = 0;
  Mass net;
  Timestamp time;  // sent or received
};

class CurrentLoads {
 public:
  /// `table`: shipments or receipts. Errors: Store.
  [[nodiscard]] static Result<CurrentLoads> of(const Database& database, Table table);
  [[nodiscard]] Result<std::optional<CurrentLoad>> find(const RecordName& name);

 private:
  explicit CurrentLoads(Query query) : m_query(std::move(query)) {}
  Query m_query;
};

/// The loads that a person may mean by "ID" or "PARTY/ID", by name; at most 20.
[[nodiscard]] Result<std::vector<RecordName>> loadsCalled(const Database& database, Table table,
                                                          const std::string& text);

}  // namespace plumbline
