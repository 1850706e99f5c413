// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files of a workspace on the command line: listed, taken back, put back, read anew. Exact stdout,
// stderr, exit code.

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

namespace {

constexpr const char* january =
    "doc,when,t,what\nW-1,2142-01-03,10,board\nW-2,2142-01-04,11,board\nW-3,2142-01-05,much,board\n";
constexpr const char* february =
    "doc,when,t,what\nW-4,2142-02-03,12,board\nW-5,2142-02-04,13,board\n";

QByteArray mappingOf(const QByteArray& table, const QByteArray& party, const QByteArray& more = {}) {
  const bool receipts = table == "receipts";
  return "{\"plumbline\":\"mapping\",\"version\":1,\"table\":\"" + table + "\",\"party\":{\"id\":\"" +
         party +
         "\",\"role\":\"receiver\"},\"text\":{\"encoding\":\"utf-8\",\"delimiter\":\",\"},"
         "\"heading_row\":1,\"decimal\":\".\",\"columns\":["
         "{\"heading\":\"doc\",\"column\":1,\"field\":\"document_no\"},"
         "{\"heading\":\"when\",\"column\":2,\"field\":\"" +
         (receipts ? "received_at" : "dispatched_at") +
         "\",\"order\":\"year first\",\"zone\":\"UTC\"},"
         "{\"heading\":\"t\",\"column\":3,\"field\":\"net_kg\",\"unit\":\"t\"},"
         "{\"heading\":\"what\",\"column\":4,\"field\":\"material\"}" +
         more + "],\"constants\":{" + (receipts ? "" : "\"consignee\":\"north\"") + "}}";
}

QByteArray digestOf(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

}  // namespace

class TestFilesCommands : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    write("january.csv", january);
    write("february.csv", february);
    write("receipts.json", mappingOf("receipts", "harbour"));
    write("shipments.json", mappingOf("shipments", "harbour"));
  }

  void theRowsOfAnImportAddUp() {
    expectMuch({"import", "w", "january.csv", "--map", "receipts.json"},
           "1 file, 0 already there, 0 refused\n"
           "3 rows read = 2 stored + 0 superseded + 0 duplicates + 1 quarantined\n",
               "january.csv: 1 of 3");
    expectMuch({"import", "w", "january.csv", "--map", "shipments.json"},
           "1 file, 0 already there, 0 refused\n"
           "6 rows read = 4 stored + 0 superseded + 0 duplicates + 2 quarantined\n"
           "january.csv was here already. It is read in this way as well.\n",
               "january.csv: 2 of 6");
    write("corrected.json", mappingOf("receipts", "harbour").replace("\"unit\":\"t\"", "\"unit\":\"kg\""));
    expectMuch({"import", "w", "january.csv", "--map", "corrected.json"},
           "1 file, 0 already there, 0 refused\n"
           "6 rows read = 4 stored + 0 superseded + 0 duplicates + 2 quarantined\n"
           "january.csv was here already. This reading takes the place of the one before.\n",
               "january.csv: 2 of 6");
    expectMuch({"import", "w", "january.csv", "--map", "receipts.json", "--replace"},
           "1 file, 0 already there, 0 refused\n"
           "3 rows read = 2 stored + 0 superseded + 0 duplicates + 1 quarantined\n"
           "january.csv was here already. This reading takes the place of the one before.\n",
               "january.csv: 1 of 3");
    expect({"import", "w", "january.csv", "--map", "receipts.json"},
           "0 files, 1 already there, 0 refused\n"
           "0 rows read = 0 stored + 0 superseded + 0 duplicates + 0 quarantined\n"
           "Nothing changed: the files are here already, and are read in this way.\n");
  }

  void filesAreListed() {
    run({"import", "w", "january.csv", "--map", "receipts.json"});
    const QList<QByteArray> lines = masked(run({"files", "w"}).out).split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], QByteArray("name,bytes,sha256,read_as,party,state,rows_read,stored,superseded,"
                                  "duplicates,quarantined,brought,by"));
    QVERIFY2(lines[1].startsWith("audit/reading/"), lines[1].constData());
    QCOMPARE(lines[2], "january.csv," + QByteArray::number(qstrlen(january)) + "," +
                           digestOf(january) + ",table receipts,harbour,unsigned,3,2,0,0,1,TIME,ann");
    const QJsonObject file = run({"files", "w", "--json"})
                                 .object()[QStringLiteral("files")]
                                 .toArray()[1]
                                 .toObject();
    QCOMPARE(file[QStringLiteral("name")].toString(), QStringLiteral("january.csv"));
    QCOMPARE(file[QStringLiteral("rows_read")].toInt(), 3);
    QCOMPARE(file[QStringLiteral("readings")].toArray().size(), 1);
  }

  void takenBackAndPutBack() {
    run({"import", "w", "january.csv", "--map", "receipts.json"});
    const QByteArray root = rootOf();
    run({"import", "w", "february.csv", "--map", "receipts.json"});
    const QByteArray both = rootOf();
    expect({"remove", "w", "february.csv"},
           "1 file taken back\nrecords: 4 before, 2 now\nevidence root: " + both + " before, " + root +
               " now\n");
    QVERIFY(masked(run({"files", "w"}).out)
                .contains("february.csv," + QByteArray::number(qstrlen(february)) + "," +
                          digestOf(february) + ",original,,taken back,0,0,0,0,0,TIME,ann\n"));
    expect({"remove", "w", digestOf(february).left(12).constData(), "--undo"},
           "1 file put back\nrecords: 2 before, 4 now\nevidence root: " + root + " before, " + both +
               " now\n");
    expect({"remove", "w", "january.csv", "february.csv"},
           "2 files taken back\nrecords: 4 before, 0 now\nevidence root: " + both +
               " before, " + digestOf({}) + " now\n");
    expect({"remove", "w", "january.csv", "--for-good"}, "1 file deleted for good\n");
    QCOMPARE(masked(run({"files", "w", "--history"}).out),
             QByteArray("at,by,step,name,sha256,details\n"
                        "TIME,ann,brought,january.csv,J,\nTIME,ann,brought,february.csv,F,\n"
                        "TIME,ann,taken_back,february.csv,F,\nTIME,ann,put_back,february.csv,F,\n"
                        "TIME,ann,taken_back,january.csv,J,\nTIME,ann,taken_back,february.csv,F,\n"
                        "TIME,ann,forgotten,january.csv,J,\n")
                 .replace(",J,", "," + digestOf(january) + ",")
                 .replace(",F,", "," + digestOf(february) + ","));
  }

  void aMappingBesideItsTable() {
    QDir(m_folder->path()).mkdir(QStringLiteral("in"));
    write("in/january.csv", january);
    write("in/january.csv.map.json", mappingOf("receipts", "harbour"));
    write("in/february.csv", february);
    write("in/february.csv.map.json", mappingOf("receipts", "delta"));
    expectMuch({"import", "w", "in"},
           "2 files, 0 already there, 0 refused\n"
           "5 rows read = 4 stored + 0 superseded + 0 duplicates + 1 quarantined\n",
               "january.csv: 1 of 3");
    QVERIFY(run({"files", "w"}).out.contains("table receipts,delta,"));
    write("in/february.csv.map.json", "{\"plumbline\":\"mapping\",\"version\":9}");
    const CliResult broken = run({"import", "other", "in"});
    QCOMPARE(broken.exitCode, 3);
    QVERIFY2(broken.err.contains("refused: february.csv"), broken.err.constData());
    QVERIFY(broken.out.contains("3 rows read"));
  }

  void aColumnSaysWhoseEachRowIs() {
    write("all.csv", "doc,when,t,what,yard\nW-1,2142-01-03,10,board,harbour\n"
                     "W-2,2142-01-04,11,board,delta\nW-3,2142-01-05,12,board,harbour\n"
                     "W-4,2142-01-05,12,board,\n");
    write("all.json", mappingOf("receipts", "", ",{\"heading\":\"yard\",\"column\":5,\"field\":\"party\"}"));
    expectMuch({"import", "w", "all.csv", "--map", "all.json"},
           "1 file, 0 already there, 0 refused\n"
           "4 rows read = 3 stored + 0 superseded + 0 duplicates + 1 quarantined\n",
               "all.csv: 1 of 4");
    QVERIFY(run({"files", "w"}).out.contains(",table receipts,delta harbour,unsigned,4,3,0,0,1,"));
    write("none.json", mappingOf("receipts", ""));
    QCOMPARE(run({"import", "w", "all.csv", "--map", "none.json"}).err,
             QByteArray("plumbline-cli: none.json: the mapping's party cannot be used. Found: \"\". "
                        "Expected: an id, or a column with the field party\n"));
  }

  void refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("err");
    QTest::newRow("no such workspace")
        << words({"files", "none"}) << 2 << QByteArray("none: there is no such workspace\n");
    QTest::newRow("no such file") << words({"remove", "w", "none.csv"}) << 2
                                  << QByteArray("the workspace has no such file. Found: none.csv. Expected: "
                                                "a name or the SHA-256 of a file that plumbline-cli files "
                                                "lists\n");
    QTest::newRow("a file that was not brought")
        << words({"remove", "w", "february.csv"}) << 2
        << QByteArray("the workspace has no such file. Found: " + digestOf(february) + "\n");
    QTest::newRow("not taken back") << words({"remove", "w", "january.csv", "--undo"}) << 2
                                    << QByteArray("the file was not taken back. Found: " +
                                                  digestOf(january) + "\n");
    QTest::newRow("both") << words({"remove", "w", "january.csv", "--undo", "--for-good"}) << 2
                          << QByteArray("--undo, --for-good and --what-if are three things; name one\n");
    QTest::newRow("a sheet of nothing")
        << words({"import", "w", "january.csv", "--sheet", "A"}) << 2
        << QByteArray("--sheet and --replace want --map, the mapping to read by\n");
    QTest::newRow("a reading by itself")
        << words({"remove", "w",
                  ("audit/reading/" + digestOf(january) + ".json").constData()})
        << 3
        << QByteArray("audit/reading/" + digestOf(january) +
                      ".json: this cannot be taken back by itself. Found: reading. Expected: a "
                      "publication, a table, an original, a part of a log, a plan or a reference table\n");
  }
  void refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, err);
    run({"import", "w", "january.csv", "--map", "receipts.json"});
    const QByteArray root = rootOf();
    const CliResult result = runCliIn(m_folder->path(), arguments, environment());
    QCOMPARE(result.err, "plumbline-cli: " + err);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, exitCode);
    QCOMPARE(rootOf(), root);
  }

 private:
  static QProcessEnvironment environment() {
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("USER"), QStringLiteral("ann"));
    return all;
  }
  CliResult run(std::initializer_list<const char*> list) const {
    return runCliIn(m_folder->path(), words(list), environment());
  }
  void expect(std::initializer_list<const char*> list, const QByteArray& out) const {
    expectMuch(list, out, {});
  }
  /// An import of which much cannot be used: `much` says of what file, and of how many rows how many.
  void expectMuch(std::initializer_list<const char*> list, const QByteArray& out,
                  const QByteArray& much) const {
    const CliResult result = run(list);
    const QByteArray err = much.isEmpty() ? QByteArray()
                                          : much + " rows cannot be used, which is more than one in twenty: "
                                                   "look at the quarantine before you use a figure.\n";
    QCOMPARE(QString::fromUtf8(result.err), QString::fromUtf8(err));
    QCOMPARE(QString::fromUtf8(result.out), QString::fromUtf8(out));
    QCOMPARE(result.exitCode, much.isEmpty() ? 0 : 1);
  }
  /// Moments are the clock's.
  static QByteArray masked(const QByteArray& text) {
    static const QRegularExpression moment(
        QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));
    return QString::fromUtf8(text).replace(moment, QStringLiteral("TIME")).toUtf8();
  }
  QByteArray rootOf() const {
    return run({"files", "w", "--json"}).object()[QStringLiteral("evidence_root")].toString().toUtf8();
  }
  void write(const char* name, const QByteArray& bytes) const {
    QFile file(m_folder->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestFilesCommands)
#include "test_files_commands.moc"
