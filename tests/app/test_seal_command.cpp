// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A workspace that another program wrote to, on the command line: every command says what it said
// before, and `audit` says that it looked.

#include <filesystem>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/store/database.h"

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

class TestSealCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCOMPARE(run({"simulate", "--out", "records", "--months", "3", "--loads-per-month", "20"}), 0);
    QVERIFY(run({"import", "w.sqlite", "records", "--parties", "records/parties.txt"}) >= 0);
    run({"audit", "w.sqlite", "--canonical"});
    m_honest = m_last.out;
    QVERIFY(m_honest.startsWith('{'));
    QVERIFY(!m_last.err.contains("made anew"));
  }

  void aChangedRowIsNoticed() {
    tamper();
    run({"audit", "w.sqlite", "--canonical"});
    QCOMPARE(m_last.out, m_honest);
    QVERIFY(m_last.err.contains("was not as this computer left it"));
    run({"audit", "w.sqlite", "--canonical"});
    QVERIFY(!m_last.err.contains("was not as this computer left it"));
  }

  void anyCommandMakesItAnew_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("verify") << words({"verify", "w.sqlite"});
    QTest::newRow("share") << words({"share", "w.sqlite", "out.plumb"});
    QTest::newRow("export") << words({"export", "w.sqlite", "csv"});
    QTest::newRow("import") << words({"import", "w.sqlite", "records"});
    QTest::newRow("findings") << words({"findings", "w.sqlite"});
  }
  void anyCommandMakesItAnew() {
    QFETCH(QStringList, arguments);
    run(arguments);
    QVERIFY2(m_last.exitCode == 0 || m_last.exitCode == 1 || m_last.exitCode == 3, m_last.err);
    const QByteArray before = m_last.out;
    const int code = m_last.exitCode;
    QFile::remove(m_folder.filePath(QStringLiteral("out.plumb")));
    std::filesystem::remove_all(m_folder.filePath(QStringLiteral("csv")).toStdString());
    tamper();
    run(arguments);
    QCOMPARE(m_last.exitCode, code);
    QCOMPARE(m_last.out, before);
    run({"audit", "w.sqlite", "--canonical"});
    QCOMPARE(m_last.out, m_honest);
    QVERIFY(!m_last.err.contains("was not as this computer left it"));
  }

 private:
  int run(const QStringList& arguments) {
    m_last = runCliIn(m_folder.path(), arguments);
    return m_last.exitCode;
  }
  int run(std::initializer_list<const char*> list) { return run(words(list)); }
  /// As somebody else's program would do it.
  void tamper() const {
    const auto file = m_folder.filePath(QStringLiteral("w.sqlite")).toStdString();
    const auto other = plumbline::Database::open(file, plumbline::Database::Mode::ReadWrite);
    QVERIFY(other && other->execute("UPDATE receipts SET net_g = net_g / 2"));
  }

  QTemporaryDir m_folder;
  QByteArray m_honest;
  CliResult m_last;
};

PLUMBLINE_TEST(TestSealCommand)
#include "test_seal_command.moc"
