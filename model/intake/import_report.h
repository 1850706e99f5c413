// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an import is asked for and what it tells afterwards.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/intake/read_counts.h"
#include "model/mapping/mapping.h"
#include "model/workspace/file_steps.h"

namespace plumbline {

struct ImportOptions {
  std::optional<std::filesystem::path> parties =
      {};  // keys the user vouches for: the workspace's trust
  std::optional<std::filesystem::path> policy = {};
  /// Name or vkey of who signed the audit and on whose word the user reads it; empty: on nobody's.
  std::optional<std::string> word = {};
  std::optional<std::filesystem::path> tsa = {};  // certificates of time stamp authorities, PEM
  /// Folder of the checkpoints that this person has seen verified (checkpoint_memory.h).
  std::optional<std::filesystem::path> memory = {};
  /// How to read tables that are no official files, by the path they are imported from.
  std::map<std::filesystem::path, Mapping> mappings = {};
  /// Where the fields of fixed-width files stand: CSV text (FixedLayout). Wants `as`.
  std::optional<std::string> layout = {};
  std::optional<std::string> as = {};  // id of the reader of every official file, whatever it holds
  /// A mapping of a file that is here already takes the place of all that was said of it before, and
  /// not only of what was said of the same sheet, table and party.
  bool insteadOfAll = false;
  std::optional<StepStamp> stamp = {};  // of who imports, for the history of the files
};

/// What an import made of a file that was here already.
enum class ReadAnew {
  No,        // the file is new, or nothing was said of it
  Added,     // one more reading beside those of before
  Replaced,  // another reading in the place of one or all of before
};

struct ImportedFile {
  std::string name;
  std::string kind;  // "publication", "table", "parties", a reader's id, ...
  std::int64_t rows = 0;
  std::int64_t quarantined = 0;  // rows that could not be used, kept in the quarantine
  ReadAnew anew = ReadAnew::No;
  std::int64_t duplicates = 0;  // of the quarantined
  ReadCounts counts = {};

  /// More than one row in twenty cannot be used: whoever reads figures from the rest should know why.
  [[nodiscard]] bool lacksMuch() const {
    return (quarantined - duplicates) * 20 > rows + quarantined - duplicates;
  }
};

/// A file that was refused, kept in the workspace so that nothing is lost silently.
struct Problem {
  std::string file;
  Error error;
  /// In English.
  [[nodiscard]] std::string text() const { return error.text(); }
};

struct JudgedEvidence;

struct ImportReport {
  std::vector<ImportedFile> files;
  std::vector<Problem> problems;  // refused; everything else went in
  std::int64_t rows = 0;         // that became records
  std::int64_t superseded = 0;   // of these: others took their place at once
  std::int64_t quarantined = 0;  // that could not be used
  std::int64_t duplicates = 0;   // of these: their id stands twice in the file
  std::int64_t alreadyThere = 0;  // files whose bytes the workspace had before
  /// What the session made of the evidence that is here now (judged_evidence.h).
  std::shared_ptr<const JudgedEvidence> judged = {};

  /// Of all files read: rowsRead() = stored() + superseded + duplicates + unusable().
  [[nodiscard]] std::int64_t rowsRead() const { return rows + quarantined; }
  [[nodiscard]] std::int64_t stored() const { return rows - superseded; }
  [[nodiscard]] std::int64_t unusable() const { return quarantined - duplicates; }
};

}  // namespace plumbline
