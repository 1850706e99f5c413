// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/workspace.h"

#include <utility>

#include <sqlite3.h>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

#include "model/store/current_records.h"
#include "model/store/evidence_store.h"
#include "model/store/file_errors.h"
#include "model/store/new_file.h"
#include "model/store/sealed_vfs.h"
#include "model/store/sql_resource.h"
#include "model/store/user_folder.h"
#include "model/workspace/workspace_identity.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t piecesBetweenReports = 256;
constexpr int foldAttempts = 100;
constexpr int foldPauseMs = 10;

Error notFound(const fs::path& path) {
  return {ErrorCode::NotFound, "there is no such workspace", {shownName(path)}};
}

Error unsealed() {
  return {ErrorCode::Mismatch,
          "the workspace is not as this computer left it; audit it, so that its records are made "
          "anew from the evidence"};
}

fs::path beside(const fs::path& path, std::string_view end) {
  fs::path file = path;
  file += end;
  return file;
}

/// What a writer left that was killed. An empty one says nothing.
bool hasJournal(const fs::path& path) {
  for (const std::string_view end : {"-wal", "-journal"}) {
    std::error_code failed;
    if (fs::file_size(beside(path, end), failed) > 0 && !failed) return true;
  }
  return false;
}

constexpr std::string_view journalEnds[] = {"-wal", "-journal", "-shm"};

/// No writer leaves a link where a journal may be, and SQLite opens none.
void removeLinks(const fs::path& path) {
  for (const std::string_view end : journalEnds) {
    std::error_code ignored;
    const fs::path file = beside(path, end);
    if (fs::is_symlink(fs::symlink_status(file, ignored))) fs::remove(file, ignored);
  }
}

bool isWritable(const fs::path& path) {
#ifdef _WIN32
  static_cast<void>(path);  // files are kept apart by the system there
  return true;
#else
  return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
#endif
}

/// Nobody can write there: no locks are needed, and none may be had.
bool isFixed(const fs::path& path) {
  return !isWritable(path) && isIrreplaceable(path);
}

Result<std::string> readId(const Database& database) {
  auto id = readOneText(database, "SELECT value FROM settings WHERE name = 'workspace.id'");
  if (!id || !isWorkspaceId(*id)) return unsealed();
  return id;
}

/// The seal that fits what was read of the file to find out its name.
Result<Seal> findSeal(const Database& database, const SealedFile& file) {
  PLUMBLINE_TRY(id, readId(database));
  PLUMBLINE_TRY(seals, readSeals(id));
  const std::string engine = sealEngine();
  for (Seal& seal : seals) {
    if (seal.engine == engine && file.fits(seal)) return std::move(seal);
  }
  return unsealed();
}

Result<Database> openSealed(const fs::path& path, Database::Mode mode) {
  const bool writes = mode == Database::Mode::ReadWrite;
  PLUMBLINE_TRY(database, Database::open(path, mode, writes ? writingVfs() : readingVfs()));
  const auto file = SealedFile::of(database.handle());
  if (!file) return Error{ErrorCode::Internal, "the workspace has no file"};
  PLUMBLINE_TRY(start, file->start(fileHeadBytes));
  PLUMBLINE_CHECK(checkFileHead(start));
  if (hasJournal(path) || isInWalMode(start)) return unsealed();
  PLUMBLINE_TRY(seal, findSeal(database, *file));
  file->hold(std::make_shared<const Seal>(std::move(seal)));
  PLUMBLINE_CHECK(addCurrentViews(database));
  return database;
}

/// 64 MiB: so many rows of an index are sorted at once when ten million are loaded.
Result<void> prepareWriting(const Database& database) {
  PLUMBLINE_CHECK(database.execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536"));
  return database.execute(sqlResource("indexes"));
}

Result<void> setId(const Database& database, std::string_view id) {
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO settings (name, value) VALUES (?, ?)"));
  query.bind(1, workspaceIdSetting).bind(2, id);
  return query.run();
}

/// Under a temporary name, so that a kill or a full disk leaves no half workspace.
Result<void> createFile(const fs::path& path, std::string_view first, bool overEmpty) {
  const auto existing = overEmpty ? NewFile::Existing::Replace : NewFile::Existing::Refuse;
  PLUMBLINE_TRY(file, NewFile::open(path, existing, NewFile::Readers::Owner));
  {
    PLUMBLINE_TRY(workspace, Workspace::createIn(file.temporary(), newWorkspaceId()));
    if (!first.empty()) PLUMBLINE_CHECK(workspace.database().execute(first));
    PLUMBLINE_CHECK(workspace.close());
  }
  return file.commit();
}

/// True for a file of no bytes: what a person's empty new file, or a creation cut short, leaves.
bool isEmptyFile(const fs::path& path) {
  std::error_code failed;
  return fs::file_size(path, failed) == 0 && !failed;
}

Result<std::map<std::string, std::string>> rememberedSettings(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT name, value FROM settings"));
  std::map<std::string, std::string> settings;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return settings;
    if (isRememberedSetting(query.text(0))) settings.emplace(query.text(0), query.text(1));
  }
}

