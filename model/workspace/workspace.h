// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The workspace: one SQLite file per audit. Evidence bytes as they came, by SHA-256; every other
// table is derived from them and can be rebuilt. Schema: resources/sql/schema.sql.
//
// What this computer left in the file it knows by a seal (seal.h). A workspace that no seal fits is
// not opened: its records are made anew first (model/import/rebuild.h).

#include "model/records/progress.h"
#include "model/store/database.h"

namespace plumbline {

class Workspace {
 public:
  /// Opens for writing, or creates where `create`. Errors: NotFound, Unsupported (newer version),
  /// Malformed (not a workspace of ours), Mismatch (no seal fits), Store.
  /// A new one appears whole or not at all, and only its owner may read it. `first` is SQL that is
  /// in force from its first moment on.
  [[nodiscard]] static Result<Workspace> open(const std::filesystem::path& path, bool create,
                                              std::string_view first = {});
  /// For reading only, also from a disk that cannot be written to: then what was made anew of it, if
  /// anything was, is opened in its place. Waits a few seconds for a writer. Errors: as open.
  enum class Waiting { ForWriter, ForNobody };
  [[nodiscard]] static Result<Workspace> openReadOnly(const std::filesystem::path& path,
                                                      Waiting waiting = Waiting::ForWriter);
  /// One that has no seal, for a moment only: nobody opens it again.
  [[nodiscard]] static Result<Workspace> createScratch(const std::filesystem::path& path);
  /// An empty one in the place of an empty file. It has no seal unless it is closed by close().
  [[nodiscard]] static Result<Workspace> createIn(const std::filesystem::path& emptyFile,
                                                  const std::string& id);
  Workspace(Workspace&& other) noexcept;
  Workspace& operator=(Workspace&&) = delete;
  /// As close(). Where that fails the file is not lost: it is made anew when it is opened next.
  ~Workspace();
  /// Ends the writing: the file is brought to the disk and sealed. Nothing may be done afterwards.
  /// Errors: Store, Io.
  [[nodiscard]] Result<void> close();
  /// Compares the whole file with its seal. Errors: Malformed, Cancelled, Io.
  [[nodiscard]] Result<void> checkPages(const Progress& progress) const;
  /// Which state of the workspace this is, of one opened for reading, and the newest that this computer
  /// knows. Errors: Store, Io.
  [[nodiscard]] Result<std::pair<std::int64_t, std::int64_t>> states() const;
  [[nodiscard]] const Database& database() const { return m_database; }

 private:
  enum class Closing { Nothing, SealIfAsked, Seal };
  Workspace(Database database, Closing closing)
      : m_database(std::move(database)), m_closing(closing) {}
  Database m_database;
  Closing m_closing;
};

/// No other file can take its place: a disk for reading only, or another's folder.
[[nodiscard]] bool isIrreplaceable(const std::filesystem::path& path);
/// Where what was made anew of such a workspace lies: in the user's own folder. Errors: Io.
[[nodiscard]] Result<std::filesystem::path> copyOfIrreplaceable(const std::filesystem::path& path);
/// What a killed writer left beside it, once the workspace itself is made anew.
void removeJournals(const std::filesystem::path& path);
/// The connection of a workspace that no seal fits, to read its evidence and settings only: those
/// tables are ours to the byte, whatever else is in the file. Errors: NotFound, Unsupported,
/// Malformed, Store.
[[nodiscard]] Result<Database> openUnsealed(const std::filesystem::path& path);

/// Settings of the program itself: what the workspace is called among the seals, and what is never
/// remembered in one, because only the file can say it.
inline constexpr std::string_view workspaceIdSetting = "workspace.id";
[[nodiscard]] bool isRememberedSetting(std::string_view name);

}  // namespace plumbline
