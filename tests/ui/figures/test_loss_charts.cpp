// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The balance over time as charts: figures, limits, shapes and table twins.
#include <cmath>

#include <QTest>

#include "ui/figures/loss_charts.h"
#include "ui/words/format.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

Mass tonnesOf(double value) {
  return Mass::grams(std::llround(value * 1e6));
}

/// Four months; the third is outside, the last has no error of its own.
LossSeries sample() {
  LossSeries series;
  series.falseAlarmPpm = 12'500;
  series.pageKMilli = 500;
  series.pageThresholdMilli = 3'000;
  series.detectable = tonnesOf(44);
  const double tested[] = {2, -4, 30, 1};
  const std::int64_t loss[] = {0, 0, 4'100, 3'700};
  const std::int64_t gain[] = {0, 300, 0, 0};
  double sum = 0;
  for (int i = 0; i < 4; ++i) {
    LossPeriod period;
    period.first = Month{2141 * 12 + i};
    period.last = Month{2141 * 12 + i + 1};
    period.muf = period.tested = tonnesOf(tested[i]);
    period.sigma = tonnesOf(i < 3 ? 10 : 0);
    sum += tested[i];
    period.cumuf = tonnesOf(sum);
    period.cumufSigma = tonnesOf(12);
    if (i < 3) period.sitmufMilli = std::llround(tested[i] * 150);
    period.pageLossMilli = loss[i];
    period.pageGainMilli = gain[i];
    series.periods.push_back(period);
  }
  series.lossAlarm = PageAlarm{Month{2141 * 12 + 2}, Month{2141 * 12 + 3}, tonnesOf(30),
                               tonnesOf(10), tonnesOf(900)};
  return series;
}

}  // namespace

