// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The operator's side from outside: keys, publish, log, cosign, and the citizen who imports it.

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCli;

class TestPublishCommands : public QObject {
  Q_OBJECT

  QString path(const char* name) const { return m_dir->filePath(QLatin1String(name)); }
  void write(const char* name, const QByteArray& bytes) const {
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
  }
  QByteArray read(const char* name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  /// Words are cut at spaces; "@x" is the path of x in the folder of the test.
  QStringList words(const char* line) const {
    QStringList out;
    for (const QString& word : QString::fromUtf8(line).split(QLatin1Char(' '))) {
      out << (word.startsWith(QLatin1Char('@')) ? path(word.mid(1).toUtf8().constData()) : word);
    }
    return out;
  }
  CliResult run(const char* line) const { return runCli(words(line)); }
  CliResult publish(const QStringList& more = {}) const {
    return runCli(words("publish @log @tables --key @party.key --party north --role plant --name "
                        "North --from 2142-03-01 --to 2142-03-31") +
                  more);
  }
  CliResult cosign() const {
    const QString vkey = QString::fromUtf8(m_logLine).mid(4).trimmed();
    return runCli(words("cosign @log/checkpoint --key @witness.key --log") + QStringList{vkey});
  }
  std::unique_ptr<QTemporaryDir> m_dir;
  QByteArray m_logLine;

 private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    write("tables/materials.csv", "code,name,class\nPET,Pet,waste\n");
    write("tables/intakes.csv",
          "id,time,material,net_kg\nI-1,2142-03-02,PET,100\nI-2,2142-03-03,PET,200\n");
    const CliResult party = run("keygen @party.key --name north --job party --role plant");
    QCOMPARE(party.exitCode, 0);
    QVERIFY(party.out.startsWith("plant north north+"));
    m_logLine = run("keygen @log.key --name north.example/log --job log").out;
    QVERIFY(m_logLine.startsWith("log north.example/log+"));
    const CliResult witness = run("keygen @witness.key --name council --job witness");
    QVERIFY(witness.out.startsWith("witness council council+"));
    write("parties.txt", party.out);
    write("policy.txt", m_logLine + witness.out + "quorum council\n");
  }

  void theWholeWay() {
    CliResult result = publish();
    QCOMPARE(result.err, QByteArray("No checkpoint covers entry 0 yet: plumbline-cli log "
                                    "checkpoint\n"));
    QCOMPARE(result.out, QByteArray("north 1: entry 0, 2 tables, 3 rows, 0 corrected\n"));
    QCOMPARE(result.exitCode, 0);

    result = run("log checkpoint @log --key @log.key");
    QCOMPARE(result.err, QByteArray());
    const QList<QByteArray> note = read("log/checkpoint").split('\n');
    QCOMPARE(result.out, "north.example/log 1 " + note[2] + "\n");
    QCOMPARE(result.exitCode, 0);

    result = cosign();
    QCOMPARE(result.err, QByteArray());
    QVERIFY(result.out.startsWith("— council "));
    QCOMPARE(result.exitCode, 0);
    write("log/checkpoint", read("log/checkpoint") + result.out);

    result = run("import @ws @log --parties @parties.txt --policy @policy.txt");
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.out, QByteArray("5 files, 0 already there, 0 refused\n3 rows read = 3 stored + 0 superseded "
                        "+ 0 duplicates + 0 quarantined\n"));
    QCOMPARE(result.exitCode, 0);

