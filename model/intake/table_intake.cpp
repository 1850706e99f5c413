// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/table_intake.h"

#include "model/intake/import_step.h"
#include "model/intake/table_loader.h"
#include "model/store/savepoint.h"
#include "model/store/sql_resource.h"
#include "model/workspace/unfinished.h"

namespace plumbline {
namespace {

constexpr std::int64_t bulkBytes = 8 << 20;
constexpr std::int64_t typicalRecordBytes = 100;
// As much as a disk takes in within the tenth of a second that a cancel may last.
constexpr std::int64_t sharedCommitBytes = 32 << 20;

std::string memberName(const Hash& digest) {
  return "tables/" + digest.hex() + ".csv";
}

Error mismatch(Message message, Found found, Message expected) {
  return {ErrorCode::Mismatch, std::move(message), {}, std::move(found), std::move(expected)};
}

Result<void> setState(const Database& database, std::int64_t publication, std::string_view name,
                      std::string_view state, std::optional<std::int64_t> evidence) {
  PLUMBLINE_TRY(query, database.prepare("UPDATE publication_tables SET state = ?, evidence = ? "
                                        "WHERE publication = ? AND name = ?"));
  query.bind(1, state).bind(3, publication).bind(4, name);
  if (evidence) {
    query.bind(2, *evidence);
  } else {
    query.bindNull(2);
  }
  return query.run();
}

Result<void> setLoaded(const Database& database, std::int64_t publication, std::string_view name,
                       const LoadedTable& loaded) {
  PLUMBLINE_TRY(query, database.prepare(
                           "UPDATE publication_tables SET first_rowid = ?, first_key = ?, last_key "
                           "= ?, first_ms = ?, last_ms = ? WHERE publication = ? AND name = ?"));
  query.bind(1, loaded.firstRowid).bind(2, loaded.content.firstKey);
  query.bind(3, loaded.content.lastKey).bind(4, loaded.times.firstMs).bind(5, loaded.times.lastMs);
  query.bind(6, publication).bind(7, name);
  return query.run();
}

/// A write-ahead log writes every page twice. While an empty workspace is filled nobody has
/// anything to read in it, so a plain journal does; it is just as safe. Where somebody has the file
/// open SQLite says no, and the log stays.
class BulkMode {
 public:
  BulkMode(const Database& database, bool wanted) : m_database(wanted ? &database : nullptr) {
    set("TRUNCATE");
  }
  ~BulkMode() { set("WAL"); }
  BulkMode(const BulkMode&) = delete;
  BulkMode& operator=(const BulkMode&) = delete;

 private:
  void set(std::string_view mode) {
    if (m_database == nullptr) return;
    static_cast<void>(m_database->execute("PRAGMA journal_mode = " + std::string(mode)));
  }
  const Database* m_database;
};

/// Tables of a large load share transactions, so that the disk is waited for once for many of them.
/// Each is a savepoint: it goes in whole or not at all, and what went in stays where a later one
/// fails or somebody cancels.
class SharedCommit {
 public:
  /// Commits once tables of so many bytes have come in; 0: after each.
  SharedCommit(const ImportContext& context, std::int64_t mostBytes)
      : m_context(context), m_mostBytes(mostBytes) {
    // An interrupted statement takes the whole transaction with it; loading a table looks for a
    // cancel by itself.
    m_context.database.watch(nullptr);
  }
  ~SharedCommit() { static_cast<void>(finish()); }
  SharedCommit(const SharedCommit&) = delete;
  SharedCommit& operator=(const SharedCommit&) = delete;

  /// Before a table.
  Result<void> open() {
    if (m_step) return {};
    PLUMBLINE_TRY(step, ImportStep::begin(m_context));
    m_step.emplace(std::move(step));
    return {};
  }
  /// After a table of so many bytes.
  Result<void> add(std::int64_t bytes) {
    m_bytes += bytes;
    return m_bytes < m_mostBytes ? Result<void>() : commit();
  }
  Result<void> finish() {
    auto committed = commit();
    m_context.database.watch(&m_context.progress);
    return committed;
  }

