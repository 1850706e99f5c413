// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Between SQLite and the file of a workspace: the tag of every piece is computed before SQLite sees it, each
// time it is read, and SQLite gets an error (SQLITE_CORRUPT) in place of a piece that is not the sealed
// one. What a writer writes gets its tag on its way to the file, so that a new seal needs no look at the
// rest.

#include <memory>
#include <optional>

#include "model/store/seal.h"

struct sqlite3;

namespace plumbline {

/// Names for Database::open. The one for reading knows no journals: it neither looks for them nor
/// opens them. Both leave SQLite's own temporary files alone.
[[nodiscard]] const char* readingVfs();
[[nodiscard]] const char* writingVfs();

/// The file of a connection that was opened with one of the two. Until it holds a seal it lets
/// everything pass and takes down what it saw.
class SealedFile {
 public:
  /// Nothing where the connection has another VFS, or no file.
  [[nodiscard]] static std::optional<SealedFile> of(sqlite3* database);
  /// The first bytes of the file, zeros where it is shorter. Errors: Mismatch (not those SQLite saw), Io.
  [[nodiscard]] Result<Bytes> start(std::int64_t count) const;
  /// Whether everything that was read so far is as in the seal, and the file is of its size.
  [[nodiscard]] bool fits(const Seal& seal) const;
  /// From now on nothing else passes.
  void hold(std::shared_ptr<const Seal> seal) const;
  /// The same for a file that was empty when it was opened: it gets a key of its own.
  void holdEmpty() const;
  [[nodiscard]] std::shared_ptr<const Seal> held() const;
  /// Whether anything was written to it.
  [[nodiscard]] bool isWritten() const;
  /// How many pieces there are; whether one is as it should be. Errors: Malformed, Io.
  [[nodiscard]] std::int64_t pieces() const;
  [[nodiscard]] Result<void> check(std::int64_t piece) const;
  /// Brings the file to the disk; size, key and pieces as they are there. Errors: Io.
  [[nodiscard]] Result<Seal> finish() const;

 private:
  explicit SealedFile(void* file) : m_file(file) {}
  void* m_file;
};

}  // namespace plumbline
