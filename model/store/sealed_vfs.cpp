// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sealed_vfs.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <new>
#include <set>

#include <sqlite3.h>

namespace plumbline {
namespace {

enum class Use { Reading, Writing };

/// What is known of the pieces of one open file.
struct Pieces {
  Use use = Use::Reading;
  bool holds = false;
  bool written = false;
  std::map<std::int64_t, Bytes> seen;      // before there is a seal, and so a key
  std::shared_ptr<const Seal> seal;        // for reading: what the file has to be
  std::optional<Gmac> gmac;                // with the key of the seal, or of the file that is made
  Gmac::Key key{};                         // for writing: that key
  std::int64_t size = 0;                   // 〃 what the file is by now
  std::vector<Tag> now;                    // 〃
  std::set<std::int64_t> unknown;          // 〃 written in part: looked at once more in the end
  std::vector<std::byte> buffer = std::vector<std::byte>(sealedPieceBytes);

  [[nodiscard]] std::int64_t knownSize() const { return use == Use::Writing ? size : seal->size; }
  [[nodiscard]] const Tag& expected(std::int64_t piece) const {
    return (use == Use::Writing ? now : seal->pieces)[static_cast<std::size_t>(piece)];
  }
  [[nodiscard]] Tag tagOf(std::int64_t piece, const std::byte* bytes, std::int64_t count) const {
    return gmac->tagOf(static_cast<std::uint64_t>(piece), {bytes, static_cast<std::size_t>(count)});
  }
};

/// SQLite makes room for it and for the system's file behind it.
struct ShimFile {
  sqlite3_file base;
  Pieces* pieces;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
static_assert(sizeof(ShimFile) % alignof(std::max_align_t) == 0);

ShimFile& shim(sqlite3_file* file) {
  return *reinterpret_cast<ShimFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return shim(file).real();
}

std::int64_t pieceOf(std::int64_t offset) {
  return offset / sealedPieceBytes;
}

std::int64_t bytesIn(std::int64_t piece, std::int64_t size) {
  return std::min(sealedPieceBytes, size - piece * sealedPieceBytes);
}

/// What is read to find out a workspace's name is a few pages. A file that has more there is none of ours.
constexpr std::size_t mostSeen = 64;

/// Before there is a seal: the same bytes each time.
int takeDown(Pieces& pieces, std::int64_t piece, ByteView bytes) {
  const auto seen = pieces.seen.find(piece);
  if (seen != pieces.seen.end()) {
    return std::ranges::equal(seen->second, bytes) ? SQLITE_OK : SQLITE_CORRUPT;
  }
  if (pieces.seen.size() == mostSeen) return SQLITE_CORRUPT;
  pieces.seen.emplace(piece, Bytes(bytes.begin(), bytes.end()));
  return SQLITE_OK;
}

/// One piece of at most `count` bytes into `out`, as the file has it. SQLITE_CORRUPT where it is not
/// the sealed one.
int readPiece(ShimFile& file, std::int64_t piece, std::int64_t count, std::byte* out) {
  Pieces& pieces = *file.pieces;
  const int code = file.real()->pMethods->xRead(file.real(), out, static_cast<int>(count),
                                                piece * sealedPieceBytes);
  if (code == SQLITE_IOERR_SHORT_READ && pieces.holds) return SQLITE_CORRUPT;
  if (code != SQLITE_OK) return code;
  if (!pieces.holds) return takeDown(pieces, piece, {out, static_cast<std::size_t>(count)});
  if (pieces.unknown.contains(piece)) return SQLITE_OK;
  return pieces.tagOf(piece, out, count) == pieces.expected(piece) ? SQLITE_OK : SQLITE_CORRUPT;
}

int sizeOf(ShimFile& file, std::int64_t& size) {
  if (file.pieces->holds) {
    size = file.pieces->knownSize();
    return SQLITE_OK;
  }
  sqlite3_int64 found = 0;
  const int code = file.real()->pMethods->xFileSize(file.real(), &found);
  size = found;
  return code;
}

/// Copies what the piece has of the bytes wanted from `offset`.
int readPart(ShimFile& file, std::byte* out, std::int64_t count, std::int64_t offset,
             std::int64_t size) {
  const std::int64_t piece = pieceOf(offset);
  const std::int64_t all = bytesIn(piece, size);
  if (count == all && offset == piece * sealedPieceBytes) return readPiece(file, piece, all, out);
  std::vector<std::byte>& buffer = file.pieces->buffer;
  const int code = readPiece(file, piece, all, buffer.data());
  if (code == SQLITE_OK) {
    std::memcpy(out, buffer.data() + (offset - piece * sealedPieceBytes),
                static_cast<std::size_t>(count));
  }
  return code;
}

int readBytes(sqlite3_file* base, void* to, int wanted, sqlite3_int64 offset) {
  ShimFile& file = shim(base);
  auto* out = static_cast<std::byte*>(to);
  std::int64_t size = 0;
  if (const int code = sizeOf(file, size); code != SQLITE_OK) return code;
  const std::int64_t end = std::min<std::int64_t>(offset + wanted, size);
  std::int64_t at = offset;
  while (at < end) {
    const std::int64_t count = std::min(end, (pieceOf(at) + 1) * sealedPieceBytes) - at;
    if (const int code = readPart(file, out + (at - offset), count, at, size); code != SQLITE_OK) {
      return code;
    }
    at += count;
  }
  if (at == offset + wanted) return SQLITE_OK;
  const std::int64_t got = std::max<std::int64_t>(at - offset, 0);
  std::memset(out + got, 0, static_cast<std::size_t>(wanted - got));
  return SQLITE_IOERR_SHORT_READ;
}

/// The file has grown to `size`; what lies between is looked at in the end.
void growTo(Pieces& pieces, std::int64_t size) {
  if (size <= pieces.size) return;
  if (pieces.size % sealedPieceBytes != 0) pieces.unknown.insert(pieceOf(pieces.size));
  const auto before = static_cast<std::int64_t>(pieces.now.size());
  const std::int64_t after = pieceOf(size - 1) + 1;
  for (std::int64_t piece = before; piece < after; ++piece) pieces.unknown.insert(piece);
  pieces.now.resize(static_cast<std::size_t>(std::max(before, after)));
  pieces.size = size;
}

int writeBytes(sqlite3_file* base, const void* from, int count, sqlite3_int64 offset) {
  Pieces& pieces = *shim(base).pieces;
  // Nothing is written over what nobody has looked at yet.
  if (pieces.use == Use::Reading || !pieces.holds) return SQLITE_READONLY;
  pieces.written = true;
  const int code = real(base)->pMethods->xWrite(real(base), from, count, offset);
  sqlite3_int64 end = offset + count;
  // A full disk may have taken a part.
  if (code != SQLITE_OK && real(base)->pMethods->xFileSize(real(base), &end) != SQLITE_OK) return code;
  end = std::min<sqlite3_int64>(end, offset + count);
  growTo(pieces, end);
  const auto* bytes = static_cast<const std::byte*>(from);
  for (std::int64_t piece = pieceOf(offset); piece * sealedPieceBytes < end; ++piece) {
    const std::int64_t start = piece * sealedPieceBytes;
    const bool whole = start >= offset && start + sealedPieceBytes <= end;
    if (!whole || code != SQLITE_OK) {
      pieces.unknown.insert(piece);
      continue;
    }
    pieces.now[static_cast<std::size_t>(piece)] =
        pieces.tagOf(piece, bytes + (start - offset), sealedPieceBytes);
    pieces.unknown.erase(piece);
  }
  return code;
}

int truncateTo(sqlite3_file* base, sqlite3_int64 size) {
  Pieces& pieces = *shim(base).pieces;
  if (pieces.use == Use::Reading || !pieces.holds) return SQLITE_READONLY;
  pieces.written = true;
  const int code = real(base)->pMethods->xTruncate(real(base), size);
  if (code != SQLITE_OK) return code;
  growTo(pieces, size);
  pieces.size = size;
  const std::int64_t count = size == 0 ? 0 : pieceOf(size - 1) + 1;
  pieces.now.resize(static_cast<std::size_t>(count));
  pieces.unknown.erase(pieces.unknown.lower_bound(count), pieces.unknown.end());
  if (size % sealedPieceBytes != 0) pieces.unknown.insert(pieceOf(size));
  return SQLITE_OK;
}

int fileSize(sqlite3_file* base, sqlite3_int64* out) {
  std::int64_t size = 0;
  const int code = sizeOf(shim(base), size);
  *out = size;
  return code;
}

int closeFile(sqlite3_file* base) {
  delete shim(base).pieces;
  shim(base).pieces = nullptr;
  return real(base)->pMethods->xClose(real(base));
}

int deviceCharacteristics(sqlite3_file* base) {
  // An atomic batch can be taken back behind our back.
  return real(base)->pMethods->xDeviceCharacteristics(real(base)) & ~SQLITE_IOCAP_BATCH_ATOMIC;
}

int syncFile(sqlite3_file* base, int flags) {
  return real(base)->pMethods->xSync(real(base), flags);
}
int lockFile(sqlite3_file* base, int level) {
  return real(base)->pMethods->xLock(real(base), level);
}
int unlockFile(sqlite3_file* base, int level) {
  return real(base)->pMethods->xUnlock(real(base), level);
}
int checkReserved(sqlite3_file* base, int* out) {
  return real(base)->pMethods->xCheckReservedLock(real(base), out);
}
int control(sqlite3_file* base, int op, void* argument) {
  return real(base)->pMethods->xFileControl(real(base), op, argument);
}
int sectorSize(sqlite3_file* base) {
  return real(base)->pMethods->xSectorSize(real(base));
}
int mapShared(sqlite3_file* base, int region, int size, int extend, void volatile** out) {
  return real(base)->pMethods->xShmMap(real(base), region, size, extend, out);
}
int lockShared(sqlite3_file* base, int offset, int count, int flags) {
  return real(base)->pMethods->xShmLock(real(base), offset, count, flags);
}
void barrierShared(sqlite3_file* base) {
  real(base)->pMethods->xShmBarrier(real(base));
}
int unmapShared(sqlite3_file* base, int remove) {
  return real(base)->pMethods->xShmUnmap(real(base), remove);
}

// Version 2: pages are never mapped into memory past us.
const sqlite3_io_methods methods = {2,           closeFile,     readBytes,     writeBytes,
                                    truncateTo,  syncFile,      fileSize,      lockFile,
                                    unlockFile,  checkReserved, control,       sectorSize,
                                    deviceCharacteristics,      mapShared,     lockShared,
                                    barrierShared, unmapShared, nullptr,       nullptr};

/// Whatever is the default by now: a test may put its own in the place of the system's.
sqlite3_vfs* system(sqlite3_vfs*) {
  return sqlite3_vfs_find(nullptr);
}

int openMain(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* outFlags,
             Use use) {
  ShimFile& file = shim(base);
  file.base.pMethods = nullptr;
  if (static_cast<int>(sizeof(ShimFile)) + system(vfs)->szOsFile > vfs->szOsFile) return SQLITE_CANTOPEN;
  file.pieces = new (std::nothrow) Pieces;
  if (file.pieces == nullptr) return SQLITE_NOMEM;
  file.pieces->use = use;
  const int code = system(vfs)->xOpen(system(vfs), name, file.real(), flags, outFlags);
  if (code == SQLITE_OK) {
    file.base.pMethods = &methods;
    return SQLITE_OK;
  }
  // SQLite closes a file that has methods only.
  if (file.real()->pMethods != nullptr) file.real()->pMethods->xClose(file.real());
  delete file.pieces;
  return code;
}

constexpr int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL | SQLITE_OPEN_SUPER_JOURNAL;

int openForReading(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* out) {
  if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
    return openMain(vfs, name, base, flags, out, Use::Reading);
  }
  if ((flags & journals) == 0) return system(vfs)->xOpen(system(vfs), name, base, flags, out);
  base->pMethods = nullptr;
  return SQLITE_CANTOPEN;
}

int openForWriting(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* out) {
  if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
    return openMain(vfs, name, base, flags, out, Use::Writing);
  }
  return system(vfs)->xOpen(system(vfs), name, base, flags, out);
}

/// SQLite asks this way whether there is a journal.
int nothingThere(sqlite3_vfs*, const char*, int, int* out) {
  *out = 0;
  return SQLITE_OK;
}

int removeNothing(sqlite3_vfs*, const char*, int) {
  return SQLITE_READONLY;
}

int removeFile(sqlite3_vfs* vfs, const char* name, int sync) {
  return system(vfs)->xDelete(system(vfs), name, sync);
}
int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
  return system(vfs)->xAccess(system(vfs), name, flags, out);
}
int fullPath(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  return system(vfs)->xFullPathname(system(vfs), name, size, out);
}
int randomness(sqlite3_vfs* vfs, int size, char* out) {
  return system(vfs)->xRandomness(system(vfs), size, out);
}
int sleepFor(sqlite3_vfs* vfs, int microseconds) {
  return system(vfs)->xSleep(system(vfs), microseconds);
}
int currentTime(sqlite3_vfs* vfs, double* out) {
  return system(vfs)->xCurrentTime(system(vfs), out);
}
int lastError(sqlite3_vfs* vfs, int size, char* out) {
  return system(vfs)->xGetLastError(system(vfs), size, out);
}
int currentTime64(sqlite3_vfs* vfs, sqlite3_int64* out) {
  return system(vfs)->xCurrentTimeInt64(system(vfs), out);
}