 private:
  Result<void> commit() {
    if (!m_step) return {};
    m_bytes = 0;
    auto committed = m_step->commit();
    m_step.reset();
    return committed;
  }
  const ImportContext& m_context;
  std::int64_t m_mostBytes;
  std::optional<ImportStep> m_step;
  std::int64_t m_bytes = 0;
};

}  // namespace

void TableIntake::offer(const Hash& stated, const Member& member) {
  m_offered.emplace(stated, &member);
}

Result<std::vector<TableIntake::Pending>> TableIntake::pendingTables() const {
  PLUMBLINE_TRY(query, m_context->database.prepare(sqlResource("pending_tables")));
  std::vector<Pending> out;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    PLUMBLINE_TRY(sha256, Hash::fromHexText(query.text(2)));
    PLUMBLINE_TRY(rowRoot, Hash::fromBase64Text(query.text(3)));
    out.push_back({query.integer(0), std::string(query.text(1)), sha256, rowRoot, query.integer(4),
                   query.integer(5)});
  }
}

/// Records of the two large tables that are here already.
Result<std::int64_t> TableIntake::recordsHere() const {
  PLUMBLINE_TRY(query, m_context->database.prepare(
                           "SELECT coalesce(sum(rows), 0) FROM publication_tables WHERE name IN "
                           "('shipments', 'receipts') AND first_rowid IS NOT NULL"));
  PLUMBLINE_TRY(there, query.step());
  return there ? query.integer(0) : 0;
}

