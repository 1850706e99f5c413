// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/database.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <sqlite3.h>

#include "model/store/sealed_vfs.h"

namespace plumbline {
namespace {

/// What the system said to SQLite, which keeps it for itself where a commit fails.
std::string systemReason(sqlite3* database, int code) {
  const int kind = code & 0xff;
  if (kind != SQLITE_IOERR && kind != SQLITE_CANTOPEN && kind != SQLITE_FULL) return {};
  int reason = database != nullptr ? sqlite3_system_errno(database) : 0;
#ifndef _WIN32
  const int last = errno;
  const bool ofDisk = last == ENOSPC || last == EFBIG || last == EDQUOT || last == EIO || last == EROFS;
  if (reason == 0 && ofDisk) reason = last;
#endif
  return reason != 0 ? ": " + std::system_category().message(reason) : std::string();
}

Error storeError(sqlite3* database, int code) {
  if (code == SQLITE_INTERRUPT) return Progress::cancelledError();
  if (code == SQLITE_CORRUPT) {
    return {ErrorCode::Store, "the workspace is damaged, or somebody changed it in the meantime"};
  }
  const char* message = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  return {ErrorCode::Store, Message("the workspace cannot be used: %1",
                                    message + systemReason(database, code))};
}

/// What no statement of ours needs and a foreign schema might try.
int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_TEMP_TRIGGER:
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_VTABLE:
      return SQLITE_DENY;
    case SQLITE_CREATE_TEMP_VIEW:
      return std::string_view(first).starts_with(currentPrefix) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return std::string_view(second) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_OK;
  }
}

struct Option {
  int name;
  int value;
};

constexpr Option switches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
};

// A text of 1,000 bytes, each of which may have to be escaped, between two "%".
constexpr int longestPattern = 2 * 1000 + 2;

