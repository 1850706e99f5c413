// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/workspace.h"

#include <map>

#include <sqlite3.h>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

#include "model/store/new_file.h"

namespace plumbline {
namespace {

constexpr std::int64_t applicationId = 0x504C4D42;  // "PLMB"
constexpr std::int64_t currentVersion = 1;
// Comparing the schema of ours takes some thousand steps of SQLite's machine; a file that needs
// more is none of ours. Counted rather than timed, so that the answer is the same everywhere.
constexpr int checkOpsPerTick = 1000;
constexpr int checkTicks = 1000;
// 1 GiB. Looking for damage reads every page; of a larger file an audit reads what it needs, and
// SQLite tells damage where it meets it.
constexpr std::int64_t mostCheckedPages = (1 << 30) / 65536;

Error notOurs(std::string message, std::string found = {}, std::string expected = {}) {
  return {ErrorCode::Malformed,
          "the file is not a Plumbline workspace: " + std::move(message),
          {},
          std::move(found),
          std::move(expected)};
}

Result<std::int64_t> pragma(const Database& database, std::string_view name) {
  PLUMBLINE_TRY(query, database.prepare("PRAGMA " + std::string(name)));
  PLUMBLINE_TRY(there, query.step());
  return there ? query.integer(0) : 0;
}

struct SchemaRow {
  std::string type;
  std::string table;
  std::string sql;
  bool operator==(const SchemaRow&) const = default;
};
using Schema = std::map<std::string, SchemaRow>;

Result<Schema> readSchema(const Database& database, std::size_t mostRows) {
  PLUMBLINE_TRY(query, database.prepare("SELECT name, type, tbl_name, sql FROM sqlite_schema"));
  Schema schema;
  std::size_t rows = 0;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) break;
    if (++rows > mostRows) return notOurs("its schema has too many entries");
    schema[std::string(query.text(0))] = {std::string(query.text(1)), std::string(query.text(2)),
                                          std::string(query.text(3))};
  }
  if (schema.size() != rows) return notOurs("its schema names something twice");
  return schema;
}

Result<Schema> expectedSchema() {
  PLUMBLINE_TRY(model, Database::openInMemory());
  PLUMBLINE_CHECK(model.execute(Database::sqlResource("schema")));
  PLUMBLINE_CHECK(model.execute(Database::sqlResource("indexes")));
  return readSchema(model, 1000);
}

/// Every entry must be ours byte for byte. Only an index of ours may be absent: it is dropped
/// while a large table is loaded, and a power cut then leaves the file without it.
Result<void> compareSchema(const Database& database) {
  PLUMBLINE_TRY(expected, expectedSchema());
  PLUMBLINE_TRY(found, readSchema(database, expected.size()));
  for (const auto& [name, row] : found) {
    const auto ours = expected.find(name);
    if (ours == expected.end()) return notOurs("it has a " + row.type + " of its own", name);
    if (row != ours->second) {
      return notOurs("its " + row.type + " " + name + " differs", row.sql.substr(0, 200),
                     ours->second.sql.substr(0, 200));
    }
  }
  for (const auto& [name, row] : expected) {
    const bool needed = row.type != "index" || row.sql.empty();
    if (needed && !found.contains(name)) return notOurs("it lacks the " + row.type + " " + name);
  }
  return {};
}

/// Whether the last statement failed for what the file holds, and not for what the system would not
/// do: a full disk or another process makes no workspace a foreign or a damaged one.
bool isOfContent(const Database& database) {
  switch (sqlite3_errcode(database.handle()) & 0xff) {
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return false;
    default:
      return true;
  }
}

int countDown(void* ticks) {
  return --*static_cast<int*>(ticks) <= 0 ? 1 : 0;
}

Result<void> checkSchema(const Database& database) {
  int ticks = checkTicks;
  sqlite3_progress_handler(database.handle(), checkOpsPerTick, countDown, &ticks);
  auto compared = compareSchema(database);
  sqlite3_progress_handler(database.handle(), 0, nullptr, nullptr);
  if (compared.ok()) return {};
  const Error& error = compared.error();
  if (error.code == ErrorCode::Malformed) return error;
  if (error.code == ErrorCode::Store && !isOfContent(database)) return error;
  return notOurs("its schema cannot be read", error.message);
}

/// Errors: Malformed for a database of somebody else, Unsupported for a newer version of ours.
Result<void> checkIdentity(const Database& database) {
  const auto id = pragma(database, "application_id");
  if (!id && !isOfContent(database)) return id.error();
  if (!id) return notOurs("it is not a database", id.error().message);
  if (*id != applicationId) {
    return notOurs("its application id differs", std::to_string(*id),
                   std::to_string(applicationId));
  }
  PLUMBLINE_TRY(version, pragma(database, "user_version"));
  if (version > currentVersion) {
    return Error{ErrorCode::Unsupported,
                 "the workspace was written by a newer version",
                 {},
                 std::to_string(version),
                 std::to_string(currentVersion)};
  }
  if (version < 1) return notOurs("its version is unknown", std::to_string(version));
  return checkSchema(database);
}

