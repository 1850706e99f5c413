// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "model/workspace/workspace.h"

#include "ui/tables/comparison_table.h"
#include "ui/tables/findings_list.h"
#include "ui/tables/findings_model.h"
#include "ui/tables/note_keeper.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

void load(FindingsModel& model, AuditPtr audit) {
  QSignalSpy rebuilt(&model, &FindingsModel::rebuilt);
  model.setAudit(std::move(audit));
  QVERIFY(rebuilt.wait());
}

AuditPtr manyFindings(int count) {
  auto result = std::make_shared<AuditResult>(test::sampleResult());
  result->findings.clear();
  for (int i = 0; i < count; ++i) result->findings.push_back(test::sampleRelabelled(i % 800));
  return result;
}

}  // namespace

class TestFindingsModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsTheModelRules() {
    FindingsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    load(model, test::sampleAudit());
    model.setOrder(FindingsModel::Order::ByAmount);
    model.setFilter(QStringLiteral("sh-9"));
    model.setOrder(FindingsModel::Order::ByKind);
    model.setAudit(nullptr);
    QCOMPARE(model.rowCount(), 0);
  }

  void groupsByKind() {
    FindingsModel model;
    load(model, test::sampleAudit());
    QCOMPARE(model.shownCount(), 57);
    QCOMPARE(model.rowCount(), 5);
    QStringList headings;
    for (int row = 0; row < model.rowCount(); ++row)
      headings << model.index(row, 0).data().toString();
    QCOMPARE(headings[1], QStringLiteral("Sent as product, received as residue"));
    const QModelIndex relabelled = model.index(1, 0);
    QCOMPARE(relabelled.data(FindingsModel::CountRole).toInt(), 23);
    QCOMPARE(relabelled.data(FindingsModel::AmountRole).toString(), QStringLiteral("391.5\u00a0t"));
    QCOMPARE(model.index(0, 0, relabelled).data().toString(),
             QStringLiteral("SH-417, 8 Apr 2141, to Harbour Reclaim"));
    QCOMPARE(model.index(0, 0, relabelled).data(FindingsModel::RowsRole).toString(),
             QStringLiteral("2 rows"));
    // Contradictions first, what could not be checked last.
    QCOMPARE(model.index(4, 0).data(FindingsModel::SeverityRole).toInt(),
             static_cast<int>(Severity::CannotTell));
  }

  void ordersByAmount() {
    FindingsModel model;
    load(model, test::sampleAudit());
    model.setOrder(FindingsModel::Order::ByAmount);
    QCOMPARE(model.rowCount(), 57);
    QCOMPARE(model.index(0, 0).data(FindingsModel::AmountRole).toString(),
             QStringLiteral("628\u00a0t\u00a0±\u00a092\u00a0t"));
    for (int row = 1; row < model.rowCount(); ++row) {
      QVERIFY(model.finding(model.index(row - 1, 0))->amount >=
              model.finding(model.index(row, 0))->amount);
    }
  }

  void filters() {
    FindingsModel model;
    load(model, test::sampleAudit());
    model.setFilter(QStringLiteral("  RC-2290 "));
    QCOMPARE(model.shownCount(), 1);
    model.setFilter(QStringLiteral("nowhere"));
    QCOMPARE(model.shownCount(), 0);
    QVERIFY(!model.at(0).isValid());
    model.setFilter(QString());
    QCOMPARE(model.shownCount(), 57);
  }

  void marksWhatTheUserSaw() {
    const QTemporaryDir folder;
    const std::filesystem::path workspace(folder.filePath(QStringLiteral("ws")).toStdU16String());
    QVERIFY(Workspace::open(workspace, true).ok());
    NoteKeeper notes;
    notes.open(workspace);
    FindingsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNotes(&notes);
    load(model, test::sampleAudit());
    const std::string seen = test::sampleRelabelled(0).id;
    const std::string noted = test::sampleRelabelled(1).id;
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    notes.keep(seen, {true, {}, {}});
    notes.keep(noted, {false, "asked the CARRIER", {}});
    QCOMPARE(changed.count(), 2);
    const QModelIndex first = model.index(0, 0, model.index(1, 0));
    QVERIFY(first.data(FindingsModel::AcknowledgedRole).toBool());
    QVERIFY(!first.data(FindingsModel::NotedRole).toBool());
    QVERIFY(
        first.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("Acknowledged.")));
    QCOMPARE(model.shownCount(), 57);  // it stays in the list
    model.setChoice(FindingsModel::Choice::Open);
    QCOMPARE(model.shownCount(), 56);
    model.setChoice(FindingsModel::Choice::Acknowledged);
    QCOMPARE(model.shownCount(), 1);
    QCOMPARE(model.finding(model.at(0))->id, seen);
    model.setChoice(FindingsModel::Choice::Noted);
    QCOMPARE(model.finding(model.at(0))->id, noted);
    model.setChoice(FindingsModel::Choice::All);
    model.setFilter(QStringLiteral("the carrier"));
    QCOMPARE(model.shownCount(), 1);
    notes.open({});  // another audit: nobody noted anything
    QCOMPARE(model.shownCount(), 0);
  }

  void positionsAndRowsAgree() {
    FindingsModel model;
    load(model, test::sampleAudit());
    for (const auto order : {FindingsModel::Order::ByKind, FindingsModel::Order::ByAmount}) {
      model.setOrder(order);
      for (int i = 0; i < model.shownCount(); ++i) {
        const QModelIndex index = model.at(i);
        QCOMPARE(model.position(index), i);
        QCOMPARE(model.indexOf(index.data(FindingsModel::FindingRole).toInt()), index);
      }
    }
  }

  void stepsOverHeadings() {
    FindingsModel model;
    FindingsList list;
    list.setFindings(&model);
    load(model, test::sampleAudit());
    list.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&list, Qt::Key_N);
    QCOMPARE(model.position(list.currentIndex()), 0);
    QTest::keyClick(&list, Qt::Key_N);
    QCOMPARE(model.position(list.currentIndex()), 1);
    QTest::keyClick(&list, Qt::Key_P);
    QTest::keyClick(&list, Qt::Key_P);
    QCOMPARE(model.position(list.currentIndex()), 0);
    QSignalSpy activated(&list, &FindingsList::findingActivated);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
  }

  void manyOfAKindAreOneLine() {
    FindingsModel model;
    FindingsList list;
    list.setFindings(&model);
    AuditResult many = *manyFindings(20);
    for (Finding& finding : many.findings) {
      many.findings.front().time =
          Timestamp::milliseconds(finding.time.inMilliseconds() + 400 * millisecondsPerDay);
    }
    load(model, std::make_shared<const AuditResult>(many));
    list.chooseFirst();
    const QModelIndex heading = model.index(0, 0);
    QVERIFY(!list.isExpanded(heading));
    QCOMPARE(list.currentIndex(), heading);
    QCOMPARE(model.finding(list.shown()), model.finding(model.at(0)));  // what is shown beside it
    // From when to when, with their years; a screen reader hears it, too.
    const QString period = heading.data(FindingsModel::PeriodRole).toString();
    QVERIFY2(
        period.contains(QStringLiteral(" 2141 to ")) && period.endsWith(QStringLiteral("2142")),
        qPrintable(period));
    QVERIFY(heading.data(Qt::AccessibleTextRole).toString().endsWith(period));
    QTest::keyClick(&list, Qt::Key_Right);
    QVERIFY(list.isExpanded(heading));
    QTest::keyClick(&list, Qt::Key_Left);
    QVERIFY(!list.isExpanded(heading));
    QTest::keyClick(&list, Qt::Key_Return);
    QVERIFY(list.isExpanded(heading));
    // What somebody looks for is not folded away.
    model.setFilter(QStringLiteral("sh-"));
    QVERIFY(model.shownCount() > 8 && list.isExpanded(model.index(0, 0)));
  }

  void fewOfAKindAreSeen() {
    FindingsModel model;
    FindingsList list;
    list.setFindings(&model);
    load(model, manyFindings(8));
    list.chooseFirst();
    QVERIFY(list.isExpanded(model.index(0, 0)));
    QCOMPARE(list.currentIndex(), model.at(0));
  }

  void fiftyThousandRowsAreMadeOnlyWhenSeen() {
    FindingsModel model;
    FindingsList list;
    list.setFindings(&model);
    list.resize(400, 500);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    load(model, manyFindings(50'000));
    QCOMPARE(model.shownCount(), 50'000);
    QVERIFY(!list.isExpanded(model.index(0, 0)));  // a very long heading stays closed
    list.expand(model.index(0, 0));
    list.setCurrentIndex(model.at(49'999));
    list.scrollTo(model.at(49'999));
    QVERIFY(model.position(list.indexAt({20, list.viewport()->height() / 2})) > 49'900);
  }

  void bothSides() {
    ComparisonTable table;
    table.showFinding(test::sampleRelabelled(0));
    QCOMPARE(table.rowCount(), 7);
    QCOMPARE(table.item(0, 3)->text(), QStringLiteral("differs"));
    QVERIFY(table.item(0, 1)->data(ComparisonTable::DiffersRole).toBool());
    QCOMPARE(table.item(4, 3)->text(), QStringLiteral("same"));
    QCOMPARE(table.item(3, 1)->text(), QStringLiteral("17,240\u00a0kg"));
    QCOMPARE(table.horizontalHeaderItem(1)->text(), QStringLiteral("Plant sent SH-417"));
    QCOMPARE(table.horizontalHeaderItem(2)->text(), QStringLiteral("Receiver got RC-2290"));
  }
};

PLUMBLINE_WINDOW_TEST(TestFindingsModel)
#include "test_findings_model.moc"
