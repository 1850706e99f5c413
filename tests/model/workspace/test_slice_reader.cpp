// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QTemporaryDir>
#include <QtTest>

#include "model/store/evidence_store.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

/// Bytes that differ from slice to slice.
Bytes manyBytes(std::int64_t count) {
  Bytes bytes(static_cast<std::size_t>(count));
  std::uint32_t state = 7;
  for (std::byte& byte : bytes) {
    state = state * 1664525 + 1013904223;
    byte = static_cast<std::byte>(state >> 24);
  }
  return bytes;
}

}  // namespace

/// Windows over pieces that lie in slices.
class TestSliceReader : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    const std::filesystem::path file = (m_folder->path() + QStringLiteral("/w")).toStdU16String();
    auto made = Workspace::createScratch(file);
    QVERIFY(made);
    m_workspace = std::make_unique<Workspace>(std::move(*made));
    m_bytes = manyBytes(2 * evidenceSliceBytes + 12345);
    QVERIFY(store().put(evidence_kind::table, "tables/a.csv", m_bytes));
    QVERIFY(store().put(evidence_kind::other, "b", manyBytes(3)));
    auto other = Database::open(file, Database::Mode::ReadOnly);
    QVERIFY(other);
    m_reader = std::make_unique<SliceReader>(std::make_shared<const Database>(std::move(*other)));
  }

  void windowsThatEndWhereSlicesDoNot() {
    const EvidenceItem item = piece("tables/a.csv");
    for (const std::int64_t step : {std::int64_t{1'000'003}, evidenceSliceBytes, item.bytes}) {
      for (std::int64_t at = 0; at < item.bytes; at += step) {
        Bytes out(static_cast<std::size_t>(std::min(step, item.bytes - at)));
        QVERIFY(m_reader->read(item, at, out));
        QVERIFY(std::equal(out.begin(), out.end(), m_bytes.begin() + at));
      }
    }
  }

  void twoPiecesInTurn() {
    for (int round = 0; round < 3; ++round) {
      Bytes large(10);
      QVERIFY(m_reader->read(piece("tables/a.csv"), evidenceSliceBytes - 5, large));
      QVERIFY(std::equal(large.begin(), large.end(), m_bytes.begin() + evidenceSliceBytes - 5));
      Bytes small(3);
      QVERIFY(m_reader->read(piece("b"), 0, small));
      QCOMPARE(small, manyBytes(3));
    }
  }

  void pastTheEnd() {
    const EvidenceItem item = piece("b");
    Bytes out(4);
    QVERIFY(!m_reader->read(item, 0, out));
    QVERIFY(!m_reader->read(item, -1, out));
    QVERIFY(m_reader->read(item, 3, std::span<std::byte>()));
  }

  // What it says of itself is no longer true.
  void anotherLengthThanItSays_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("longer") << QByteArray("UPDATE evidence SET bytes = bytes + 1 WHERE id = 1");
    QTest::newRow("past all memory") << QByteArray("UPDATE evidence SET bytes = 9e18 WHERE id = 1");
    QTest::newRow("negative") << QByteArray("UPDATE evidence SET bytes = -1 WHERE id = 1");
    QTest::newRow("no slices") << QByteArray("DELETE FROM evidence_chunks WHERE evidence = 2");
  }
  void anotherLengthThanItSays() {
    QFETCH(QByteArray, sql);
    QVERIFY(store().checkSizes());
    QVERIFY(m_workspace->database().execute(sql.toStdString()));
    QCOMPARE(store().checkSizes().error().code, ErrorCode::Store);
  }

 private:
  EvidenceStore store() const { return EvidenceStore(m_workspace->database()); }
  EvidenceItem piece(std::string_view member) const { return **store().findMember(member); }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Workspace> m_workspace;
  std::unique_ptr<SliceReader> m_reader;
  Bytes m_bytes;
};

PLUMBLINE_TEST(TestSliceReader)
#include "test_slice_reader.moc"
