// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Error propagation against the worked cases of oracles/edge_cases.json (numbers of small cases
// are written out here): the same load weighed in and out on one weighbridge and on two.
#include <cmath>

#include <QTest>

#include "tests/model/balance/record_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// J = residual^2 / variance of one balance, both in tonnes squared.
double statistic(Mass residual, Variance variance) {
  const double grams = static_cast<double>(residual.inGrams());
  return grams * grams / static_cast<double>(variance);
}

}  // namespace

class TestErrorSum : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void sharedScaleCancels() {
    // 100 t in, 98 t out, 1 % shared, 0.2 t random each.
    RecordFixture world;
    world.instrument(world.plant, "WB-1", "A", 200'000, 10'000);
    auto book = world.reconciled().loads.instruments;
    const int party = 1;  // "plant-1" comes after "harbour"
    const int scale = book.find(party, "WB-1", "A", 0);
    ErrorSum sum;
    sum.addReading(scale, Mass::kilograms(100'000), book.at(scale).randomGrams);
    sum.addReading(scale, -Mass::kilograms(98'000), book.at(scale).randomGrams);
    QVERIFY(std::abs(statistic(Mass::kilograms(2'000), sum.variance(book)) - 49.7512437811) < 1e-6);
  }
  void independentScalesDoNot() {
    RecordFixture world;
    world.instrument(world.plant, "WB-1", "A", 200'000, 10'000);
    world.instrument(world.plant, "WB-2", "A", 200'000, 10'000);
    auto book = world.reconciled().loads.instruments;
    ErrorSum sum;
    sum.addReading(book.find(1, "WB-1", "A", 0), Mass::kilograms(100'000), 200'000);
    sum.addReading(book.find(1, "WB-2", "A", 0), -Mass::kilograms(98'000), 200'000);
    QVERIFY(std::abs(statistic(Mass::kilograms(2'000), sum.variance(book)) - 1.96039992158) < 1e-6);
  }
  void randomFallsWithTheRootSystematicDoesNot() {
    RecordFixture world;
    world.instrument(world.plant, "WB-1", "A", 20'000, 1'000);
    auto book = world.reconciled().loads.instruments;
    const int scale = book.find(1, "WB-1", "A", 0);
    ErrorSum sum;
    for (int i = 0; i < 100; ++i) sum.addReading(scale, Mass::kilograms(20'000), 20'000);
    // 100 loads: 20 kg * 10 = 200 kg random, 2,000 t * 0.1 % = 2,000 kg shared.
    const double sigma = std::sqrt(static_cast<double>(sum.variance(book))) / 1000.0;
    QVERIFY(std::abs(sigma - std::hypot(200.0, 2000.0)) < 0.01);
  }
  /// A volume times a density is no reading of a scale: one density is off for all, by a tenth.
  void volumesAreKnownByTheirDensity() {
    RecordFixture world;
    auto book = world.reconciled().loads.instruments;
    const Calibration volume = book.at(book.find(1, "volume x density", "", 0));
    QCOMPARE(volume.sharedMicro, 100'000);
    QVERIFY(!volume.stated);
    QCOMPARE(book.at(book.find(1, "WB-9", "", 0)).sharedMicro, 5'000);
    // Unless the party says how well it knows it.
    world.instrument(world.plant, "volume x density", "A", 20'000, 30'000);
    auto told = world.reconciled().loads.instruments;
    QCOMPARE(told.at(told.find(1, "volume x density", "A", 0)).sharedMicro, 30'000);
  }
  void orderDoesNotMatter() {
    RecordFixture world;
    world.instrument(world.plant, "WB-1", "A", 20'000, 1'234);
    world.instrument(world.plant, "WB-2", "A", 30'000, 4'321);
    auto book = world.reconciled().loads.instruments;
    const int first = book.find(1, "WB-1", "A", 0);
    const int second = book.find(1, "WB-2", "A", 0);
    ErrorSum there;
    ErrorSum back;
    for (int i = 0; i < 50; ++i) {
      there.addReading(i % 2 ? first : second, Mass::grams(1'234'567 * i), 20'000 + i);
      back.addReading((49 - i) % 2 ? first : second, Mass::grams(1'234'567 * (49 - i)),
                      20'000 + 49 - i);
    }
    QVERIFY(there.variance(book) == back.variance(book));
  }
  void hostileNumbersSaturate() {
    InstrumentBook book;
    ErrorSum sum;
    sum.addRandom(INT64_MAX);
    sum.addRandom(INT64_MIN);
    QVERIFY(sum.variance(book) > static_cast<Variance>(UINT64_MAX));
    const Variance largest = ~static_cast<Variance>(0);
    QVERIFY(saturatedSum(sum.variance(book), largest) == largest);
    QVERIFY(expanded(largest, 10'000) > Mass());
    QCOMPARE(millionths(INT64_MAX, INT64_MAX), INT64_MAX);
    QCOMPARE(millionths(-INT64_MAX, INT64_MAX), -INT64_MAX);
    QCOMPARE(millionths(10'000'000, 5'000), 50'000);
  }
  void errorsOfOneSourceAddUp() {
    const InstrumentBook book;
    ErrorSum year;
    for (int month = 0; month < 12; ++month) {
      ErrorSum own;
      own.addCommon(7, Mass::grams(1'000));
      own.addCommon(8, Mass::grams(5));
      year.add(own);
    }
    QVERIFY(year.variance(book) == 12'000 * 12'000 + 60 * 60);  // not 12 * 1,000^2
  }
  void nothingIsKnownBetterThanItCanBe() {
    RecordFixture world;
    world.instrument(world.plant, "WB-1", "A", 0, 0);
    world.insertRow("instruments", world.base(world.plant),
                    {{"id", "PLATFORM"},
                     {"calibration_id", "A"},
                     {"scale_interval_g", 100},
                     {"u_random_g", 0},
                     {"u_shared_rel_micro", 5}});
    auto book = world.reconciled().loads.instruments;
    QCOMPARE(book.at(book.find(1, "WB-1", "A", 0)).randomGrams, 8'165);  // 20 kg / sqrt 6
    QCOMPARE(book.at(book.find(1, "WB-1", "A", 0)).sharedMicro, leastSharedMicro);
    QCOMPARE(book.at(book.find(1, "PLATFORM", "A", 0)).randomGrams, 41);
    QCOMPARE(book.at(book.find(1, "PLATFORM", "A", 0)).sharedMicro, leastSharedMicro);
    const Mass pile = Mass::kilograms(10'000);
    QCOMPARE(statedOrDefault(std::nullopt, pile, defaultStockMicro), 500'000);
    QCOMPARE(statedOrDefault(0, pile, defaultStockMicro), 500'000);  // no statement
    QCOMPARE(statedOrDefault(1, pile, defaultStockMicro), 10'000);
    QCOMPARE(statedOrDefault(200'000, pile, defaultStockMicro), 200'000);
  }
  void calibrationsChange() {
    RecordFixture world;
    for (const char* calibration : {"A", "B"}) {
      world.instrument(world.plant, "WB-1", calibration, 20'000, 1'000);
    }
    QVERIFY(world.database()
                .execute("UPDATE instruments SET calibrated_ms = CASE calibration_id WHEN 'A' THEN "
                         "1000 ELSE 2000 END")
                .ok());
    auto book = world.reconciled().loads.instruments;
    const int first = book.find(1, "WB-1", "A", 0);
    const int second = book.find(1, "WB-1", "B", 0);
    QVERIFY(first != second);
    QCOMPARE(book.find(1, "WB-1", "", 500), first);  // before the first: the first
    QCOMPARE(book.find(1, "WB-1", "", 1500), first);
    QCOMPARE(book.find(1, "WB-1", "", 2500), second);
    QVERIFY(!book.at(book.find(1, "WB-9", "", 0)).stated);
    QCOMPARE(book.at(book.find(1, "WB-9", "", 0)).sharedMicro, defaultSharedMicro);
  }
};

PLUMBLINE_TEST(TestErrorSum)
#include "test_error_sum.moc"
