// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include "model/statistics/log_rank.h"

#include "tests/program.h"
#include "tests/shared_files.h"

namespace plumbline {
namespace {

bool near(double actual, double expected, double relative) {
  return std::abs(actual - expected) <= relative * std::max(1e-300, std::abs(expected)) ||
         std::abs(actual - expected) < 1e-14;
}

#define NEAR(actual, expected, relative)     \
  QVERIFY2(near(actual, expected, relative), \
           qPrintable(                       \
               QStringLiteral("%1 is not %2").arg(actual, 0, 'g', 17).arg(expected, 0, 'g', 17)))

QJsonValue readJson(const QString& path) {
  const auto document = QJsonDocument::fromJson(test::readFile(path));
  return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// Survival data sets with the answers of R.
QJsonArray dataSets(const QString& survival, const QString& synthetic) {
  QJsonArray sets = readJson(survival).toArray();
  sets.append(readJson(synthetic).toObject());
  return sets;
}

std::vector<Lifetime> lifetimesOf(const QJsonObject& data, const QString& call) {
  static const QRegularExpression names(QStringLiteral("Surv\\((\\w+), (\\w+)\\)"));
  const auto match = names.match(call);
  const QJsonArray times = data[match.captured(1)].toArray(),
                   states = data[match.captured(2)].toArray();
  double most = 0;
  for (const QJsonValue state : states) most = std::max(most, state.toDouble());
  std::vector<Lifetime> result;
  for (qsizetype i = 0; i < times.size(); ++i) {
    result.push_back({times[i].toDouble(), states[i].toDouble() >= most});
  }
  return result;
}

/// Numbers for the different values of one or more columns, in sorted order.
std::vector<int> numbersOf(const QJsonObject& data, const QStringList& columns, qsizetype size) {
  std::vector<std::pair<double, QString>> keys(static_cast<std::size_t>(size));
  std::map<std::vector<std::pair<double, QString>>, int> numbers;
  std::vector<std::vector<std::pair<double, QString>>> rows(static_cast<std::size_t>(size));
  for (qsizetype i = 0; i < size; ++i) {
    auto& row = rows[static_cast<std::size_t>(i)];
    for (const QString& column : columns) {
      const QJsonValue value = data[column].toArray()[i];
      row.emplace_back(value.toDouble(), value.toString());
    }
    numbers[row] = 0;
  }
  int next = 0;
  for (auto& [key, number] : numbers) number = next++;
  std::vector<int> result;
  for (const auto& row : rows) result.push_back(numbers[row]);
  return result;
}

class SurvivalTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void curves();
  void logRanks();
  void medianOnAFlatStep();
  void medianNotReached();
  void limitsStayWithinTheScale();
  void emptyAndSingle();
  void groupsThatNeverMeet();
  void hazardRatioOfKnownTables();
  void hazardRatioNeedsBothGroups();
};

/// Curves of other types differ in their limits only.
void compareCurve(std::span<const SurvivalPoint> curve, const QJsonObject& km, qsizetype from,
                  bool limits) {
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const auto row = from + static_cast<qsizetype>(i);
    const auto cell = [&](const char* name) { return km[QLatin1String(name)].toArray()[row]; };
    const SurvivalPoint& point = curve[i];
    QCOMPARE(point.time, cell("time").toDouble());
    QCOMPARE(double(point.atRisk), cell("n_risk").toDouble());
    QCOMPARE(double(point.events), cell("n_event").toDouble());
    QCOMPARE(double(point.censored), cell("n_censor").toDouble());
    NEAR(point.survival, cell("surv").toDouble(), 1e-9);
    if (cell("std_err_cumhaz").isDouble()) {
      NEAR(point.deviation, cell("std_err_cumhaz").toDouble(), 1e-9);
    }
    if (!limits) continue;
    if (cell("lower").isDouble()) NEAR(point.low, cell("lower").toDouble(), 1e-9);
    if (cell("upper").isDouble()) NEAR(point.high, cell("upper").toDouble(), 1e-9);
  }
}

QJsonArray asArray(const QJsonValue& value) {
  return value.isArray() ? value.toArray() : QJsonArray{value};
}

void SurvivalTest::curves() {
  REQUIRE_SHARED(survival, "oracles/survival.json");
  REQUIRE_SHARED(synthetic, "oracles/scheduler_synthetic.json");
  static const QRegularExpression form(QStringLiteral("~ (\\w+) conf.type (\\S+)"));
  int compared = 0, withLimits = 0;
  for (const QJsonValue set : dataSets(survival, synthetic)) {
    const QJsonObject data = set[QStringLiteral("data")].toObject();
    for (const QJsonValue value : set[QStringLiteral("km")].toArray()) {
      const QJsonObject km = value.toObject();
      const QString call = km[QStringLiteral("call")].toString();
      const auto match = form.match(call);
      QVERIFY(match.hasMatch());
      const auto lifetimes = lifetimesOf(data, call);
      std::vector<int> groups(lifetimes.size(), 0);
      if (match.captured(1) != QStringLiteral("1")) {
        groups = numbersOf(data, {match.captured(1)}, qsizetype(lifetimes.size()));
      }
      const QString type = match.captured(2);
      const bool ourLimits = type == QStringLiteral("log-log");
      double horizon = 0;
      for (const Lifetime& life : lifetimes) horizon = std::max(horizon, life.time);
      qsizetype from = 0;
      const int groupCount = *std::max_element(groups.begin(), groups.end()) + 1;
      // Factor levels of R are in alphabetical order, as ours.
      for (int group = 0; group < groupCount; ++group) {
        std::vector<Lifetime> ofGroup;
        for (std::size_t i = 0; i < lifetimes.size(); ++i) {
          if (groups[i] == group) ofGroup.push_back(lifetimes[i]);
        }
        const auto curve = kaplanMeier(ofGroup);
        compareCurve(curve, km, from, ourLimits);
        withLimits += ourLimits ? 1 : 0;
        from += qsizetype(curve.size());
        const QJsonValue median = asArray(km[QStringLiteral("median")])[group];
        QCOMPARE(medianTime(curve).has_value(), median.isDouble());
        if (median.isDouble()) QCOMPARE(*medianTime(curve), median.toDouble());
        const auto mean = restrictedMean(curve, horizon);
        NEAR(mean.mean, asArray(km[QStringLiteral("rmean")])[group].toDouble(), 1e-9);
        NEAR(mean.deviation, asArray(km[QStringLiteral("se_rmean")])[group].toDouble(), 1e-9);
        ++compared;
      }
      QCOMPARE(from, asArray(km[QStringLiteral("time")]).size());
    }
  }
  QCOMPARE(compared, 12);
  QVERIFY(withLimits > 0);
}

void SurvivalTest::logRanks() {
  REQUIRE_SHARED(survival, "oracles/survival.json");
  REQUIRE_SHARED(synthetic, "oracles/scheduler_synthetic.json");
  static const QRegularExpression form(
      QStringLiteral("~ ([\\w.]+)(?: \\+ strata\\(([^)]*)\\))? ?(?:rho=(\\d))?"));
  int compared = 0;
  for (const QJsonValue set : dataSets(survival, synthetic)) {
    const QJsonObject data = set[QStringLiteral("data")].toObject();
    for (const QJsonValue value : set[QStringLiteral("logrank")].toArray()) {
      const QString call = value[QStringLiteral("call")].toString();
      const auto match = form.match(call);
      QVERIFY2(match.hasMatch(), qPrintable(call));
      const auto lifetimes = lifetimesOf(data, call);
      const auto size = qsizetype(lifetimes.size());
      const auto groups = numbersOf(data, {match.captured(1)}, size);
      std::vector<int> strata(lifetimes.size(), 0);
      if (!match.captured(2).isEmpty()) {
        strata = numbersOf(data, match.captured(2).split(QStringLiteral(", ")), size);
      }
      std::vector<GroupedLifetime> grouped;
      for (std::size_t i = 0; i < lifetimes.size(); ++i) {
        grouped.push_back({lifetimes[i], groups[i], strata[i]});
      }
      const QJsonArray observed = value[QStringLiteral("observed")].toArray();
      const QJsonArray expected = value[QStringLiteral("expected")].toArray();
      const auto result = logRank(grouped, int(observed.size()), match.captured(3).toInt());
      for (qsizetype g = 0; g < observed.size(); ++g) {
        NEAR(result.observed[std::size_t(g)], observed[g].toDouble(), 1e-9);
        NEAR(result.expected[std::size_t(g)], expected[g].toDouble(), 1e-9);
      }
      QCOMPARE(result.degrees, value[QStringLiteral("df")].toInt());
      NEAR(result.chiSquare, value[QStringLiteral("chisq")].toDouble(), 1e-9);
      NEAR(result.p, value[QStringLiteral("p")].toDouble(), 1e-8);
      ++compared;
    }
  }
  QCOMPARE(compared, 17);
}

void SurvivalTest::medianOnAFlatStep() {
  const std::vector<Lifetime> lives = {{1, true}, {2, true}, {4, true}, {9, true}};
  QCOMPARE(*medianTime(kaplanMeier(lives)), 3.0);
}

void SurvivalTest::medianNotReached() {
  const std::vector<Lifetime> lives = {{1, true}, {2, false}, {4, false}, {9, false}};
  QVERIFY(!medianTime(kaplanMeier(lives)).has_value());
}

void SurvivalTest::limitsStayWithinTheScale() {
  std::vector<Lifetime> lives;
  for (int i = 1; i <= 30; ++i) lives.push_back({double(i), i % 7 != 0});
  double before = 1;
  for (const SurvivalPoint& point : kaplanMeier(lives)) {
    QVERIFY(point.low >= 0 && point.low <= point.survival);
    QVERIFY(point.high <= 1 && point.high >= point.survival);
    QVERIFY(point.survival <= before);
    before = point.survival;
  }
  QCOMPARE(before, 0.0);
}

void SurvivalTest::emptyAndSingle() {
  QVERIFY(kaplanMeier({}).empty());
  QVERIFY(!medianTime({}).has_value());
  QCOMPARE(restrictedMean({}, 28).mean, 28.0);
  const std::vector<Lifetime> one = {{5, true}};
  const auto curve = kaplanMeier(one);
  QCOMPARE(curve.size(), std::size_t(1));
  QCOMPARE(curve[0].survival, 0.0);
  QCOMPARE(curve[0].low, 0.0);
  QCOMPARE(*medianTime(curve), 5.0);
  QCOMPARE(restrictedMean(curve, 28).mean, 5.0);
  QCOMPARE(logRank({}, 2).p, 1.0);
}

void SurvivalTest::groupsThatNeverMeet() {
  // In each stratum only one group: nothing is compared.
  const std::vector<GroupedLifetime> lives = {
      {{1, true}, 0, 0}, {{2, true}, 0, 0}, {{3, true}, 1, 1}, {{4, true}, 1, 1}};
  const auto result = logRank(lives, 2);
  QCOMPARE(result.chiSquare, 0.0);
  QCOMPARE(result.p, 1.0);
}

void SurvivalTest::hazardRatioOfKnownTables() {
  // Risk sets (a, b, c, d): (1,0,1,2), (0,1,1,1), (1,0,0,1); R = 2/4 + 0 + 1/2, S = 0 + 1/3 + 0.
  const std::vector<GroupedLifetime> lives = {
      {{1, true}, 1, 0}, {{2, true}, 0, 0}, {{3, true}, 1, 0}, {{4, true}, 0, 0}};
  const auto result = hazardRatio(lives);
  QVERIFY(result.has_value());
  NEAR(result->ratio, 3.0, 1e-12);
  QVERIFY(result->low < 1 && result->high > 3);
  NEAR(result->low * result->high, 9.0, 1e-9);
}

void SurvivalTest::hazardRatioNeedsBothGroups() {
  const std::vector<GroupedLifetime> lives = {
      {{1, true}, 1, 0}, {{2, true}, 1, 0}, {{3, false}, 0, 0}};
  QVERIFY(!hazardRatio(lives).has_value());
}

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::SurvivalTest)
#include "test_survival.moc"
