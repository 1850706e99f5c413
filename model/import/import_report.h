// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an import is asked for and what it tells afterwards.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plumbline {

struct ImportOptions {
  std::optional<std::filesystem::path> parties;  // keys the user vouches for: the workspace's trust
  std::optional<std::filesystem::path> policy;
  std::optional<std::filesystem::path> tsa = {};  // certificates of time stamp authorities, PEM
};

struct ImportedFile {
  std::string name;
  std::string kind;  // "publication", "table", "checkpoint", "summary log", "parties", ...
  std::int64_t rows = 0;
};

/// A file that was refused, kept in the workspace so that nothing is lost silently.
struct Problem {
  std::string file;
  std::string message;  // Error::text()
};

struct ImportReport {
  std::vector<ImportedFile> files;
  std::vector<Problem> problems;  // refused; everything else went in
  std::int64_t rows = 0;
  std::int64_t alreadyThere = 0;  // files whose bytes the workspace had before
};

}  // namespace plumbline