class TestLossCharts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void figuresAndTheirLimits() {
    const ChartData data = lossChart(sample(), LossChart::Muf);
    const auto& points = data.lines.back().points;
    QCOMPARE(points.size(), std::size_t{4});
    QCOMPARE(points[2].at, QPointF(2, 30));
    QVERIFY(points[0].shape == PointShape::Ring);
    QVERIFY(points[2].shape == PointShape::Diamond);
    QVERIFY(points[2].spoken.contains(formatPeriod(Month{2141 * 12 + 2}.start(),
                                                   Month{2141 * 12 + 3}.start())));
    QCOMPARE(data.lines[0].path.front(), QPointF(-0.5, 20));  // twice the standard uncertainty
    QCOMPARE(data.lines[1].path.front(), QPointF(-0.5, -20));
    QCOMPARE(data.tableRows.size(), std::size_t{4});
    QCOMPARE(data.tableRows[2].join(QLatin1Char('|')), QStringLiteral("Mar 2141|30.00|20.00"));
    QVERIFY(data.yMax >= 30 && data.yMin <= -20);
    QVERIFY(data.summary.contains(QStringLiteral("2 of 4")));
  }

  void runningSum() {
    const ChartData data = lossChart(sample(), LossChart::Cumuf);
    QCOMPARE(data.lines.back().points.back().at, QPointF(3, 29));
    QVERIFY(data.summary.contains(QStringLiteral("outside its limit")));
    QVERIFY(data.summary.contains(formatTonnes(tonnesOf(44))));
  }

  /// A period without a figure has no point, and its row says so.
  void independentFigures() {
    const ChartData data = lossChart(sample(), LossChart::Sitmuf);
    QCOMPARE(data.lines.back().points.size(), std::size_t{3});
    QCOMPARE(data.lines.back().points[2].at, QPointF(2, 4.5));
    QCOMPARE(data.tableRows[3][1], QStringLiteral("none"));
    const ChartData residuals = lossChart(sample(), LossChart::Residuals);
    QCOMPARE(residuals.lines.back().points.size(), std::size_t{3});
    QCOMPARE(residuals.lines.back().points[2].at, QPointF(2, 3));
    QVERIFY(residuals.lines.back().points[2].shape == PointShape::Diamond);
  }

  void pageBothWays() {
    const ChartData data = lossChart(sample(), LossChart::Page);
    QCOMPARE(data.lines.size(), std::size_t{4});
    QCOMPARE(data.lines[0].path.front().y(), 3.0);
    QCOMPARE(data.lines[1].path.front().y(), -3.0);
    QCOMPARE(data.lines[2].points[2].at, QPointF(2, 4.1));
    QVERIFY(data.lines[2].points[2].shape == PointShape::Diamond);
    QCOMPARE(data.lines[3].points[1].at, QPointF(1, -0.3));
    QVERIFY(data.lines[3].points[1].shape == PointShape::Ring);
    QCOMPARE(data.key.size(), std::size_t{2});
    QCOMPARE(data.tableRows[2].join(QLatin1Char('|')),
             QStringLiteral("Mar 2141|4.10|0.00|3.00"));
    QVERIFY(data.summary.startsWith(QStringLiteral("Look here: unusual, not an accusation.")));
    QVERIFY(data.summary.contains(QStringLiteral("once in 40 audits")));
    LossSeries quiet = sample();
    quiet.lossAlarm.reset();
    QVERIFY(lossChartShows(quiet, LossChart::Page)
                .contains(QStringLiteral("would have been missed more than once in 20 times")));
  }

  /// All of the time stays; the part that somebody looks at is marked, spoken and in the table.
  void chosenTimeIsMarked() {
    const ChosenMonths chosen{Month{2141 * 12 + 1}, Month{2141 * 12 + 3}};  // February and March
    for (const LossChart kind : allLossCharts) {
      const ChartData whole = lossChart(sample(), kind);
      const ChartData data = lossChart(sample(), kind, chosen);
      QVERIFY(whole.spans.empty());
      QCOMPARE(data.spans.size(), std::size_t{1});
      QCOMPARE(data.spans[0].from, 0.5);
      QCOMPARE(data.spans[0].until, 2.5);
      QCOMPARE(data.xMin, whole.xMin);
      QCOMPARE(data.xMax, whole.xMax);
      QCOMPARE(data.yMax, whole.yMax);
      QVERIFY(data.yCaption.endsWith(QStringLiteral("marked: Feb–Mar 2141")));
      QCOMPARE(data.tableHeader.size(), whole.tableHeader.size() + 1);
      for (const int row : {0, 1, 2, 3}) {
        QCOMPARE(data.tableRows[static_cast<std::size_t>(row)].back(),
                 row == 1 || row == 2 ? QStringLiteral("yes") : QString());
      }
      QVERIFY(!data.lines.back().points[0].spoken.contains(QStringLiteral("chosen")));
      QVERIFY(data.lines.back().points[1].spoken.contains(QStringLiteral("in the chosen time")));
      QVERIFY(data.summary.contains(QStringLiteral("Feb–Mar 2141")));
    }
    QVERIFY(lossChosenShows(sample(), LossChart::Muf, chosen)
                .endsWith(QStringLiteral("(marked): **1** of 2.")));
    QVERIFY(lossChosenShows(sample(), LossChart::Cumuf, chosen)
                .contains(QStringLiteral("from %1 to %2; it counts from Jan 2141 on")
                              .arg(formatTonnes(tonnesOf(2)), formatTonnes(tonnesOf(28)))));
    QVERIFY(lossChosenShows(sample(), LossChart::Page, chosen)
                .contains(QStringLiteral("another rate of false alarms")));
    const ChosenMonths later{Month{2142 * 12}, Month{2142 * 12 + 1}};
    QVERIFY(lossChart(sample(), LossChart::Muf, later).spans.empty());
    QVERIFY(lossChosenShows(sample(), LossChart::Muf, later)
                .contains(QStringLiteral("outside this chart")));
  }

  /// A month without a survey is joined to the next: then no button says "month".
  void joinedMonthsAreCalledPeriods() {
    LossSeries series = sample();
    QCOMPARE(lossChart(series, LossChart::Muf).title, QStringLiteral("Unaccounted by month (MUF)"));
    QVERIFY(lossChartShows(series, LossChart::Muf).contains(QStringLiteral("of 4 months")));
    series.periods[3].last.index += 1;  // April and May
    QVERIFY(!isMonthly(series));
    QCOMPARE(lossChartName(LossChart::Muf, isMonthly(series)), QStringLiteral("By period"));
    const ChosenMonths may{Month{2141 * 12 + 4}, Month{2141 * 12 + 5}};
    const ChartData data = lossChart(series, LossChart::Muf, may);
    QCOMPARE(data.title, QStringLiteral("Unaccounted by period (MUF)"));
    QVERIFY(data.summary.contains(QStringLiteral("of 4 periods")));
    QCOMPARE(data.spans[0].from, 3.0);  // the second half of its place
    QCOMPARE(data.spans[0].until, 3.5);
    QCOMPARE(data.tableRows[3].back(), QStringLiteral("yes"));
  }

  void whatCannotBeTestedSaysWhy() {
    LossSeries none;
    none.whyNot = "no_flows";
    none.material = "board";
    none.materialName = "EcoFibre board";
    none.partyName = "EcoSphere North";
    QCOMPARE(lossSeriesName(none), QStringLiteral("EcoFibre board (EcoSphere North)"));
    QCOMPARE(lossSeriesName(none, true), QStringLiteral("EcoFibre board"));
    for (const LossChart kind : allLossCharts) {
      QVERIFY(lossChartShows(none, kind).contains(QStringLiteral("No flow onto or from its piles")));
      QVERIFY(lossChart(none, kind).lines.empty());
    }
  }
};

PLUMBLINE_TEST(TestLossCharts)
#include "test_loss_charts.moc"
