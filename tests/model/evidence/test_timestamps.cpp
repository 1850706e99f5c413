// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Time stamps over checkpoints. The authority is the openssl program, where it is installed.

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "model/evidence/evidence_report.h"
#include "model/import/importer.h"

#include "tests/model/publisher.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr const char* config =
    "[tsa]\nserial = serial\ndefault_policy = 1.2.3.4\ndigests = sha256\nsigner_digest = sha256\n"
    "ess_cert_id_alg = sha256\n";

std::string stocks(int number) {
  return "id,time,node,material,mass_kg\nK" + std::to_string(number) +
         ",2142-01-01T00:00:00Z,yard,pellet,5\n";
}

}  // namespace

class TestTimestamps : public QObject {
  Q_OBJECT

 private:
  QString m_openssl;
  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path path(const char* name) const { return fs::path(m_folder->path().toStdString()) / name; }

  bool run(const QString& arguments) const {
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(m_openssl, arguments.split(u' '));
    return process.waitForFinished(60'000) && process.exitCode() == 0;
  }
  bool makeAuthority() const {
    writeBytes(path("tsa.cnf"), config);
    writeBytes(path("serial"), "01\n");
    return run(QStringLiteral(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days 30 -subj "
        "/CN=Stamp -addext extendedKeyUsage=critical,timeStamping -keyout tsa.key -out tsa.pem"));
  }
  /// A token over `bytes`, as the file with that name in tst/.
  bool stamp(const fs::path& root, const std::string& bytes, const std::string& forBytes) const {
    writeBytes(path("data"), bytes);
    if (!run(QStringLiteral("ts -query -data data -sha256 -cert -out query.tsq"))) return false;
    if (!run(QStringLiteral("ts -reply -config tsa.cnf -section tsa -queryfile query.tsq -signer "
                            "tsa.pem -inkey tsa.key -out reply.tsr"))) {
      return false;
    }
    writeBytes(root / "tst" / (sha256(bytesOf(forBytes)).hex() + ".tsr"),
               readBytes(path("reply.tsr")));
    return true;
  }

  EvidenceReport report(bool vouched) const {
    auto workspace = Workspace::open(path("w.plumbline"), true);
    ImportOptions options;
    if (vouched) options.tsa = path("tsa.pem");
    const auto imported = importPaths(*workspace, {path("p")}, options, Progress());
    if (!imported) qFatal("%s", imported.error().text().c_str());
    return buildEvidenceReport(workspace->database()).value();
  }
  static const EvidenceRow& rowOf(const EvidenceReport& report) {
    return report.rows[static_cast<std::size_t>(EvidenceQuestion::NotLaterThan)];
  }

 private Q_SLOTS:
  void initTestCase() {
    m_openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (m_openssl.isEmpty()) QSKIP("the openssl program is not installed");
  }
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void stamps_data() {
    QTest::addColumn<bool>("vouched");
    QTest::addColumn<QString>("over");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the checkpoint") << true << "checkpoint"
                                    << "passed timestamped";
    QTest::newRow("nobody named the authority") << false << "checkpoint"
                                                << "cannot_tell timestamp_authority_unknown";
    QTest::newRow("other bytes") << true << "other"
                                 << "failed timestamp_mismatch";
    QTest::newRow("other bytes, authority unknown") << false << "other"
                                                    << "failed timestamp_mismatch";
    QTest::newRow("a checkpoint that is not here") << true << "absent"
                                                   << "cannot_tell no_timestamp";
    QTest::newRow("none") << true << ""
                          << "cannot_tell no_timestamp";
  }
  void stamps() {
    QFETCH(bool, vouched);
    QFETCH(QString, over);
    QVERIFY(makeAuthority());
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(path("p"), {{"stocks", stocks(1)}});
    plant.close(path("p"));
    writeTrust(path("p"), {&plant});
    const std::string note = readBytes(plant.logFolder(path("p")) / "checkpoint");
    if (over == u"checkpoint") QVERIFY(stamp(path("p"), note, note));
    if (over == u"other") QVERIFY(stamp(path("p"), note + "x", note));
    if (over == u"absent") QVERIFY(stamp(path("p"), note + "x", note + "x"));
    const EvidenceReport shown = report(vouched);
    const EvidenceRow& row = rowOf(shown);
    QTEST(QString::fromStdString(std::string(toText(row.state)) + " " + row.reason), "expected");
    if (row.state != CheckState::Passed) return;
    QCOMPARE(row.facts.get<std::string>("log"), plant.origin());
    QCOMPARE(row.facts.get<std::int64_t>("size"), 1);
    QCOMPARE(row.facts.get<std::string>("authority"), std::string("CN=Stamp"));
    QVERIFY(row.asOf == row.facts.get<Timestamp>("time"));
  }

  /// An earlier checkpoint that was stamped still tells of what it covered.
  void anEarlierCheckpoint() {
    QVERIFY(makeAuthority());
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(path("p"), {{"stocks", stocks(1)}});
    plant.close(path("p"));
    const std::string note = readBytes(plant.logFolder(path("p")) / "checkpoint");
    QVERIFY(stamp(path("p"), note, note));
    writeBytes(plant.logFolder(path("p")) / "checkpoints-seen" / sha256(bytesOf(note)).hex(), note);
    plant.publish(path("p"), {{"stocks", stocks(2)}});
    plant.close(path("p"));
    writeTrust(path("p"), {&plant});
    const EvidenceReport shown = report(true);
    QCOMPARE(rowOf(shown).reason, std::string("timestamped"));
    QCOMPARE(rowOf(shown).facts.get<std::int64_t>("size"), 1);
    QCOMPARE(shown.logs[0].size, std::uint64_t(2));
  }

  void oneLogOfTwo() {
    QVERIFY(makeAuthority());
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    for (TestPublisher* each : {&plant, &harbour}) {
      each->publish(path("p"), {{"stocks", stocks(each == &plant ? 1 : 2)}});
      each->close(path("p"));
    }
    writeTrust(path("p"), {&plant, &harbour});
    const std::string note = readBytes(plant.logFolder(path("p")) / "checkpoint");
    QVERIFY(stamp(path("p"), note, note));
    const EvidenceReport shown = report(true);
    QCOMPARE(rowOf(shown).reason, std::string("not_all_timestamped"));
    QCOMPARE(rowOf(shown).facts.get<std::string>("log"), harbour.origin());
  }

  void certificatesHaveToBePem() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(path("p"), {{"stocks", stocks(1)}});
    writeBytes(path("tsa.pem"), "no certificate");
    auto workspace = Workspace::open(path("w.plumbline"), true);
    ImportOptions options;
    options.tsa = path("tsa.pem");
    const auto imported = importPaths(*workspace, {path("p")}, options, Progress());
    QVERIFY(!imported);
    QCOMPARE(imported.error().where.file, std::string("tsa.pem"));
  }
};

QTEST_GUILESS_MAIN(TestTimestamps)
#include "test_timestamps.moc"
