// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <numeric>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "model/statistics/elementary.h"
#include "model/statistics/multiple_testing.h"
#include "model/statistics/permutation.h"
#include "model/statistics/random.h"
#include "model/statistics/tails.h"

#include "tests/program.h"
#include "tests/shared_files.h"

namespace plumbline {
namespace {

QJsonObject casesOf(const QString& path) {
  return QJsonDocument::fromJson(test::readFile(path)).object()[QStringLiteral("cases")].toObject();
}

std::vector<double> numbersOf(const QJsonValue& value) {
  std::vector<double> numbers;
  if (value.isDouble()) numbers.push_back(value.toDouble());
  for (const QJsonValue item : value.toArray()) numbers.push_back(item.toDouble());
  return numbers;
}

/// Two samples as one stratum, the group under test first, scored by ten times their values.
PermutationStratum stratumOf(const std::vector<double>& x, const std::vector<double>& y) {
  PermutationStratum stratum;
  for (const double value : x) stratum.scores.push_back(std::llround(10 * value));
  for (const double value : y) stratum.scores.push_back(std::llround(10 * value));
  stratum.inGroup = x.size();
  return stratum;
}

bool withinError(double p, double expected, std::int64_t permutations) {
  const double error = std::sqrt(expected * (1 - expected) / static_cast<double>(permutations));
  return std::abs(p - expected) < 4 * error + 1.0 / static_cast<double>(permutations);
}

class TestingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void adjustedPValues_data();
  void adjustedPValues();
  void testsThatWereNotRunDoNotCount();
  void tails();
  void elementaryFunctions();
  void randomNumbersAreFixed();
  void randomNumbersAreEven();
  void normalsAreNormal();
  void wilcoxonByPermutation();
  void twoSamplesByPermutation();
  void permutationsStayWithinStrata();
  void deviationOverAllPermutations();
  void constantScoresProveNothing();
  void gehanScoresByPairs();
};

void TestingTest::adjustedPValues_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"bh1995", "random_with_ties_zero", "empty_like"}) {
    QTest::newRow(name) << QString::fromLatin1(name);
  }
}

void TestingTest::adjustedPValues() {
  REQUIRE_SHARED(path, "oracles/multiple_testing.json");
  QFETCH(QString, name);
  const QJsonObject answers = casesOf(path)[name].toObject();
  const auto p = numbersOf(answers[QStringLiteral("p")]);
  QVERIFY(!p.empty());
  const std::pair<const char*, std::vector<double>> methods[] = {{"holm", holm(p)},
                                                                 {"by", benjaminiYekutieli(p)}};
  for (const auto& [key, adjusted] : methods) {
    const auto expected = numbersOf(answers[QLatin1String(key)]);
    QCOMPARE(adjusted.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      QVERIFY2(std::abs(adjusted[i] - expected[i]) < 1e-12, key);
    }
  }
}

void TestingTest::testsThatWereNotRunDoNotCount() {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto adjusted = holm(std::vector{0.02, nan, 0.5});
  QCOMPARE(adjusted[0], 0.04);
  QVERIFY(std::isnan(adjusted[1]));
  QCOMPARE(adjusted[2], 0.5);
  QVERIFY(holm({}).empty());
  QVERIFY(benjaminiYekutieli({}).empty());
}

void TestingTest::tails() {
  QCOMPARE(normalUpperTail(0), 0.5);
  QVERIFY(std::abs(normalUpperTail(normal95) - 0.025) < 1e-15);
  // Abramowitz and Stegun, table 26.2: -log10 Q(10) = 23.11805.
  QVERIFY(std::abs(-std::log10(normalUpperTail(10)) - 23.11805) < 1e-5);
  QCOMPARE(chiSquareUpperTail(0, 3), 1.0);
  // Two degrees of freedom: exp(-x / 2), also far out.
  QVERIFY(std::abs(chiSquareUpperTail(1000, 2) / std::exp(-500.0) - 1) < 1e-9);
  for (const double p : {0.5, 0.05, 0.01, 1e-9}) {
    QVERIFY(std::abs(normalUpperTail(normalUpperQuantile(p)) / p - 1) < 1e-12);
  }
  QVERIFY(std::abs(chiSquareUpperTail(3.8414588206941236, 1) - 0.05) < 1e-14);
}

