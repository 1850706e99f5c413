// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "model/workspace/workspace.h"
#include "model/workspace/writer_lock.h"

#include "ui/tables/note_keeper.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

const std::string idA = "f-0123456789abcdef";

}  // namespace

class TestNoteKeeper : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace =
        std::filesystem::path(m_folder->filePath(QStringLiteral("ws.plumbline")).toStdU16String());
    QVERIFY(Workspace::open(m_workspace, true).ok());
  }

  void keepsTheNewestText() {
    {
      NoteKeeper keeper;
      keeper.open(m_workspace);
      QSignalSpy changed(&keeper, &NoteKeeper::changed);
      for (int i = 0; i < 20; ++i) keeper.keep(idA, {false, "text " + std::to_string(i), {}});
      QCOMPARE(changed.count(), 20);
      QCOMPARE(keeper.of(idA).text, std::string("text 19"));  // at once
    }  // closing the program waits for the last one
    QCOMPARE(readFindingNotes(m_workspace)->at(idA).text, std::string("text 19"));
  }

  void waitsForAnotherWriter() {
    NoteKeeper keeper;
    keeper.open(m_workspace);
    QSignalSpy failed(&keeper, &NoteKeeper::failed);
    {
      const auto held = WriterLock::take(m_workspace);
      QVERIFY(held);
      keeper.keep(idA, {true, "kept after all", {}});
      QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60'000);
      QVERIFY(failed[0][0].toString().contains(QStringLiteral("is being written to")));
    }
    const auto there = [this] {
      const auto notes = readFindingNotes(m_workspace);
      return notes && notes->contains(idA);
    };
    QTRY_VERIFY_WITH_TIMEOUT(there(), 60'000);
    QCOMPARE(failed.count(), 1);  // told once
  }

  void readsWhatIsThere() {
    QVERIFY(writeFindingNote(m_workspace, idA, {true, "kept", {}}).ok());
    NoteKeeper keeper;
    QSignalSpy loaded(&keeper, &NoteKeeper::loaded);
    keeper.open(m_workspace);
    QVERIFY(keeper.of(idA).isEmpty());
    QTRY_COMPARE(loaded.count(), 2);  // forgotten, read
    QCOMPARE(keeper.of(idA).text, std::string("kept"));
    keeper.open({});
    QVERIFY(keeper.of(idA).isEmpty());
    QVERIFY(!keeper.canKeep());
    keeper.keep(idA, {true, {}, {}});
    QVERIFY(keeper.of(idA).isEmpty());
  }

  void takenBackStaysTakenBack() {
    QVERIFY(writeFindingNote(m_workspace, idA, {true, "kept", {}}).ok());
    NoteKeeper keeper;
    QSignalSpy loaded(&keeper, &NoteKeeper::loaded);
    keeper.open(m_workspace);
    keeper.keep(idA, {});  // while the notes are still being read
    QTRY_COMPARE(loaded.count(), 2);
    QVERIFY(keeper.of(idA).isEmpty());
    QTRY_VERIFY(readFindingNotes(m_workspace)->empty());
  }

  void saysWhatWasNotKept() {
    NoteKeeper keeper;
    keeper.open(m_workspace);
    QSignalSpy failed(&keeper, &NoteKeeper::failed);
    keeper.keep(idA, {false, std::string(maxNoteBytes + 1, 'x'), {}});
    QVERIFY(failed.wait());
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("too long")));
    QVERIFY(readFindingNotes(m_workspace)->empty());
  }

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  std::filesystem::path m_workspace;
};

PLUMBLINE_TEST(TestNoteKeeper)
#include "test_note_keeper.moc"
