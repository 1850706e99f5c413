// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/members/plumb_parser.h"
#include "model/members/plumb_source.h"
#include "model/members/plumb_writer.h"
#include "model/simulate/simulator.h"
#include "model/store/evidence_store.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

namespace {

ByteView view(const QByteArray& bytes) {
  return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

class Folder {
 public:
  [[nodiscard]] fs::path path(const char* name) const {
    return fs::path(m_dir.path().toStdU16String()) / fs::path(u8"prüfung") / name;
  }
  Folder() { fs::create_directories(path("x").parent_path()); }

 private:
  QTemporaryDir m_dir;
};

QByteArray bytesAt(const fs::path& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> put(const fs::path& workspace, std::string_view kind, std::string_view member,
                 std::string_view text) {
  PLUMBLINE_TRY(opened, Workspace::open(workspace, true));
  const auto id = EvidenceStore(opened.database()).put(kind, member, bytesOf(text));
  return id ? Result<void>() : Result<void>(id.error());
}

std::map<std::string, std::string> membersOf(const QByteArray& file) {
  std::map<std::string, std::string> members;
  const auto entries = parsePlumb(view(file));
  for (std::size_t i = 1; entries.ok() && i < entries->size(); ++i) {
    const PlumbEntry& entry = (*entries)[i];
    if (!checkPlumbCrc(view(file), entry)) return {};
    members[entry.name] = textOf(view(file).subspan(entry.data, entry.bytes));
  }
  return members;
}

}  // namespace

class TestShare : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyPieceOfEvidence();
  void planInForce_data();
  void planInForce();
  void sameAuditSameBytes();
  void piecesLargerThanASlice();
  void changedEvidenceIsNotShared();
  void refusals();
  void cancelledLeavesNothing();
  void openedAndSharedAgain();
  void summaryLogSharedAndOpened();
  void damagedFilesAreRefused();
  void wrongNamesAreRefused();
};

void TestShare::everyPieceOfEvidence() {
  const Folder folder;
  const fs::path workspace = folder.path("ws");
  QVERIFY(put(workspace, evidence_kind::parties, "parties.txt", "plant a key\n").ok());
  QVERIFY(put(workspace, evidence_kind::table, "tables/aa.csv", "id\n1\n").ok());
  QVERIFY(put(workspace, evidence_kind::original, "originals/bb", "").ok());
  QVERIFY(shareAudit(workspace, folder.path("a.plumb"), Progress()).ok());
  const auto members = membersOf(bytesAt(folder.path("a.plumb")));
  const std::map<std::string, std::string> expected = {
      {"audit/plan.json", AuditPlan().toJson().dump()},
      {"originals/bb", ""},
      {"parties.txt", "plant a key\n"},
      {"tables/aa.csv", "id\n1\n"}};
  QVERIFY(members == expected);
}

void TestShare::planInForce_data() {
  QTest::addColumn<QByteArray>("evidence");
  QTest::addColumn<QByteArray>("setting");
  QTest::addColumn<QByteArray>("expected");
  AuditPlan iws;
  iws.toleranceProfile = "iws-50";
  AuditPlan seeded;
  seeded.seed = 7;
  const auto text = [](const AuditPlan& plan) {
    return QByteArray::fromStdString(plan.toJson().dump());
  };
  const QByteArray pretty = QByteArray::fromStdString(iws.toJson().pretty());
  QTest::newRow("default") << QByteArray() << QByteArray() << text(AuditPlan());
  QTest::newRow("evidence, as it came") << pretty << QByteArray() << pretty;
  QTest::newRow("user's, canonical") << QByteArray() << pretty << text(iws);
  QTest::newRow("user's before evidence") << pretty << text(seeded) << text(seeded);
  QTest::newRow("user's cannot be read") << QByteArray() << QByteArray("{") << text(AuditPlan());
}

void TestShare::planInForce() {
  QFETCH(QByteArray, evidence);
  QFETCH(QByteArray, setting);
  QFETCH(QByteArray, expected);
  const Folder folder;
  const fs::path workspace = folder.path("ws");
  QVERIFY(put(workspace, evidence_kind::note, "audit/notes/aa.dsse.json", "n").ok());
  QVERIFY(put(workspace, evidence_kind::audit, "audit/audit.dsse.json", "a").ok());
  if (!evidence.isEmpty()) {
    QVERIFY(put(workspace, evidence_kind::plan, "audit/plan.json", evidence.toStdString()).ok());
  }
  if (!setting.isEmpty()) {
    const auto opened = Workspace::open(workspace, false);
    auto query = opened->database().prepare("INSERT INTO settings VALUES ('plan', ?)");
    const std::string text = setting.toStdString();
    query->bind(1, text);
    QVERIFY(query->run().ok());
  }
  QVERIFY(shareAudit(workspace, folder.path("a.plumb"), Progress()).ok());
  const auto members = membersOf(bytesAt(folder.path("a.plumb")));
  QCOMPARE(members.size(), std::size_t(3));
  QCOMPARE(members.at("audit/plan.json"), expected.toStdString());
}

void TestShare::sameAuditSameBytes() {
  const Folder folder;
  // The same evidence taken in another order.
  for (const char* name : {"ws1", "ws2"}) {
    const bool first = std::string_view(name) == "ws1";
    QVERIFY(
        put(folder.path(name), evidence_kind::table, first ? "tables/a.csv" : "tables/b.csv", "x\n")
            .ok());
    QVERIFY(
        put(folder.path(name), evidence_kind::table, first ? "tables/b.csv" : "tables/a.csv", "x\n")
            .ok());
  }
  QVERIFY(shareAudit(folder.path("ws1"), folder.path("1.plumb"), Progress()).ok());
  QVERIFY(shareAudit(folder.path("ws2"), folder.path("2.plumb"), Progress()).ok());
  QVERIFY(!bytesAt(folder.path("1.plumb")).isEmpty());
  QCOMPARE(bytesAt(folder.path("1.plumb")), bytesAt(folder.path("2.plumb")));
}

void TestShare::piecesLargerThanASlice() {
  const Folder folder;
  std::string large;
  for (int i = 0; large.size() < 3'500'000; ++i) large += "row " + std::to_string(i) + "\n";
  QVERIFY(put(folder.path("ws"), evidence_kind::table, "tables/large.csv", large).ok());
  QVERIFY(shareAudit(folder.path("ws"), folder.path("a.plumb"), Progress()).ok());
  const auto members = membersOf(bytesAt(folder.path("a.plumb")));
  QVERIFY(members.at("tables/large.csv") == large);
}

void TestShare::changedEvidenceIsNotShared() {
  const Folder folder;
  QVERIFY(put(folder.path("ws"), evidence_kind::table, "tables/a.csv", "id,net_kg\n1,5\n").ok());
  {
    const auto opened = Workspace::open(folder.path("ws"), false);
    QVERIFY(opened->database()
                .execute("UPDATE evidence_chunks SET data = "
                         "CAST('id,net_kg' || char(10) || '1,6' || char(10) AS BLOB)")
                .ok());
  }
  const auto shared = shareAudit(folder.path("ws"), folder.path("a.plumb"), Progress());
  QVERIFY(!shared);
  QCOMPARE(shared.error().code, ErrorCode::Mismatch);
  QVERIFY(!fs::exists(folder.path("a.plumb")));
}

void TestShare::refusals() {
  const Folder folder;
  QCOMPARE(shareAudit(folder.path("none"), folder.path("a.plumb"), Progress()).error().code,
           ErrorCode::NotFound);
  QVERIFY(put(folder.path("ws"), evidence_kind::parties, "parties.txt", "x").ok());
  QCOMPARE(
      shareAudit(folder.path("ws"), folder.path("no/such/folder/a.plumb"), Progress()).error().code,
      ErrorCode::Io);
}

void TestShare::cancelledLeavesNothing() {
  const Folder folder;
  QVERIFY(put(folder.path("ws"), evidence_kind::parties, "parties.txt", "x").ok());
  Progress progress;
  progress.cancel();
  const auto shared = shareAudit(folder.path("ws"), folder.path("a.plumb"), progress);
  QVERIFY(!shared);
  QCOMPARE(shared.error().code, ErrorCode::Cancelled);
  QVERIFY(!fs::exists(folder.path("a.plumb")));
}

// Share, open elsewhere, share again: identical bytes, identical result.
void TestShare::openedAndSharedAgain() {
  const Folder folder;
  SimulationOptions options;
  options.seed = 5;
  options.months = 2;
  QVERIFY(simulate(options, folder.path("publications"), Progress()).ok());
  const auto imported =
      importInto(folder.path("ws1"), {folder.path("publications")}, {}, Progress());
  QVERIFY2(imported.ok(), imported.ok() ? "" : imported.error().text().c_str());
  QCOMPARE(imported->problems.size(), std::size_t(0));
  QVERIFY(shareAudit(folder.path("ws1"), folder.path("1.plumb"), Progress()).ok());

  const auto opened = importInto(folder.path("ws2"), {folder.path("1.plumb")}, {}, Progress());
  QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().text().c_str());
  QCOMPARE(opened->problems.size(), std::size_t(0));
  QVERIFY(shareAudit(folder.path("ws2"), folder.path("2.plumb"), Progress()).ok());
  QVERIFY(bytesAt(folder.path("1.plumb")).size() > 10'000);
  QVERIFY(bytesAt(folder.path("1.plumb")) == bytesAt(folder.path("2.plumb")));

  const auto first = runAudit(folder.path("ws1"), Progress());
  const auto second = runAudit(folder.path("ws2"), Progress());
  QVERIFY(first.ok() && second.ok());
  QCOMPARE((*first)->evidence.root.hex(), (*second)->evidence.root.hex());
  QCOMPARE((*first)->resultsDigest.hex(), (*second)->resultsDigest.hex());
}

// An official file travels as the bytes it came as and is recognised without its name.
void TestShare::summaryLogSharedAndOpened() {
  REQUIRE_SHARED(log, "samples/uk-epr-summary-log/reprocessor-on-input-accredited.json");
  const Folder folder;
  const auto imported =
      importInto(folder.path("ws1"), {fs::path(log.toStdU16String())}, {}, Progress());
  QVERIFY2(imported.ok(), imported.ok() ? "" : imported.error().text().c_str());
  QCOMPARE(imported->problems.size(), std::size_t(0));
  QVERIFY(imported->rows > 0);
  QVERIFY(shareAudit(folder.path("ws1"), folder.path("1.plumb"), Progress()).ok());
  const QByteArray original = test::readFile(log);
  const auto members = membersOf(bytesAt(folder.path("1.plumb")));
  QCOMPARE(members.at("originals/" + sha256(view(original)).hex()), original.toStdString());

  const auto opened = importInto(folder.path("ws2"), {folder.path("1.plumb")}, {}, Progress());
  QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().text().c_str());
  QCOMPARE(opened->problems.size(), std::size_t(0));
  QVERIFY(shareAudit(folder.path("ws2"), folder.path("2.plumb"), Progress()).ok());
  QCOMPARE(bytesAt(folder.path("1.plumb")), bytesAt(folder.path("2.plumb")));
  const auto first = runAudit(folder.path("ws1"), Progress());
  const auto second = runAudit(folder.path("ws2"), Progress());
  QVERIFY(first.ok() && second.ok());
  QCOMPARE((*first)->resultsDigest.hex(), (*second)->resultsDigest.hex());
}