    result = run("verify @log --parties @parties.txt --policy @policy.txt --json");
    QCOMPARE(result.exitCode, 0);
    QVERIFY(!result.out.contains("\"failed\""));
  }

  void aCorrectionNeedsAReason() {
    QCOMPARE(publish().exitCode, 0);
    write("tables/intakes.csv", "id,time,material,net_kg\nI-2,2142-03-03,PET,201\n");
    CliResult result = publish();
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.err,
             QByteArray("plumbline-cli: intakes.csv, row 1: the record was published before with "
                        "other values; a correction needs a reason. Found: \"I-2\"\n"));
    QCOMPARE(result.exitCode, 3);
    result = publish(
        {QStringLiteral("--reason"), QStringLiteral("weighed again"), QStringLiteral("--json")});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject object = result.object();
    QCOMPARE(object[QStringLiteral("corrected")].toInt(), 1);
    QCOMPARE(object[QStringLiteral("sequence")].toInt(), 2);
    QCOMPARE(object[QStringLiteral("index")].toInt(), 1);
    QCOMPARE(object[QStringLiteral("tables")].toArray().size(), 2);
  }

  void aWitnessDoesNotCosignARewrittenLog() {
    QCOMPARE(publish().exitCode, 0);
    QCOMPARE(
        run("log checkpoint @log --key @log.key --json").object()[QStringLiteral("size")].toInt(),
        1);
    QCOMPARE(cosign().exitCode, 0);
    QVERIFY(QDir(path("log")).removeRecursively());
    write("tables/intakes.csv", "id,time,material,net_kg\nI-1,2142-03-02,PET,999\n");
    QCOMPARE(publish().exitCode, 0);
    QCOMPARE(run("log checkpoint @log --key @log.key").exitCode, 0);
    const CliResult refused = cosign();
    QCOMPARE(refused.out, QByteArray());
    QVERIFY(refused.err.contains("the checkpoint is not cosigned: the log shows two roots"));
    QCOMPARE(refused.exitCode, 3);
  }

  void anEnvelopeIsAppendedOnce() {
    QCOMPARE(publish().exitCode, 0);
    write("envelope.json", read("log/tile/entries/000.p/1").mid(2));
    CliResult result = run("log append @other @envelope.json");
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.out, QByteArray("entry 0\n"));
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(read("other/tile/entries/000.p/1"), read("log/tile/entries/000.p/1"));
    result = run("log append @other @envelope.json");
    QCOMPARE(result.out, QByteArray());
    QVERIFY(result.err.contains("the publication's sequence does not follow the log"));
    QCOMPARE(result.exitCode, 3);
    result = run("log append @third @envelope.json --json");
    QCOMPARE(result.object()[QStringLiteral("index")].toInt(-1), 0);
  }

  /// Keys change by a statement in the log, and whoever holds the old one publishes no more.
  void keysChange() {
    QCOMPARE(run("keygen @new.key --name north --job party --role plant").exitCode, 0);
    QCOMPARE(publish().exitCode, 0);
    CliResult result = run("keyset @log --party north --key @party.key");
    QCOMPARE(result.err, QByteArray("No checkpoint covers entry 1 yet: plumbline-cli log "
                                    "checkpoint\n"));
    QCOMPARE(result.out, QByteArray("north key set 1: entry 1, 1 of 1 key, 0 ended, 0 revoked\n"));
    QCOMPARE(result.exitCode, 0);

    // The new key has to sign too: it must not be put on somebody who does not hold it.
    result =
        run("keyset @log --party north --key @party.key --add @new.key.pub --end "
            "@party.key.pub --reason lost");
    QCOMPARE(result.exitCode, 3);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(
        result.err.startsWith("plumbline-cli: the key set is not signed by enough of the keys"));
    // A stranger's signature alone changes nothing.
    QCOMPARE(run("keyset @log --party north --key @new.key --add @new.key.pub").exitCode, 3);

    result =
        run("keyset @log --party north --key @party.key --key @new.key --add @new.key.pub "
            "--revoke @party.key.pub --reason lost --json");
    QCOMPARE(result.exitCode, 0);
    const QJsonObject set = result.object()[QStringLiteral("key_set")].toObject();
    QCOMPARE(result.object()[QStringLiteral("index")].toInt(), 2);
    QCOMPARE(set[QStringLiteral("version")].toInt(), 2);
    QCOMPARE(set[QStringLiteral("keys")].toArray().size(), 1);
    QCOMPARE(set[QStringLiteral("revoked")].toArray()[0][QStringLiteral("reason")].toString(),
             QStringLiteral("lost"));

    write("tables/intakes.csv", "id,time,material,net_kg\nI-3,2142-03-04,PET,300\n");
    result = publish();
    QCOMPARE(result.err, QByteArray("plumbline-cli: the party's key set says that this key is "
                                    "revoked\n"));
    QCOMPARE(result.exitCode, 3);
    result =
        runCli(words("publish @log @tables --key @new.key --party north --role plant --name "
                     "North --from 2142-03-01 --to 2142-03-31"));
    QCOMPARE(result.out, QByteArray("north 2: entry 3, 2 tables, 2 rows, 0 corrected\n"));
    QCOMPARE(result.exitCode, 0);

    // Who pinned the first key follows the change.
    QCOMPARE(run("log checkpoint @log --key @log.key").exitCode, 0);
    result = run("verify @log --parties @parties.txt --policy @policy.txt --json");
    const QJsonObject signedBy = result.object()[QStringLiteral("evidence")]
                                     .toObject()[QStringLiteral("signed_by")]
                                     .toObject();
    QCOMPARE(signedBy[QStringLiteral("state")].toString(), QStringLiteral("passed"));
  }

  void refusals_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("err");
    const auto row = [](const char* name, const char* line, int exitCode, const char* err) {
      QTest::newRow(name) << QByteArray(line) << exitCode << QByteArray(err);
    };
    row("log alone", "log", 2, "no command log; see plumbline-cli help\n");
    row("log of nothing", "log frobnicate", 2, "no command log; see plumbline-cli help\n");
    row("log operands", "log append x", 2,
        "wrong number of arguments. Found: 1. Expected: plumbline-cli log append LOGDIR ENVELOPE "
        "[--json]\n");
    row("no key", "log checkpoint @log", 2, "the option --key FILE.key is missing\n");
    row("no party", "publish @log @tables", 2, "publish needs --party\n");
    row("key set without a key", "keyset @log --party north", 2, "keyset needs --key FILE.key\n");
    row("key set that ends a stranger's key",
        "keyset @log --party north --key @party.key --end "
        "@witness.key.pub",
        3, "the key is not in the key set. Found: %WITNESS%\n");
    row("no log key", "cosign @log/checkpoint --key @witness.key", 2,
        "cosign needs --log VKEY, the key of the log\n");
    row("bad job", "keygen @x.key --name x --job boss", 2,
        "the job is not known. Found: boss. Expected: party, log or witness\n");
    row("party without role", "keygen @x.key --name x --job party", 2,
        "--job party goes with --role. Found: no role. Expected: plant, carrier, receiver, "
        "regulator, citizen or council\n");
    row("role without party", "keygen @x.key --name x --role plant", 2,
        "--job party goes with --role. Found: plant. Expected: plant, carrier, receiver, "
        "regulator, citizen or council\n");
    row("party's key for a log", "log checkpoint @log --key @party.key", 3,
        "party.key: the key was made for another job; one key has one job. Found: party key. "
        "Expected: log key\n");
    row("log's key for an audit", "sign @ws --key @log.key", 3,
        "log.key: the key was made for another job; one key has one job. Found: log key. "
        "Expected: a person's key\n");
    row("no envelope", "log append @log @absent", 2, "@absent: there is no such file\n");
  }
  void refusals() {
    QFETCH(QByteArray, line);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, err);
    const CliResult result = run(line.constData());
    err.replace("%WITNESS%", read("witness.key.pub").trimmed());
    err.replace("@", m_dir->path().toUtf8() + "/");
    QCOMPARE(result.err, "plumbline-cli: " + err);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, exitCode);
    QVERIFY(!QFile::exists(path("x.key")));
  }

  void theWitnessesKeyFileSaysItsJob() {
    QVERIFY(read("witness.key").startsWith("Name: council\nJob: witness\n-----BEGIN"));
    const QByteArray line = run("keygen @b.key --name b --job witness").out;
    QCOMPARE(line, "witness b " + read("b.key.pub"));
  }
};

PLUMBLINE_TEST(TestPublishCommands)
#include "test_publish_commands.moc"
