// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Months of which records are missing, on every chart of the balance: no figure of theirs is drawn or
// told as one that is known.
#include <QTest>

#include "ui/figures/balance_charts.h"
#include "ui/words/balance_words.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

constexpr std::size_t kMay = 4;

Balance withoutMay() {
  Balance balance = test::sampleBalance();
  balance.months[kMay].incomplete = true;
  return balance;
}

}  // namespace

class TestUnknownMonths : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aBarIsOpenAndSaysSo() {
    const ChartData whole = unaccountedByMonth(test::sampleBalance());
    QVERIFY(whole.spans.empty());
    QCOMPARE(whole.tableHeader.size(), 3);
    const ChartData data = unaccountedByMonth(withoutMay());
    QCOMPARE(data.spans.size(), std::size_t{1});
    QCOMPARE(data.spans[0].from, 3.5);
    QCOMPARE(data.spans[0].until, 4.5);
    QCOMPARE(data.spans[0].label, QStringLiteral("cannot tell"));
    QVERIFY(whole.bars[0].fills[kMay] == Fill::Hatch && data.bars[0].fills[kMay] == Fill::Dashed);
    QCOMPARE(data.bars[0].plusMinus[kMay], 0.0);
    QVERIFY(data.bars[0].plusMinus[kMay + 1] > 0);
    QVERIFY(data.bars[0].spoken[kMay].startsWith(QStringLiteral("Cannot tell, records are missing.")));
    QCOMPARE(data.tableHeader.last(), QStringLiteral("State"));
    QCOMPARE(data.tableRows[kMay],
             (QStringList{QStringLiteral("May 2141"), QStringLiteral("cannot tell"),
                          QStringLiteral("cannot tell"), QStringLiteral("records are missing")}));
    QCOMPARE(data.tableRows[kMay - 1], whole.tableRows[kMay - 1] + QStringList(QString()));
  }

  void confirmedFiguresOfItAreNone_data() {
    QTest::addColumn<int>("chart");
    QTest::newRow("claimed and confirmed") << 0;
    QTest::newRow("in and out") << 1;
  }
  void confirmedFiguresOfItAreNone() {
    QFETCH(int, chart);
    const ChartData data = chart == 0 ? claimedByMonth(withoutMay()) : inAndOutByMonth(withoutMay());
    for (const ChartBars& bars : data.bars) {
      QVERIFY(bars.fills[kMay] == Fill::Dashed);
      QVERIFY(bars.fills[kMay + 1] != Fill::Dashed);
      QVERIFY(bars.keyFill == bars.fills[kMay + 1]);
    }
    // What the plant says itself is here; all that is computed with others is not.
    QVERIFY(data.tableRows[kMay][1] != QStringLiteral("cannot tell"));
    for (int column = 2; column + 1 < data.tableHeader.size(); ++column) {
      QCOMPARE(data.tableRows[kMay][column], QStringLiteral("cannot tell"));
      QVERIFY(data.tableRows[kMay + 1][column] != QStringLiteral("cannot tell"));
    }
  }

  /// A running sum over it is not known either, nor where it would have left its limits.
  void theRunningSumStopsThere() {
    QVERIFY(!runningSumChart(test::sampleBalance()).callouts.empty());
    const ChartData data = runningSumChart(withoutMay());
    QVERIFY(data.callouts.empty());
    QCOMPARE(data.spans.size(), std::size_t{1});
    QCOMPARE(data.spans[0].from, 3.5);
    QCOMPARE(data.spans[0].until, 11.5);
    const ChartLine& sum = data.lines.back();
    QCOMPARE(sum.path.size(), kMay);
    QVERIFY(sum.endLabel.isEmpty());
    for (std::size_t i = kMay; i < sum.points.size(); ++i) {
      QVERIFY(sum.points[i].shape == PointShape::Ring);
      QVERIFY(sum.points[i].spoken.startsWith(QStringLiteral("Cannot tell")));
    }
    QCOMPARE(data.tableRows.back()[5], QStringLiteral("cannot tell"));
    QVERIFY(data.tableRows[kMay - 1][5] != QStringLiteral("cannot tell"));
  }

  void theControlChartCountsWholeMonthsOnly() {
    const ChartData data = mufChart(withoutMay());
    QVERIFY2(data.summary.contains(QStringLiteral("of 11 months")), qPrintable(data.summary));
    QVERIFY(data.lines.back().points[kMay].shape == PointShape::Ring);
  }

  void theFlowPictureConfirmsNothing() {
    const FlowData data = flowData(withoutMay());
    for (const FlowOutcome& outcome : data.outcomes) {
      QVERIFY(outcome.mark == Mark::CannotTell);
      QVERIFY(outcome.fill == Fill::Dashed);
    }
    QCOMPARE(data.outcomes.back().found, QStringLiteral("cannot tell"));
    QCOMPARE(data.nodeLines.back(), QStringLiteral("Missing: cannot tell"));
    QVERIFY(!data.lastLineStrong);
  }

  void noSentenceTellsWhatIsMissing() {
    const QString answer = balanceAnswer(withoutMay());
    QVERIFY2(answer.contains(QStringLiteral("**cannot be told**")), qPrintable(answer));
    QVERIFY(!answer.contains(QStringLiteral("unaccounted")));
    QVERIFY(balanceShows(withoutMay()).contains(QStringLiteral("From **May 2141** on")));
    QVERIFY(balanceAnswer(test::sampleBalance()).contains(QStringLiteral("unaccounted")));
  }
};

PLUMBLINE_TEST(TestUnknownMonths)
#include "test_unknown_months.moc"