/// Version 2, without the calls that load extensions.
sqlite3_vfs makeVfs(const char* name, Use use) {
  sqlite3_vfs* const below = sqlite3_vfs_find(nullptr);
  sqlite3_vfs vfs{};
  vfs.iVersion = 2;
  vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + below->szOsFile;
  vfs.mxPathname = below->mxPathname;
  vfs.zName = name;
  vfs.xOpen = use == Use::Reading ? openForReading : openForWriting;
  vfs.xDelete = use == Use::Reading ? removeNothing : removeFile;
  vfs.xAccess = use == Use::Reading ? nothingThere : accessFile;
  vfs.xFullPathname = fullPath;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleepFor;
  vfs.xCurrentTime = currentTime;
  vfs.xGetLastError = lastError;
  vfs.xCurrentTimeInt64 = below->iVersion >= 2 ? currentTime64 : nullptr;
  return vfs;
}

/// SQLite keeps the pointer: it lives as long as the program.
const char* registered(sqlite3_vfs& vfs) {
  sqlite3_vfs_register(&vfs, 0);
  return vfs.zName;
}

Error cannotRead() {
  return {ErrorCode::Io, "the workspace cannot be read"};
}

}  // namespace

const char* readingVfs() {
  static sqlite3_vfs vfs = makeVfs("plumbline-reading", Use::Reading);
  static const char* const name = registered(vfs);
  return name;
}

