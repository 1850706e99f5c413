// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An audit on the word of who signed it, on the command line: what is printed, and the exit codes.

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;

class TestOnWordCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCOMPARE(run("keygen ada.key --name ada").exitCode, 0);
    write("ada.txt", "citizen ada " + read("ada.key.pub"));
    make(QStringLiteral("honest"), QString(), 0);
    make(QStringLiteral("crooked"), QStringLiteral(" --fraud relabel=0.1"), 1);
  }

  /// The table of docs/keys-and-trust.md: who is named, whose word is taken, and what comes of it.
  void exitCodes_data() {
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("world");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char* name, const char* world, const char* options, int exitCode,
                        const char* verdict) {
      QTest::newRow(name) << QString::fromLatin1(options) << QString::fromLatin1(world) << exitCode
                          << QString::fromUtf8(verdict);
    };
    row("honest, nobody named", "honest", "", 3, "Cannot tell yet");
    row("honest, the author is a stranger", "honest", " --on-word-of ada", 3, "Cannot tell yet");
    row("honest, the author is known", "honest", " --parties ada.txt", 3, "Cannot tell yet");
    row("honest, on their word", "honest", " --parties ada.txt --on-word-of ada", 0,
        "Supported on the word of ada");
    row("honest, on nobody's", "honest", " --parties ada.txt --on-word-of nobody", 3,
        "Cannot tell yet");
    row("crooked, nobody named", "crooked", "", 3, "Cannot tell yet");
    row("crooked, the author is a stranger", "crooked", " --on-word-of ada", 3, "Cannot tell yet");
    row("crooked, on their word", "crooked", " --parties ada.txt --on-word-of ada", 1,
        "Contradicted on the word of ada");
  }
  void exitCodes() {
    QFETCH(QString, options);
    QFETCH(QString, world);
    QFETCH(int, exitCode);
    QFETCH(QString, verdict);
    const QString workspace = QStringLiteral("w%1").arg(++m_count);
    const CliResult opened =
        run(QStringLiteral("open %1.plumb %2%3").arg(world, workspace, options));
    QVERIFY2(opened.out.contains((QLatin1Char('\n') + verdict + QLatin1String(": ")).toUtf8()),
             opened.out.constData());
    QCOMPARE(opened.exitCode, exitCode);
    const CliResult audit = run(QStringLiteral("audit %1 --json").arg(workspace));
    QCOMPARE(audit.exitCode, exitCode);
    const bool onWord = verdict.contains(QLatin1String("word of"));
    const QJsonObject json = audit.object();
    QCOMPARE(json[QStringLiteral("claims")][0][QStringLiteral("on_word_of")].toString(),
             onWord ? QStringLiteral("ada") : QString());
    QCOMPARE(json[QStringLiteral("authors")][0][QStringLiteral("on_their_word")].toBool(), onWord);
    // The author's digest, and so a sign-off that holds.
    QCOMPARE(json[QStringLiteral("sign_offs")][0][QStringLiteral("current")].toBool(), onWord);
    if (onWord) QCOMPARE(json[QStringLiteral("results_digest")], m_digest[world]);
    if (!onWord) QVERIFY2(opened.out.contains("ada (key "), opened.out.constData());
    const CliResult canonical = run(QStringLiteral("audit %1 --canonical").arg(workspace));
    QVERIFY(!canonical.out.contains("on_word_of"));
  }

  /// Two people signed, each with a list of their own: whoever came first, each list is its signer's.
  void everybodySpeaksForTheirOwnList_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("ada's file, then bob's") << QStringLiteral("honest.plumb") << QStringLiteral("bob.plumb");
    QTest::newRow("bob's file, then ada's") << QStringLiteral("bob.plumb") << QStringLiteral("honest.plumb");
  }
  void everybodySpeaksForTheirOwnList() {
    QFETCH(QString, first);
    QFETCH(QString, second);
    makeBobsFile();
    const QString workspace = QStringLiteral("both%1").arg(++m_count);
    run(QStringLiteral("open %1 %2 --parties both.txt").arg(first, workspace));
    run(QStringLiteral("import %1 %2").arg(workspace, second));
    // It stays so when it is shared.
    const QString shared = QStringLiteral("shared%1").arg(m_count);
    run(QStringLiteral("share %1 %1.plumb").arg(workspace));
    run(QStringLiteral("open %1.plumb %2 --parties both.txt").arg(workspace, shared));
    for (const QString& read : {workspace, shared}) {
      QCOMPARE(run(QStringLiteral("import %1 --on-word-of ada").arg(read)).exitCode, 0);
      const CliResult onAda = run(QStringLiteral("audit %1 --json").arg(read));
      QCOMPARE(onAda.exitCode, 0);
      QCOMPARE(onAda.object()[QStringLiteral("results_digest")], m_digest[QStringLiteral("honest")]);
      QCOMPARE(run(QStringLiteral("import %1 --on-word-of bob").arg(read)).exitCode, 0);
      QCOMPARE(run(QStringLiteral("audit %1").arg(read)).exitCode, 3);
      QCOMPARE(namesOf(onAda, QStringLiteral("bob")), 1);
      QVERIFY(namesOf(onAda, QStringLiteral("ada")) > 1);
    }
  }
  /// Who did not sign first endorses; the list stays the author's.
  void anAuditHasOneAuthor() {
    makeBobsFile();
    QCOMPARE(run("open honest.plumb taken --parties bobs.txt").exitCode, 3);
    const CliResult refused = run("sign taken --key bob.key");
    QCOMPARE(refused.exitCode, 3);
    QCOMPARE(QString::fromUtf8(refused.err),
             QStringLiteral("plumbline-cli: the audit has an author already; endorse it instead. Found: "
                            "ada\n"));
    QCOMPARE(run("endorse taken --key bob.key").exitCode, 0);
    const CliResult audit = run("audit taken --json");
    QVERIFY(namesOf(audit, QStringLiteral("ada")) > 1);
    QCOMPARE(namesOf(audit, QStringLiteral("bob")), 0);
    const CliResult nobody = run("import taken --on-word-of bob");
    QCOMPARE(nobody.exitCode, 2);
  }

  /// Without importing anything again, and back.
  void takenAndGivenBack() {
    QCOMPARE(run("open honest.plumb back --parties ada.txt").exitCode, 3);
    QCOMPARE(run("import back --on-word-of ada").exitCode, 0);
    QCOMPARE(run("audit back").exitCode, 0);
    QCOMPARE(run("import back --on-word-of nobody").exitCode, 0);
    QCOMPARE(run("audit back").exitCode, 3);
    const CliResult none = run("import back --on-word-of eva");
    QCOMPARE(none.exitCode, 2);
    QCOMPARE(QString::fromUtf8(none.err),
             QStringLiteral("plumbline-cli: nobody of this name signed this audit and named keys in "
                            "it. Found: eva\n"));
  }

 private:
  /// Bob compared the plant's key only.
  void makeBobsFile() {
    if (QFile::exists(path(QStringLiteral("bob.plumb")))) return;
    QCOMPARE(run("keygen bob.key --name bob").exitCode, 0);
    QByteArray plant;
    for (const QByteArray& line : read("honest/parties.txt").split('\n')) {
      if (line.startsWith("plant ")) plant += line + '\n';
    }
    write("bobs.txt", plant);
    write("both.txt", read("ada.txt") + "citizen bob " + read("bob.key.pub"));
    QCOMPARE(run("import bob.sqlite honest --parties bobs.txt").exitCode, 0);
    QCOMPARE(run("sign bob.sqlite --key bob.key").exitCode, 0);
    QCOMPARE(run("share bob.sqlite bob.plumb").exitCode, 0);
  }
  static int namesOf(const CliResult& audit, const QString& author) {
    for (const QJsonValue& each : audit.object()[QStringLiteral("authors")].toArray()) {
      if (each[QStringLiteral("name")] == author) return static_cast<int>(each[QStringLiteral("names")].toArray().size());
    }
    return 0;
  }
  QString path(const QString& name) const { return m_folder.filePath(name); }
  CliResult run(const QString& line) const {
    return runCliIn(m_folder.path(), line.split(QLatin1Char(' ')));
  }
  CliResult run(const char* line) const { return run(QString::fromLatin1(line)); }
  void make(const QString& world, const QString& options, int exitCode) {
    QCOMPARE(run(QStringLiteral("simulate --out %1 --seed 5 --months 6 --loads-per-month 40%2")
                     .arg(world, options))
                 .exitCode,
             0);
    QCOMPARE(run(QStringLiteral("import %1.sqlite %1 --parties %1/parties.txt").arg(world)).exitCode,
             0);
    QCOMPARE(run(QStringLiteral("sign %1.sqlite --key ada.key").arg(world)).exitCode, 0);
    const CliResult audit = run(QStringLiteral("audit %1.sqlite --json").arg(world));
    QCOMPARE(audit.exitCode, exitCode);
    m_digest[world] = audit.object()[QStringLiteral("results_digest")];
    QCOMPARE(run(QStringLiteral("share %1.sqlite %1.plumb").arg(world)).exitCode, 0);
  }
  void write(const char* name, const QByteArray& text) const {
    QFile file(m_folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
  }
  QByteArray read(const char* name) const {
    QFile file(m_folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  QTemporaryDir m_folder;
  QMap<QString, QJsonValue> m_digest;
  int m_count = 0;
};

PLUMBLINE_TEST(TestOnWordCommand)
#include "test_on_word_command.moc"
