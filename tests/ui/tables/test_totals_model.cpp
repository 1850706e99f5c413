// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "ui/tables/totals_model.h"
#include "ui/theme/theme.h"

#include "tests/model/totals/totals_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

std::shared_ptr<const TotalsComparison> someTotals() {
  return std::make_shared<const TotalsComparison>(compared(
      {sends("North", "Harbour", "10"), gets("Harbour", "North", "10"), sends("North", "Mill", "7206"),
       gets("Mill", "North", "6588"), sends("North", "Yard", "412"), gets("Yard", "South", "1"),
       sends("North", "Shop", "720").unit("m3"), gets("Shop", "North", "655")}));
}

}  // namespace

class TestTotalsModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }

  void behavesAsAModel() {
    TotalsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTotals(someTotals());
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.columnCount(), static_cast<int>(TotalsModel::ColumnCount));
    for (int column = 0; column < TotalsModel::ColumnCount; ++column) {
      QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    model.setTotals(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.pairAt(0) == nullptr);
  }

  void theLargestGapStandsFirst() {
    TotalsModel model;
    model.setTotals(someTotals());
    const auto text = [&model](int row, int column) {
      return model.index(row, column).data().toString().remove(QChar(0x2068)).remove(QChar(0x2069));
    };
    QCOMPARE(text(0, TotalsModel::PartnersColumn), QStringLiteral("North to Mill"));
    QCOMPARE(text(0, TotalsModel::SentColumn), QStringLiteral("7,206\u00a0t"));
    QCOMPARE(text(0, TotalsModel::GapColumn), QStringLiteral("618\u00a0t"));
    QCOMPARE(text(0, TotalsModel::StateColumn), QStringLiteral("Differs by 8.6\u00a0%"));
    QCOMPARE(text(1, TotalsModel::PartnersColumn), QStringLiteral("North to Yard"));
    QCOMPARE(text(1, TotalsModel::ReceivedColumn), QStringLiteral("nothing"));
    QCOMPARE(text(1, TotalsModel::StateColumn), QStringLiteral("Sender only"));
    QCOMPARE(model.count(TotalsResult::Confirmed), 1);
    QCOMPARE(model.count(TotalsResult::CannotTell), 2);
  }

  void nothingIsRed() {
    for (const TotalsResult result : {TotalsResult::Confirmed, TotalsResult::Differs, TotalsResult::SenderOnly,
                                      TotalsResult::ReceiverOnly, TotalsResult::CannotTell}) {
      QVERIFY(toneOf(markOf(result)) != Tone::Fail);
    }
  }
};

PLUMBLINE_WINDOW_TEST(TestTotalsModel)
#include "test_totals_model.moc"