const char* writingVfs() {
  static sqlite3_vfs vfs = makeVfs("plumbline-writing", Use::Writing);
  static const char* const name = registered(vfs);
  return name;
}

std::optional<SealedFile> SealedFile::of(sqlite3* database) {
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) {
    return std::nullopt;
  }
  if (file == nullptr || file->pMethods != &methods) return std::nullopt;
  return SealedFile(file);
}

namespace {

ShimFile& shimOf(void* file) {
  return *static_cast<ShimFile*>(file);
}

}  // namespace

Result<Bytes> SealedFile::start(std::int64_t count) const {
  Bytes bytes(static_cast<std::size_t>(count));
  const int code =
      readBytes(&shimOf(m_file).base, bytes.data(), static_cast<int>(count), 0);
  if (code == SQLITE_CORRUPT) {
    return Error{ErrorCode::Mismatch, "the workspace changed while it was opened"};
  }
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return cannotRead();
  return bytes;
}

bool SealedFile::fits(const Seal& seal) const {
  ShimFile& file = shimOf(m_file);
  sqlite3_int64 size = 0;
  if (file.real()->pMethods->xFileSize(file.real(), &size) != SQLITE_OK) return false;
  const auto& seen = file.pieces->seen;
  const Gmac gmac(seal.key);
  const auto same = [&seal, &gmac](const auto& piece) {
    const auto index = static_cast<std::size_t>(piece.first);
    return index < seal.pieces.size() && gmac.tagOf(index, piece.second) == seal.pieces[index];
  };
  return size == seal.size && std::all_of(seen.begin(), seen.end(), same);
}