void TestingTest::elementaryFunctions() {
  for (double x = -700; x < 700; x += 0.37) {
    QVERIFY(std::abs(exactExp(x) / std::exp(x) - 1) < 1e-15);
  }
  for (double x = 1e-300; x < 1e300; x *= 3.7) {
    QVERIFY(std::abs(exactLog(x) - std::log(x)) <= 4e-16 * std::abs(std::log(x)));
  }
  for (double x = 0.9; x < 1.1; x += 0.0007) {
    QVERIFY(std::abs(exactLog(x) - std::log(x)) <= 1e-15 * std::abs(std::log(x)) + 1e-17);
  }
  QCOMPARE(exactLog(1), 0.0);
  QCOMPARE(exactExp(0), 1.0);
  QCOMPARE(exactExp(-1000), 0.0);
  QVERIFY(std::isinf(exactExp(1000)) && std::isinf(exactLog(0)) && std::isnan(exactLog(-1)));
}

void TestingTest::randomNumbersAreFixed() {
  // A change of these numbers changes every simulated world and every printed p-value.
  CounterRandom random(1, 2, 3);
  const std::uint64_t first = random.next();
  QCOMPARE(CounterRandom(1, 2, 3).next(), first);
  QVERIFY(CounterRandom(2, 2, 3).next() != first);
  QVERIFY(CounterRandom(1, 3, 3).next() != first);
  QVERIFY(CounterRandom(1, 2, 4).next() != first);
  QCOMPARE(first, std::uint64_t(15881399262020493209u));
  CounterRandom normal(42, 0);
  QCOMPARE(normal.normal(), -2.715606689453125);
}

void TestingTest::randomNumbersAreEven() {
  for (const std::uint32_t bound : {1u, 2u, 3u, 10u, 1000u}) {
    std::vector<int> counts(bound, 0);
    CounterRandom random(5, bound);
    const int draws = 200'000;
    for (int i = 0; i < draws; ++i) ++counts[random.below(bound)];
    double chi = 0;
    const double each = static_cast<double>(draws) / bound;
    for (const int count : counts) chi += (count - each) * (count - each) / each;
    if (bound > 1) QVERIFY(chiSquareUpperTail(chi, bound - 1.0) > 1e-4);
  }
}

void TestingTest::normalsAreNormal() {
  double sum = 0, squares = 0, exponentials = 0;
  const int draws = 200'000;
  int beyond = 0;
  for (int i = 0; i < draws; ++i) {
    CounterRandom random(9, 1, static_cast<std::uint64_t>(i));
    const double z = random.normal();
    sum += z;
    squares += z * z;
    beyond += z > normal95;
    exponentials += random.exponential();
  }
  QVERIFY(std::abs(sum / draws) < 0.01);
  QVERIFY(std::abs(squares / draws - 1) < 0.015);
  QVERIFY(std::abs(beyond / static_cast<double>(draws) - 0.025) < 0.002);
  QVERIFY(std::abs(exponentials / draws - 1) < 0.01);
}

