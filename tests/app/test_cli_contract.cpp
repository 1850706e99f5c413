// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCli;

/// What a script may rely on: data on stdout, talk on stderr, one exit code a kind of trouble.
class TestCliContract : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("err");
    QTest::newRow("unknown command")
        << QStringList{QStringLiteral("frobnicate")} << 2
        << QByteArray("plumbline-cli: no command frobnicate; see plumbline-cli help\n");
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("audit"), QStringLiteral("w"), QStringLiteral("--fast")} << 2
        << QByteArray("plumbline-cli: unknown option --fast\n");
    QTest::newRow("missing operand")
        << QStringList{QStringLiteral("share"), QStringLiteral("w")} << 2
        << QByteArray(
               "plumbline-cli: wrong number of arguments. Found: 1. Expected: "
               "plumbline-cli share WORKSPACE OUT.plumb [--json]\n");
    QTest::newRow("missing value")
        << QStringList{QStringLiteral("simulate"), QStringLiteral("--out")} << 2
        << QByteArray("plumbline-cli: option --out needs a value: DIR\n");
    QTest::newRow("option twice") << QStringList{QStringLiteral("audit"), QStringLiteral("--json"),
                                                 QStringLiteral("--json"), QStringLiteral("w")}
                                  << 2
                                  << QByteArray("plumbline-cli: option --json is given twice\n");
    QTest::newRow("number out of range")
        << QStringList{QStringLiteral("simulate"), QStringLiteral("--out"), QStringLiteral("x"),
                       QStringLiteral("--months"), QStringLiteral("0")}
        << 2
        << QByteArray(
               "plumbline-cli: option --months is out of range. Found: 0. Expected: "
               "a whole number from 1 to 120\n");
    QTest::newRow("no key name") << QStringList{QStringLiteral("keygen"), QStringLiteral("a.key")}
                                 << 2 << QByteArray("plumbline-cli: keygen needs --name NAME\n");
  }
  void refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, err);
    const CliResult result = runCli(arguments);
    QCOMPARE(result.err, err);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, exitCode);
  }

  void helpListsEveryCommand() {
    const CliResult result = runCli({QStringLiteral("help")});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.err, QByteArray());
    for (const char* name : {"simulate", "import", "formats", "verify", "audit", "findings",
                             "report", "share", "open", "demo", "keygen", "sign", "endorse",
                             "publish", "log append", "log checkpoint", "cosign"}) {
      QVERIFY2(result.out.contains(QByteArray("  plumbline-cli ") + name), name);
    }
  }

  void whatACommandNeedsStandsWithoutBrackets() {
    const QByteArray help = runCli({QStringLiteral("help")}).out;
    QVERIFY(help.contains("plumbline-cli simulate --out DIR [--seed N]"));
    QVERIFY(help.contains("plumbline-cli keygen OUT.key --name NAME [--job"));
  }

  void noCommandIsUsage() {
    const CliResult result = runCli({});
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(result.err.startsWith("Plumbline "));
  }

  void missingFilesAreUsage_data() {
    QTest::addColumn<QString>("command");
    QTest::newRow("verify") << QStringLiteral("verify");
    QTest::newRow("audit") << QStringLiteral("audit");
    QTest::newRow("findings") << QStringLiteral("findings");
  }
  void missingFilesAreUsage() {
    QFETCH(QString, command);
    QTemporaryDir dir;
    const QString absent = dir.filePath(QStringLiteral("absent"));
    const CliResult result = runCli({command, absent});
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains("absent"), result.err.constData());
    QVERIFY2(!QFile::exists(absent), "a command that only reads must not make the workspace");
  }
};

PLUMBLINE_TEST(TestCliContract)
#include "test_cli_contract.moc"
