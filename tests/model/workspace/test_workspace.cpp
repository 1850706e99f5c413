// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening a workspace: ours opens, anything else is refused before one of its tables is named.

#include <fstream>
#include <thread>

#include <sqlite3.h>

#include <QTemporaryDir>
#include <QTest>

#include "model/records/tables.h"
#include "model/store/evidence_store.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

using namespace plumbline;
namespace fs = std::filesystem;

class TestWorkspace : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path file() const { return fs::path(m_folder->path().toStdString()) / "w.plumbline"; }

  /// Runs SQL with an ordinary connection, as somebody else's program would.
  void tamper(const char* sql) const {
    sqlite3* raw = nullptr;
    QCOMPARE(sqlite3_open(file().string().c_str(), &raw), SQLITE_OK);
    char* message = nullptr;
    QVERIFY2(sqlite3_exec(raw, sql, nullptr, nullptr, &message) == SQLITE_OK, message);
    sqlite3_close(raw);
  }
  void create() const { QVERIFY(Workspace::open(file(), true)); }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void createsAndOpensAgain() {
    create();
    QVERIFY(Workspace::open(file(), false));
    QVERIFY(Workspace::open(file(), true));
    const auto reader = Workspace::openReadOnly(file());
    QVERIFY(reader);
    QVERIFY(!reader->database().execute("DELETE FROM settings"));
  }

  void anAbsentFileIsNotMade() {
    const auto opened = Workspace::open(file(), false);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotFound);
    QCOMPARE(Workspace::openReadOnly(file()).error().code, ErrorCode::NotFound);
    QVERIFY(!fs::exists(file()));
  }

  // What is done with a file that another program wrote to: test_seal.cpp.
  void refusesWhatItDidNotLeaveThere_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("code");
    QTest::newRow("another program's database")
        << QByteArray("PRAGMA application_id = 7") << static_cast<int>(ErrorCode::Malformed);
    QTest::newRow("another program wrote")
        << QByteArray("INSERT INTO settings VALUES ('a', 'b')")
        << static_cast<int>(ErrorCode::Mismatch);
  }
  void refusesWhatItDidNotLeaveThere() {
    QFETCH(QByteArray, sql);
    QFETCH(int, code);
    create();
    tamper(sql.constData());
    for (const bool create : {false, true}) {
      const auto opened = Workspace::open(file(), create);
      QVERIFY(!opened);
      QCOMPARE(static_cast<int>(opened.error().code), code);
    }
    QCOMPARE(static_cast<int>(Workspace::openReadOnly(file()).error().code), code);
  }

  void refusesANewerVersion() {
    create();
    tamper("PRAGMA user_version = 999");
    QCOMPARE(Workspace::open(file(), false).error().code, ErrorCode::Unsupported);
  }

  void refusesWhatIsNoDatabase() {
    std::ofstream(file(), std::ios::binary) << "This is a letter, not a database, and longer than "
                                               "a hundred bytes so that SQLite reads its header.";
    QCOMPARE(Workspace::open(file(), true).error().code, ErrorCode::Malformed);
  }

  void makesAMissingIndexAgain() {
    create();
    // As a cancelled import leaves it.
    QVERIFY(Workspace::open(file(), false)->database().execute("DROP INDEX shipments_document"));
    const auto opened = Workspace::open(file(), false);
    QVERIFY(opened);
    auto query = opened->database().prepare(
        "SELECT count(*) FROM sqlite_schema WHERE name = 'shipments_document'");
    QVERIFY(*query->step());
    QCOMPARE(query->integer(0), 1);
  }

  void theConnectionIsDefended_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("attach") << QByteArray("ATTACH ':memory:' AS other");
    QTest::newRow("trigger") << QByteArray(
        "CREATE TRIGGER t AFTER INSERT ON jobs BEGIN DELETE FROM jobs; END");
    QTest::newRow("view") << QByteArray("CREATE TEMP VIEW v AS SELECT 1");
    QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE v USING fts5(x)");
    QTest::newRow("extension") << QByteArray("SELECT load_extension('x')");
    QTest::newRow("double-quoted text") << QByteArray("SELECT \"no such column\"");
    QTest::newRow("schema write") << QByteArray(
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema");
  }
  void theConnectionIsDefended() {
    QFETCH(QByteArray, sql);
    const auto opened = Workspace::open(file(), true);
    QVERIFY(!opened->database().execute(sql.constData()));
  }

  void everyFieldHasItsColumn() {
    const auto opened = Workspace::open(file(), true);
    for (const TableInfo& info : allTables()) {
      const std::string name(info.name);
      auto query = opened->database().prepare(
          "SELECT name, \"notnull\", type FROM pragma_table_info('" + name +
          "') WHERE cid > 4 AND name NOT IN ('words', 'scale') ORDER BY cid");
      QVERIFY2(query, name.c_str());
      for (const Field& field : info.fields) {
        QVERIFY(*query->step());
        QCOMPARE(query->text(0), field.column);
        const bool isText = field.type == FieldType::Id || field.type == FieldType::Text;
        QCOMPARE(query->text(2), std::string_view(isText ? "TEXT" : "INTEGER"));
        if (query->integer(1) != 0) QVERIFY2(field.required, std::string(field.name).c_str());
      }
      QVERIFY(!*query->step());
    }
  }

  void aTransactionThatIsNotCommittedLeavesNothing() {
    const auto opened = Workspace::open(file(), true);
    {
      const auto transaction = Transaction::begin(opened->database());
      QVERIFY(opened->database().execute("INSERT INTO settings VALUES ('a', 'b')"));
    }
    auto query = opened->database().prepare("SELECT count(*) FROM settings WHERE name = 'a'");
    QVERIFY(*query->step());
    QCOMPARE(query->integer(0), 0);
  }

  /// A second connection of a reading is refused where a writer waits for the first one to end.
  void aReadingAndAWriterDoNotWaitForEachOther() {
    create();
    const auto reader = Workspace::openReadOnly(file());
    QVERIFY(reader);
    auto reading = std::make_unique<Result<OneReading>>(OneReading::begin(reader->database()));
    QVERIFY(reading->ok());
    bool written = false;
    std::thread writer([this, &written] {
      const auto workspace = Workspace::open(file(), false);
      if (!workspace) return;
      // Shorter than a reader's patience: one that waited would be in the way to the end.
      sqlite3_busy_timeout(workspace->database().handle(), 5'000);
      written = workspace->database().execute("INSERT INTO settings VALUES ('x', '')").ok();
    });
    const auto letsNobodyIn = [this] {
      sqlite3* raw = nullptr;
      sqlite3_open(file().string().c_str(), &raw);
      const int code = sqlite3_exec(raw, "SELECT 1 FROM settings", nullptr, nullptr, nullptr);
      sqlite3_close(raw);
      return code == SQLITE_BUSY;
    };
    while (!letsNobodyIn()) sqlite3_sleep(1);
    const auto beside = openBeside(reader->database());
    reading.reset();
    writer.join();
    QVERIFY(!beside);
    QCOMPARE(beside.error().code, ErrorCode::Store);
    QVERIFY(written);
  }

  void aCancelledStatementSaysSo() {
    const auto opened = Workspace::open(file(), true);
    Progress progress;
    opened->database().watch(&progress);
    progress.cancel();
    auto query = opened->database().prepare(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n");
    QVERIFY(query);
    const auto stepped = query->step();
    QVERIFY(!stepped);
    QCOMPARE(stepped.error().code, ErrorCode::Cancelled);
    query->reset();
    opened->database().watch(nullptr);
    QVERIFY(opened->database().execute("DELETE FROM settings"));
  }

  void evidenceComesBackByteForByte_data() {
    QTest::addColumn<int>("bytes");
    QTest::newRow("empty") << 0;
    QTest::newRow("one byte") << 1;
    QTest::newRow("one slice") << (1 << 20);
    QTest::newRow("over one slice") << (1 << 20) + 1;
    QTest::newRow("several slices") << 3'500'000;
  }
  void evidenceComesBackByteForByte() {
    QFETCH(int, bytes);
    const auto opened = Workspace::open(file(), true);
    const EvidenceStore store(opened->database());
    Bytes data(static_cast<std::size_t>(bytes));
    for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::byte>(i * 31 >> 3);
    const auto id = store.put(evidence_kind::original, "originals/x", data);
    QVERIFY(id);
    QCOMPARE(*store.put(evidence_kind::original, "originals/x", data), *id);
    const auto item = store.findMember("originals/x");
    QVERIFY(item && *item);
    QVERIFY((*item)->sha256 == sha256(data));
    QVERIFY(*store.readAll(**item) == data);
    if (bytes > 1'100'000) {
      const auto part = store.read(*id, (1 << 20) - 3, 6);
      QVERIFY(std::equal(part->begin(), part->end(), data.begin() + (1 << 20) - 3));
    }
    QVERIFY(!store.read(*id, 0, bytes + 1));
    data.push_back(std::byte{1});
    QCOMPARE(store.put(evidence_kind::original, "originals/x", data).error().code,
             ErrorCode::Duplicate);
    QVERIFY(store.replace(evidence_kind::original, "originals/x", data));
    QCOMPARE(store.list()->size(), std::size_t(1));
  }

  void theEvidenceRootIgnoresNamesAndOrder() {
    const auto opened = Workspace::open(file(), true);
    const EvidenceStore store(opened->database());
    const Bytes a = toBytes(std::string_view("a"));
    const Bytes b = toBytes(std::string_view("b"));
    QVERIFY(*store.root() == sha256({}));
    QVERIFY(store.put(evidence_kind::envelope, "2", a));
    QVERIFY(store.put(evidence_kind::table, "1", b));
    const Hash root = *store.root();
    QVERIFY(store.put(evidence_kind::envelope, "3", a));
    QVERIFY(store.put(evidence_kind::note, "audit/notes/x", toBytes(std::string_view("n"))));
    QVERIFY(store.put(evidence_kind::parties, "parties.txt", toBytes(std::string_view("p"))));
    QVERIFY(*store.root() == root);
    // Written out: leaves over the sorted digests.
    std::vector<Hash> digests{sha256(a), sha256(b)};
    std::sort(digests.begin(), digests.end());
    const auto digestOf = [](std::string_view prefix, ByteView x, ByteView y) {
      Bytes all = toBytes(prefix);
      all.insert(all.end(), x.begin(), x.end());
      all.insert(all.end(), y.begin(), y.end());
      return sha256(all);
    };
    const std::string_view zero("\0", 1);
    const Hash left = digestOf(zero, digests[0].view(), {});
    const Hash right = digestOf(zero, digests[1].view(), {});
    QVERIFY(root == digestOf("\x01", left.view(), right.view()));
    QVERIFY(store.put(evidence_kind::checkpoint, "4", toBytes(std::string_view("c"))));
    QVERIFY(*store.root() != root);
  }
};

PLUMBLINE_TEST(TestWorkspace)
#include "test_workspace.moc"
