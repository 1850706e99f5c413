// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reference tables on the command line: exact output, and an audit that carries its tables.

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

namespace {

const QByteArray ours =
    "# table: densities\n# version: ours\n# source: a test\ncode\tlow\thigh\tsource\n"
    "150102\t1\t2\tmeasured\n";

}  // namespace

class TestTablesCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const QStringList options = words({"simulate", "--out", "plant", "--months", "1", "--loads-per-month", "20"});
    QCOMPARE(runCliIn(m_folder.path(), options).exitCode, 0);
    QCOMPARE(run({"import", "w.sqlite", "plant", "--parties", "plant/parties.txt"}).exitCode, 0);
    write("ours.tsv", ours);
  }

  void listsThem() {
    const CliResult result = run({"tables", "--json"});
    QCOMPARE(result.exitCode, 0);
    const QJsonArray tables = result.object()[QStringLiteral("tables")].toArray();
    QCOMPARE(tables.size(), 8);
    QStringList names;
    for (const auto& table : tables) names << table[QStringLiteral("table")].toString();
    QCOMPARE(names.first(), QStringLiteral("basel-entries"));
    QCOMPARE(names.last(), QStringLiteral("waste-list"));
    QCOMPARE(tables.last()[QStringLiteral("rows")].toInt(), 842);
    const CliResult words = run({"tables"});
    QVERIFY(words.out.contains("waste-list: 2014/955/EU, 842 rows\n"));
  }

  void useAndGoBack() {
    const QString before = digest();
    CliResult result = run({"tables", "--workspace", "w.sqlite", "--use", "ours.tsv"});
    QCOMPARE(QString::fromUtf8(result.err), QString());
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.out.contains("densities: ours, 1 row, not the program's own\n"));
    QCOMPARE(run({"tables", "--workspace", "w.sqlite", "--print", "densities"}).out, ours);
    const QString with = digest();
    QVERIFY(with != before);
    // Whoever opens the shared audit computes with the same tables.
    QCOMPARE(run({"share", "w.sqlite", "a.plumb"}).exitCode, 0);
    QCOMPARE(run({"open", "a.plumb", "b.sqlite", "--parties", "plant/parties.txt"}).exitCode % 4, 0);
    QCOMPARE(run({"tables", "--workspace", "b.sqlite", "--print", "densities"}).out, ours);
    QCOMPARE(run({"tables", "--workspace", "w.sqlite", "--own", "densities"}).exitCode, 0);
    QCOMPARE(digest(), before);
  }

  void refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("err");
    const QString head = QStringLiteral("plumbline-cli: ");
    QTest::newRow("no workspace") << words({"tables", "--use", "ours.tsv"}) << 2
                                  << head + QStringLiteral("--use and --own change a workspace; name it by "
                                            "--workspace\n");
    QTest::newRow("no such table") << words({"tables", "--print", "recipes"}) << 2
                                   << head + QStringLiteral("there is no reference table of this name. Found: "
                                             "recipes\n");
    QTest::newRow("no table at all")
        << words({"tables", "--workspace", "w.sqlite", "--use", "plant/parties.txt"}) << 3
        << QString();
    QTest::newRow("no such file")
        << words({"tables", "--workspace", "w.sqlite", "--use", "none.tsv"}) << 2
        << head + QStringLiteral("none.tsv: there is no such file\n");
  }
  void refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, err);
    const CliResult result = runCliIn(m_folder.path(), arguments);
    if (!err.isEmpty()) QCOMPARE(QString::fromUtf8(result.err), err);
    QVERIFY(!result.err.isEmpty());
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, exitCode);
  }

 private:
  CliResult run(std::initializer_list<const char*> list) const {
    return runCliIn(m_folder.path(), words(list));
  }
  [[nodiscard]] QString digest() const {
    const CliResult result = run({"audit", "w.sqlite", "--json"});
    return result.object()[QStringLiteral("results_digest")].toString();
  }
  void write(const char* name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestTablesCommand)
#include "test_tables_command.moc"
