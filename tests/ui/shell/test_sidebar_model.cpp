// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ui/shell/sidebar_model.h"

#include "tests/program.h"

using namespace plumbline;

class TestSidebarModel : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void keepsTheRulesOfModels();
  void speaksNameCountAndMark();
  void badgeChangesOneRow();
};

namespace {

QList<SidebarRow> rows() {
  return {{Icon::Overview, QStringLiteral("Overview"), {}, QStringLiteral("Ctrl+1")},
          {Icon::Findings, QStringLiteral("Findings"), {}, QString()}};
}

}  // namespace

void TestSidebarModel::keepsTheRulesOfModels() {
  SidebarModel model;
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setRows(rows());
  model.setBadge(1, {QStringLiteral("87"), Mark::Contradiction});
  model.setBadge(7, {QStringLiteral("none"), Mark::Failed});
  QCOMPARE(model.rowCount(), 2);
  model.setRows({});
  QCOMPARE(model.rowCount(), 0);
}

void TestSidebarModel::speaksNameCountAndMark() {
  SidebarModel model;
  model.setRows(rows());
  const QModelIndex findings = model.index(1);
  QCOMPARE(findings.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Findings"));
  model.setBadge(1, {QStringLiteral("87"), Mark::Contradiction});
  QCOMPARE(findings.data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("Findings, 87, Contradiction"));
  QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(), QStringLiteral("Overview (Ctrl+1)"));
  QCOMPARE(findings.data(Qt::ToolTipRole).toString(), QStringLiteral("Findings"));
}

void TestSidebarModel::badgeChangesOneRow() {
  SidebarModel model;
  model.setRows(rows());
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.setBadge(0, {QString(), Mark::Passed});
  QCOMPARE(changed.count(), 1);
  QCOMPARE(changed.first().first().toModelIndex().row(), 0);
}

PLUMBLINE_WINDOW_TEST(TestSidebarModel)
#include "test_sidebar_model.moc"
