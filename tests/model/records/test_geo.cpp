// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/records/geo.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

GeoPoint at(double latitude, double longitude) {
  return {static_cast<std::int64_t>(latitude * 1e6), static_cast<std::int64_t>(longitude * 1e6)};
}

}  // namespace

class TestGeo : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void distance_data() {
    QTest::addColumn<double>("north");
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("otherNorth");
    QTest::addColumn<double>("otherEast");
    QTest::addColumn<double>("km");
    // On a sphere a degree of a great circle is 2 pi 6371.0088 / 360 = 111.1951 km.
    QTest::newRow("same place") << 52.1 << 4.6 << 52.1 << 4.6 << 0.0;
    QTest::newRow("one degree north") << 0.0 << 10.0 << 1.0 << 10.0 << 111.1951;
    QTest::newRow("a quarter") << 0.0 << 0.0 << 90.0 << 0.0 << 10007.557;
    QTest::newRow("antipodes") << 0.0 << 0.0 << 0.0 << 180.0 << 20015.115;
    QTest::newRow("over the date line") << 0.0 << 179.5 << 0.0 << -179.5 << 111.1951;
    // Published for these coordinates by the haversine formula: 5837 km (JFK to Heathrow 5,540).
    QTest::newRow("Paris to New York") << 48.8566 << 2.3522 << 40.7128 << -74.0060 << 5837.2;
  }
  void distance() {
    QFETCH(double, north);
    QFETCH(double, east);
    QFETCH(double, otherNorth);
    QFETCH(double, otherEast);
    QFETCH(double, km);
    const GeoPoint a = at(north, east);
    const GeoPoint b = at(otherNorth, otherEast);
    QVERIFY2(std::abs(greatCircleKm(a, b) - km) < 0.2,
             qPrintable(QString::number(greatCircleKm(a, b))));
    QCOMPARE(greatCircleKm(a, b), greatCircleKm(b, a));
  }

  void whatIsNoPlace() {
    QVERIFY(geoPoint(52'105'000, 4'602'000).has_value());
    QVERIFY(geoPoint(90'000'000, -180'000'000).has_value());
    QVERIFY(!geoPoint(90'000'001, 0).has_value());
    QVERIFY(!geoPoint(0, 180'000'001).has_value());
    QVERIFY(!geoPoint(std::nullopt, 4'602'000).has_value());
    QVERIFY(!geoPoint(52'105'000, std::nullopt).has_value());
    QVERIFY(!geoPoint(0, 0).has_value());
  }
};

PLUMBLINE_TEST(TestGeo)
#include "test_geo.moc"
