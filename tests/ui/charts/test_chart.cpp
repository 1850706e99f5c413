// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QBarSeries>
#include <QChart>
#include <QChartView>
#include <QFile>
#include <QLineSeries>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include "ui/charts/chart.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/decimate.h"
#include "ui/charts/svg_picture.h"
#include "ui/figures/balance_charts.h"
#include "ui/figures/scheduler_charts.h"

#include "tests/hostile_cells.h"
#include "tests/precious_outputs.h"
#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

class TestChart : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void niceAxis_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::newRow("year") << 0.0 << 4341.0 << 0.0 << 5000.0;
    QTest::newRow("exact") << 0.0 << 100.0 << 0.0 << 100.0;
    QTest::newRow("below zero") << -180.0 << 1240.0 << -500.0 << 1500.0;
    QTest::newRow("nothing") << 0.0 << 0.0 << 0.0 << 1.0;
    QTest::newRow("fractions") << 0.0 << 0.034 << 0.0 << 0.04;
  }
  void niceAxis() {
    QFETCH(double, low);
    QFETCH(double, high);
    const NiceAxis axis = plumbline::niceAxis(low, high);
    QTEST(axis.min, "min");
    QTEST(axis.max, "max");
    QVERIFY((axis.max - axis.min) / axis.step <= 6);
  }

  void decimateKeepsExtremes() {
    std::vector<QPointF> points;
    for (int i = 0; i < 1'000'000; ++i) points.emplace_back(i, i % 1000);
    points[123'456].setY(5e6);
    points[654'321].setY(-5e6);
    const std::vector<QPointF> kept = decimate(points, 600);
    QVERIFY(kept.size() <= 2400);
    QCOMPARE(kept.front(), points.front());
    QCOMPARE(kept.back(), points.back());
    QVERIFY(std::find(kept.begin(), kept.end(), points[123'456]) != kept.end());
    QVERIFY(std::find(kept.begin(), kept.end(), points[654'321]) != kept.end());
    QVERIFY(std::is_sorted(kept.begin(), kept.end(),
                           [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
    QCOMPARE(decimate(kept, 600).size(), kept.size());
  }

  void replaceShowsOnlyTheNewData() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(runningSumChart(test::sampleBalance()));
    const QChart* shown = chart.findChild<QChartView*>()->chart();
    QCOMPARE(shown->series().size(), 4);  // band, two limits, the sum
    const auto* sum = qobject_cast<const QLineSeries*>(shown->series().back());
    QVERIFY(sum != nullptr);
    QCOMPARE(sum->count(), 12);
    QCOMPARE(sum->at(11), QPointF(11, 1240));
    QVERIFY(!sum->useOpenGL());
    QCOMPARE(shown->animationOptions(), QChart::NoAnimation);

    chart.replace(claimedByMonth(test::sampleBalance()));
    QCOMPARE(shown->series().size(), 1);
    const auto* bars = qobject_cast<const QBarSeries*>(shown->series().front());
    QVERIFY(bars != nullptr);
    QCOMPARE(bars->count(), 2);
    QCOMPARE(shown->axes().size(), 2);
  }

  void arrowsStepAndSpeak() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(runningSumChart(test::sampleBalance()));
    QCOMPARE(chart.stopCount(), 12);
    QSignalSpy changed(&chart, &Figure::currentStopChanged);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentText(),
             QStringLiteral("Jan 2141: 6.0\u00a0t, limit 26\u00a0t, inside the limit"));
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.currentText(),
             QStringLiteral("Dec 2141: 1,240\u00a0t, limit 180\u00a0t, outside the limit"));
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentStop(), 11);
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(chart.currentStop(), 0);
    QCOMPARE(changed.count(), 3);
  }

  void hasOneAccessibleChildAStop() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(runningSumChart(test::sampleBalance()));
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(&chart);
    QVERIFY(root != nullptr);
    QCOMPARE(root->role(), QAccessible::Chart);
    QCOMPARE(root->text(QAccessible::Name),
             QStringLiteral("Unaccounted mass, running sum (CUMUF)"));
    QVERIFY(root->text(QAccessible::Description).contains(QStringLiteral("May 2141")));
    QCOMPARE(root->childCount(), 12);
    QAccessibleInterface* fifth = root->child(4);
    QCOMPARE(fifth->text(QAccessible::Name),
             QStringLiteral("May 2141: 93\u00a0t, limit 82\u00a0t, outside the limit"));
    QCOMPARE(root->indexOfChild(fifth), 4);
    chart.setCurrentStop(4);
    QVERIFY(fifth->state().selected);
    QCOMPARE(root->text(QAccessible::Value), fifth->text(QAccessible::Name));
  }

  void curvesAreSteppedThroughDayByDay() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(waitingChart(test::sampleScheduler().parts[0], 28));
    QCOMPARE(chart.stopCount(), 58);
    chart.setCurrentStop(0);
    QCOMPARE(chart.currentText(),
             QStringLiteral("Community, after 0 days: 100\u00a0% still wait (95 %: 100\u00a0% to "
                            "100\u00a0%)"));
    chart.setCurrentStop(1);
    QVERIFY2(chart.currentText().startsWith(QStringLiteral("Community, after 1 day: ")),
             qPrintable(chart.currentText()));
  }

  void hiddenSeriesIsNeitherDrawnNorSpoken() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(claimedByMonth(test::sampleBalance()));
    QCOMPARE(chart.stopCount(), 24);
    std::unique_ptr<QMenu> menu(chart.makeMenu());
    auto* action = menu->findChild<QAction*>(QStringLiteral("series0"));
    QVERIFY(action->isChecked());
    action->trigger();
    QCOMPARE(chart.stopCount(), 12);
    QVERIFY(chart.stop(0).text.contains(QStringLiteral("confirmed")));
    // Nobody is left with an empty picture.
    chart.toggleSeries(1);
    QCOMPARE(chart.stopCount(), 12);
    // The same series of another period stays hidden.
    chart.replace(claimedByMonth(test::sampleBalance()));
    QCOMPARE(chart.stopCount(), 12);
    chart.toggleSeries(0);
    QCOMPARE(chart.stopCount(), 24);
  }

  void clickOnTheKeyHidesItsSeries() {
    Chart chart;
    chart.resize(600, 300);
    const ChartData data = waitingChart(test::sampleScheduler().parts[0], 28);
    chart.replace(data);
    const ChartFrame frame =
        chartFrame(QRectF(chart.rect()).adjusted(2, 2, -2, -2), data, PaintStyle::screen());
    const std::vector<QRectF> boxes = chartKeyBoxes(frame, data, PaintStyle::screen());
    QCOMPARE(boxes.size(), std::size_t{2});
    QTest::mouseClick(&chart, Qt::LeftButton, {}, boxes[1].center().toPoint());
    QCOMPARE(chart.stopCount(), 29);
    QVERIFY(chart.data().lines[1].hidden);
  }

  void zoomLooksAtAPartOfTheTime() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(runningSumChart(test::sampleBalance()));
    QCOMPARE(chart.stopCount(), 12);
    const double low = chart.data().yMin;
    for (int i = 0; i < 4; ++i) QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.shownUntil() - chart.shownFrom() < 3);
    QVERIFY(chart.stopCount() < 5 && chart.stopCount() > 0);
    QCOMPARE(chart.data().yMin, low);  // masses keep their scale
    const double from = chart.shownFrom();
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(chart.shownFrom() > from);
    // Nobody is led beyond the ends.
    for (int i = 0; i < 99; ++i) QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(chart.shownUntil(), 11.0);
    for (int i = 0; i < 99; ++i) QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.shownUntil() > chart.shownFrom());
    for (int i = 0; i < 99; ++i) QTest::keyClick(&chart, Qt::Key_Minus);
    QCOMPARE(chart.shownFrom(), 0.0);
    QCOMPARE(chart.shownUntil(), 11.0);
  }

  void mouseZoomsAndMoves() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(runningSumChart(test::sampleBalance()));
    const QPointF at(200, 150);
    QWheelEvent plain(at, chart.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&chart, &plain);
    QCOMPARE(chart.shownUntil(), 11.0);  // it scrolls the page
    QWheelEvent wheel(at, chart.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&chart, &wheel);
    QVERIFY(chart.shownUntil() < 11.0);
    const double from = chart.shownFrom();
    QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(300, 150));
    QMouseEvent move(QEvent::MouseMove, QPointF(340, 150), chart.mapToGlobal(QPointF(340, 150)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&chart, &move);
    QVERIFY(chart.shownFrom() < from);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(340, 150));
    QTest::mouseDClick(&chart, Qt::LeftButton, {}, QPoint(300, 150));
    QCOMPARE(chart.shownUntil(), 11.0);
    std::unique_ptr<QMenu> menu(chart.makeMenu());
    QVERIFY(!menu->findChild<QAction*>(QStringLiteral("zoomAll"))->isEnabled());
    menu->findChild<QAction*>(QStringLiteral("zoomIn"))->trigger();
    QVERIFY(chart.shownUntil() - chart.shownFrom() < 11.0);
  }

  void savedFileHoldsWhatIsHiddenOrOutOfSight() {
    const QTemporaryDir folder;
    const auto saved = [&folder](const Chart& chart, const QString& name) {
      const QString path = folder.filePath(name);
      if (!saveFigureTo(path, {&chart, {}, {}})) return QByteArray();
      QFile file(path);
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    Chart chart;
    chart.resize(600, 300);
    chart.replace(claimedByMonth(test::sampleBalance()));
    const QByteArray whole = saved(chart, QStringLiteral("whole.svg"));
    QVERIFY(!whole.isEmpty());
    chart.toggleSeries(0);
    QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(saved(chart, QStringLiteral("part.svg")) == whole);
    QVERIFY(chart.data().bars[0].hidden);
  }

  void longLinesAreNoFinerThanTheEyeOnPaperToo() {
    ChartData data;
    ChartLine line;
    for (int i = 0; i < 200'000; ++i) line.path.emplace_back(i, i % 997);
    data.xMax = 200'000;
    data.yMax = 1000;
    data.lines = {line};
    const QRectF whole(0, 0, 900, 360);
    const QByteArray svg = svgFile(whole.size(), {}, [&](QPainter* painter) {
      paintChart(painter, whole, data, PaintStyle::print(13));
    });
    QVERIFY(svg.size() < 200'000);
  }

  void rowsBehindAPointJoinItsTip() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(runningSumChart(test::sampleBalance()));
    QSignalSpy looked(&chart, &Chart::rowLookedAt);
    chart.setCurrentStop(4);
    QCOMPARE(looked.count(), 1);
    QCOMPARE(looked[0][0].toInt(), 4);
    QCOMPARE(chart.data().rowItems[4], QStringLiteral("shipments/2141-05"));
    chart.setDetail(4, QStringLiteral("<p>212 shipments</p>"));
    QVERIFY(chart.stop(4).tip.contains(QStringLiteral("212 shipments")));
    QVERIFY(!chart.stop(5).tip.contains(QStringLiteral("212 shipments")));
    QSignalSpy opened(&chart, &Figure::stopActivated);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("shipments/2141-05"));
    // Of other data nothing is known yet.
    chart.replace(runningSumChart(test::sampleBalance()));
    QVERIFY(!chart.stop(4).tip.contains(QStringLiteral("212 shipments")));
  }

  void controlChart() {
    const ChartData data = mufChart(test::sampleBalance());
    QCOMPARE(data.lines.back().points.size(), std::size_t{12});
    QCOMPARE(data.lines.back().points[0].shape, PointShape::Ring);
    QCOMPARE(data.lines.back().points[11].shape, PointShape::Diamond);
    QCOMPARE(data.lines.back().points[11].spoken,
             QStringLiteral("Dec 2141: 237\u00a0t, limit 39\u00a0t, outside the limit"));
    QCOMPARE(data.tableRows[11].join(QLatin1Char('|')), QStringLiteral("Dec 2141|237|39|608"));
    QVERIFY(data.summary.startsWith(QStringLiteral("8 of 12 months are outside")));
    Balance one = test::sampleBalance();
    one.months.resize(1);
    one.months[0].muf = Mass::kilograms(9);
    one.months[0].mufUncertainty = Mass::kilograms(3);
    QVERIFY(mufChart(one).summary.startsWith(QStringLiteral("1 of 1 month is outside its limit")));
    QVERIFY(data.yMin < -39 && data.yMax > 237);
  }

  void mouseSeesTheWholeRow() {
    Chart chart;
    chart.resize(600, 300);
    chart.replace(runningSumChart(test::sampleBalance()));
    const QString tip = chart.stop(4).tip;
    for (const char* words : {"May 2141", "Running sum t", "93", "Limit t", "82"}) {
      QVERIFY2(tip.contains(QLatin1String(words)), words);
    }
  }

  void wordsKeepClearOfTheCurve_data() {
    QTest::addColumn<int>("first");
    for (const int first : {1, 5, 9, 10, 11}) QTest::addRow("month %d", first) << first;
  }
  void wordsKeepClearOfTheCurve() {
    QFETCH(int, first);
    // The callout's words, painted alone, share no pixel with the curves, painted alone.
    ChartData data = runningSumChart(test::sampleBalance());
    const QPointF at = data.lines.back().path[static_cast<std::size_t>(first)];
    data.callouts = {
        {at, QStringLiteral("Nov: first outside"), QStringLiteral("93 t, limit 82 t")}};
    const auto painted = [](const ChartData& shown, bool series) {
      QImage image(700, 320, QImage::Format_ARGB32_Premultiplied);
      image.fill(Qt::white);
      QPainter painter(&image);
      const PaintStyle style = PaintStyle::print(13);
      const ChartFrame frame = chartFrame(QRectF(image.rect()), shown, style);
      series ? paintChartSeries(&painter, frame, shown, style)
             : paintChartFront(&painter, frame, shown, style);
      return image;
    };
    ChartData without = data;
    without.callouts.clear();
    const QImage words = painted(data, false);
    const QImage bare = painted(without, false);
    ChartData lines = without;
    lines.bands.clear();
    const QImage curves = painted(lines, true);
    // Hidden lines keep their labels, on which the frame depends.
    ChartData none = lines;
    for (ChartLine& line : none.lines) line.hidden = true;
    const QImage grid = painted(none, true);
    int shared = 0;
    const int x =
        qRound(chartFrame(QRectF(0, 0, 700, 320), data, PaintStyle::print(13)).map(at).x());
    for (int row = 0; row < 320; ++row) {
      for (int column = 0; column < 700; ++column) {
        if (std::abs(column - x) <= 2) continue;  // the thin line to the point
        const bool word = words.pixel(column, row) != bare.pixel(column, row);
        const bool curve = curves.pixel(column, row) != grid.pixel(column, row);
        shared += word && curve ? 1 : 0;
      }
    }
    QCOMPARE(shared, 0);
  }

  /// The ground lies behind, its ends stand in front of a band; a closer look cuts it.
  void markedPartHasAGroundAndTwoEnds() {
    ChartData data;
    data.xMax = 10;
    data.spans = {{2, 4}};
    data.bands.push_back({ColorRole::UnsureTint, {{0, 0.5}, {10, 0.5}}, {{0, 0}, {10, 0}}, -1});
    const PaintStyle style = PaintStyle::screen();
    const auto colorAt = [&](double x, double y) {
      QImage image(400, 200, QImage::Format_RGB32);
      image.fill(style.color(ColorRole::Surface));
      QPainter painter(&image);
      const ChartFrame frame = chartFrame(QRectF(0, 0, 400, 200), data, style);
      paintChartSeries(&painter, frame, data, style);
      paintChartFront(&painter, frame, data, style);
      return image.pixelColor(frame.map({x, y}).toPoint());
    };
    QCOMPARE(colorAt(3, 0.75), style.color(ColorRole::InfoTint));
    QCOMPARE(colorAt(5, 0.75), style.color(ColorRole::Surface));
    QCOMPARE(colorAt(3, 0.25), style.color(ColorRole::UnsureTint));
    QVERIFY(colorAt(2, 0.25) != style.color(ColorRole::UnsureTint));
    QVERIFY(colorAt(4, 0.75) != colorAt(5, 0.75));
    data.xMin = 3;
    QCOMPARE(colorAt(3.5, 0.75), style.color(ColorRole::InfoTint));
    QCOMPARE(colorAt(6, 0.75), style.color(ColorRole::Surface));
  }

  void countsStandUnderTheTicks() {
    WaitingPart part = test::sampleScheduler().parts[0];
    QVERIFY(waitingChart(part, 28).counts.empty());
    for (int day = 0; day <= 28; ++day) {
      part.community.atRisk.push_back(1846 - day * 60);
      part.commercial.atRisk.push_back(1212 - day * 40);
    }
    const ChartData data = waitingChart(part, 28);
    QCOMPARE(data.xTicks.size(), std::size_t{5});  // whole weeks
    QCOMPARE(data.xTicks[1].at, 7.0);
    QCOMPARE(data.counts.size(), std::size_t{2});
    QCOMPARE(data.counts[0].numbers[2].label, QStringLiteral("1,006"));
    QCOMPARE(data.tableRows[14][3], QStringLiteral("1,006"));
    QCOMPARE(waitingChart(part, 5).xTicks.size(), std::size_t{6});  // days
  }

  void fileOfATableIsReadByMachines() {
    const QByteArray csv = csvOf({QStringLiteral("Month"), QStringLiteral("± t")},
                                 {{QStringLiteral("May 2141"), QStringLiteral("1,240")},
                                  {QStringLiteral("a, \"b\""), QStringLiteral("\u221218")}});
    QCOMPARE(csv, QByteArray("Month,± t\nMay 2141,1240\n\"a, \"\"b\"\"\",-18\n"));
  }

  void switchingKeepsTheKeyboard() {
    QWidget window;
    auto* chart = new Chart(&window);
    auto* twin = new ChartOrTable(chart, QStringLiteral("table"), &window);
    const ChartData data = runningSumChart(test::sampleBalance());
    twin->fillTable(data.tableHeader, data.tableRows);
    chart->replace(data);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    chart->setFocus();
    QTRY_VERIFY(chart->hasFocus());
    twin->showTable(true);
    QVERIFY(twin->table()->hasFocus());
    QCOMPARE(twin->table()->rowCount(), 12);
    QCOMPARE(twin->table()->item(4, 5)->text(), QStringLiteral("93"));
    twin->showTable(false);
    QVERIFY(chart->hasFocus());
  }

  void tabSeparatedText() {
    QCOMPARE(tabSeparated({{QStringLiteral("a\tb"), QStringLiteral("c\nd")}}),
             QStringLiteral("a b\tc d\n"));
  }

  void savingDestroysNothing_data() {
    QTest::addColumn<QString>("ending");
    for (const char* ending : {".csv", ".svg", ".png", ".pdf"})
      QTest::newRow(ending) << QString::fromLatin1(ending);
  }
  void savingDestroysNothing() {
    QFETCH(QString, ending);
    const QTemporaryDir folder;
    const QStringList precious = test::preciousOutputs(folder.path(), ending);
    const auto before = test::everythingIn(folder.path());
    Chart chart;
    chart.replace(claimedByMonth(test::sampleBalance()));
    for (const QString& path : precious) {
      const auto saved = saveFigureTo(path, {&chart, {}, {}});
      QVERIFY2(!saved && saved.error().code == ErrorCode::Usage, qPrintable(path));
    }
    QVERIFY(test::everythingIn(folder.path()) == before);
  }

#ifndef _WIN32
  void aFullDiskIsToldWithItsReason() {
    const QTemporaryDir folder;
    Chart chart;
    chart.replace(claimedByMonth(test::sampleBalance()));
    const auto saved = [&] {
      const test::FullDisk full(1024);
      return saveFigureTo(folder.filePath(QStringLiteral("a.svg")), {&chart, {}, {}});
    }();
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.text().find("too large") != std::string::npos,
             saved.error().message.text().c_str());
    QVERIFY(test::everythingIn(folder.path()).isEmpty());
  }
#endif

  void theTableHoldsNoFormula() {
    std::vector<QStringList> rows;
    for (const QString& text : test::hostileCells())
      rows.push_back({text, QStringLiteral("\u221218")});
    const QByteArray csv = csvOf({QStringLiteral("=1"), QStringLiteral("t")}, rows);
    QCOMPARE(test::formulasIn(csv), QStringList());
    QVERIFY(csv.contains("'=1+1,-18\n"));
    QVERIFY(tabSeparated(rows).startsWith(QStringLiteral("'=1+1\t\u221218\n")));
  }
};

PLUMBLINE_WINDOW_TEST(TestChart)
#include "test_chart.moc"
