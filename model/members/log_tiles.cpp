// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/log_tiles.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "crypto/checkpoint.h"
#include "crypto/dsse.h"

#include "model/evidence/log_check.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t groupBase = 1000;
constexpr std::int64_t maxCheckpointBytes = 1 << 20;
constexpr std::size_t hashBytes = 32;
constexpr std::size_t lengthBytes = 2;
constexpr std::int64_t maxBundleBytes =
    static_cast<std::int64_t>(tileWidth * (lengthBytes + maxEnvelopeBytes));

std::string threeDigits(std::uint64_t group) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%03u", static_cast<unsigned>(group % groupBase));
  return text.data();
}

std::string indexPath(std::uint64_t index) {
  std::string path = threeDigits(index);
  for (index /= groupBase; index > 0; index /= groupBase) {
    path = "x" + threeDigits(index) + "/" + path;
  }
  return path;
}

std::string withWidth(std::string path, std::uint64_t width) {
  if (width < tileWidth) path += ".p/" + std::to_string(width);
  return path;
}

/// A file that may be absent; symbolic links are not followed.
Result<std::optional<FileBytes>> readIfThere(const fs::path& file, std::int64_t most) {
  std::error_code code;
  if (!fs::is_regular_file(fs::symlink_status(file, code))) return std::optional<FileBytes>();
  const auto bytes = static_cast<std::int64_t>(fs::file_size(file, code));
  if (code) return Error{ErrorCode::Io, Message("the file cannot be read: %1", code.message())};
  if (bytes > most) return Error{ErrorCode::TooLarge, "the file of the log is too large"};
  PLUMBLINE_TRY(read, FileBytes::read(file, 0, bytes));
  return std::optional<FileBytes>(std::move(read));
}

struct FoundTile {
  std::string path;
  std::optional<FileBytes> bytes;
};

/// The tile of the checkpoint's width or, where the log has grown since, the full one.
template <class PathOf>
Result<FoundTile> findTile(const fs::path& folder, std::uint64_t width, std::int64_t most,
                           const PathOf& pathOf) {
  for (const std::uint64_t each : {width, tileWidth}) {
    const std::string path = pathOf(each);
    auto bytes = readIfThere(folder / path, most);
    if (!bytes) return std::move(bytes).error().in(path);
    if (*bytes) return FoundTile{path, std::move(*bytes)};
  }
  return FoundTile{};
}

class TileLog {
 public:
  TileLog(const fs::path& folder, std::string prefix, std::size_t maxMembers)
      : m_folder(folder), m_prefix(std::move(prefix)), m_maxMembers(maxMembers) {}

  Result<std::vector<Member>> run() {
    PLUMBLINE_CHECK(readCheckpoint());
    PLUMBLINE_CHECK(readLeaves());
    PLUMBLINE_CHECK(readEntries());
    return std::move(m_members);
  }

 private:
  Result<void> readCheckpoint() {
    const std::string shown = m_prefix + "checkpoint";
    auto read = readIfThere(m_folder / "checkpoint", maxCheckpointBytes);
    if (!read) return std::move(read).error().in(shown);
    if (!*read) return Error{ErrorCode::NotFound, "the log has no checkpoint", {shown}};
    auto note = parseNote(textOf((*read)->view()));
    if (!note) return std::move(note).error().in(shown);
    auto checkpoint = parseCheckpointText(note->text);
    if (!checkpoint) return std::move(checkpoint).error().in(shown);
    m_size = checkpoint->size;
    m_log = m_prefix + "log/" + originHash(checkpoint->origin) + "/";
    const auto bytes = static_cast<std::int64_t>((*read)->view().size());
    m_members.push_back({m_log + "checkpoint", m_folder / "checkpoint", 0, bytes});
    return {};
  }

  [[nodiscard]] std::uint64_t widthOf(std::uint64_t index) const {
    return std::min(tileWidth, m_size - index * tileWidth);
  }