Result<void> TableIntake::loadPending() {
  PLUMBLINE_TRY(pending, pendingTables());
  PLUMBLINE_TRY(here, recordsHere());
  std::int64_t coming = 0;
  for (const Pending& table : pending) {
    if (table.name == "shipments" || table.name == "receipts") coming += table.bytes;
  }
  // Making an index once is cheaper than keeping it, where much comes to little.
  const bool bulk = coming >= bulkBytes && here * typicalRecordBytes < coming;
  const BulkMode mode(m_context->database, bulk && here == 0);
  if (bulk) PLUMBLINE_CHECK(m_context->database.execute(sqlResource("drop_indexes")));
  SharedCommit shared(*m_context, bulk ? sharedCommitBytes : 0);
  for (const Pending& table : pending) {
    if (m_context->progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_CHECK(shared.open());
    PLUMBLINE_CHECK(loadOne(table));
    PLUMBLINE_CHECK(shared.add(table.bytes));
  }
  PLUMBLINE_CHECK(shared.finish());
  if (!bulk) return {};
  m_context->progress.report("Sorting the records");
  return m_context->database.execute(sqlResource("indexes"));
}

Result<void> TableIntake::loadOne(const Pending& pending) {
  PLUMBLINE_TRY(stored, m_context->store.findDigest(pending.sha256, evidence_kind::table));
  if (stored) {
    return loadFrom(StoredFeed(m_context->database, *stored), pending, stored->id, stored->member);
  }
  const auto offered = m_offered.find(pending.sha256);
  if (offered == m_offered.end()) return {};
  const Member& member = *offered->second;
  m_used.insert(pending.sha256);
  PLUMBLINE_CHECK(loadFrom(MemberFeed(member), pending, std::nullopt, member.name));
  return noteFileDone(m_context->database, pendingName(member));
}

Result<void> TableIntake::loadFrom(const ByteFeed& feed, const Pending& pending,
                                   std::optional<std::int64_t> evidence, const std::string& file) {
  std::int64_t rows = 0;
  auto loaded = tryLoad(feed, pending, evidence, rows);
  if (loaded.ok()) {
    m_context->changed.insert(*tableFromName(pending.name));
    m_context->loaded.emplace(pending.publication, pending.name);
    if (!evidence) PLUMBLINE_CHECK(m_context->noteBrought(pending.sha256, file));
    m_context->report.rows += rows;
    m_context->accept(file, "table", rows);
    return {};
  }
  if (isFatal(loaded.error())) return loaded;
  return refuse(feed, pending, evidence, file, std::move(loaded).error());
}

/// One savepoint; it ends without a trace unless everything the publication says holds.
Result<void> TableIntake::tryLoad(const ByteFeed& feed, const Pending& pending,
                                  std::optional<std::int64_t> evidence, std::int64_t& rows) {
  const Database& database = m_context->database;
  if (feed.bytes() != pending.bytes) {
    return mismatch("the table's size differs from what was signed",
                    Message("%1 bytes", feed.bytes()),
                    Message("%1 bytes", pending.bytes));
  }
  PLUMBLINE_TRY(part, Savepoint::begin(database));
  std::optional<std::int64_t> written;  // the piece of evidence that the reading fills
  if (!evidence) {
    PLUMBLINE_TRY(id, m_context->store.begin(evidence_kind::table, memberName(pending.sha256),
                                             pending.sha256, pending.bytes));
    evidence = written = id;
  }
  PLUMBLINE_TRY(loaded, loadTable(database, feed, *tableFromName(pending.name), pending.publication,
                                  written, m_context->progress, Message("Reading %1", pending.name)));
  const TableContent& content = loaded.content;
  if (content.sha256 != pending.sha256) {
    return mismatch("the table's SHA-256 differs from what was signed", content.sha256.hex(),
                    Message::data(pending.sha256.hex()));
  }
  if (content.rows != pending.rows) {
    return mismatch("the table's number of rows differs from what was signed",
                    std::to_string(content.rows), Message::data(std::to_string(pending.rows)));
  }
  if (content.rowRoot != pending.rowRoot) {
    return mismatch("the table's row root differs from what was signed", content.rowRoot.base64(),
                    Message::data(pending.rowRoot.base64()));
  }
  PLUMBLINE_CHECK(setState(database, pending.publication, pending.name, "good", evidence));
  PLUMBLINE_CHECK(setLoaded(database, pending.publication, pending.name, loaded));
  rows = content.rows;
  return part.keep();
}

/// Other bytes than the signed ones are not kept; signed bytes that cannot be read are.
Result<void> TableIntake::refuse(const ByteFeed& feed, const Pending& pending,
                                 std::optional<std::int64_t> evidence, const std::string& file,
                                 Error error) {
  const std::string named = pending.name + " (" + file + ")";
  PLUMBLINE_TRY(digest, digestOf(feed));
  const bool signedBytes = digest == pending.sha256;
  if (!signedBytes && error.code != ErrorCode::Mismatch) {
    error = mismatch("the table's SHA-256 differs from what was signed", digest.hex(),
                     Message::data(pending.sha256.hex()));
  }
  const bool unreadable = signedBytes && error.code != ErrorCode::Mismatch;
  error.where.file = named;
  m_context->report.problems.push_back({file, error});
  PLUMBLINE_TRY(part, Savepoint::begin(m_context->database));
  if (signedBytes && !evidence) {
    PLUMBLINE_TRY(id, storeFeed(m_context->store, feed, evidence_kind::table,
                                memberName(pending.sha256), pending.sha256));
    evidence = id;
  }
  PLUMBLINE_CHECK(setState(m_context->database, pending.publication, pending.name,
                           unreadable ? "unreadable" : "mismatch", evidence));
  return part.keep();
}

Result<void> TableIntake::keepOthers() {
  for (const auto& [stated, member] : m_offered) {
    if (m_used.contains(stated)) continue;
    if (m_context->progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_CHECK(keepOne(stated, *member));
  }
  return {};
}

Result<void> TableIntake::keepOne(const Hash& stated, const Member& member) {
  const MemberFeed feed(member);
  const auto digest = digestOf(feed);
  if (!digest) {
    m_context->refuse(member.name, digest.error());
    return {};
  }
  if (*digest != stated) {
    m_context->refuse(member.name, mismatch("the table's SHA-256 differs from its name",
                                            digest->hex(), Message::data(stated.hex())));
    return {};
  }
  PLUMBLINE_TRY(stored, m_context->store.findDigest(stated, evidence_kind::table));
  if (stored) {
    ++m_context->report.alreadyThere;
    return {};
  }
  PLUMBLINE_TRY(step, ImportStep::begin(*m_context));
  PLUMBLINE_TRY(
      id, storeFeed(m_context->store, feed, evidence_kind::table, memberName(stated), stated));
  static_cast<void>(id);
  PLUMBLINE_CHECK(m_context->noteBrought(stated, member.name));
  PLUMBLINE_CHECK(step.commit());
  m_context->accept(member.name, "table");
  return {};
}

}  // namespace plumbline
