// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/log_directory.h"

#include <algorithm>

#include <QLockFile>

#include "crypto/dsse.h"
#include "crypto/text_lines.h"

#include "model/members/log_tiles.h"
#include "model/store/safe_file.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t maxCheckpointBytes = 1 << 20;
constexpr std::int64_t maxTileBytes = 8192;
constexpr std::int64_t maxBundleBytes =
    static_cast<std::int64_t>(tileWidth * (2 + maxEnvelopeBytes));

struct TileFile {
  std::string path;
  std::string bytes;
};

/// The rightmost tiles of a tree and all full ones, level by level.
std::vector<TileFile> tilesOf(std::span<const Hash> leaves) {
  std::vector<TileFile> tiles;
  std::vector<Hash> hashes(leaves.begin(), leaves.end());
  for (unsigned level = 0; !hashes.empty(); ++level) {
    std::vector<Hash> above;
    for (std::size_t first = 0; first < hashes.size(); first += tileWidth) {
      const std::size_t width = std::min<std::size_t>(tileWidth, hashes.size() - first);
      const auto part = std::span<const Hash>(hashes).subspan(first, width);
      TileFile tile{hashTilePath(level, first / tileWidth, width), {}};
      for (const Hash& hash : part) tile.bytes += textOf(hash.view());
      tiles.push_back(std::move(tile));
      if (width == tileWidth) above.push_back(treeRoot(part));
    }
    hashes = std::move(above);
  }
  return tiles;
}

std::string bundled(std::string_view entry) {
  std::string out;
  out += static_cast<char>(entry.size() >> 8);
  out += static_cast<char>(entry.size() & 0xff);
  out += entry;
  return out;
}

}  // namespace

LogDirectory::LogDirectory(fs::path folder) : m_folder(std::move(folder)) {}
LogDirectory::LogDirectory(LogDirectory&&) noexcept = default;
LogDirectory::~LogDirectory() = default;

Result<LogDirectory> LogDirectory::open(const fs::path& folder) {
  LogDirectory log(folder);
  PLUMBLINE_CHECK(log.lock());
  PLUMBLINE_CHECK(log.readEntries());
  PLUMBLINE_CHECK(log.readCheckpoint());
  PLUMBLINE_CHECK(log.checkTiles(log.m_leaves.size()));
  PLUMBLINE_CHECK(log.checkTiles(log.m_checkpointSize));
  return log;
}

Result<void> LogDirectory::lock() {
  std::error_code error;
  fs::create_directories(m_folder, error);
  const std::string path = pathText(m_folder / ".lock");
  m_lock = std::make_unique<QLockFile>(QString::fromStdString(path));
  m_lock->setStaleLockTime(0);  // the lock of a program that no longer runs is stale, no other
  if (m_lock->tryLock(0)) return {};
  const bool busy = m_lock->error() == QLockFile::LockFailedError;
  return Error{ErrorCode::Io,
               busy ? Message("another program is writing to the log")
                    : Message("the log cannot be written"),
               {pathText(m_folder)}};
}

/// The widest partial bundle; 0 where there is none.
Result<std::uint64_t> LogDirectory::largestPartial(std::uint64_t index) const {
  const fs::path folder = (m_folder / entryBundlePath(index, 1)).parent_path();
  std::uint64_t widest = 0;
  std::error_code error;
  if (!fs::exists(folder, error)) return widest;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const auto width = parsePlainNumber(pathText(it->path().filename()));
    if (width && *width < tileWidth) widest = std::max(widest, *width);
  }
  if (error) return Error{ErrorCode::Io, "the folder cannot be read", {pathText(folder)}};
  return widest;
}

Result<bool> LogDirectory::readBundle(std::uint64_t index, std::uint64_t width) {
  const std::string path = entryBundlePath(index, width);
  PLUMBLINE_TRY(bytes, readSmallFile(m_folder / path, maxBundleBytes));
  if (!bytes) return false;
  auto entries = splitEntryBundle(bytesOf(*bytes));
  if (!entries) return std::move(entries).error().in(path);
  if (entries->size() != width) {
    return Error{ErrorCode::Mismatch,
                 "the bundle has another number of entries than its name says",
                 {path},
                 std::to_string(entries->size()),
                 Message::data(std::to_string(width))};
  }
  for (const BundledEntry& entry : *entries) {
    m_entries.push_back(bytes->substr(entry.offset, entry.bytes));
    m_leaves.push_back(leafHash(bytesOf(m_entries.back())));
  }
  return true;
}

Result<void> LogDirectory::readEntries() {
  for (std::uint64_t index = 0;; ++index) {
    PLUMBLINE_TRY(full, readBundle(index, tileWidth));
    if (full) continue;
    PLUMBLINE_TRY(width, largestPartial(index));
    if (width == 0) return {};
    PLUMBLINE_TRY(there, readBundle(index, width));
    static_cast<void>(there);
    return {};
  }
}

