// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows that could not be used, as an audit shows and counts them.

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/quarantine.h"
#include "model/store/evidence_store.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

using namespace plumbline;

class TestQuarantine : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;

  Workspace workspace() const {
    return *Workspace::open(std::filesystem::path(m_folder->path().toStdString()) / "w", true);
  }
  /// `rows` bad rows in a file with these bytes.
  static void putAside(const Workspace& workspace, std::string_view bytes, int rows,
                       std::string_view reason) {
    const Hash digest = sha256(bytesOf(bytes));
    const auto id = EvidenceStore(workspace.database())
                        .put(evidence_kind::original, "originals/" + digest.hex(), bytesOf(bytes));
    QVERIFY(id.ok());
    auto query = workspace.database().prepare(
        "INSERT INTO quarantine (evidence, record_table, row, place, value, reason, expected, raw) "
        "VALUES (?, 'receipts', ?, 'Netto', 'much', ?, 'a decimal number', 'x;much')");
    for (int row = rows; row > 0; --row) {
      query->bind(1, *id).bind(2, std::int64_t{row}).bind(3, reason);
      QVERIFY(query->run().ok());
    }
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void nothing() {
    const auto read = readQuarantine(workspace().database());
    QVERIFY(read.ok());
    QVERIFY(read->counts.empty() && read->first.empty());
    QCOMPARE(read->rows(), std::int64_t{0});
  }

  void countedByFileAndReasonAndListedInOrder() {
    const Workspace opened = workspace();
    putAside(opened, "first", 2, quarantine_reason::badValue);
    putAside(opened, "second", 1, quarantine_reason::missing);
    putAside(opened, "second", 1, quarantine_reason::badValue);
    const auto read = readQuarantine(opened.database());
    QVERIFY(read.ok());
    QCOMPARE(read->rows(), std::int64_t{4});
    QCOMPARE(read->files(), std::int64_t{2});
    QCOMPARE(read->counts.size(), std::size_t{3});
    QCOMPARE(read->first.size(), std::size_t{4});
    for (std::size_t i = 1; i < read->first.size(); ++i) {
      const auto key = [&](std::size_t at) {
        return std::pair(read->first[at].original, read->first[at].row.where.row);
      };
      QVERIFY(key(i - 1) <= key(i));
    }
    QCOMPARE(read->first[0].row.where.column, std::string("Netto"));
    QCOMPARE(read->first[0].row.value.text(), std::string("much"));
    QCOMPARE(read->first[0].row.expected.text(), std::string("a decimal number"));
  }

  /// However many there are, memory is bounded and the count is right.
  void onlyTheFirstAreListed() {
    const Workspace opened = workspace();
    QVERIFY(opened.database().execute("PRAGMA synchronous = OFF").ok());
    putAside(opened, "many", 1'200, quarantine_reason::badValue);
    const auto read = readQuarantine(opened.database());
    QCOMPARE(read->rows(), std::int64_t{1'200});
    QCOMPARE(static_cast<std::int64_t>(read->first.size()), Quarantine::mostShown);
    QCOMPARE(read->first.front().row.where.row, std::int64_t{1});
  }
};

PLUMBLINE_TEST(TestQuarantine)
#include "test_quarantine.moc"
