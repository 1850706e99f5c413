// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "model/intake/repeated_keys.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

namespace plumbline {

class TestRepeatedKeys : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.emplace(
        Workspace::open(m_folder->filePath(QStringLiteral("w")).toStdString(), true).value());
  }

  void whatIsThereTwice_data() {
    QTest::addColumn<qint64>("keysPerPass");
    // However many passes it takes, the answer is the same.
    for (const qint64 keys : {1, 2, 3, 7, 1000}) {
      QTest::addRow("%lld keys a pass", keys) << keys;
    }
  }
  void whatIsThereTwice() {
    QFETCH(qint64, keysPerPass);
    const RowSpan first = add({"A", "B", "C", "D"});
    const RowSpan second = add({"E", "B", "F"});
    const RowSpan third = add({"D", "B", "G"});
    const RowSpan spans[] = {third, first, second};  // the order of the chain, not of the rows
    const auto found = listRepeatedKeys(m_workspace->database(), Table::Stocks, spans, keysPerPass);
    QVERIFY(found);
    QCOMPARE(*found, 5);
    QCOMPARE(candidates(), QByteArray("B1 D1 B2 D0 B0 "));
    // Asked again it starts anew.
    const auto again = listRepeatedKeys(m_workspace->database(), Table::Stocks,
                                        std::span(spans).subspan(1), keysPerPass);
    QVERIFY(again);
    QCOMPARE(*again, 2);
    QCOMPARE(candidates(), QByteArray("B0 B1 "));
  }

  void nothingTwice() {
    const RowSpan spans[] = {add({"A", "B"}), add({"C"})};
    const auto found = listRepeatedKeys(m_workspace->database(), Table::Stocks, spans);
    QVERIFY(found);
    QCOMPARE(*found, 0);
    QCOMPARE(candidates(), QByteArray());
  }

 private:
  RowSpan add(const std::vector<std::string>& ids) {
    ++m_publication;
    RowSpan span;
    for (const std::string& id : ids) {
      auto query = m_workspace->database().prepare(
          "INSERT INTO stocks (publication, row, at, id, time_ms, node, material, mass_g) VALUES "
          "(?, 1, 0, ?, 0, 'hall', 'board', 1)");
      query->bind(1, m_publication).bind(2, id);
      if (!query->run()) qFatal("insert");
      span.last = m_workspace->database().lastInsertRowid();
      if (span.first == 0) span.first = span.last;
    }
    return span;
  }
  /// "<id><rank> ..." in the order of the rows.
  QByteArray candidates() {
    auto query = m_workspace->database().prepare(
        "SELECT s.id, c.rank FROM temp.candidates AS c JOIN stocks AS s ON s.rowid = c.record "
        "ORDER BY s.rowid");
    QByteArray all;
    while (*query->step()) {
      all += QByteArray::fromStdString(std::string(query->text(0))) +
             QByteArray::number(qlonglong(query->integer(1))) + ' ';
    }
    return all;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::optional<Workspace> m_workspace;
  std::int64_t m_publication = 0;
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestRepeatedKeys)
#include "test_repeated_keys.moc"