Result<void> LogDirectory::readCheckpoint() {
  constexpr std::string_view name = "checkpoint";
  PLUMBLINE_TRY(text, readSmallFile(m_folder / name, maxCheckpointBytes));
  if (!text) return {};
  auto note = parseNote(*text);
  if (!note) return std::move(note).error().in(std::string(name));
  auto checkpoint = parseCheckpointText(note->text);
  if (!checkpoint) return std::move(checkpoint).error().in(std::string(name));
  if (checkpoint->size > m_leaves.size()) {
    return Error{ErrorCode::Inconsistent,
                 "the checkpoint covers more entries than are there",
                 {std::string(name)},
                 std::to_string(m_leaves.size()),
                 Message::data(std::to_string(checkpoint->size))};
  }
  const auto covered = std::span<const Hash>(m_leaves).first(checkpoint->size);
  if (treeRoot(covered) != checkpoint->root) {
    return Error{ErrorCode::Inconsistent,
                 "the entries do not lead to the checkpoint's root",
                 {std::string(name)},
                 treeRoot(covered).base64(),
                 Message::data(checkpoint->root.base64())};
  }
  m_note = std::move(*text);
  m_checkpointSize = checkpoint->size;
  return {};
}

/// A tile that is absent is written with the next entry or checkpoint.
Result<void> LogDirectory::checkTiles(std::uint64_t size) const {
  for (const TileFile& tile : tilesOf(std::span<const Hash>(m_leaves).first(size))) {
    PLUMBLINE_TRY(bytes, readSmallFile(m_folder / tile.path, maxTileBytes));
    if (bytes && *bytes != tile.bytes) {
      return Error{
          ErrorCode::Inconsistent, "the tile does not follow from the entries", {tile.path}};
    }
  }
  return {};
}

Result<void> LogDirectory::writeTiles() const {
  for (const TileFile& tile : tilesOf(m_leaves)) {
    PLUMBLINE_CHECK(writeOnce(m_folder / tile.path, tile.bytes));
  }
  return {};
}

bool LogDirectory::isSignedBy(const PublicKey& key) const {
  if (m_note.empty()) return false;
  const std::string origin(claimedOrigin(m_note));
  return openCheckpoint(m_note, NoteVerifier::fromKey(origin, NoteKeyType::Ed25519, key)).ok();
}

Result<void> LogDirectory::append(std::string_view entry) {
  if (entry.empty() || entry.size() > maxEnvelopeBytes) {
    return Error{ErrorCode::BadValue,
                 "the entry is too small or too large for a log",
                 {},
                 Message("%1 bytes", entry.size()),
                 Message("1 to %1 bytes", maxEnvelopeBytes)};
  }
  const Hash leaf = leafHash(bytesOf(entry));
  const auto same = std::find(m_leaves.begin(), m_leaves.end(), leaf);
  if (same != m_leaves.end()) {
    return Error{ErrorCode::Duplicate,
                 "the entry is in the log already",
                 {},
                 Message("index %1", same - m_leaves.begin())};
  }
  const std::uint64_t index = m_entries.size() / tileWidth;
  std::string bundle;
  for (std::size_t i = index * tileWidth; i < m_entries.size(); ++i)
    bundle += bundled(m_entries[i]);
  bundle += bundled(entry);
  const std::uint64_t width = m_entries.size() % tileWidth + 1;
  PLUMBLINE_CHECK(writeOnce(m_folder / entryBundlePath(index, width), bundle));
  m_entries.emplace_back(entry);
  m_leaves.push_back(leaf);
  return writeTiles();
}

Result<void> LogDirectory::checkKey(const NoteVerifier& key) const {
  if (!m_note.empty()) {
    const auto opened = openCheckpoint(m_note, key);
    if (!opened) {
      return Error{ErrorCode::BadKey,
                   "the checkpoint there is not signed by this key",
                   {"checkpoint"},
                   Message("origin %1", claimedOrigin(m_note).substr(0, 120)),
                   Message("origin %1 under its key", key.name())};
    }
  }
  for (std::size_t i = m_checkpointSize; i < m_entries.size(); ++i) {
    const auto envelope = parseEnvelope(bytesOf(m_entries[i]));
    if (!envelope || verifyEnvelope(*envelope, {&key.key(), 1}).empty()) continue;
    return Error{ErrorCode::BadKey,
                 "the key has signed an entry of the log; a log needs a key of its own",
                 {},
                 Message("entry %1", i)};
  }
  return {};
}

Result<Checkpoint> LogDirectory::sign(const std::string& origin, const PrivateKey& logKey) {
  const auto key = NoteVerifier::fromKey(origin, NoteKeyType::Ed25519, logKey.publicKey());
  PLUMBLINE_CHECK(checkKey(key));
  PLUMBLINE_CHECK(writeTiles());
  const Checkpoint checkpoint{origin, m_leaves.size(), treeRoot(m_leaves)};
  if (!m_note.empty() && m_checkpointSize == m_leaves.size()) return checkpoint;
  PLUMBLINE_TRY(note, signCheckpoint(checkpoint, logKey));
  PLUMBLINE_CHECK(replaceFile(m_folder / "checkpoint", note));
  m_note = std::move(note);
  m_checkpointSize = checkpoint.size;
  return checkpoint;
}

}  // namespace plumbline
