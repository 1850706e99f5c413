// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the steps of one import share.

#include <set>

#include "crypto/result.h"

#include "model/intake/import_report.h"
#include "model/records/progress.h"
#include "model/records/tables.h"
#include "model/store/evidence_store.h"

namespace plumbline {

struct ImportContext {
  const Database& database;
  EvidenceStore store;
  const Progress& progress;
  ImportReport report;
  /// Tables whose records changed: what may be superseded has to be looked at again.
  std::set<Table> changed;
  /// Originals that somebody said how to read: those that are here may have to be read once more.
  std::set<Hash> readings;

  ImportContext(const Database& workspace, const Progress& watched)
      : database(workspace), store(workspace), progress(watched) {}
  void refuse(const std::string& file, Error error) {
    report.problems.push_back({file, std::move(error).in(file)});
  }
  void accept(const std::string& file, std::string_view kind, std::int64_t rows = 0) {
    report.files.push_back({file, std::string(kind), rows});
  }
};

/// Errors that end an import; any other one refuses the file at hand.
[[nodiscard]] inline bool isFatal(const Error& error) {
  return error.code == ErrorCode::Store || error.code == ErrorCode::Cancelled ||
         error.code == ErrorCode::Internal;
}

}  // namespace plumbline