Result<void> writeSchema(const Database& database, std::string_view first) {
  PLUMBLINE_CHECK(database.execute("PRAGMA page_size = 65536; PRAGMA journal_mode = MEMORY"));
  PLUMBLINE_TRY(transaction, Transaction::begin(database));
  PLUMBLINE_CHECK(database.execute(Database::sqlResource("schema")));
  PLUMBLINE_CHECK(database.execute(Database::sqlResource("indexes")));
  PLUMBLINE_CHECK(database.execute("PRAGMA application_id = " + std::to_string(applicationId) +
                                   "; PRAGMA user_version = " + std::to_string(currentVersion)));
  if (!first.empty()) PLUMBLINE_CHECK(database.execute(first));
  return transaction.commit();
}

/// Under a temporary name, so that a kill or a full disk leaves no half workspace.
Result<void> createFile(const std::filesystem::path& path, std::string_view first, bool overEmpty) {
  const auto existing = overEmpty ? NewFile::Existing::Replace : NewFile::Existing::Refuse;
  PLUMBLINE_TRY(file, NewFile::open(path, existing, NewFile::Readers::Owner));
  {
    PLUMBLINE_TRY(database, Database::open(file.temporary(), Database::Mode::ReadWrite));
    PLUMBLINE_CHECK(writeSchema(database, first));
  }
  return file.commit();
}

/// Neither the file nor its folder can be written to: a disk for reading only, or another's.
bool isUnwritable(const std::filesystem::path& path) {
#ifdef _WIN32
  static_cast<void>(path);  // files are kept apart by the system there
  return false;
#else
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0 &&
         faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0;
#endif
}

/// True for a file of no bytes: what a person's empty new file, or a creation cut short, leaves.
bool isEmptyFile(const std::filesystem::path& path) {
  std::error_code failed;
  return std::filesystem::file_size(path, failed) == 0 && !failed;
}

Error notFound(const std::filesystem::path& path) {
  const std::u8string name = path.filename().u8string();
  return {
      ErrorCode::NotFound, "there is no such workspace", {std::string(name.begin(), name.end())}};
}

/// Where nobody can write there is no writer to stay beside, and no place for the files that keep
/// readers and writers apart.
Result<Database> openForReading(const std::filesystem::path& path) {
  if (isUnwritable(path)) {
    // What a writer left in the log would be passed over in silence.
    std::filesystem::path log = path;
    log += "-wal";
    std::error_code absent;
    if (std::filesystem::file_size(log, absent) > 0 && !absent) {
      return Error{ErrorCode::Store,
                   "the workspace was not closed, and its newest part cannot be read from where "
                   "nothing can be written; copy it with the file -wal to another folder",
                   notFound(path).where};
    }
    return Database::open(path, Database::Mode::Immutable);
  }
  // A connection that can only read leaves the files of the write-ahead log behind; one that may
  // write but does not want to clears them away.
  auto opened = Database::open(path, Database::Mode::ReadWrite);
  return opened ? std::move(opened) : Database::open(path, Database::Mode::ReadOnly);
}

/// "ok", or the first thing that is wrong.
Result<std::string> firstDamage(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("PRAGMA quick_check(1)"));
  PLUMBLINE_TRY(there, query.step());
  return there ? std::string(query.text(0)) : std::string("nothing");
}

}  // namespace

Result<Workspace> Workspace::open(const std::filesystem::path& path, bool create,
                                  std::string_view first) {
  std::error_code failed;
  const bool there = std::filesystem::exists(path, failed);
  if (!there && !create) return notFound(path);
  if (create && (!there || isEmptyFile(path))) {
    auto made = createFile(path, first, there);
    // Another process made it a moment ago: then it is opened like any other.
    if (!made && made.error().code != ErrorCode::Duplicate) return std::move(made).error();
  }
  PLUMBLINE_TRY(database, Database::open(path, Database::Mode::ReadWrite));
  PLUMBLINE_CHECK(checkIdentity(database));
  // With a write-ahead log a power cut can lose the newest import, never damage the file.
  // 64 MiB: so many rows of an index are sorted at once when ten million are loaded.
  PLUMBLINE_CHECK(database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
                                   "PRAGMA cache_size = -65536"));
  PLUMBLINE_CHECK(database.execute(Database::sqlResource("indexes")));
  return Workspace(std::move(database));
}

Result<Workspace> Workspace::openReadOnly(const std::filesystem::path& path) {
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) return notFound(path);
  PLUMBLINE_TRY(opened, openForReading(path));
  PLUMBLINE_CHECK(checkIdentity(opened));
  PLUMBLINE_CHECK(opened.execute("PRAGMA query_only = ON"));
  return Workspace(std::move(opened));
}

Result<void> Workspace::checkPages(const Progress& progress) const {
  PLUMBLINE_TRY(pages, pragma(m_database, "page_count"));
  if (pages > mostCheckedPages) return {};
  progress.report("Looking at the workspace");
  m_database.watch(&progress);
  auto found = firstDamage(m_database);
  m_database.watch(nullptr);
  if (!found && found.error().code == ErrorCode::Cancelled) return std::move(found).error();
  if (!found && !isOfContent(m_database)) return std::move(found).error();
  if (found && *found == "ok") return {};
  return Error{ErrorCode::Malformed, "the workspace is damaged; import its files into a new one",
               {}, found ? *found : found.error().message};
}

}  // namespace plumbline