/// A seal is UTF-8; a file's name need not be.
std::string inUtf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

Result<std::vector<SealedProblem>> rememberedProblems(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT id, file, message FROM problems ORDER BY id"));
  std::vector<SealedProblem> problems;
  while (problems.size() < sealedProblems) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) break;
    problems.push_back({query.integer(0), inUtf8(query.text(1)), inUtf8(query.text(2))});
  }
  return problems;
}

Result<Seal> sealOf(const Database& database, const SealedFile& file) {
  PLUMBLINE_TRY(settings, rememberedSettings(database));
  PLUMBLINE_TRY(problems, rememberedProblems(database));
  PLUMBLINE_TRY(root, EvidenceStore(database).root());
  PLUMBLINE_TRY(seal, file.finish());
  seal.engine = sealEngine();
  seal.evidenceRoot = root;
  seal.settings = std::move(settings);
  seal.problems = std::move(problems);
  return seal;
}

/// At rest there is nothing beside the file, and a reader's lock on it keeps the next writer waiting.
/// SQLite does not wait here for somebody who just looks.
Result<void> foldLog(const Database& database) {
  Result<std::string> mode = std::string();
  for (int attempt = 0; attempt < foldAttempts; ++attempt) {
    if (attempt > 0) sqlite3_sleep(foldPauseMs);
    mode = readOneText(database, "PRAGMA journal_mode = DELETE");
    if (mode && *mode == "delete") return {};
  }
  if (!mode) return std::move(mode).error();
  return Error{ErrorCode::Store, "the workspace cannot be closed: somebody else has it open"};
}

Result<Database> openToRead(const fs::path& path) {
  const bool fixed = isFixed(path);
  return openSealed(path, fixed ? Database::Mode::Immutable : Database::Mode::ReadOnly);
}

/// Where nobody can write there is no writer to wait for, but there may be a copy.
Result<Database> openInstead(const fs::path& path) {
  if (isIrreplaceable(path)) {
    PLUMBLINE_TRY(copy, copyOfIrreplaceable(path));
    std::error_code failed;
    return fs::exists(copy, failed) ? openToRead(copy) : Result<Database>(unsealed());
  }
  PLUMBLINE_TRY(lock, WriterLock::take(path));
  static_cast<void>(lock);
  return openToRead(path);
}

}  // namespace

bool isRememberedSetting(std::string_view name) {
  return name != workspaceIdSetting && !name.starts_with("import.") && !name.starts_with("note:");
}

