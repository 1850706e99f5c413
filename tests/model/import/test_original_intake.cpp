// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Official files on their way in: who reads them, what happens to rows that cannot be used, and
// that everybody who opens the audit reads them the same way.

#include <QTemporaryDir>
#include <QTest>

#include "model/import/importer.h"
#include "model/intake/reading.h"
#include "model/intake/unsigned_sink.h"
#include "model/store/sql_resource.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using test::writeBytes;
namespace fs = std::filesystem;

namespace {

// Nothing at its start says what it is: the first load has no ROW_ID.
constexpr std::string_view hiddenLog =
    R"([{"wasteRecordType":"sentOn","data":{"DATE_LOAD_LEFT_SITE":"2026-01-01",)"
    R"("TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON":2}},)"
    R"({"wasteRecordType":"sentOn","data":{"DATE_LOAD_LEFT_SITE":"once",)"
    R"("TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON":3}}])";

std::string linesOf(const Database& database, const std::string& sql, int columns) {
  auto query = database.prepare(sql);
  std::string out = query ? "" : query.error().text();
  while (query && query->step().value()) {
    for (int i = 0; i < columns; ++i) out += std::string(query->text(i)) + '|';
    out += '\n';
  }
  return out;
}

}  // namespace

class TestOriginalIntake : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  Progress m_progress;
  fs::path path(const std::string& name) const {
    return fs::path(m_folder->path().toStdString()) / name;
  }
  Result<ImportReport> import(const std::string& workspace, const std::string& file,
                              const ImportOptions& options = {}) {
    PLUMBLINE_TRY(opened, Workspace::open(path(workspace), true));
    return importPaths(opened, {path(file)}, options, m_progress);
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void aFileIsReadAsTheUserSays() {
    writeBytes(path("log.json"), hiddenLog);
    const auto refused = import("w1", "log.json");
    QVERIFY(refused.ok());
    QCOMPARE(refused->problems.size(), std::size_t(1));
    const auto read = import("w2", "log.json", {.as = "uk-summary-log"});
    QVERIFY(read.ok());
    QCOMPARE(read->problems.size(), std::size_t(0));
    QCOMPARE(read->files[0].kind, std::string("uk-summary-log"));
    QCOMPARE(read->files[0].quarantined, 1);
    QCOMPARE(read->quarantined, 1);
    const auto nobody = import("w3", "log.json", {.as = "no-such-format"});
    QVERIFY(!nobody.ok());
    QCOMPARE(nobody.error().code, ErrorCode::Usage);
  }

  void whatTheUserSaidTravelsWithTheAudit() {
    writeBytes(path("log.json"), hiddenLog);
    QVERIFY(import("w1", "log.json", {.as = "uk-summary-log"}).ok());
    const auto workspace = Workspace::openReadOnly(path("w1"));
    const EvidenceStore store(workspace->database());
    const auto items = store.list();
    QCOMPARE(items->size(), std::size_t(2));
    for (const EvidenceItem& item : *items) {
      writeBytes(path("audit") / item.member, textOf(store.readAll(item).value()));
    }
    const auto again = import("w2", "audit");
    QVERIFY(again.ok());
    QCOMPARE(again->problems.size(), std::size_t(0));
    QCOMPARE(again->quarantined, 1);
    for (const char* sql : {"SELECT id, net_g FROM shipments", "SELECT reason, raw FROM quarantine",
                            "SELECT member, sha256 FROM evidence ORDER BY member"}) {
      QCOMPARE(linesOf(Workspace::openReadOnly(path("w2"))->database(), sql, 2),
               linesOf(workspace->database(), sql, 2));
    }
  }

  void aReadingThatNobodyKnows_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no_json") << QByteArray("uk-summary-log");
    QTest::newRow("no_reader") << QByteArray("{}");
    QTest::newRow("another_member") << QByteArray(R"({"reader":"x","run":"rm"})");
    QTest::newRow("reader_is_a_number") << QByteArray(R"({"reader":1})");
  }
  void aReadingThatNobodyKnows() {
    QFETCH(QByteArray, text);
    QCOMPARE(parseReadings(bytesOf(text.toStdString())).error().code, ErrorCode::Malformed);
  }

  void quarantinedRowsAreKeptAsText() {
    const auto database = Database::openInMemory();
    QVERIFY(database->execute(sqlResource("schema")).ok());
    const Hash digest = sha256(bytesOf("x"));
    UnsignedSink sink(*database, 1, digest);
    QuarantinedRow row{Table::Receipts, {.row = 7, .column = "C"}, std::string("a\xFF"), "bad_value",
                       "a date",        std::string(5000, 'x')};
    QVERIFY(sink.quarantine(row).ok());
    row.table.reset();
    QVERIFY(sink.quarantine(row).ok());
    QCOMPARE(sink.quarantined(), 2);
    QCOMPARE(linesOf(*database,
                     "SELECT record_table, row, place, value, reason, expected, "
                     "length(raw) FROM quarantine",
                     7),
             std::string("receipts|7|C|a\xEF\xBF\xBD|bad_value|[\"a date\"]|4096|\n"
                         "|7|C|a\xEF\xBF\xBD|bad_value|[\"a date\"]|4096|\n"));
  }

  void revisionsOfOneFile() {
    const auto database = Database::openInMemory();
    QVERIFY(database->execute(sqlResource("schema")).ok());
    UnsignedSink sink(*database, 1, sha256(bytesOf("x")));
    UnsignedPublication publication;
    publication.party = "P";
    QVERIFY(sink.describe(publication).ok());
    QCOMPARE(sink.describe(publication).error().code, ErrorCode::Usage);
    const auto site = [&sink](std::string_view name) {
      const NamedText fields[] = {{"id", "S"}, {"name", name}};
      return sink.addOrQuarantine(Table::Sites, fields, {.row = 1}, "raw");
    };
    QCOMPARE(site("one").value(), true);
    QCOMPARE(site("one").value(), false);  // the id stands there already
    publication.sequence = 1;
    QVERIFY(sink.describe(publication).ok());
    QCOMPARE(site("two").value(), true);
    const Progress progress;
    ImportContext context(*database, progress);
    QVERIFY(sink.finish(context).ok());
    QCOMPARE(sink.rows(), 2);
    QCOMPARE(linesOf(*database,
                     "SELECT publication, name, rows, first_rowid FROM "
                     "publication_tables ORDER BY publication",
                     4),
             std::string("1|sites|1|1|\n2|sites|1|2|\n"));
    QCOMPARE(linesOf(*database, "SELECT reason, value FROM quarantine", 2),
             std::string("duplicate|S|\n"));
  }
};

PLUMBLINE_TEST(TestOriginalIntake)
#include "test_original_intake.moc"
