// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One person opens one audit after another; the computer remembers how far each log went.

#include <QTemporaryDir>
#include <QTest>

#include "model/evidence/evidence_report.h"
#include "model/import/importer.h"
#include "model/publish/checkpoint_memory.h"

#include "tests/model/judged_report.h"
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

class TestCheckpointMemory : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  int m_next = 0;

  fs::path path(const std::string& name) const {
    return fs::path(m_folder->path().toStdString()) / name;
  }
  /// What north has published after `months`; another history where `shift` is not 0.
  fs::path published(int months, int shift = 0, unsigned char seed = 1) {
    const fs::path root = path("published" + std::to_string(++m_next));
    TestPublisher plant("north", Role::Plant, seed);
    for (int i = 0; i < months; ++i) plant.publish(root, {{"stocks", stocks(shift + i)}});
    plant.close(root);
    writeTrust(root, {&plant});
    return root;
  }
  /// Opened in a workspace of its own.
  EvidenceReport opened(const fs::path& root) {
    const auto workspace = Workspace::open(path("w" + std::to_string(++m_next)), true);
    auto report = importPaths(*workspace, {root}, {}, Progress());
    if (!report) qFatal("%s", report.error().text().c_str());
    const auto compared = compareWithMemory(*workspace, path("memory"), *report, Progress());
    if (!compared) qFatal("%s", compared.error().text().c_str());
    return judgedReport(workspace->database()).value();
  }
  static const EvidenceRow& inTheLog(const EvidenceReport& report) {
    return report.rows[static_cast<std::size_t>(EvidenceQuestion::InTheLog)];
  }
  static std::int64_t fact(const EvidenceReport& report, std::string_view name) {
    return inTheLog(report).facts.get<std::int64_t>(name);
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void anOlderAuditSaysSo() {
    QCOMPARE(fact(opened(published(2)), "newest"), 2);
    const EvidenceReport newer = opened(published(5));
    QCOMPARE(fact(newer, "checkpoint"), 5);
    QCOMPARE(fact(newer, "newest"), 5);
    const EvidenceReport older = opened(published(3));
    QCOMPARE(inTheLog(older).state, CheckState::Passed);
    QCOMPARE(fact(older, "checkpoint"), 3);
    QCOMPARE(fact(older, "newest"), 5);
    QCOMPARE(older.logs[0].newestSeen, std::uint64_t(5));
  }

  void withoutAMemoryTheAuditIsTheNewest() {
    const auto workspace = Workspace::open(path("w"), true);
    QVERIFY(importPaths(*workspace, {published(2)}, {}, Progress()).ok());
    QCOMPARE(fact(*judgedReport(workspace->database()), "newest"), 2);
  }

  void twoHistoriesInTwoAudits_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("same size") << 3 << 3;
    QTest::newRow("the second is larger") << 2 << 4;
    QTest::newRow("the second is smaller") << 4 << 2;
  }
  void twoHistoriesInTwoAudits() {
    QFETCH(int, first);
    QFETCH(int, second);
    QCOMPARE(inTheLog(opened(published(first))).state, CheckState::Passed);
    const EvidenceReport shown = opened(published(second, 100));
    QCOMPARE(inTheLog(shown).state, CheckState::Failed);
    QCOMPARE(shown.logs[0].checkpoints.size(), std::size_t(2));
    // What was remembered stays, for the next audit that contradicts it.
    QCOMPARE(inTheLog(opened(published(first))).state, CheckState::Passed);
  }

  /// Another key under the same name is another log: nothing is said about the first.
  void aLogOfAnotherKeyIsNotCompared() {
    QVERIFY(inTheLog(opened(published(3))).state == CheckState::Passed);
    const EvidenceReport shown = opened(published(2, 100, 7));
    QCOMPARE(inTheLog(shown).state, CheckState::Passed);
    QCOMPARE(fact(shown, "newest"), 2);
  }

  void aDamagedMemoryIsWrittenAnew_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("checkpoint_cut") << "checkpoint" << QByteArray("north.example/log\n3\n");
    QTest::newRow("hashes_cut") << "hashes.bin" << QByteArray(40, 'x');
    QTest::newRow("hashes_of_another_log") << "hashes.bin" << QByteArray(96, 'x');
  }
  void aDamagedMemoryIsWrittenAnew() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    opened(published(3));
    int damaged = 0;
    for (const auto& entry : fs::recursive_directory_iterator(path("memory"))) {
      if (entry.path().filename() != file.toStdString()) continue;
      writeBytes(entry.path(), bytes.toStdString());
      ++damaged;
    }
    QCOMPARE(damaged, 1);
    QCOMPARE(inTheLog(opened(published(3))).state, CheckState::Passed);
    QCOMPARE(fact(opened(published(2)), "newest"), 3);
  }
};

PLUMBLINE_TEST(TestCheckpointMemory)
#include "test_checkpoint_memory.moc"
