// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCli;
using plumbline::test::runCliIn;

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
    QTest::newRow("no language")
        << QStringList{QStringLiteral("formats"), QStringLiteral("--language")} << 2
        << QByteArray("plumbline-cli: option --language needs a value: NAME\n");
    QTest::newRow("two languages")
        << QStringList{QStringLiteral("--language=en"), QStringLiteral("formats"),
                       QStringLiteral("--language"), QStringLiteral("de")}
        << 2 << QByteArray("plumbline-cli: option --language is given twice\n");
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

  /// Before the command or behind its words; of no language but English are there words.
  void aLanguageMayBeNamed() {
    const QByteArray help = runCli({QStringLiteral("help")}).out;
    QVERIFY(help.contains("[--language NAME]"));
    const QStringList named{QStringLiteral("--language"), QStringLiteral("en")};
    QCOMPARE(runCli(named + QStringList{QStringLiteral("help")}).out, help);
    QCOMPARE(runCli(QStringList{QStringLiteral("help")} + named).out, help);
    QCOMPARE(runCli({QStringLiteral("help"), QStringLiteral("--language=xx")}).out, help);
    const CliResult file =
        runCli({QStringLiteral("verify"), QStringLiteral("--"), QStringLiteral("--language")});
    QVERIFY2(file.err.contains("--language"), file.err.constData());  // a name of a file
    QVERIFY(!file.err.contains("needs a value"));
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

  /// Without any of its options a command names one that it needs; all of these stand without brackets.
  void whatACommandAsksForStandsWithoutBrackets_data() {
    QTest::addColumn<QString>("needed");
    for (const char* line :
         {"sign w: --key", "endorse w: --key", "link w S R: --key",
          "vouch w f: --key --from --obtained --how",
          "publish log tables: --key --party --role --name --from --to", "keyset log: --party --key",
          "log checkpoint log: --key", "cosign checkpoint: --key --log", "note verify n: --key",
          "consistency verify a b: --log --proof", "statement verify s: --key",
          "timestamp verify t m: --root", "keygen k: --name", "simulate: --out"}) {
      QTest::newRow(line) << QString::fromLatin1(line);
    }
  }
  void whatACommandAsksForStandsWithoutBrackets() {
    QFETCH(QString, needed);
    const QStringList words = needed.section(QStringLiteral(": "), 0, 0).split(u' ');
    const QStringList options = needed.section(QStringLiteral(": "), 1).split(u' ');
    QTemporaryDir dir;
    const CliResult result = runCliIn(dir.path(), words);
    QCOMPARE(result.exitCode, 2);
    const auto isNamed = [&result](const QString& option) { return result.err.contains(option.toUtf8()); };
    QVERIFY2(std::any_of(options.begin(), options.end(), isNamed), result.err.constData());
    const bool two = !m_single.contains(words.first());
    const QString name = QStringLiteral("plumbline-cli ") + words.mid(0, two ? 2 : 1).join(u' ') + u' ';
    const QString help = QString::fromUtf8(runCli({QStringLiteral("help")}).out);
    const QString usage = help.mid(help.indexOf(name)).section(u'\n', 0, 0);
    for (const QString& option : options) {
      QVERIFY2(usage.contains(u' ' + option + u' '), qPrintable(usage));
    }
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

 private:
  const QStringList m_single{QStringLiteral("sign"),    QStringLiteral("endorse"), QStringLiteral("link"),
                             QStringLiteral("vouch"),   QStringLiteral("publish"), QStringLiteral("keyset"),
                             QStringLiteral("cosign"),  QStringLiteral("keygen"),  QStringLiteral("simulate")};
};

PLUMBLINE_TEST(TestCliContract)
#include "test_cli_contract.moc"