constexpr Option limits[] = {
    {SQLITE_LIMIT_LENGTH, 64 << 20},    {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
    {SQLITE_LIMIT_COLUMN, 256},         {SQLITE_LIMIT_EXPR_DEPTH, 200},
    {SQLITE_LIMIT_COMPOUND_SELECT, 50}, {SQLITE_LIMIT_FUNCTION_ARG, 32},
    {SQLITE_LIMIT_ATTACHED, 0},         {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, longestPattern},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
};

constexpr int busyTimeoutMs = 10'000;

Result<void> defend(sqlite3* database) {
  for (const Option& option : switches) {
    const int code = sqlite3_db_config(database, option.name, option.value, nullptr);
    if (code != SQLITE_OK) return storeError(database, code);
  }
  for (const Option& limit : limits) sqlite3_limit(database, limit.name, limit.value);
  sqlite3_extended_result_codes(database, 0);
  sqlite3_busy_timeout(database, busyTimeoutMs);
  const int code = sqlite3_set_authorizer(database, authorize, nullptr);
  if (code != SQLITE_OK) return storeError(database, code);
  return {};
}

/// https://www.sqlite.org/uri.html: every byte but the plain ones as %XX.
std::u8string immutableUri(std::u8string_view path) {
  constexpr std::u8string_view plain =
      u8"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.";
  constexpr std::u8string_view digits = u8"0123456789ABCDEF";
  std::u8string uri = u8"file:";
  for (const char8_t byte : path) {
    if (plain.find(byte) != std::u8string_view::npos) {
      uri += byte;
    } else {
      uri += {u8'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return uri + u8"?immutable=1";
}

constexpr int opsBetweenLooks = 1000;

int lookForCancel(void* progress) {
  return static_cast<const Progress*>(progress)->cancelled() ? 1 : 0;
}

}  // namespace

void Database::Closer::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

void Query::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Result<Database> Database::open(const std::filesystem::path& path, Mode mode, const char* vfs) {
  int flags = SQLITE_OPEN_NOMUTEX;
  const bool writes = mode == Mode::ReadWrite || mode == Mode::Create;
  flags |= writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (mode == Mode::Create) flags |= SQLITE_OPEN_CREATE;
  // Absolute: a relative name that starts with "file:" would be taken for a URI.
  std::error_code failed;
  std::u8string name = std::filesystem::absolute(path, failed).u8string();
  if (mode == Mode::Immutable) {
    flags |= SQLITE_OPEN_URI;
    name = immutableUri(name);
  }
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(reinterpret_cast<const char*>(name.c_str()), &raw, flags, vfs);
  Database database(raw);
  if (code != SQLITE_OK) return storeError(raw, code);
  PLUMBLINE_CHECK(defend(raw));
  PLUMBLINE_CHECK(
      database.execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                       "PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE"));
  return database;
}

Result<Database> Database::openInMemory() {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(
      ":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (code != SQLITE_OK) return storeError(raw, code);
  PLUMBLINE_CHECK(defend(raw));
  return database;
}

Result<Database> Database::openAnother() const {
  const char* const name = sqlite3_db_filename(m_database.get(), "main");
  if (name == nullptr || *name == '\0') {
    return Error{ErrorCode::Usage, "a database in memory has one connection only"};
  }
  const std::string_view path(name);
  const bool readOnly = sqlite3_db_readonly(m_database.get(), "main") == 1;
  const bool immutable = sqlite3_uri_boolean(name, "immutable", 0) != 0;
  const Mode mode = immutable ? Mode::Immutable : readOnly ? Mode::ReadOnly : Mode::ReadWrite;
  const auto file = SealedFile::of(m_database.get());
  const auto seal = file ? file->held() : nullptr;
  PLUMBLINE_TRY(other, open(std::u8string(path.begin(), path.end()), mode,
                            seal != nullptr ? readingVfs() : nullptr));
  if (seal != nullptr) SealedFile::of(other.handle())->hold(seal);
  return other;
}

Result<Query> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  if (code != SQLITE_OK) return storeError(m_database.get(), code);
  return Query(statement);
}

Result<void> Database::execute(std::string_view sql) const {
  const std::string text(sql);
  const int code = sqlite3_exec(m_database.get(), text.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return storeError(m_database.get(), code);
  return {};
}

std::int64_t Database::lastInsertRowid() const {
  return sqlite3_last_insert_rowid(m_database.get());
}
std::int64_t Database::changes() const {
  return sqlite3_changes64(m_database.get());
}

void Database::interrupt() const {
  sqlite3_interrupt(m_database.get());
}

void Database::watch(const Progress* progress) const {
  // SQLite passes the pointer back untouched; the handler only reads.
  sqlite3_progress_handler(m_database.get(), progress != nullptr ? opsBetweenLooks : 0,
                           progress != nullptr ? lookForCancel : nullptr,
                           const_cast<Progress*>(progress));
}

Result<void> Database::readBlob(const char* table, const char* column, std::int64_t rowid,
                                std::span<std::byte> out) const {
  sqlite3_blob* blob = nullptr;
  int code = sqlite3_blob_open(m_database.get(), "main", table, column, rowid, 0, &blob);
  if (code == SQLITE_OK) {
    const auto bytes = static_cast<int>(out.size());
    const bool fits = sqlite3_blob_bytes(blob) == bytes;
    code = fits ? sqlite3_blob_read(blob, out.data(), bytes, 0) : SQLITE_CORRUPT;
  }
  sqlite3_blob_close(blob);
  if (code != SQLITE_OK) return storeError(m_database.get(), code);
  return {};
}

Query& Query::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(m_statement.get(), index, value);
  return *this;
}

Query& Query::bind(int index, std::string_view text) {
  // A null pointer would bind NULL where an empty text is meant.
  const char* data = text.data() != nullptr ? text.data() : "";
  sqlite3_bind_text64(m_statement.get(), index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Query& Query::bind(int index, std::optional<std::int64_t> value) {
  return value ? bind(index, *value) : bindNull(index);
}

Query& Query::bindBlob(int index, ByteView bytes) {
  if (bytes.empty()) {
    sqlite3_bind_zeroblob(m_statement.get(), index, 0);
  } else {
    sqlite3_bind_blob64(m_statement.get(), index, bytes.data(), bytes.size(), SQLITE_STATIC);
  }
  return *this;
}

Query& Query::bindNull(int index) {
  sqlite3_bind_null(m_statement.get(), index);
  return *this;
}

Result<bool> Query::step() {
  const int code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return storeError(sqlite3_db_handle(m_statement.get()), code);
}

Result<void> Query::run() {
  while (true) {
    auto more = step();
    if (!more || !*more) {
      reset();
      if (!more) return std::move(more).error();
      return {};
    }
  }
}

void Query::reset() {
  sqlite3_reset(m_statement.get());
}

bool Query::isNull(int column) const {
  return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}

std::optional<std::int64_t> Query::optionalInteger(int column) const {
  return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::string_view Query::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

ByteView Query::blob(int column) const {
  const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_statement.get(), column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

Result<Transaction> Transaction::begin(const Database& database) {
  PLUMBLINE_CHECK(database.execute("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
  // Nothing can be done about a rollback that fails; SQLite then rolls back when it closes.
  if (m_database != nullptr) static_cast<void>(m_database->execute("ROLLBACK"));
}

Result<void> Transaction::commit() {
  PLUMBLINE_CHECK(m_database->execute("COMMIT"));
  m_database = nullptr;
  return {};
}

}  // namespace plumbline
