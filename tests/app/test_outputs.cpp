// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;

/// What a command writes never destroys anything, and what could not be written is told.
class TestOutputs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCOMPARE(run("simulate --out world --months 1 --loads-per-month 10").exitCode, 0);
    QCOMPARE(run("import ws world").exitCode, 0);
    QCOMPARE(run("keygen my.key --name me").exitCode, 0);
    QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("folder")));
    QVERIFY(QFile::link(QStringLiteral("ws"), m_dir.filePath(QStringLiteral("link"))));
    QVERIFY(QFile::link(QStringLiteral("nowhere"), m_dir.filePath(QStringLiteral("dangling"))));
    QVERIFY(QFile::link(QStringLiteral("folder"), m_dir.filePath(QStringLiteral("folderlink"))));
    QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {m_dir.filePath(QStringLiteral("pipe"))}),
             0);
    // Something of yours where the demo would write: it is not touched, and nothing is begun.
    QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("halfmade")));
    QVERIFY(QFile::copy(m_dir.filePath(QStringLiteral("my.key")),
                        m_dir.filePath(QStringLiteral("halfmade/report.pdf"))));
    QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("halflinked")));
    QVERIFY(QFile::link(QStringLiteral("../nowhere"),
                        m_dir.filePath(QStringLiteral("halflinked/sample.plumbline"))));
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("line");
    for (const char* line : {"share ws ws",
                             "share ws my.key",
                             "share ws folder",
                             "share ws link",
                             "share ws /dev/null",
                             "report ws ws",
                             "report ws my.key",
                             "report ws /dev/null",
                             "report ws link",
                             "keygen my.key --name me",
                             "keygen link --name me",
                             "open ws link",
                             "map world/parties.txt --out world/parties.txt",
                             "map world/parties.txt --out ws",
                             "quote ws SH-1 ws",
                             "simulate --out ws",
                             "simulate --out link",
                             "simulate --out dangling",
                             "simulate --out folderlink",
                             "simulate --out pipe",
                             "simulate --out world",
                             "simulate --out /dev/null",
                             "demo --out ws",
                             "demo --out folderlink",
                             "demo --out dangling",
                             "demo --out pipe",
                             "demo --out /dev/null",
                             "demo --out halfmade",
                             "demo --out halflinked",
                             "cosign world/policy.txt --key my.key --previous my.key"}) {
      QTest::newRow(line) << QByteArray(line);
    }
  }
  void refuses() {
    QFETCH(QByteArray, line);
    const auto before = contents();
    const CliResult result = run(line);
    QVERIFY2(result.exitCode == 2, result.err + result.out);
    QVERIFY(!result.err.isEmpty());
    QVERIFY(contents() == before);
  }

  void twoImportsAtOnceAreOne() {
    QProcess first;
    QProcess second;
    for (QProcess* process : {&first, &second}) {
      process->setWorkingDirectory(m_dir.path());
      process->start(QStringLiteral(PLUMBLINE_CLI_PATH),
                     {QStringLiteral("import"), QStringLiteral("both"), QStringLiteral("world")});
    }
    QVERIFY(first.waitForFinished(60'000) && second.waitForFinished(60'000));
    QCOMPARE(first.exitCode(), 0);
    QCOMPARE(second.exitCode(), 0);
    const auto digest = [this](const char* line) {
      return run(line).object().value(QStringLiteral("results_digest")).toString();
    };
    QVERIFY(!digest("audit ws --json").isEmpty());
    QCOMPARE(digest("audit both --json"), digest("audit ws --json"));
  }

  void aFullStdoutIsAnError() {
#ifndef Q_OS_LINUX
    QSKIP("there is no /dev/full");
#endif
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(PLUMBLINE_CLI_PATH),
                  {QStringLiteral("audit"), QStringLiteral("ws")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 4);
    const QByteArray err = process.readAllStandardError();
    QVERIFY2(err.contains("No space left on device"), err.constData());
  }

 private:
  CliResult run(const QByteArray& line) const {
    return runCliIn(m_dir.path(), QString::fromUtf8(line).split(QLatin1Char(' ')));
  }
  /// Everything below, files with their bytes.
  QMap<QString, QByteArray> contents() const {
    QMap<QString, QByteArray> all;
    QDirIterator each(m_dir.path(),
                      QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
      const QFileInfo info(each.next());
      QFile file(info.filePath());
      all[info.filePath()] =
          info.isFile() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return all;
  }

  QTemporaryDir m_dir;
};

PLUMBLINE_TEST(TestOutputs)
#include "test_outputs.moc"
