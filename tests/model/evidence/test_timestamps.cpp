// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Time stamps over checkpoints. The authority is the openssl program, where it is installed.

#include <QTemporaryDir>
#include <QTest>

#include "model/evidence/evidence_report.h"
#include "model/import/importer.h"

#include "tests/model/judged_report.h"
#include "tests/model/stamper.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

std::string stocks(int number) {
  std::string text = "id,time,node,material,mass_kg\nK";
  text += std::to_string(number);
  text += ",2142-01-01T00:00:00Z,yard,pellet,5\n";
  return text;
}

}  // namespace

class TestTimestamps : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path path(const char* name) const { return fs::path(m_folder->path().toStdString()) / name; }

  bool makeAuthority() const { return Stamper(path(".")).makeAuthority(); }
  bool stamp(const fs::path& root, const std::string& bytes, const std::string& forBytes) const {
    return Stamper(path(".")).stamp(root, bytes, forBytes);
  }

  EvidenceReport report(bool vouched) const {
    auto workspace = Workspace::open(path("w.plumbline"), true);
    ImportOptions options;
    if (vouched) options.tsa = path("tsa.pem");
    const auto imported = importPaths(*workspace, {path("p")}, options, Progress());
    if (!imported) qFatal("%s", imported.error().text().c_str());
    return judgedReport(workspace->database()).value();
  }
  static const EvidenceRow& rowOf(const EvidenceReport& report) {
    return report.rows[static_cast<std::size_t>(EvidenceQuestion::NotLaterThan)];
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!Stamper({}).installed()) QSKIP("the openssl program is not installed");
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

PLUMBLINE_TEST(TestTimestamps)
#include "test_timestamps.moc"
