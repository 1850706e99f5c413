// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/workspace_identity.h"

#include <map>
#include <set>

#include <sqlite3.h>

#include "model/store/current_records.h"
#include "model/store/sql_resource.h"

namespace plumbline {
namespace {

constexpr std::int64_t applicationId = 0x504C4D42;  // "PLMB"
constexpr std::int64_t currentVersion = 1;
constexpr std::size_t versionAt = 60;
constexpr std::size_t applicationIdAt = 68;
constexpr std::size_t formatAt = 18;  // of the writer; 2: with a write-ahead log
constexpr std::string_view magic("SQLite format 3\0", 16);
// Looking at the schema of ours takes some thousand steps of SQLite's machine; a file that needs more
// is none of ours. Counted rather than timed, so that the answer is the same everywhere.
constexpr int checkOpsPerTick = 1000;
constexpr int checkTicks = 1000;
constexpr std::string_view evidenceTables[] = {"evidence", "evidence_chunks", "settings"};
/// What earlier versions had not: as ours, or not there.
constexpr std::string_view laterTables[] = {"removed", "file_steps"};

Error notOurs(Message message, std::string found = {}, Message expected = {}) {
  return {ErrorCode::Malformed,
          Message("the file is not a Plumbline workspace: %1", std::move(message)),
          {},
          std::move(found),
          std::move(expected)};
}

std::int64_t numberAt(ByteView head, std::size_t at) {
  std::int64_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    number = number << 8 | std::to_integer<std::int64_t>(head[i]);
  }
  return number;
}

int countDown(void* ticks) {
  return --*static_cast<int*>(ticks) <= 0 ? 1 : 0;
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

/// While it lives, a statement that works too long ends.
class Patience {
 public:
  explicit Patience(const Database& database) : m_database(&database) {
    sqlite3_progress_handler(database.handle(), checkOpsPerTick, countDown, &m_ticks);
  }
  ~Patience() { sqlite3_progress_handler(m_database->handle(), 0, nullptr, nullptr); }
  Patience(const Patience&) = delete;
  Patience& operator=(const Patience&) = delete;

 private:
  const Database* m_database;
  int m_ticks = checkTicks;
};

/// Type, name and text of whatever belongs to the table.
using Entries = std::multiset<std::string>;

Result<Entries> entriesOf(const Database& database, std::string_view table) {
  PLUMBLINE_TRY(query, database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = "
                                        "?1 COLLATE NOCASE OR name = ?1 COLLATE NOCASE"));
  query.bind(1, table);
  Entries entries;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return entries;
    std::string entry;
    for (int column = 0; column < 3; ++column) entry += std::string(query.text(column)) + "\n";
    entries.insert(std::move(entry));
  }
}

Result<void> compareEntries(const Database& database) {
  PLUMBLINE_TRY(ours, Database::openInMemory());
  PLUMBLINE_CHECK(ours.execute(sqlResource("schema")));
  PLUMBLINE_CHECK(ours.execute(sqlResource("indexes")));
  for (const std::string_view table : evidenceTables) {
    PLUMBLINE_TRY(expected, entriesOf(ours, table));
    PLUMBLINE_TRY(found, entriesOf(database, table));
    if (found != expected) return notOurs(Message("its table %1 differs", table));
  }
  for (const std::string_view table : laterTables) {
    PLUMBLINE_TRY(expected, entriesOf(ours, table));
    PLUMBLINE_TRY(found, entriesOf(database, table));
    if (!found.empty() && found != expected) {
      return notOurs(Message("its table %1 differs", table));
    }
  }
  return {};
}

}  // namespace

Result<void> checkFileHead(ByteView head) {
  if (head.size() < static_cast<std::size_t>(fileHeadBytes) ||
      !textOf(head).starts_with(magic)) {
    return notOurs("it is not a database");
  }
  const std::int64_t id = numberAt(head, applicationIdAt);
  if (id != applicationId) {
    return notOurs("its application id differs", std::to_string(id),
                   Message::data(std::to_string(applicationId)));
  }
  const std::int64_t version = numberAt(head, versionAt);
  if (version > currentVersion) {
    return Error{ErrorCode::Unsupported,
                 "the workspace was written by a newer version",
                 {},
                 std::to_string(version),
                 Message::data(std::to_string(currentVersion))};
  }
  if (version < 1) return notOurs("its version is unknown", std::to_string(version));
  return {};
}

bool isInWalMode(ByteView head) {
  return head[formatAt] != std::byte{1} || head[formatAt + 1] != std::byte{1};
}

Result<void> checkEvidenceTables(const Database& database) {
  const Patience patience(database);
  auto compared = compareEntries(database);
  if (compared.ok() || compared.error().code == ErrorCode::Malformed) return compared;
  if (compared.error().code == ErrorCode::Store && !isOfContent(database)) return compared;
  return notOurs("its schema cannot be read", compared.error().message.text());
}

Result<void> writeSchema(const Database& database) {
  PLUMBLINE_CHECK(database.execute("PRAGMA page_size = 65536; PRAGMA journal_mode = MEMORY"));
  PLUMBLINE_TRY(transaction, Transaction::begin(database));
  PLUMBLINE_CHECK(database.execute(sqlResource("schema")));
  PLUMBLINE_CHECK(database.execute(sqlResource("indexes")));
  PLUMBLINE_CHECK(database.execute("PRAGMA application_id = " + std::to_string(applicationId) +
                                   "; PRAGMA user_version = " + std::to_string(currentVersion)));
  PLUMBLINE_CHECK(transaction.commit());
  return addCurrentViews(database);
}

Result<std::string> readOneText(const Database& database, std::string_view sql) {
  const Patience patience(database);
  PLUMBLINE_TRY(query, database.prepare(sql));
  PLUMBLINE_TRY(there, query.step());
  return there ? std::string(query.text(0)) : std::string();
}

}  // namespace plumbline
