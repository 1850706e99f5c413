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
#include "model/workspace/file_steps.h"

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
  /// Tables of publications whose rows came in: publication, name.
  std::set<std::pair<std::int64_t, std::string>> loaded;
  /// The caller has a transaction open, and all goes in whole or not at all (ImportStep).
  bool whole = false;
  std::optional<StepStamp> stamp;  // nobody's where nothing new is brought

  ImportContext(const Database& workspace, const Progress& watched)
      : database(workspace), store(workspace), progress(watched) {}
  void refuse(const std::string& file, Error error) {
    report.problems.push_back({file, std::move(error).in(file)});
  }
  /// A file came whose bytes were not here; on the transaction that takes it in.
  [[nodiscard]] Result<void> noteBrought(const Hash& digest, const std::string& name) const {
    if (!stamp) return {};
    return noteFileStep(database, {*stamp, FileStep::Brought, digest, name, {}});
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
