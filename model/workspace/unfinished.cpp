// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/unfinished.h"

#include "model/workspace/before_import.h"

namespace plumbline {
namespace {

// A row of settings a file: the schema is compared byte for byte, and one long list would be
// written anew with every file.
constexpr std::string_view pendingPrefix = "import.pending/";
constexpr std::string_view sourcePrefix = "import.source/";
constexpr std::string_view countPending =
    "SELECT count(*) FROM settings WHERE name >= 'import.pending/' AND name < 'import.pending0'";

Result<std::int64_t> numberOf(const Database& database, std::string_view sql) {
  PLUMBLINE_TRY(query, database.prepare(sql));
  PLUMBLINE_TRY(there, query.step());
  return there ? query.integer(0) : -1;
}

/// How many files the import has; -1 where there is no mark.
Result<std::int64_t> markOf(const Database& database) {
  return numberOf(database,
                  "SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'import.unfinished'");
}

Result<void> setMark(const Database& database, std::int64_t files) {
  PLUMBLINE_TRY(query, database.prepare(
                           "INSERT INTO settings (name, value) VALUES ('import.unfinished', ?) ON "
                           "CONFLICT (name) DO UPDATE SET value = excluded.value"));
  const std::string text = std::to_string(files);
  query.bind(1, text);
  return query.run();
}

}  // namespace

Result<void> markUnfinished(const Database& database, std::span<const std::string> files) {
  PLUMBLINE_TRY(query, database.prepare(
                           "INSERT OR IGNORE INTO settings (name, value) VALUES (?, '')"));
  for (const std::string& file : files) {
    const std::string name = std::string(pendingPrefix) + file;
    query.bind(1, name);
    PLUMBLINE_CHECK(query.run());
  }
  PLUMBLINE_TRY(pending, numberOf(database, countPending));
  return setMark(database, pending);
}

Result<void> noteFileDone(const Database& database, std::string_view file) {
  PLUMBLINE_TRY(query, database.prepare("DELETE FROM settings WHERE name = ?"));
  const std::string name = std::string(pendingPrefix) + std::string(file);
  query.bind(1, name);
  return query.run();
}

Result<bool> isUnfinished(const Database& database) {
  PLUMBLINE_TRY(files, markOf(database));
  return files >= 0;
}

Result<void> endImport(const Database& database) {
  PLUMBLINE_TRY(pending, numberOf(database, countPending));
  if (pending > 0) return {};
  PLUMBLINE_CHECK(forgetBefore(database));
  PLUMBLINE_CHECK(database.execute("DELETE FROM settings WHERE name GLOB 'import.source/*'"));
  return database.execute("DELETE FROM settings WHERE name = 'import.unfinished'");
}

Result<void> noteSources(const Database& database, std::span<const std::string> sources) {
  PLUMBLINE_TRY(query, database.prepare(
                           "INSERT OR IGNORE INTO settings (name, value) VALUES (?, '')"));
  for (const std::string& source : sources) {
    const std::string name = std::string(sourcePrefix) + source;
    query.bind(1, name);
    PLUMBLINE_CHECK(query.run());
  }
  return {};
}

Result<std::optional<UnfinishedImport>> readUnfinished(const Database& database) {
  PLUMBLINE_TRY(files, markOf(database));
  if (files < 0) return std::optional<UnfinishedImport>();
  PLUMBLINE_TRY(pending, numberOf(database, countPending));
  UnfinishedImport found{files - pending, files, {}};
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT name FROM settings WHERE name GLOB 'import.source/*' ORDER BY "
                           "name"));
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return std::optional(std::move(found));
    found.sources.emplace_back(query.text(0).substr(sourcePrefix.size()));
  }
}

Result<void> requireFinished(const Database& database) {
  PLUMBLINE_TRY(found, readUnfinished(database));
  if (!found) return {};
  return Error{ErrorCode::Inconsistent,
               Message("the import is unfinished: %1 of %2 files are in; import the same files again, or "
                       "take the import back",
                       found->filesIn, found->files)};
}

}  // namespace plumbline
