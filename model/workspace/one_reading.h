// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/hash.h"

#include "model/store/database.h"

namespace plumbline {

/// One state of the workspace for as long as it lives, whatever is written meanwhile. Within another
/// one, or within a transaction, it is a part of that.
class OneReading {
 public:
  /// `database` must outlive it. Errors: Inconsistent where an import is unfinished (unfinished.h):
  /// of half the evidence nothing is said; those of the store.
  [[nodiscard]] static Result<OneReading> begin(const Database& database);
  OneReading(OneReading&& other) noexcept;
  OneReading& operator=(OneReading&&) = delete;
  ~OneReading();

 private:
  explicit OneReading(const Database* database) : m_database(database) {}
  const Database* m_database;  // null: somebody else ends it
};

/// Two readings of the same state see the same records: a digest over the evidence and all settings
/// but the notes that people write beside an audit.
[[nodiscard]] Result<Hash> stateOf(const Database& database);

/// Another connection that sees the state this one sees, to read ahead on a thread of its own.
/// Errors: Store where somebody has written meanwhile, or waits to; Usage for a database in memory.
[[nodiscard]] Result<Database> openBeside(const Database& database);

/// Reads once more where a writer came in between, who is let through before: four times at most.
template <class Read>
[[nodiscard]] auto readUndisturbed(Read read) -> decltype(read()) {
  constexpr int attempts = 4;
  for (int attempt = 1;; ++attempt) {
    auto answer = read();
    if (answer || answer.error().code != ErrorCode::Store || attempt == attempts) return answer;
  }
}

}  // namespace plumbline
