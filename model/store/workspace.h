// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The workspace: one SQLite file per audit. Evidence bytes as they came, by SHA-256; every other
// table is derived from them and can be rebuilt. Schema: resources/sql/schema.sql.

#include "model/records/progress.h"
#include "model/store/database.h"

namespace plumbline {

class Workspace {
 public:
  /// Opens, or creates where `create`; brings an older version up to date (user_version).
  /// Errors: NotFound, Unsupported (newer version), Malformed (not a workspace of ours: its
  /// application_id or any row of sqlite_schema differs), Store.
  /// A new one appears whole or not at all, and only its owner may read it. `first` is SQL that is
  /// in force from its first moment on.
  [[nodiscard]] static Result<Workspace> open(const std::filesystem::path& path, bool create,
                                              std::string_view first = {});
  /// For reading only, beside a writer, and from a disk that cannot be written to.
  [[nodiscard]] static Result<Workspace> openReadOnly(const std::filesystem::path& path);
  /// Looks for damage in the file. Errors: Malformed, Cancelled.
  [[nodiscard]] Result<void> checkPages(const Progress& progress) const;
  [[nodiscard]] const Database& database() const { return m_database; }

 private:
  explicit Workspace(Database database) : m_database(std::move(database)) {}
  Database m_database;
};

}  // namespace plumbline
