// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// verify, import and audit as processes: what they refuse, and their exit codes.

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const std::string header = "id,time,node,material,mass_kg\n";

std::string stocks(int number) {
  return header + "K" + std::to_string(number) + ",2142-01-01T00:00:00Z,yard,pellet,5\n";
}

}  // namespace

class TestVerifyCommand : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
  fs::path file(const char* name) const { return fs::path(path(name).toStdString()); }

  CliResult verify(bool trusted) const {
    QStringList words{QStringLiteral("verify"), path("p")};
    if (trusted) {
      words << QStringLiteral("--parties") << path("parties.txt") << QStringLiteral("--policy")
            << path("policy.txt");
    }
    return runCli(words);
  }
  CliResult import(const char* workspace) const {
    return runCli({QStringLiteral("import"), path(workspace), path("p"),
                   QStringLiteral("--parties"), path("parties.txt"), QStringLiteral("--policy"),
                   path("policy.txt")});
  }
  static QByteArrayList refusals(const CliResult& result) {
    QByteArrayList out;
    for (const QByteArray& line : result.err.split('\n')) {
      if (line.startsWith("refused: ")) out << line;
    }
    return out;
  }

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(file("p"), {{"stocks", stocks(1)}});
    plant.publish(file("p"), {{"stocks", stocks(2)}});
    plant.close(file("p"));
    writeBytes(file("parties.txt"), plant.partyLine());
    writeBytes(file("policy.txt"), plant.policyLine());
  }

  void whatIsFine() {
    const CliResult result = verify(true);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(import("w.plumbline").exitCode, 0);
  }

  void whatCannotBeToldIsNotVerifiable() {
    const CliResult result = verify(false);
    QCOMPARE(result.err, QByteArray());
    QVERIFY(result.out.contains("Signed by: Cannot tell."));
    QCOMPARE(result.exitCode, 3);
  }

  void bothTellTheSameRefusals_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("told");
    TestPublisher stranger("north", Role::Plant, 9);
    const QTemporaryDir scratch;
    const auto publication = stranger.bind(scratch.path().toStdString(), {{"stocks", stocks(7)}});
    QTest::newRow("a stranger's file")
        << "s.dsse.json"
        << QByteArray::fromStdString(signPublication(publication, stranger.key()))
        << QByteArray("a publication in the name of north is signed by a key that is not north's");
    QTest::newRow("no statement") << "s.dsse.json" << QByteArray("{}") << QByteArray();
    QTest::newRow("no known kind") << "notes.xyz" << QByteArray("hello")
                                   << QByteArray("of no kind this program can read");
  }
  void bothTellTheSameRefusals() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, told);
    writeBytes(file("p") / name.toStdString(), bytes.toStdString());
    const CliResult checked = verify(true);
    const CliResult imported = import("w.plumbline");
    QCOMPARE(checked.exitCode, 3);
    QCOMPARE(imported.exitCode, 3);
    QCOMPARE(refusals(checked).size(), 1);
    QCOMPARE(refusals(checked), refusals(imported));
    QVERIFY2(checked.err.contains(told), checked.err.constData());
    // A workspace tells what its imports refused.
    const CliResult again = runCli({QStringLiteral("verify"), path("w.plumbline")});
    QCOMPARE(refusals(again), refusals(checked));
    QCOMPARE(again.exitCode, 3);
  }

  void aStrangersFileIsToldAndAccusesNobody() {
    TestPublisher stranger("north", Role::Plant, 9);
    const auto publication = stranger.bind(file("elsewhere"), {{"stocks", stocks(7)}});
    writeBytes(file("p") / "s.dsse.json", signPublication(publication, stranger.key()));
    const CliResult checked = verify(true);
    QVERIFY2(checked.out.contains("Signed by: Passed."), checked.out.constData());
    QVERIFY(checked.out.contains("signed by a key that is not north’s"));
    QCOMPARE(import("w.plumbline").exitCode, 3);
    const CliResult audit = runCli(
        {QStringLiteral("audit"), path("w.plumbline"), QStringLiteral("--json")});
    int told = 0;
    for (const QJsonValue& each : audit.object()[QStringLiteral("findings")].toArray()) {
      if (each[QStringLiteral("rule")] != QStringLiteral("broken_signature")) continue;
      ++told;
      QCOMPARE(each[QStringLiteral("severity")].toString(), QStringLiteral("cannot_tell"));
      QVERIFY(each[QStringLiteral("sentence")].toString().contains(
          QStringLiteral("signed by a key that is not")));
    }
    QCOMPARE(told, 1);
  }

  /// Only who named the log's key knows that the plant itself logged it (docs/keys-and-trust.md, "Who
  /// answers for a wrong signature").
  void whatThePlantsOwnLogHoldsItAnswersFor_data() {
    QTest::addColumn<bool>("logIsNamed");
    QTest::addColumn<QString>("severity");
    QTest::newRow("the log's key is named") << true << "conflict";
    QTest::newRow("nobody named it") << false << "cannot_tell";
  }
  void whatThePlantsOwnLogHoldsItAnswersFor() {
    QFETCH(bool, logIsNamed);
    QFETCH(QString, severity);
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher stranger("north", Role::Plant, 9);
    plant.publish(file("own"), {{"stocks", stocks(1)}});
    const auto publication = stranger.bind(file("own"), {{"stocks", stocks(7)}});
    plant.append(file("own"), signPublication(publication, stranger.key()));
    plant.close(file("own"));
    QStringList words{QStringLiteral("import"), path("o.plumbline"), path("own"),
                      QStringLiteral("--parties"), path("parties.txt")};
    if (logIsNamed) words << QStringLiteral("--policy") << path("policy.txt");
    QCOMPARE(runCli(words).exitCode, 3);
    const CliResult audit = runCli(
        {QStringLiteral("audit"), path("o.plumbline"), QStringLiteral("--json")});
    QStringList severities;
    for (const QJsonValue& each : audit.object()[QStringLiteral("findings")].toArray()) {
      if (each[QStringLiteral("rule")] == QStringLiteral("broken_signature"))
        severities << each[QStringLiteral("severity")].toString();
    }
    QCOMPARE(severities, QStringList(severity));
  }

  void aMissingEntryFails() {
    fs::remove(TestPublisher("north", Role::Plant, 1).entryPath(file("p"), 1));
    const CliResult checked = verify(true);
    QCOMPARE(checked.exitCode, 3);
    QVERIFY(checked.out.contains("In the log: Failed."));
    QCOMPARE(refusals(checked).size(), 1);
  }

  void canonicalTextIsWhatTheDigestIsOver() {
    QCOMPARE(import("w.plumbline").exitCode, 0);
    const CliResult text = runCli(
        {QStringLiteral("audit"), path("w.plumbline"), QStringLiteral("--canonical")});
    const CliResult audit = runCli(
        {QStringLiteral("audit"), path("w.plumbline"), QStringLiteral("--json")});
    QCOMPARE(QCryptographicHash::hash(text.out, QCryptographicHash::Sha256).toHex(),
             audit.object()[QStringLiteral("results_digest")].toString().toUtf8());
    QVERIFY(text.out.startsWith("{\"format\":\"plumbline-results-1\""));
    QCOMPARE(text.exitCode, audit.exitCode);
    const CliResult both = runCli({QStringLiteral("audit"), path("w.plumbline"),
                                   QStringLiteral("--canonical"), QStringLiteral("--json")});
    QCOMPARE(both.exitCode, 2);
  }
};

PLUMBLINE_TEST(TestVerifyCommand)
#include "test_verify_command.moc"
