// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "model/loads/stock_at.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

Timestamp at(const char* time) {
  return Timestamp::parse(time).value();
}

StockLevel surveyed(const char* earliest, const char* latest) {
  return {Mass::kilograms(500'000), squaredGrams(1'000'000), at(earliest), at(latest)};
}

/// What the moment adds to the variance, as the width of a range in tonnes.
std::int64_t rangeOf(const StockLevel& level, const char* time, std::int64_t tonnesADay) {
  const StockLevel made =
      atMoment(level, at(time), [&](std::int64_t) { return Mass::kilograms(1'000 * tonnesADay); });
  if (made.mass != level.mass) return -1;
  const double grams = std::sqrt(static_cast<double>(made.variance - level.variance) * 12);
  return std::llround(grams / 1e6);
}

}  // namespace

class TestStockAt : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSurveyAtTheMomentIsAsGoodAsItSays() {
    QCOMPARE(rangeOf(surveyed("2141-04-01", "2141-04-01"), "2141-04-01", 240), 0);
  }
  void whatMovedInBetweenIsOpen() {
    const StockLevel before = surveyed("2141-03-31T06:00:00Z", "2141-03-31T06:00:00Z");
    QCOMPARE(rangeOf(before, "2141-04-01", 240), 180);  // three quarters of a day
    const StockLevel after = surveyed("2141-04-02T12:00:00Z", "2141-04-02T12:00:00Z");
    QCOMPARE(rangeOf(after, "2141-04-01", 240), 360);
    QCOMPARE(rangeOf(after, "2141-04-01", 0), 0);
  }
  /// Piles that were surveyed one after the other: all that moved around the moment.
  void fromTheFirstSurveyToTheLast() {
    const StockLevel both = surveyed("2141-03-31T00:00:00Z", "2141-04-02T00:00:00Z");
    QCOMPARE(rangeOf(both, "2141-04-01", 100), 200);
  }
};

PLUMBLINE_TEST(TestStockAt)
#include "test_stock_at.moc"
