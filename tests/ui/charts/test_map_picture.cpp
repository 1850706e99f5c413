// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPainterPathStroker>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include "ui/charts/map_labels.h"
#include "ui/charts/map_outline.h"
#include "ui/charts/save_picture.h"
#include "ui/figures/delivery_charts.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/sample_deliveries.h"

using namespace plumbline;

namespace {

/// A plant with five receivers to the north-east and the south, close to each other.
MapData city() {
  MapData data;
  const auto add = [&data](const char* name, std::int64_t latitude, std::int64_t longitude,
                           double mass) {
    data.sites.push_back({QString::fromLatin1(name), QStringLiteral("18,660 t, 36 km"),
                          {latitude, longitude}, data.sites.empty(), {}});
    if (mass > 0) data.arcs.push_back({0, data.sites.size() - 1, mass, Tone::Pass, false, {}});
  };
  add("EcoSphere North", 52'105'000, 4'602'000, 0);
  add("Harbour Reclaim", 51'951'000, 4'142'000, 18'660);
  add("Delta Fibre Works", 51'812'000, 4'661'000, 17'269);
  add("Quayside Polymers", 51'902'000, 4'402'000, 8'977);
  add("Lowland Glass", 52'371'000, 5'221'000, 7'368);
  add("Meadow Compost", 52'241'000, 4'781'000, 8'234);
  return data;
}

}  // namespace

class TestMapPicture : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void outline_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("points");
    // From the description of the encoded polyline algorithm, there in steps of 0.00001 degrees:
    // (38.5, -120.2), (40.7, -120.95), (43.252, -126.453).
    QTest::newRow("three points") << QByteArray("c_p~iF~ps|U_ulLnnqC_mqNvxq`@") << 1 << 3;
    QTest::newRow("cut short") << QByteArray("c_p~iF~ps|U_ulLnnqC_mqN") << 1 << 2;
    QTest::newRow("one point is no line") << QByteArray("c_p~iF~ps|U") << 0 << 0;
    QTest::newRow("number without an end") << QByteArray("c________________") << 0 << 0;
    QTest::newRow("character below the first") << QByteArray("c!!!!????") << 0 << 0;
    QTest::newRow("comment and unknown kind") << QByteArray("# c\nx??AA\n\nb??AA\r") << 1 << 2;
    QTest::newRow("empty") << QByteArray() << 0 << 0;
  }
  void outline() {
    QFETCH(QByteArray, text);
    QFETCH(int, lines);
    QFETCH(int, points);
    const std::vector<OutlineLine> parsed = parseOutline(text);
    QCOMPARE(static_cast<int>(parsed.size()), lines);
    if (lines > 0) QCOMPARE(static_cast<int>(parsed[0].points.size()), points);
  }
  void pointsAreWhereTheyWereWritten() {
    const std::vector<OutlineLine> parsed = parseOutline("c_p~iF~ps|U_ulLnnqC_mqNvxq`@");
    QCOMPARE(parsed[0].points[0], QPointF(-120200.0, 38500.0));
    QCOMPARE(parsed[0].points[2], QPointF(-126453.0, 43252.0));
    QCOMPARE(parsed[0].bounds, QRectF(QPointF(-126453, 38500), QPointF(-120200, 43252)));
  }

  void worldIsWhole() {
    const std::vector<OutlineLine>& world = worldOutline();
    QVERIFY(world.size() > 1000);
    QRectF all;
    int borders = 0;
    for (const OutlineLine& line : world) {
      all = all.isNull() ? line.bounds : all.united(line.bounds);
      borders += line.border ? 1 : 0;
      for (std::size_t i = 1; i < line.points.size(); ++i) {
        // No line runs the wrong way round the world.
        QVERIFY(std::abs(line.points[i].x() - line.points[i - 1].x()) <= 180);
      }
    }
    QVERIFY(QRectF(-180.01, -90.01, 360.02, 180.02).contains(all));
    QVERIFY(all.width() > 359 && all.height() > 150);
    QVERIFY(borders > 200);
  }

  void routes() {
    const Deliveries deliveries = test::sampleDeliveries();
    const std::vector<Route> routes = routesOf(deliveries, test::firstMonth, test::lastMonth);
    QCOMPARE(routes.size(), std::size_t{3});
    QCOMPARE(placeName(deliveries.places[routes[0].place]), QStringLiteral("Harbour Reclaim"));
    QCOMPARE(routes[0].plantSays, test::tonnes(20504));
    QCOMPARE(routes[0].found, test::tonnes(20118 + 386));
    QCOMPARE(routes[0].asResidue, test::tonnes(386));
    QVERIFY(std::abs(*routes[0].km - 111.195) < 0.01);
    QVERIFY(!routes[2].km.has_value());
    QVERIFY(routesOf(deliveries, Month{0}, Month{5}).empty());
  }

  void whoIsNotOnTheMapIsListed() {
    const MapData data = mapData(test::sampleDeliveries(), test::firstMonth, test::lastMonth);
    QCOMPARE(data.sites.size(), std::size_t{3});
    QCOMPARE(data.arcs.size(), std::size_t{2});
    QCOMPARE(data.tableRows.size(), std::size_t{3});
    QVERIFY(data.unplaced.contains(QStringLiteral("Quarry Fill")));
    QCOMPARE(data.tableRows[2][1], QStringLiteral("unknown"));
    QCOMPARE(data.tableRows[0].join(QLatin1Char('|')),
             QStringLiteral("Harbour Reclaim|111|1,204|20,504|20,504|386"));
    QVERIFY(data.arcs[1].spoken.contains(QStringLiteral("found 18,204")));
  }

  void nobodySignedIsDashed() {
    Deliveries deliveries = test::sampleDeliveries();
    for (Delivery& delivery : deliveries.list) delivery.found = {};
    const MapData data = mapData(deliveries, test::firstMonth, test::lastMonth);
    for (const MapArc& arc : data.arcs) {
      QVERIFY(arc.open);
      QCOMPARE(arc.tone, Tone::Unsure);
    }
  }

  void frameHoldsEverySite_data() {
    QTest::addColumn<double>("north");
    QTest::addColumn<double>("east");
    QTest::newRow("near") << 52.2 << 4.7;
    QTest::newRow("far") << 1.3 << 103.8;
    QTest::newRow("over the date line") << -17.7 << -178.1;
    QTest::newRow("pole") << 89.9 << 10.0;
  }
  void frameHoldsEverySite() {
    QFETCH(double, north);
    QFETCH(double, east);
    MapData data;
    data.sites.push_back({QStringLiteral("a"), {}, {52'105'000, 179'000'000}, true, {}});
    data.sites.push_back(
        {QStringLiteral("b"),
         {},
         {static_cast<std::int64_t>(north * 1e6), static_cast<std::int64_t>(east * 1e6)},
         false,
         {}});
    const MapFrame frame = mapFrame(QRectF(0, 0, 900, 400), data);
    for (const MapSite& site : data.sites) QVERIFY(frame.plot.contains(frame.map(site.at)));
  }

  /// Receivers around a plant as in a real city: no words on a bow, a dot, other words or the
  /// scale; what stands off has a line to its dot.
  void wordsKeepClear_data() {
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("card") << QSizeF(976, 356);
    QTest::newRow("paper") << QSizeF(1000, 520);
    QTest::newRow("wide") << QSizeF(1616, 356);
    QTest::newRow("small") << QSizeF(720, 320);
  }
  void wordsKeepClear() {
    QFETCH(QSizeF, size);
    const MapData data = city();
    const PaintStyle style = PaintStyle::print(13);
    const MapFrame frame = mapFrame(QRectF(QPointF(), size), data);
    const std::vector<MapLabel> labels = mapLabels(frame, data, style);
    const std::vector<qreal> widths = mapBowWidths(data, style);
    QCOMPARE(labels.size(), data.sites.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const QRectF& ground = labels[i].ground;
      QVERIFY(frame.plot.contains(ground));
      QVERIFY(!mapScaleBox(frame, style).intersects(ground));
      for (std::size_t k = 0; k < data.sites.size(); ++k) {
        QVERIFY(!mapDot(frame, data.sites[k], style).intersects(ground));
        if (k != i) QVERIFY(!labels[k].ground.intersects(ground));
      }
      for (std::size_t k = 0; k < data.arcs.size(); ++k) {
        QPainterPathStroker stroker;
        stroker.setWidth(widths[k] - 0.5);
        const QPainterPath drawn = stroker.createStroke(mapBow(frame, data, data.arcs[k]));
        QVERIFY2(!drawn.intersects(ground), qPrintable(data.sites[i].name));
      }
      const QPointF dot = frame.map(data.sites[i].at);
      if (labels[i].leader) {
        QVERIFY(QLineF(dot, labels[i].leader->p1()).length() < 8);
        QVERIFY(ground.adjusted(-1, -1, 1, 1).contains(labels[i].leader->p2()));
      } else {
        QVERIFY(ground.adjusted(-20, -20, 20, 20).contains(dot));
      }
    }
  }
  /// Where there is no room, every site still has its words, inside the map.
  void wordsWithoutRoomAreStillThere() {
    MapData data = city();
    for (int i = 0; i < 40; ++i) {
      data.sites.push_back({QStringLiteral("Receiver with a long name %1").arg(i),
                            QStringLiteral("1 t, 1 km"),
                            {52'100'000 + i * 500, 4'600'000 + (i % 7) * 700},
                            false,
                            {}});
      data.arcs.push_back({0, data.sites.size() - 1, 1.0, Tone::Info, false, {}});
    }
    const MapFrame frame = mapFrame(QRectF(0, 0, 720, 320), data);
    const std::vector<MapLabel> labels = mapLabels(frame, data, PaintStyle::print(13));
    QCOMPARE(labels.size(), data.sites.size());
    for (const MapLabel& label : labels) QVERIFY(!label.ground.isEmpty());
  }

  void zoomAndMove() {
    MapView view;
    view.resize(900, 400);
    view.replace(mapData(test::sampleDeliveries(), test::firstMonth, test::lastMonth));
    const MapFrame all = view.frame();
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.frame().pixelsPerDegree > all.pixelsPerDegree);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(view.frame().longitude > all.longitude);
    QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(view.frame().latitude > all.latitude);
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.frame().longitude, all.longitude);
    // What is under the mouse stays there.
    const QPointF mouse(250, 120);
    const QPointF before = view.frame().map(GeoPoint{52'500'000, 4'000'000});
    QWheelEvent wheel(before, view.mapToGlobal(before), {}, {0, 120}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &wheel);
    const QPointF after = view.frame().map(GeoPoint{52'500'000, 4'000'000});
    QVERIFY((after - before).manhattanLength() < 1e-6);
    // The wheel alone scrolls the page.
    const double zoomed = view.frame().pixelsPerDegree;
    QWheelEvent plain(mouse, view.mapToGlobal(mouse), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &plain);
    QCOMPARE(view.frame().pixelsPerDegree, zoomed);
    const std::unique_ptr<QMenu> menu(view.makeMenu());
    menu->findChild<QAction*>(QStringLiteral("zoomAll"))->trigger();
    QCOMPARE(view.frame().pixelsPerDegree, all.pixelsPerDegree);
  }

  void everySiteAndBowIsAStop() {
    MapView view;
    view.resize(900, 400);
    view.replace(mapData(test::sampleDeliveries(), test::firstMonth, test::lastMonth));
    QCOMPARE(view.stopCount(), 3 + 2);
    for (int i = 0; i < view.stopCount(); ++i) QVERIFY(!view.stop(i).text.isEmpty());
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(!view.currentText().isEmpty());
  }

  void keepPictures() {
    const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
    if (folder.isEmpty()) return;
    Theme::install(*qApp);
    MapView view;
    view.resize(1180, 400);
    view.replace(mapData(test::sampleDeliveries(), test::firstMonth, test::lastMonth));
    for (const ThemeChoice look : {ThemeChoice::Light, ThemeChoice::Dark}) {
      Theme::instance().setChoice(look);
      const QString name = look == ThemeChoice::Dark ? QStringLiteral("map-dark.png")
                                                     : QStringLiteral("map-light.png");
      QVERIFY(view.grab().save(QDir(folder).filePath(name)));
    }
  }

  void savedMapIsVector() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.svg"));
    MapView view;
    view.replace(mapData(test::sampleDeliveries(), test::firstMonth, test::lastMonth));
    QVERIFY(saveFigureTo(path, {&view, {}, {}}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("<polyline") || svg.contains("<path"));
    QVERIFY(!svg.contains("<image"));
    QVERIFY(svg.contains("Harbour Reclaim"));
    QVERIFY(svg.contains("km"));
    // The land ends where the map does, as on screen and in the report.
    QVERIFY(svg.contains("clip-path=\"url(#"));
    QVERIFY(QSvgRenderer(svg).isValid());
  }
};

PLUMBLINE_WINDOW_TEST(TestMapPicture)
#include "test_map_picture.moc"
