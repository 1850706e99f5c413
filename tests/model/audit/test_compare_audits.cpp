// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/compare_audits.h"

#include <fstream>
#include <iterator>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/import/evidence_files.h"
#include "model/import/file_changes.h"
#include "model/workspace/workspace.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const StepStamp stamp{Timestamp::milliseconds(1), "me"};

std::string bytesOfFile(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

class TestCompareAudits : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  /// The audit file that one shares is the same audit: the plan it carries is not one more file.
  void withItsOwnFile() {
    publish("one", {0});
    import("mine", {"one"});
    QVERIFY(shareAudit(path("mine"), path("mine.plumb"), Progress()).ok());
    const AuditComparison same = compare("mine", "mine.plumb");
    QVERIFY(same.sameEvidence());
    QVERIFY(same.sameResults());
    QVERIFY(same.samePlan());
    QVERIFY(same.count(Having::Both) > 3);
    QCOMPARE(same.logs.size(), std::size_t{1});
    QCOMPARE(same.logs[0].histories, Histories::Same);
    QCOMPARE(same.logs[0].party, std::string("north"));
    QVERIFY(same.parted() == nullptr);
  }

  void whoHasMore() {
    publish("early", {0});
    publish("late", {0, 10});
    import("mine", {"early"});
    import("theirs", {"late"});
    QVERIFY(shareAudit(path("theirs"), path("theirs.plumb"), Progress()).ok());
    const std::string before = bytesOfFile(path("mine"));
    const AuditComparison longer = compare("mine", "theirs.plumb");
    QCOMPARE(bytesOfFile(path("mine")), before);  // nothing was imported
    QCOMPARE(longer.logs[0].histories, Histories::TheirsLonger);
    QCOMPARE(longer.logs[0].common, std::uint64_t{1});
    QCOMPARE(longer.logs[0].theirs, std::uint64_t{2});
    QVERIFY(!longer.sameResults());
    QVERIFY(longer.count(Having::OnlyTheirs) >= 2);
    const AuditComparison other = compare("theirs", "mine");
    QCOMPARE(other.logs[0].histories, Histories::OursLonger);
    QCOMPARE(other.count(Having::OnlyOurs), longer.count(Having::OnlyTheirs));
    QCOMPARE(other.count(Having::Both), longer.count(Having::Both));
  }

  /// A workspace of somebody else is read, by its evidence alone, and not written.
  void aWorkspaceStaysAsItIs() {
    publish("one", {0});
    import("mine", {"one"});
    import("theirs", {"one"});
    {
      auto opened = Database::open(path("theirs"), Database::Mode::ReadWrite);
      QVERIFY(opened->execute("UPDATE shipments SET net_g = 5; PRAGMA journal_mode = DELETE").ok());
    }
    const std::string before = bytesOfFile(path("theirs"));
    const AuditComparison same = compare("mine", "theirs");
    QVERIFY(same.sameResults());
    QCOMPARE(bytesOfFile(path("theirs")), before);
  }

  void twoHistories() {
    publish("mine-files", {0, 10});
    publish("their-files", {0, 20});
    import("mine", {"mine-files"});
    const AuditComparison parted = compare("mine", "their-files");
    QVERIFY(parted.parted() != nullptr);
    QCOMPARE(parted.parted()->common, std::uint64_t{1});
    // Each by itself is sound: nothing was mixed.
    QVERIFY(!parted.ours->splitView && !parted.theirs->splitView);
  }

  /// Whoever names a log as the plant's is named, and signs it with a key of their own, accuses nobody.
  void aLogOfTheSameNameUnderAnotherKey() {
    publish("one", {0, 10});
    import("mine", {"one"});
    TestPublisher forged("north", Role::Plant, 9);
    forged.publish(path("forged"), {{"shipments", threeShipments(0)}});
    forged.publish(path("forged"), {{"shipments", threeShipments(30)}});
    forged.close(path("forged"));
    writeTrust(path("forged"), {&forged});
    const AuditComparison compared = compare("mine", "forged");
    QVERIFY(compared.parted() == nullptr);
    QCOMPARE(compared.logs.size(), std::size_t{1});
    QCOMPARE(compared.logs[0].histories, Histories::OtherKey);
  }

  void anotherPlantIsRefused() {
    publish("one", {0});
    import("mine", {"one"});
    TestPublisher south("south", Role::Plant, 7);
    south.publish(path("south"), {{"shipments", threeShipments(0)}});
    south.close(path("south"));
    writeTrust(path("south"), {&south});
    const auto refused = compareAudits(path("mine"), nullptr, path("south"), Progress());
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Mismatch);
    QCOMPARE(refused.error().found.text(), std::string("south"));
    QCOMPARE(refused.error().expected.text(), std::string("north"));
    QVERIFY(!compareAudits(path("mine"), nullptr, path("nowhere"), Progress()).ok());
  }

  /// All that only they have, taken over, gives their result; none of the rest is touched.
  void takingOver() {
    publish("early", {0});
    publish("late", {0, 10});
    import("mine", {"early"});
    const AuditComparison before = compare("mine", "late");
    std::vector<Hash> theirs;
    for (const ComparedFile& file : before.files) {
      if (file.having == Having::OnlyTheirs) theirs.push_back(file.sha256);
    }
    const auto report = takeOverFiles(path("mine"), before, theirs, stamp, Progress());
    QVERIFY2(report.ok(), report.ok() ? "" : report.error().text().c_str());
    QCOMPARE(report->rows, std::int64_t{3});
    const AuditComparison after = compare("mine", "late");
    QCOMPARE(after.count(Having::OnlyTheirs), std::int64_t{0});
    // The checkpoint of before is one file more, and the digest is over the files, too.
    QVERIFY(after.sameOutcome() && !after.sameResults());
    QVERIFY(!before.sameOutcome());
    QCOMPARE(after.logs[0].histories, Histories::Same);
    // Who brought what is in the history.
    const auto history = fileHistoryOf(path("mine"), Progress());
    QVERIFY(history.ok() && !history->empty());
    const auto strange = takeOverFiles(path("mine"), before, {Hash()}, stamp, Progress());
    QVERIFY(!strange.ok());
    QCOMPARE(strange.error().code, ErrorCode::NotFound);
  }

  /// What would come out without files is what comes out once they are taken back.
  void withoutFiles() {
    publish("late", {0, 10});
    import("mine", {"late"});
    const auto files = evidenceFilesOf(path("mine"), Progress());
    QVERIFY(files.ok());
    const AuditPtr now = *runAudit(path("mine"), Progress());
    int compared = 0;
    for (const EvidenceFile& file : files->files) {
      if (file.kind != evidence_kind::table && file.kind != evidence_kind::envelope) continue;
      const auto then = auditWithout(path("mine"), {file.sha256}, Progress());
      QVERIFY2(then.ok(), then.ok() ? "" : then.error().text().c_str());
      QVERIFY((*then)->resultsDigest != now->resultsDigest);
      QVERIFY(takeBackFiles(path("mine"), {file.sha256}, stamp, Progress()).ok());
      QCOMPARE((*runAudit(path("mine"), Progress()))->resultsDigest.hex(), (*then)->resultsDigest.hex());
      QVERIFY(putBackFiles(path("mine"), {file.sha256}, stamp, Progress()).ok());
      ++compared;
    }
    QCOMPARE(compared, 4);
    QCOMPARE((*auditWithout(path("mine"), {}, Progress()))->resultsDigest.hex(), now->resultsDigest.hex());
    QVERIFY(!auditWithout(path("mine"), {Hash()}, Progress()).ok());
  }

  /// Both sides are judged by this user's list.
  void byTheListOfTheUser() {
    publish("one", {0});
    ImportOptions options;
    options.parties = path("one") / "parties.txt";
    QVERIFY(importInto(path("mine"), {path("one")}, options, Progress()).ok());
    const AuditComparison same = compare("mine", "one");
    QVERIFY(same.sameResults());
    QCOMPARE(same.theirs->standing.counted.size(), same.ours->standing.counted.size());
    QVERIFY(!same.theirs->standing.counted.empty());
  }

 private:
  fs::path path(const char* name) const {
    return fs::path(m_folder->path().toStdU16String()) / name;
  }
  void publish(const char* name, const std::vector<int>& months) const {
    TestPublisher north("north", Role::Plant, 1);
    for (const int first : months) north.publish(path(name), {{"shipments", threeShipments(first)}});
    north.close(path(name));
    writeTrust(path(name), {&north});
  }
  void import(const char* workspace, const std::vector<const char*>& sources) const {
    for (const char* source : sources) {
      if (!importInto(path(workspace), {path(source)}, {}, Progress()).ok()) qFatal("import");
    }
  }
  AuditComparison compare(const char* workspace, const char* other) const {
    auto compared = compareAudits(path(workspace), nullptr, path(other), Progress());
    if (!compared.ok()) qFatal("%s", compared.error().text().c_str());
    return std::move(*compared);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestCompareAudits)
#include "test_compare_audits.moc"
