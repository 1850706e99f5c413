// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the files of an import come from: a folder, a single file, an audit file. Whatever it is,
// a member is a slice of a file on disk (an audit file stores its members uncompressed), so that
// every member can be memory-mapped and a large one never has to be held in memory.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QFile>

#include "crypto/bytes.h"

namespace plumbline {

struct Member {
  std::string name;            // "tables/6f….csv": '/' between folders on every system
  std::filesystem::path file;  // the file on disk that holds its bytes
  std::int64_t offset = 0;     // of its first byte in that file
  std::int64_t bytes = 0;
};

/// A part of a member in memory, mapped for as long as this lives. Movable, not copyable.
class MappedBytes {
 public:
  /// Errors: Io. The slice must lie within the file.
  [[nodiscard]] static Result<MappedBytes> open(const std::filesystem::path& file,
                                                std::int64_t offset, std::int64_t bytes);
  [[nodiscard]] ByteView view() const { return m_view; }

 private:
  MappedBytes() = default;
  std::unique_ptr<QFile> m_file;  // unmaps when it goes
  ByteView m_view;
};

class MemberSource {
 public:
  virtual ~MemberSource() = default;
  /// Sorted by name, each name once.
  [[nodiscard]] const std::vector<Member>& members() const { return m_members; }
  /// The member's first `limit` bytes or fewer.
  [[nodiscard]] Result<Bytes> firstBytes(const Member& member, std::int64_t limit) const;
  /// The whole member, mapped until the source goes. Errors: NotFound, Io.
  [[nodiscard]] Result<ByteView> view(std::string_view name);
  /// True for an audit file: its member names are then exact ("parties.txt", not "a/parties.txt").
  [[nodiscard]] virtual bool isAuditFile() const { return false; }

 protected:
  explicit MemberSource(std::vector<Member> members);

 private:
  std::vector<Member> m_members;
  std::map<std::string, MappedBytes, std::less<>> m_views;
};

/// Opens a folder (every file below it, hidden ones and truth.json left out), an audit file, or any
/// other single file. Errors: NotFound, Io, and what the audit file's strict reader refuses.
[[nodiscard]] Result<std::unique_ptr<MemberSource>> openSource(const std::filesystem::path& path);

}  // namespace plumbline
