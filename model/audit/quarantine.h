// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of official and mapped files that could not be used: none is lost silently.

#include "model/intake/record_sink.h"
#include "model/store/database.h"

namespace plumbline {

/// Rows of one official file that could not be used, for one reason.
struct QuarantineCount {
  std::string original;  // SHA-256 of the file
  std::string table;     // what the rows would have become; empty where that is not known
  std::string reason;
  std::int64_t rows = 0;
};
[[nodiscard]] JsonValue quarantineJson(const std::vector<QuarantineCount>& quarantine);

struct QuarantineEntry {
  std::string original;  // SHA-256 of the file
  QuarantinedRow row;    // without the raw row
};

struct Quarantine {
  std::vector<QuarantineCount> counts;  // by file, table, reason: part of the results
  std::vector<QuarantineEntry> first;   // to be shown: of all rows the first mostShown
  static constexpr std::int64_t mostShown = 1'000;
  [[nodiscard]] std::int64_t rows() const;
  [[nodiscard]] std::int64_t files() const;
};

/// Errors: only those of the store.
[[nodiscard]] Result<Quarantine> readQuarantine(const Database& database);

}  // namespace plumbline
