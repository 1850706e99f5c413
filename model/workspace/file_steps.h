// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people did with the files of a workspace: who did what, when. It is told and never computed
// with: whoever can write to the file could write another history.

#include <vector>

#include <map>

#include "crypto/hash.h"

#include "model/records/quantities.h"
#include "model/store/database.h"

namespace plumbline {

/// By the clock and the account of whoever asks: the model looks at neither.
struct StepStamp {
  Timestamp at;
  std::string by;
  bool operator==(const StepStamp&) const = default;
};

enum class FileStep {
  Brought,
  ReadAgain,  // details: the readings, as in the audit file
  TakenBack,
  PutBack,
  Forgotten,  // its bytes are gone for good
};
[[nodiscard]] std::string_view toText(FileStep step);

struct FileStepRow {
  StepStamp stamp;
  FileStep step = FileStep::Brought;
  Hash file;
  std::string name;  // it had on the disk; else its member name
  std::string details;
};

/// On the caller's transaction where there is one.
[[nodiscard]] Result<void> noteFileStep(const Database& database, const FileStepRow& row);
/// In the order they were done. A row that cannot be read is left out. Errors: only those of the store.
[[nodiscard]] Result<std::vector<FileStepRow>> readFileSteps(const Database& database);
/// By file, how it was brought last. Errors: as readFileSteps.
[[nodiscard]] Result<std::map<Hash, FileStepRow>> broughtSteps(const Database& database);
/// Nothing where `from` is of a program that kept no steps.
[[nodiscard]] Result<void> copyFileSteps(const Database& from, const Database& to);

}  // namespace plumbline
