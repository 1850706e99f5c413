// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the files of an import come from: a folder, a single file, an audit file. Whatever it is,
// a member is a slice of a file on disk (an audit file stores its members uncompressed), so that
// a large one can be read in windows and never has to be held in memory.
//
// Files are read and never memory-mapped: they belong to somebody else, who may cut one short or
// overwrite it at any moment. A mapping would then end the program (SIGBUS), or show other bytes to
// the parser than to the digest. Reading costs one copy.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "crypto/bytes.h"

namespace plumbline {

/// Bytes that lie in no file of their own. Any thread may ask.
class StoredBytes {
 public:
  virtual ~StoredBytes() = default;
  /// Fills `out` with the bytes from `offset`.
  [[nodiscard]] virtual Result<void> read(std::int64_t offset, std::span<std::byte> out) const = 0;
};

struct Member {
  std::string name;            // "tables/6f….csv": '/' between folders on every system
  std::filesystem::path file;  // the file on disk that holds its bytes
  std::int64_t offset = 0;     // of its first byte in that file
  std::int64_t bytes = 0;
  /// The bytes where no single file holds them: the leaf hashes of a log of tiles.
  std::shared_ptr<const Bytes> held = {};
  /// The bytes where they are evidence of another workspace.
  std::shared_ptr<const StoredBytes> stored = {};
};

/// What an import that did not finish is still waiting for: told apart by name and size.
[[nodiscard]] inline std::string pendingName(const Member& member) {
  return std::to_string(member.bytes) + "/" + member.name;
}

/// A slice of a file in memory. Movable, not copyable.
class FileBytes {
 public:
  /// Errors: Io, also where the file has become too short for the slice.
  [[nodiscard]] static Result<FileBytes> read(const std::filesystem::path& file,
                                              std::int64_t offset, std::int64_t bytes);
  [[nodiscard]] static Result<FileBytes> of(const Member& member);
  /// A slice of the member.
  [[nodiscard]] static Result<FileBytes> of(const Member& member, std::int64_t offset,
                                            std::int64_t bytes);
  [[nodiscard]] ByteView view() const { return {m_bytes.get(), m_size}; }

 private:
  explicit FileBytes(std::int64_t bytes);
  [[nodiscard]] std::span<std::byte> room() { return {m_bytes.get(), m_size}; }
  std::unique_ptr<std::byte[]> m_bytes;
  std::size_t m_size = 0;
};

class MemberSource {
 public:
  virtual ~MemberSource() = default;
  /// Sorted by name, each name once.
  [[nodiscard]] const std::vector<Member>& members() const { return m_members; }
  /// True for an audit file: its member names are then exact ("parties.txt", not "a/parties.txt").
  [[nodiscard]] virtual bool isAuditFile() const { return false; }

 protected:
  explicit MemberSource(std::vector<Member> members);

 private:
  std::vector<Member> m_members;
};

}  // namespace plumbline
