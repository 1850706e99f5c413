// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A log that its operator keeps as a folder of tiles (model/members/log_tiles.h), ready for any
// static web server. It only grows: files are written under temporary names and renamed, entries
// before hash tiles, the checkpoint last. An entry that no checkpoint covers yet is pending.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "crypto/checkpoint.h"

class QLockFile;

namespace plumbline {

class LogDirectory {
 public:
  /// Opens the log, or starts one in a folder that has none, and locks it for this program. Every
  /// entry is read, every tile and the checkpoint compared with what follows from the entries.
  /// Errors: Io (also where another program has it locked); Malformed, Mismatch or Inconsistent
  /// with the file that does not fit.
  [[nodiscard]] static Result<LogDirectory> open(const std::filesystem::path& folder);
  LogDirectory(LogDirectory&&) noexcept;
  ~LogDirectory();

  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
  [[nodiscard]] const std::vector<std::string>& entries() const { return m_entries; }
  [[nodiscard]] const std::vector<Hash>& leaves() const { return m_leaves; }
  /// As it lies there: it fits the entries, its signatures are the caller's to check. Empty where
  /// there is none yet.
  [[nodiscard]] const std::string& checkpointNote() const { return m_note; }
  [[nodiscard]] std::uint64_t checkpointSize() const { return m_checkpointSize; }

  /// Whether the checkpoint there is signed by this key.
  [[nodiscard]] bool isSignedBy(const PublicKey& key) const;

  /// Adds an entry of 1 to 65,535 bytes. Errors: BadValue, Duplicate (it is in the log), Io.
  [[nodiscard]] Result<void> append(std::string_view entry);
  /// Signs a checkpoint over all entries; keeps the one there where nothing was added. Errors:
  /// BadKey where the checkpoint there is not of this key, or the key has signed an entry: one key
  /// has one job; Io.
  [[nodiscard]] Result<Checkpoint> sign(const std::string& origin, const PrivateKey& logKey);

 private:
  explicit LogDirectory(std::filesystem::path folder);
  [[nodiscard]] Result<void> lock();
  [[nodiscard]] Result<void> readEntries();
  [[nodiscard]] Result<bool> readBundle(std::uint64_t index, std::uint64_t width);
  [[nodiscard]] Result<std::uint64_t> largestPartial(std::uint64_t index) const;
  [[nodiscard]] Result<void> readCheckpoint();
  [[nodiscard]] Result<void> checkTiles(std::uint64_t size) const;
  [[nodiscard]] Result<void> writeTiles() const;
  [[nodiscard]] Result<void> checkKey(const NoteVerifier& key) const;

  std::filesystem::path m_folder;
  std::unique_ptr<QLockFile> m_lock;
  std::vector<std::string> m_entries;
  std::vector<Hash> m_leaves;
  std::string m_note;
  std::uint64_t m_checkpointSize = 0;
};

}  // namespace plumbline
