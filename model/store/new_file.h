// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file that comes into being whole or not at all, and never destroys what it must not: it is
// written under a name of its own in the same folder, brought to the disk and renamed.

#include <filesystem>
#include <memory>
#include <span>

#include <QFile>

#include "crypto/bytes.h"

namespace plumbline {

/// Whether a file may be written at `path`: nothing is there, or an ordinary file that is neither a
/// workspace (or a part of one) nor a private key nor one of `inputs`. Errors: Usage, with the reason.
[[nodiscard]] Result<void> checkOutput(const std::filesystem::path& path,
                                       std::span<const std::filesystem::path> inputs = {});

class NewFile {
 public:
  enum class Readers { Everybody, Owner };
  /// ReplaceAny: also a workspace, by whoever has just made it anew.
  enum class Existing { Replace, ReplaceAny, Refuse };
  /// Errors: Usage (checkOutput, where it may be replaced), Duplicate (something is there), Io.
  [[nodiscard]] static Result<NewFile> open(const std::filesystem::path& path, Existing existing,
                                            Readers readers = Readers::Everybody);
  NewFile(NewFile&&) noexcept = default;
  NewFile& operator=(NewFile&&) = delete;
  /// What was not committed leaves nothing.
  ~NewFile();
  /// Open for writing.
  [[nodiscard]] QFile& device() const { return *m_file; }
  [[nodiscard]] const std::filesystem::path& temporary() const { return m_temporary; }
  [[nodiscard]] Result<void> write(ByteView bytes) const;
  /// Errors: Duplicate, Io with the system's reason.
  [[nodiscard]] Result<void> commit();

 private:
  NewFile(std::filesystem::path path, std::filesystem::path temporary, std::unique_ptr<QFile> file,
          Existing existing)
      : m_path(std::move(path)),
        m_temporary(std::move(temporary)),
        m_file(std::move(file)),
        m_existing(existing) {}
  std::filesystem::path m_path;
  std::filesystem::path m_temporary;
  std::unique_ptr<QFile> m_file;
  Existing m_existing;
};

}  // namespace plumbline