bool isIrreplaceable(const fs::path& path) {
  return !isWritable(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

void removeJournals(const fs::path& path) {
  for (const std::string_view end : journalEnds) {
    std::error_code ignored;
    fs::remove(beside(path, end), ignored);
  }
}

Result<fs::path> copyOfIrreplaceable(const fs::path& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return Error{ErrorCode::Io, Message("the file cannot be read: %1", file.errorString().toStdString())};
  }
  Sha256 digest;
  while (!file.atEnd()) {
    const QByteArray bytes = file.read(1 << 20);
    if (bytes.isEmpty()) return Error{ErrorCode::Io, "the file cannot be read to its end"};
    digest.update(bytesOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
  }
  PLUMBLINE_TRY(folder, userFolder());
  return folder / "copies" / (digest.finish().hex() + ".plumbline");
}

Result<Workspace> Workspace::open(const fs::path& path, bool create, std::string_view first) {
  std::error_code failed;
  const bool there = fs::exists(path, failed);
  if (!there && !create) return notFound(path);
  if (create && (!there || isEmptyFile(path))) {
    auto made = createFile(path, first, there);
    // Another process made it a moment ago: then it is opened like any other.
    if (!made && made.error().code != ErrorCode::Duplicate) return std::move(made).error();
  }
  PLUMBLINE_TRY(database, openSealed(path, Database::Mode::ReadWrite));
  PLUMBLINE_CHECK(prepareWriting(database));
  return Workspace(std::move(database), Closing::Seal);
}

Result<Workspace> Workspace::openReadOnly(const fs::path& path, Waiting waiting) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return notFound(path);
  auto opened = openToRead(path);
  const bool wait = waiting == Waiting::ForWriter;
  if (wait && !opened && opened.error().code == ErrorCode::Mismatch) opened = openInstead(path);
  if (!opened) return std::move(opened).error();
  PLUMBLINE_CHECK(opened->execute("PRAGMA query_only = ON"));
  return Workspace(std::move(*opened), Closing::Nothing);
}

Result<Workspace> Workspace::createScratch(const fs::path& path) {
  PLUMBLINE_TRY(database, Database::open(path, Database::Mode::Create));
  PLUMBLINE_CHECK(writeSchema(database));
  PLUMBLINE_CHECK(database.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"));
  return Workspace(std::move(database), Closing::Nothing);
}

Result<Workspace> Workspace::createIn(const fs::path& emptyFile, const std::string& id) {
  PLUMBLINE_TRY(database, Database::open(emptyFile, Database::Mode::ReadWrite, writingVfs()));
  const auto file = SealedFile::of(database.handle());
  if (!file) return Error{ErrorCode::Internal, "the workspace has no file"};
  file->holdEmpty();
  PLUMBLINE_CHECK(writeSchema(database));
  PLUMBLINE_CHECK(setId(database, id));
  // Nobody sees the file before it is whole, and close() brings it to the disk.
  PLUMBLINE_CHECK(database.execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -65536"));
  return Workspace(std::move(database), Closing::SealIfAsked);
}

Workspace::Workspace(Workspace&& other) noexcept
    : m_database(std::move(other.m_database)),
      m_closing(std::exchange(other.m_closing, Closing::Nothing)) {}

Workspace::~Workspace() {
  if (m_closing == Closing::Seal) static_cast<void>(close());
}

Result<void> Workspace::close() {
  if (std::exchange(m_closing, Closing::Nothing) == Closing::Nothing) return {};
  const auto file = SealedFile::of(m_database.handle());
  if (!file->isWritten()) return {};
  PLUMBLINE_CHECK(foldLog(m_database));
  PLUMBLINE_TRY(id, readId(m_database));
  PLUMBLINE_TRY(seal, sealOf(m_database, *file));
  PLUMBLINE_CHECK(writeSeal(id, std::move(seal)));
  return {};
}

Result<void> Workspace::checkPages(const Progress& progress) const {
  const auto file = SealedFile::of(m_database.handle());
  if (!file) return {};
  const std::int64_t pieces = file->pieces();
  for (std::int64_t piece = 0; piece < pieces; ++piece) {
    if (progress.cancelled()) return Progress::cancelledError();
    if (piece % piecesBetweenReports == 0) {
      progress.report("Looking at the workspace", piece, pieces);
    }
    PLUMBLINE_CHECK(file->check(piece));
  }
  return {};
}

Result<std::pair<std::int64_t, std::int64_t>> Workspace::states() const {
  const auto file = SealedFile::of(m_database.handle());
  const auto seal = file ? file->held() : nullptr;
  if (seal == nullptr) return std::pair<std::int64_t, std::int64_t>();
  PLUMBLINE_TRY(id, readId(m_database));
  PLUMBLINE_TRY(newest, newestState(id));
  return std::pair(seal->counter, newest);
}

Result<Database> openUnsealed(const fs::path& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return notFound(path);
  const bool fixed = isFixed(path);
  if (fixed && hasJournal(path)) {
    // What a writer left in the log would be passed over in silence.
    return Error{ErrorCode::Store,
                 "the workspace was not closed, and its newest part cannot be read from where "
                 "nothing can be written; copy it with the file -wal to another folder",
                 notFound(path).where};
  }
  if (!fixed) removeLinks(path);
  PLUMBLINE_TRY(database, Database::open(path, fixed ? Database::Mode::Immutable
                                                     : Database::Mode::ReadWrite));
  PLUMBLINE_CHECK(checkEvidenceTables(database));
  return database;
}

}  // namespace plumbline
