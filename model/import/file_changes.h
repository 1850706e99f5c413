// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files of a workspace are taken back, put back, forgotten, or read in another way. Each is one
// transaction: a kill leaves the workspace as it was before or as it is afterwards. What is derived
// is then as if the files had been imported as they are now.

#include <filesystem>

#include "model/import/evidence_files.h"

namespace plumbline {

struct FileChange {
  Hash rootBefore;  // the evidence root
  Hash rootAfter;
  std::int64_t files = 0;
  std::int64_t rowsBefore = 0;  // current records of the whole workspace
  std::int64_t rowsAfter = 0;
  std::int64_t notes = 0;  // that people wrote about these files; they stay, and count while those are here
};

/// Evidence no longer, kept until they are forgotten. Errors: NotFound; Unsupported for what is not
/// one file (keys, policies, statements of people, readings); Inconsistent where an import is unfinished.
[[nodiscard]] Result<FileChange> takeBackFiles(const std::filesystem::path& workspace,
                                               const std::vector<Hash>& files,
                                               const StepStamp& stamp, const Progress& progress);
/// Evidence again. Errors: NotFound where the file was not taken back; Mismatch where its bytes changed.
[[nodiscard]] Result<FileChange> putBackFiles(const std::filesystem::path& workspace,
                                              const std::vector<Hash>& files, const StepStamp& stamp,
                                              const Progress& progress);
/// The bytes of files that were taken back are deleted. Errors: as putBackFiles.
[[nodiscard]] Result<FileChange> forgetFiles(const std::filesystem::path& workspace,
                                             const std::vector<Hash>& files, const StepStamp& stamp,
                                             const Progress& progress);
/// An unsigned file is read so from now on; without readings, as its content shows. Where it cannot be
/// read so, everything stays as it was. Errors: NotFound, those of the reader.
[[nodiscard]] Result<FileChange> readFileAgain(const std::filesystem::path& workspace,
                                               const Hash& original, Readings readings,
                                               const StepStamp& stamp, const Progress& progress);

}  // namespace plumbline
