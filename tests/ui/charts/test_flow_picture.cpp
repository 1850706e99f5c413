// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "ui/charts/save_picture.h"
#include "ui/figures/balance_charts.h"
#include "ui/words/balance_words.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

std::vector<Mark> marksOf(const FlowData& data) {
  std::vector<Mark> marks;
  for (const FlowOutcome& outcome : data.outcomes) marks.push_back(outcome.mark);
  return marks;
}

/// No band runs through the words under the plant, nor nearly.
void wordsKeepClear(const FlowLayout& layout, const QRectF& rect) {
  QVERIFY(rect.contains(layout.nodeWords));
  QVERIFY(layout.nodeWords.top() > layout.centre.bottom());
  const QRectF wide = layout.nodeWords.adjusted(-4, -4, 0, 4);
  for (const auto* branches : {&layout.sources, &layout.outcomes}) {
    for (const FlowLayout::Branch& branch : *branches) QVERIFY(!branch.band.intersects(wide));
  }
}

}  // namespace

class TestFlowPicture : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void labels() {
    const FlowData data = flowData(test::sampleBalance());
    QCOMPARE(data.sources.size(), std::size_t{3});
    QCOMPARE(data.sources[0].name, QStringLiteral("Household"));
    QCOMPARE(data.sources[2].name, QStringLiteral("Green waste"));
    QCOMPARE(data.sources[0].spoken,
             QStringLiteral("Household: 31,200\u00a0t, 64 % of what came in"));
    QCOMPARE(data.nodeLines[2], QStringLiteral("Missing 1,240\u00a0t\u00a0±\u00a0180\u00a0t"));
    QVERIFY(data.lastLineStrong);
    QCOMPARE(data.outcomes.back().name, QStringLiteral("Unaccounted"));
    QCOMPARE(data.outcomes.back().plantSays, QStringLiteral("nothing"));
    QCOMPARE(data.outcomes.back().spoken,
             QStringLiteral("Unaccounted: plant says nothing, found "
                            "1,240\u00a0t\u00a0±\u00a0180\u00a0t. Contradiction."));
    QCOMPARE(data.sumFound, QStringLiteral("48,620\u00a0t"));
    const std::vector<Mark> expected{Mark::Conflict,   Mark::Conflict,      Mark::Passed,
                                     Mark::CannotTell, Mark::Contradiction, Mark::Contradiction};
    QVERIFY(marksOf(data) == expected);
  }

  /// Nobody is accused, and nothing confirmed, by records of somebody the user does not know.
  void whatIsOnlySaidHasNoOtherMark() {
    const FlowData data = flowData(test::sampleBalance(), {}, Figures::OnlySaid);
    QVERIFY(marksOf(data) == std::vector<Mark>(6, Mark::CannotTell));
    QVERIFY(!data.lastLineStrong);
    for (const FlowOutcome& outcome : data.outcomes) {
      QVERIFY(!outcome.strong && outcome.spoken.endsWith(QStringLiteral("Cannot tell.")));
    }
    const ChartData months = claimedByMonth(test::sampleBalance(), Figures::OnlySaid);
    const QString all = months.title + months.summary + months.tableHeader.join(QString()) +
                        months.bars[1].name + months.bars[1].spoken.join(QString());
    QVERIFY2(!all.contains(QStringLiteral("onfirmed")), qPrintable(all));
    QVERIFY(months.bars[1].name == QStringLiteral("stated by receivers"));
  }

  void stockThatFellIsASource() {
    Balance balance = test::sampleBalance();
    balance.outcomes[3].found = test::tonnes(-90);
    const FlowData data = flowData(balance);
    QCOMPARE(data.sources.back().name, QStringLiteral("From stock"));
    QCOMPARE(data.outcomes[3].value, 0.0);
  }

  void manySmallSourcesBecomeOne() {
    Balance balance = test::sampleBalance();
    balance.sources.clear();
    for (int i = 0; i < 40; ++i)
      balance.sources.push_back({"s" + std::to_string(i), test::tonnes(10)});
    const FlowData data = flowData(balance);
    QCOMPARE(data.sources.size(), std::size_t{6});
    QCOMPARE(data.sources.back().mass, QStringLiteral("350\u00a0t"));
  }

  void layout_data() {
    QTest::addColumn<double>("missing");
    QTest::newRow("much") << 20000.0;
    QTest::newRow("usual") << 1240.0;
    QTest::newRow("tiny") << 0.2;
    QTest::newRow("gain") << -50.0;
  }
  void layout() {
    QFETCH(double, missing);
    Balance balance = test::sampleBalance();
    balance.outcomes.back().found = test::tonnes(missing);
    const FlowData data = flowData(balance);
    const PaintStyle style = PaintStyle::print(13);
    const QRectF rect(0, 0, 1100, flowHeight(data, style));
    const FlowLayout layout = flowLayout(rect, data, style);
    for (std::size_t i = 1; i < layout.outcomes.size(); ++i) {
      // Rows of words beside the branches never touch.
      QVERIFY(layout.outcomes[i].rowCentre - layout.outcomes[i - 1].rowCentre >= style.px(20));
      QVERIFY(layout.outcomes[i].node.top() >= layout.outcomes[i - 1].node.bottom());
    }
    const qreal ratio = layout.sources[0].node.height() / layout.sources[1].node.height();
    QVERIFY(std::abs(ratio - 31200.0 / 12940.0) < 1e-6);
    QVERIFY(rect.contains(layout.centre));
    wordsKeepClear(layout, rect);
    QVERIFY(layout.sumTop + style.px(28) <= rect.bottom());
    QCOMPARE(layout.outcomes.back().node.height() >= style.px(8), missing > 0);
  }

  /// Many small sources reach below the plant: the words under it go below them.
  void wordsKeepClearOfManySources() {
    Balance balance = test::sampleBalance();
    balance.sources.clear();
    for (int i = 0; i < 6; ++i) {
      balance.sources.push_back({"source " + std::to_string(i), test::tonnes(i == 0 ? 40000 : 90)});
    }
    const FlowData data = flowData(balance);
    const PaintStyle style = PaintStyle::print(13);
    const QRectF rect(0, 0, 1100, flowHeight(data, style));
    wordsKeepClear(flowLayout(rect, data, style), rect);
  }

  void everyBandAndNodeIsAStop() {
    FlowView view;
    view.resize(1100, 420);
    view.replace(flowData(test::sampleBalance()));
    QCOMPARE(view.stopCount(), 3 * 2 + 1 + 6 * 2);
    view.setCurrentStop(0);
    for (int i = 0; i < view.stopCount(); ++i) QVERIFY(!view.stop(i).text.isEmpty());
  }

  void savedPictureIsVector() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("flow.svg"));
    const FlowData data = flowData(test::sampleBalance());
    const auto paint = [&data](QPainter* painter, const QRectF& rect) {
      paintFlow(painter, rect, data, PaintStyle::print(13));
    };
    QVERIFY(savePictureTo(path, {QSizeF(1100, 420), QStringLiteral("Who <got> it"), {}, paint}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("<path"));
    QVERIFY(!svg.contains("<image"));
    QVERIFY(svg.contains("Recycled onward"));
    QVERIFY(svg.contains("<title>Who &lt;got&gt; it</title>"));
    QVERIFY(!svg.contains("<desc>"));
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
  }

  void runningSumLabels() {
    const ChartData data = runningSumChart(test::sampleBalance());
    QCOMPARE(data.lines.back().endLabel, QStringLiteral("1,240\u00a0t"));
    QCOMPARE(data.lines[0].endLabel, QStringLiteral("limit 180\u00a0t"));
    QCOMPARE(data.callouts.size(), std::size_t{1});
    QCOMPARE(data.callouts[0].heading, QStringLiteral("May: first outside the limit"));
    QCOMPARE(data.callouts[0].text, QStringLiteral("93\u00a0t, limit 82\u00a0t"));
    QCOMPARE(data.lines.back().points[3].shape, PointShape::Ring);
    QCOMPARE(data.lines.back().points[4].shape, PointShape::Diamond);
    QCOMPARE(data.tableRows[4].join(QLatin1Char('|')),
             QStringLiteral("May 2141|4,060|4,019|41|32|93|82"));
  }

  void honestPlantHasNoCallout() {
    Balance balance = test::sampleBalance();
    for (BalanceMonth& month : balance.months) month.cumuf = test::tonnes(3);
    balance.muf = test::tonnes(3);
    QVERIFY(!firstMonthOutside(balance));
    QVERIFY(runningSumChart(balance).callouts.empty());
    QCOMPARE(balanceShows(balance),
             QStringLiteral("The running sum ends inside its limits: "
                            "**3.0\u00a0t\u00a0±\u00a0180\u00a0t** cannot be told from nothing."));
  }

  void sumThatCameBackIsNotOutside() {
    Balance balance = test::sampleBalance();
    balance.months.back().cumuf = test::tonnes(10);
    QVERIFY(!firstMonthOutside(balance));
  }

  void openBarsCannotBeToldFromNothing() {
    const ChartData data = unaccountedByMonth(test::sampleBalance());
    QCOMPARE(data.bars[0].fills[0], Fill::Open);
    QCOMPARE(data.bars[0].fills[11], Fill::Hatch);
    QCOMPARE(data.bars[0].spoken[11],
             QStringLiteral("Dec 2141: 237\u00a0t\u00a0±\u00a039\u00a0t unaccounted for"));
  }
};

PLUMBLINE_WINDOW_TEST(TestFlowPicture)
#include "test_flow_picture.moc"
