// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "model/loads/load_cursor.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

namespace plumbline {

class TestLoadCursor : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  /// Otherwise a pass over the loads goes to every row, which takes twice as long.
  void indexesAnswerTheMatching_data() {
    QTest::addColumn<bool>("sent");
    QTest::newRow("shipments") << true;
    QTest::newRow("receipts") << false;
  }
  void indexesAnswerTheMatching() {
    QFETCH(bool, sent);
    const QTemporaryDir folder;
    const auto workspace =
        Workspace::open(folder.filePath(QStringLiteral("w")).toStdString(), true);
    QVERIFY(workspace);
    const std::string sql(loadScanSql(sent ? LoadSide::Sent : LoadSide::Received));
    auto query = workspace->database().prepare("EXPLAIN QUERY PLAN " + sql);
    QVERIFY(query);
    QVERIFY(*query->step());
    const auto plan = QByteArray::fromStdString(std::string(query->text(3)));
    QVERIFY2(plan.contains("COVERING INDEX"), plan.constData());
    QVERIFY2(!*query->step(), "it sorts");
  }
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestLoadCursor)
#include "test_load_cursor.moc"