void TestingTest::wilcoxonByPermutation() {
  REQUIRE_SHARED(path, "oracles/permutation.json");
  const QJsonObject answers =
      casesOf(path)[QStringLiteral("wilcoxon_exact_hollander_wolfe")].toObject();
  const auto x = numbersOf(answers[QStringLiteral("x")]),
             y = numbersOf(answers[QStringLiteral("y")]);
  std::vector<Lifetime> lives;
  for (const double value : x) lives.push_back({value, true});
  for (const double value : y) lives.push_back({value, true});
  const PermutationStratum stratum{gehanScores(lives), x.size()};
  const auto result = permutationTest(std::vector{stratum}, 99'999, 1);
  // The group's Gehan sum is 2 W - n1 n2.
  QCOMPARE(result.statistic, std::int64_t(2 * answers[QStringLiteral("W")].toInt() - 50));
  const double expected = answers[QStringLiteral("p_greater")].toDouble();
  QVERIFY(withinError(result.p(), expected, result.permutations));
  QVERIFY(permutationTest(std::vector{stratum}, 99'999, 1).atLeast == result.atLeast);
}

void TestingTest::twoSamplesByPermutation() {
  REQUIRE_SHARED(path, "oracles/permutation.json");
  const QJsonObject answers = casesOf(path)[QStringLiteral("two_sample_perm_sleep")].toObject();
  const auto x = numbersOf(answers[QStringLiteral("x")]),
             y = numbersOf(answers[QStringLiteral("y")]);
  // The same numbers on both sides: the permutation law of the sum is symmetric.
  const double expected = answers[QStringLiteral("p_two_sided_exact")].toDouble() / 2;
  const auto more = permutationTest(std::vector{stratumOf(y, x)}, 99'999, 3);
  QVERIFY(withinError(more.p(), expected, more.permutations));
  const auto less = permutationTest(std::vector{stratumOf(x, y)}, 9'999, 3);
  QVERIFY(less.p() > 0.9);
}

void TestingTest::permutationsStayWithinStrata() {
  // One stratum of large scores lies wholly in the group: it proves nothing.
  const std::vector<PermutationStratum> strata = {{{100, 100, 100}, 3}, {{1, -1}, 1}, {{1, -1}, 1}};
  const auto result = permutationTest(strata, 39'999, 7);
  QCOMPARE(result.statistic, std::int64_t(302));
  QVERIFY(withinError(result.p(), 0.25, result.permutations));
}

void TestingTest::deviationOverAllPermutations() {
  // Every choice of 2 of {0, 1, 3, 8} and of 1 of {-4, 6}, one by one.
  const std::vector<PermutationStratum> strata = {{{0, 1, 3, 8}, 2}, {{-4, 6}, 1}};
  std::vector<double> sums;
  for (const int first : {0 + 1, 0 + 3, 0 + 8, 1 + 3, 1 + 8, 3 + 8}) {
    for (const int second : {-4, 6}) sums.push_back(first + second);
  }
  double mean = 0, variance = 0;
  for (const double sum : sums) mean += sum / 12;
  for (const double sum : sums) variance += (sum - mean) * (sum - mean) / 12;
  QVERIFY(std::abs(permutationDeviation(strata) - std::sqrt(variance)) < 1e-12);
  QCOMPARE(permutationDeviation({}), 0.0);
}

void TestingTest::constantScoresProveNothing() {
  const auto result = permutationTest(std::vector<PermutationStratum>{{{0, 0, 0, 0}, 2}}, 99, 1);
  QCOMPARE(result.p(), 1.0);
  QCOMPARE(permutationTest({}, 99, 1).p(), 1.0);
}

void TestingTest::gehanScoresByPairs() {
  std::vector<Lifetime> lives;
  CounterRandom random(11, 0);
  for (int i = 0; i < 60; ++i) {
    lives.push_back({static_cast<double>(random.below(15)), random.below(3) != 0});
  }
  const auto scores = gehanScores(lives);
  for (std::size_t i = 0; i < lives.size(); ++i) {
    std::int64_t score = 0;
    for (const Lifetime& other : lives) {
      const auto surelyLonger = [](const Lifetime& a, const Lifetime& b) {
        return b.event && (a.time > b.time || (a.time == b.time && !a.event));
      };
      score += surelyLonger(lives[i], other);
      score -= surelyLonger(other, lives[i]);
    }
    QCOMPARE(scores[i], score);
  }
  QCOMPARE(std::accumulate(scores.begin(), scores.end(), std::int64_t{0}), std::int64_t{0});
}

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestingTest)
#include "test_testing.moc"
