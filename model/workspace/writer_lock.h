// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One writer a workspace. SQLite keeps single transactions apart; an import is many of them, each
// of which builds on the one before. The lock is held on a file beside the workspace and belongs to
// the system: it ends with the process, however that ends. It holds between threads as well.

#include <cstdint>
#include <filesystem>

#include "crypto/result.h"

namespace plumbline {

class WriterLock {
 public:
  /// Waits a few seconds for another writer. Errors: Store, which names the process that holds the
  /// workspace; Io.
  [[nodiscard]] static Result<WriterLock> take(const std::filesystem::path& workspace);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();
  /// "audit.plumbline-lock"; there only while somebody writes, or where a writer was killed.
  [[nodiscard]] static std::filesystem::path fileFor(const std::filesystem::path& workspace);

 private:
  WriterLock(std::filesystem::path file, std::intptr_t handle)
      : m_file(std::move(file)), m_handle(handle) {}
  std::filesystem::path m_file;
  std::intptr_t m_handle;
};

}  // namespace plumbline