void SealedFile::hold(std::shared_ptr<const Seal> seal) const {
  Pieces& pieces = *shimOf(m_file).pieces;
  if (pieces.use == Use::Writing) {
    pieces.size = seal->size;
    pieces.now = seal->pieces;
    pieces.key = seal->key;
  }
  pieces.gmac.emplace(seal->key);
  pieces.seal = std::move(seal);
  pieces.holds = true;
  pieces.seen.clear();
}

void SealedFile::holdEmpty() const {
  Pieces& pieces = *shimOf(m_file).pieces;
  pieces.key = Gmac::newKey();
  pieces.gmac.emplace(pieces.key);
  pieces.holds = true;
}

std::shared_ptr<const Seal> SealedFile::held() const {
  const Pieces& pieces = *shimOf(m_file).pieces;
  return pieces.use == Use::Reading ? pieces.seal : nullptr;
}

bool SealedFile::isWritten() const {
  return shimOf(m_file).pieces->written;
}

std::int64_t SealedFile::pieces() const {
  const Pieces& pieces = *shimOf(m_file).pieces;
  return (pieces.knownSize() + sealedPieceBytes - 1) / sealedPieceBytes;
}

Result<void> SealedFile::check(std::int64_t piece) const {
  ShimFile& file = shimOf(m_file);
  const std::int64_t count = bytesIn(piece, file.pieces->knownSize());
  const int code = readPiece(file, piece, count, file.pieces->buffer.data());
  if (code == SQLITE_OK) return {};
  if (code != SQLITE_CORRUPT) return cannotRead();
  return Error{ErrorCode::Malformed, "the workspace is not as this computer left it"};
}

Result<Seal> SealedFile::finish() const {
  ShimFile& file = shimOf(m_file);
  Pieces& pieces = *file.pieces;
  sqlite3_int64 size = 0;
  if (file.real()->pMethods->xFileSize(file.real(), &size) != SQLITE_OK ||
      file.real()->pMethods->xSync(file.real(), SQLITE_SYNC_FULL) != SQLITE_OK) {
    return Error{ErrorCode::Io, "the workspace cannot be brought to the disk"};
  }
  growTo(pieces, size);
  for (const std::int64_t piece : pieces.unknown) {
    const std::int64_t count = bytesIn(piece, pieces.size);
    const int code = file.real()->pMethods->xRead(
        file.real(), pieces.buffer.data(), static_cast<int>(count), piece * sealedPieceBytes);
    if (code != SQLITE_OK) return cannotRead();
    pieces.now[static_cast<std::size_t>(piece)] = pieces.tagOf(piece, pieces.buffer.data(), count);
  }
  pieces.unknown.clear();
  Seal seal;
  seal.size = pieces.size;
  seal.key = pieces.key;
  seal.pieces = pieces.now;
  return seal;
}

}  // namespace plumbline
