// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Public cases (docs/cases): files that somebody published, and the mappings by which they are read as
// they are. The mappings are built in, the files are not: whoever tries a case brings them.

#include "model/audit/session.h"

namespace plumbline {

struct CaseFile {
  std::string name;  // as it was published
  std::vector<Mapping> mappings;  // by which it is read, in this order
};

struct PublicCase {
  std::string id;  // "uk-mrf": the folder
  std::vector<CaseFile> files;
  /// "a.csv, b.csv": all that it has.
  [[nodiscard]] std::string fileNames() const;
  /// The file of this name; of a second download, "name (1).csv", too. Nothing where it is none.
  [[nodiscard]] const CaseFile* fileCalled(const std::filesystem::path& path) const;
};

/// By id. Errors: those of a mapping, BadValue; only where the program was built wrong.
[[nodiscard]] Result<std::vector<PublicCase>> publicCases();
/// Errors: NotFound, with the cases there are.
[[nodiscard]] Result<PublicCase> publicCase(std::string_view id);

/// Imports files of a case into a workspace, each by all of its mappings. Not all of a case's files
/// need to be there. Errors: NotFound for a file that is none of the case, before anything is read;
/// those of importInto.
[[nodiscard]] Result<ImportReport> importCase(const fs::path& workspace, const PublicCase& made,
                                              const std::vector<fs::path>& files, ImportOptions options,
                                              const Progress& progress);

}  // namespace plumbline