  /// As far as the tiles of level 0 go without a gap, and no further than entries are taken.
  Result<void> readLeaves() {
    auto leaves = std::make_shared<Bytes>();
    const std::uint64_t most = std::min<std::uint64_t>(m_size, m_maxMembers);
    for (std::uint64_t index = 0; index * tileWidth < most; ++index) {
      const std::uint64_t width = widthOf(index);
      PLUMBLINE_TRY(tile, findTile(m_folder, width, tileWidth * hashBytes, [&](std::uint64_t each) {
                      return hashTilePath(0, index, each);
                    }));
      if (!tile.bytes) break;
      const ByteView view = tile.bytes->view();
      const std::size_t wanted = width * hashBytes;
      if (view.size() < wanted) {
        PLUMBLINE_CHECK(listAsItself(tile));
        break;
      }
      leaves->insert(leaves->end(), view.begin(), view.begin() + static_cast<long>(wanted));
    }
    if (leaves->empty()) return {};
    const auto bytes = static_cast<std::int64_t>(leaves->size());
    m_members.push_back({m_log + "hashes.bin", m_folder / "tile", 0, bytes, std::move(leaves)});
    return {};
  }

  Result<void> readEntries() {
    for (std::uint64_t index = 0; index * tileWidth < m_size; ++index) {
      const std::uint64_t width = widthOf(index);
      PLUMBLINE_TRY(bundle, findTile(m_folder, width, maxBundleBytes, [&](std::uint64_t each) {
                      return entryBundlePath(index, each);
                    }));
      if (!bundle.bytes) return {};
      const auto entries = splitEntryBundle(bundle.bytes->view());
      if (!entries || entries->size() < width) {
        PLUMBLINE_CHECK(listAsItself(bundle));
        continue;
      }
      if (m_members.size() + width > m_maxMembers) {
        return Error{ErrorCode::TooLarge, "the log has too many entries", {m_prefix + "tile"}};
      }
      for (std::uint64_t i = 0; i < width; ++i) {
        const BundledEntry& entry = (*entries)[i];
        m_members.push_back(
            {m_log + "entries/" + std::to_string(index * tileWidth + i) + ".dsse.json",
             m_folder / bundle.path, static_cast<std::int64_t>(entry.offset),
             static_cast<std::int64_t>(entry.bytes)});
      }
    }
    return {};
  }

  Result<void> listAsItself(const FoundTile& tile) {
    const auto bytes = static_cast<std::int64_t>(tile.bytes->view().size());
    m_members.push_back({m_prefix + tile.path, m_folder / tile.path, 0, bytes});
    return {};
  }

  const fs::path& m_folder;
  std::string m_prefix;
  std::size_t m_maxMembers;
  std::string m_log;
  std::uint64_t m_size = 0;
  std::vector<Member> m_members;
};

}  // namespace

std::string hashTilePath(unsigned level, std::uint64_t index, std::uint64_t width) {
  return withWidth("tile/" + std::to_string(level) + "/" + indexPath(index), width);
}

std::string entryBundlePath(std::uint64_t index, std::uint64_t width) {
  return withWidth("tile/entries/" + indexPath(index), width);
}

Result<std::vector<BundledEntry>> splitEntryBundle(ByteView bundle) {
  std::vector<BundledEntry> entries;
  std::size_t at = 0;
  while (at < bundle.size()) {
    if (bundle.size() - at < lengthBytes) {
      return Error{ErrorCode::Malformed,
                   "the length of an entry is cut off",
                   {.byte = static_cast<std::int64_t>(at)}};
    }
    const auto length = std::to_integer<std::size_t>(bundle[at]) << 8 |
                        std::to_integer<std::size_t>(bundle[at + 1]);
    at += lengthBytes;
    if (bundle.size() - at < length) {
      return Error{ErrorCode::Malformed,
                   "an entry is longer than its bundle",
                   {.byte = static_cast<std::int64_t>(at)}};
    }
    entries.push_back({at, length});
    at += length;
  }
  return entries;
}

bool isTileLog(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(fs::symlink_status(folder / "checkpoint", ignored)) &&
         fs::is_directory(fs::symlink_status(folder / "tile", ignored));
}

Result<std::vector<Member>> tileLogMembers(const fs::path& folder, const std::string& prefix,
                                           std::size_t maxMembers) {
  return TileLog(folder, prefix, maxMembers).run();
}

}  // namespace plumbline