// One changed byte anywhere, and nothing of the file goes in.
void TestShare::damagedFilesAreRefused() {
  const Folder folder;
  const std::string table = "id,net_kg\n1,5\n";
  QVERIFY(put(folder.path("ws"), evidence_kind::table,
              "tables/" + sha256(bytesOf(table)).hex() + ".csv", table)
              .ok());
  QVERIFY(shareAudit(folder.path("ws"), folder.path("a.plumb"), Progress()).ok());
  QVERIFY(PlumbSource::recognises(folder.path("a.plumb")));
  QVERIFY(PlumbSource::open(folder.path("a.plumb")).ok());
  const QByteArray whole = bytesAt(folder.path("a.plumb"));
  for (int at = 0; at < whole.size(); ++at) {
    QByteArray damaged = whole;
    damaged[at] = static_cast<char>(damaged.at(at) ^ 0x10);
    QFile file(folder.path("b.plumb"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(damaged);
    file.close();
    QVERIFY2(!PlumbSource::open(folder.path("b.plumb")), qPrintable(QString::number(at)));
  }
  const auto imported = importInto(folder.path("ws2"), {folder.path("b.plumb")}, {}, Progress());
  QVERIFY(!imported || !imported->problems.empty());
  QVERIFY(!imported || imported->files.empty());
}

// A file that is whole, but whose table is not the one its name says.
void TestShare::wrongNamesAreRefused() {
  const Folder folder;
  QFile file(folder.path("a.plumb"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  PlumbWriter writer(file);
  QVERIFY(writer.begin().ok());
  QVERIFY(writer.addMember("originals/" + std::string(64, 'a'), bytesOf("bytes")).ok());
  QVERIFY(writer.addMember("tables/" + std::string(64, 'b') + ".csv", bytesOf("id\n1\n")).ok());
  QVERIFY(writer.finish().ok());
  file.close();
  const auto imported = importInto(folder.path("ws"), {folder.path("a.plumb")}, {}, Progress());
  QVERIFY(imported.ok());
  QCOMPARE(imported->files.size(), std::size_t(0));
  QCOMPARE(imported->problems.size(), std::size_t(2));
}

PLUMBLINE_TEST(TestShare)
#include "test_share.moc"
