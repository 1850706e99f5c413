// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An import that did not finish can be taken back: then everything is as it was before.
#include <algorithm>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/finding_notes.h"
#include "model/simulate/simulator.h"
#include "model/store/evidence_store.h"
#include "model/workspace/before_import.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/workspace.h"
#include "model/workspace/writer_lock.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

/// Lets an import go on until it has told of its progress so many times.
struct Stopper {
  int left;
  Progress progress;
  explicit Stopper(int steps)
      : left(steps), progress([this](const Message&, std::int64_t, std::int64_t) {
          if (--left <= 0) progress.cancel();
        }) {}
};

}  // namespace

class TestTakeBack : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    SimulationOptions options;
    options.months = 2;
    options.loadsPerMonth = 20;
    QVERIFY(simulate(options, at("second"), Progress()));
    // First come the logs of half the parties, with a list of keys that is shorter, too.
    std::filesystem::copy(at("second"), at("first"), std::filesystem::copy_options::recursive);
    std::vector<fs::path> logs;
    for (const auto& log : std::filesystem::directory_iterator(at("first") / "log")) {
      logs.push_back(log.path());
    }
    std::sort(logs.begin(), logs.end());
    for (std::size_t i = 0; i < logs.size(); i += 2) std::filesystem::remove_all(logs[i]);
    QFile parties(at("first") / "parties.txt");
    QVERIFY(parties.open(QIODevice::ReadWrite));
    QVERIFY(parties.resize(parties.readAll().lastIndexOf('\n', -2) + 1));
    write("refused.bin", "of no kind");
    write("receipts.json",
          R"([{"dateTimeReceived":"2026-10-05T09:30:00Z","yourUniqueReference":"T1",)"
          R"("receiver":{"siteName":"Mill","authorisationNumber":"P1"},"wasteItems":[)"
          R"({"ewcCodes":["150102"],"weight":{"metric":"Tonnes","amount":1.2}}]}])");
    const auto report =
        importInto(at("whole"), {at("first"), at("receipts.json"), at("refused.bin")},
                   test::vouchedFor(at("first")), Progress());
    QVERIFY(report && report->problems.size() == 1);
    QVERIFY(writeFindingNote(at("whole"), "f-0123456789abcdef", {true, "looked at", {}}));
    QVERIFY(importInto(at("both"), {at("first"), at("receipts.json")},
                       test::vouchedFor(at("first")), Progress()));
    const Progress counted(
        [this](const Message&, std::int64_t, std::int64_t) { ++m_steps; });
    QVERIFY(importInto(at("both"), {at("second")}, {}, counted));
    QVERIFY2(m_steps > 20, qPrintable(QString::number(m_steps)));
    m_digest = digestOf(at("whole"));
    m_problems = problemsAt(at("whole"));
    QVERIFY(!m_digest.empty());
    m_user = at("user-before");
    std::filesystem::copy(qgetenv("PLUMBLINE_DATA").toStdString(), m_user,
                          std::filesystem::copy_options::recursive);
  }

  void init() {
    m_workspace = at("ws");
    for (const char* end : {"", "-wal", "-shm"}) {
      std::filesystem::remove(at((std::string("ws") + end).c_str()));
    }
    // What this computer remembers goes with it: of one workspace it keeps some states only.
    std::filesystem::remove_all(at("user"));
    std::filesystem::copy(m_user, at("user"), std::filesystem::copy_options::recursive);
    qputenv("PLUMBLINE_DATA", QByteArray::fromStdString(at("user").string()));
  }

  void whereverItStopped() {
    const std::string before = stateAt(at("whole"));
    const std::string both = digestOf(at("both"));
    int takenBack = 0;
    // The small files go in together and tell much; the tables come at the end.
    for (const int steps : {1, m_steps / 2, m_steps - 9, m_steps - 7, m_steps - 5, m_steps - 4,
                            m_steps - 3, m_steps - 2, m_steps - 1}) {
      init();
      std::filesystem::copy_file(at("whole"), m_workspace);
      Stopper stopper(steps);
      ImportOptions options;
      options.parties = at("second") / "parties.txt";
      const auto stopped = importInto(m_workspace, {at("second")}, options, stopper.progress);
      if (stopped) continue;  // it was through before
      QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
      // Also where another program wrote to it meanwhile, and its records were made anew.
      if (steps % 2 == 0) {
        const auto other = Database::open(m_workspace, Database::Mode::ReadWrite);
        QVERIFY(other && other->execute("DELETE FROM hauls; DELETE FROM problems"));
      }
      const auto taken = takeBackImport(m_workspace, Progress());
      if (taken) {
        ++takenBack;
        QVERIFY(*taken == TakenBack::ToWhatWasThere);
      } else {
        // It stopped before its first step was kept.
        QVERIFY2(taken.error().code == ErrorCode::Usage, taken.error().text().c_str());
      }
      QCOMPARE(stateAt(m_workspace), before);
      QCOMPARE(digestOf(m_workspace), m_digest);
      QCOMPARE(problemsAt(m_workspace), m_problems);
      QCOMPARE(readFindingNotes(m_workspace)->size(), std::size_t{1});
      // Nothing stays behind, and the same import goes in as if it had never been begun.
      for (const auto& entry : std::filesystem::directory_iterator(at(""))) {
        QVERIFY(!QString::fromStdString(entry.path().filename().string()).startsWith(u'.'));
      }
      QVERIFY(importInto(m_workspace, {at("second")}, {}, Progress()));
      QCOMPARE(digestOf(m_workspace), both);
    }
    QVERIFY2(takenBack > 2, qPrintable(QString::number(takenBack)));
  }

  void aWorkspaceThatItMadeGoes() {
    Stopper stopper(m_steps - 4);
    QVERIFY(!importInto(m_workspace, {at("first")}, {}, stopper.progress));
    const auto taken = takeBackImport(m_workspace, Progress());
    QVERIFY(taken && *taken == TakenBack::ToNothing);
    QVERIFY(!std::filesystem::exists(m_workspace));
    QVERIFY(!std::filesystem::exists(at("ws-wal")));
    QVERIFY(!std::filesystem::exists(WriterLock::fileFor(m_workspace)));
    QCOMPARE(takeBackImport(m_workspace, Progress()).error().code, ErrorCode::NotFound);
  }

  void anImportOfNothingLeavesNothing() {
    QCOMPARE(importInto(m_workspace, {at("nowhere")}, {}, Progress()).error().code,
             ErrorCode::NotFound);
    QVERIFY(!std::filesystem::exists(m_workspace));
    QVERIFY(!std::filesystem::exists(at("ws-wal")));
    // One that was there stays what it was.
    std::filesystem::copy_file(at("whole"), m_workspace);
    QVERIFY(!importInto(m_workspace, {at("nowhere")}, {}, Progress()));
    QCOMPARE(digestOf(m_workspace), m_digest);
  }

  void aFinishedOneIsLeftAlone() {
    std::filesystem::copy_file(at("whole"), m_workspace);
    const auto taken = takeBackImport(m_workspace, Progress());
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Usage);
    QCOMPARE(digestOf(m_workspace), m_digest);
    const auto opened = Workspace::openReadOnly(m_workspace);
    QVERIFY(!*readBefore(opened->database()));  // nothing of the import is kept
  }

  void itCanBeCancelled() {
    std::filesystem::copy_file(at("whole"), m_workspace);
    Stopper stopper(m_steps - 4);
    QVERIFY(!importInto(m_workspace, {at("second")}, {}, stopper.progress));
    Stopper again(2);
    QCOMPARE(takeBackImport(m_workspace, again.progress).error().code, ErrorCode::Cancelled);
    QCOMPARE(runAudit(m_workspace, Progress()).error().code, ErrorCode::Inconsistent);
    QVERIFY(takeBackImport(m_workspace, Progress()));
    QCOMPARE(digestOf(m_workspace), m_digest);
  }

  /// A kill between the last file and the comparison must not leave an audit without it.
  void withoutTheComparisonItIsUnfinished() {
    const auto memory = at("no-folder");
    write("no-folder", "a file where a folder should be");
    ImportOptions options;
    options.memory = memory;
    const auto report = importInto(m_workspace, {at("first")}, options, Progress());
    QVERIFY(!report);
    QCOMPARE(runAudit(m_workspace, Progress()).error().code, ErrorCode::Inconsistent);
    QVERIFY(importInto(m_workspace, {at("first")}, {}, Progress()));
    QVERIFY(runAudit(m_workspace, Progress()));
  }

 private:
  fs::path at(const char* name) const { return fs::path(m_folder.path().toStdU16String()) / name; }
  void write(const char* name, const QByteArray& bytes) const {
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
  }
  static std::string digestOf(const fs::path& workspace) {
    const auto audit = runAudit(workspace, Progress());
    return audit ? (*audit)->resultsDigest.hex() : audit.error().text();
  }
  static std::string stateAt(const fs::path& workspace) {
    const auto opened = Workspace::openReadOnly(workspace);
    return stateOf(opened->database())->hex();
  }
  static std::string problemsAt(const fs::path& workspace) {
    const auto audit = runAudit(workspace, Progress());
    std::string all;
    for (const Problem& problem : (*audit)->problems) all += problem.file + problem.text() + "\n";
    return all;
  }

  QTemporaryDir m_folder;
  fs::path m_workspace;
  fs::path m_user;
  std::string m_digest, m_problems;
  int m_steps = 0;  // of progress that the second import tells
};

PLUMBLINE_TEST(TestTakeBack)
#include "test_take_back.moc"
