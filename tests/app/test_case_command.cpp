// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Public cases on the command line: exact stdout, stderr and exit code.

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"
#include "tests/shared_files.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

class TestCaseCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void listsThem() {
    const CliResult list = run({"case", "list"});
    QCOMPARE(list.exitCode, 0);
    QCOMPARE(list.err, QByteArray());
    QVERIFY2(list.out.contains("uk-mrf\tSorting plants of England and Wales, 2020\n"
                               "  MF_Data_January_to_December_2020.xlsx\n"),
             list.out.constData());
    QVERIFY(list.out.contains("  CR-hauler.csv, CR-processor.csv, CR-transfer.csv\n"));
  }

  void noSuchCase() {
    const CliResult none = run({"case", "try", "moon", "w.sqlite", "a.csv"});
    QCOMPARE(none.exitCode, 2);
    QCOMPARE(none.out, QByteArray());
    QVERIFY2(none.err.contains("there is no such public case") && none.err.contains("uk-mrf"),
             none.err.constData());
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("w.sqlite"))));
  }

  /// A file of another name is told before anything is read.
  void aFileThatIsNoneOfIt() {
    QFile file(m_folder.filePath(QStringLiteral("other.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a,b\n1,2\n") > 0);
    file.close();
    const CliResult refused = run({"case", "try", "ca-used-oil", "w.sqlite", "other.csv"});
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.err.contains("other.csv") && refused.err.contains("CR-hauler.csv"),
             refused.err.constData());
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("w.sqlite"))));
  }

  void bothReadingsOfOneFile() {
    REQUIRE_SHARED(file, "real/uk-mrf/MF_Data_January_to_December_2020.xlsx");
    // As a browser names a second download.
    const QString copy = m_folder.filePath(QStringLiteral("MF_Data_January_to_December_2020 (1).xlsx"));
    QVERIFY(QFile::copy(file, copy));
    const CliResult tried = runCliIn(m_folder.path(), {QStringLiteral("case"), QStringLiteral("try"),
                                                       QStringLiteral("uk-mrf"), QStringLiteral("w.sqlite"), copy});
    QCOMPARE(tried.err, QByteArray());
    QCOMPARE(tried.exitCode, 0);
    QVERIFY2(tried.out.startsWith("2 files, 0 already there, 0 refused\n"), tried.out.constData());
  }

 private:
  CliResult run(std::initializer_list<const char*> arguments) const {
    return runCliIn(m_folder.path(), words(arguments));
  }
  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestCaseCommand)
#include "test_case_command.moc"
