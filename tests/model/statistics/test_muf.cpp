// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "model/statistics/muf_series.h"
#include "model/statistics/page_test.h"
#include "model/statistics/random.h"
#include "model/statistics/series_file.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

namespace {

bool near(double value, double expected, double relative) {
  return std::abs(value - expected) <= relative * std::abs(expected);
}

/// A yard with one weighbridge for both ways, a second one, and surveyed stocks.
MufRecords yard(Eigen::Index periods) {
  MufRecords records;
  records.instruments = {{0.004, 0.0015}, {0.003, 0.002}, {0.02, 0.005}};
  records.periods = periods;
  for (Eigen::Index t = 0; t < periods; ++t) {
    const auto step = static_cast<double>(t);
    records.flows.push_back({t, 412 + 7 * step, 20, 0});
    records.flows.push_back({t, -230 - 3 * step, 11, 0});
    records.flows.push_back({t, -180 - 2 * step, 9, 1});
  }
  for (Eigen::Index i = 0; i <= periods; ++i) {
    records.stocks.push_back({i, 120 + 5 * static_cast<double>(i), 2});
  }
  return records;
}

/// MUF of one draw of every error, load by load.
Eigen::VectorXd drawn(const MufRecords& records, CounterRandom& random) {
  std::vector<double> shared;
  for (const MufInstrument& one : records.instruments) {
    shared.push_back(one.sharedRel * random.normal());
  }
  Eigen::VectorXd muf = Eigen::VectorXd::Zero(records.periods);
  for (const MufFlow& flow : records.flows) {
    const double load = flow.signedMass / flow.loads;
    for (int i = 0; i < static_cast<int>(flow.loads); ++i) {
      const double own = records.instruments[flow.instrument].randomRel * random.normal();
      muf[flow.period] += load * (1 + shared[flow.instrument] + own);
    }
  }
  for (const MufStock& stock : records.stocks) {
    const double own = records.instruments[stock.instrument].randomRel * random.normal();
    const double read = stock.mass * (1 + shared[stock.instrument] + own);
    if (stock.index < records.periods) muf[stock.index] += read;
    if (stock.index > 0) muf[stock.index - 1] -= read;
  }
  return muf;
}

/// A plant of 2,000 t a month: two weighbridges of class III, five surveyed piles, an evaporation
/// loss declared with one error for all months. What its records say, with every error drawn; a
/// share `skim` of the intake is gone unrecorded from the seventh month on.
MufRecords recordsOfPlant(CounterRandom& random, Eigen::Index months, double skim) {
  MufRecords made;
  made.periods = months;
  made.instruments = {{0.0012, 0.0005}, {0.0012, 0.0005}, {0.025, 0.0}, {0.0, 0.08}};
  std::vector<double> shared;
  for (const MufInstrument& one : made.instruments) {
    shared.push_back(one.sharedRel * random.normal());
  }
  const auto read = [&](double mass, std::size_t instrument) {
    const double own = made.instruments[instrument].randomRel * random.normal();
    return mass * (1 + shared[instrument] + own);
  };
  std::vector<double> piles(5, 150);
  const auto survey = [&](Eigen::Index index) {
    for (const double pile : piles) made.stocks.push_back({index, read(pile, 2), 2});
  };
  survey(0);
  for (Eigen::Index t = 0; t < months; ++t) {
    double in = 0;
    for (int load = 0; load < 100; ++load) {
      const double mass = random.uniform(15, 25);
      in += mass;
      made.flows.push_back({t, read(mass, 0), 1, 0});
    }
    const double lost = 0.03 * in;
    const double skimmed = t >= 6 ? skim * in : 0;
    made.flows.push_back({t, -read(lost, 3), 1, 3});
    const double growth = random.uniform(-10, 10);
    for (double& pile : piles) pile += growth / 5;
    const double out = (in - lost - skimmed - growth) / 95;
    for (int load = 0; load < 95; ++load) made.flows.push_back({t, -read(out, 1), 1, 1});
    survey(t + 1);
  }
  return made;
}

/// Month (from 1) of the first alarm for a loss or a gain, 0 where there is none.
int firstAlarm(int world, Eigen::Index months, double skim) {
  CounterRandom random(2141, static_cast<std::uint64_t>(world));
  auto figures = sitmuf(mufSeries(recordsOfPlant(random, months, skim)));
  static const double threshold = pageThreshold(24, 0.5, 0.025);
  const std::vector<double> loss = pageSums(figures, 0.5);
  for (auto& figure : figures) figure = -*figure;
  const std::vector<double> gain = pageSums(figures, 0.5);
  for (std::size_t t = 0; t < loss.size(); ++t) {
    if (loss[t] > threshold || gain[t] > threshold) return static_cast<int>(t) + 1;
  }
  return 0;
}

Result<SeriesFile> seriesOf(const QByteArray& text) {
  const auto json =
      parseJson(bytesOf(std::string_view(text.constData(), std::size_t(text.size()))));
  if (!json) return json.error();
  return readSeries(*json);
}

bool hasDiagnosis(const SeriesAnswer& answer, std::string_view name) {
  for (const JsonValue& diagnosis : answer.diagnoses) {
    if (*diagnosis.find("name")->string() == name) return true;
  }
  return false;
}

}  // namespace

class TestMuf : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void runLengths() {
    REQUIRE_SHARED(path, "oracles/page_cusum_arl.json");
    const QJsonObject file = QJsonDocument::fromJson(test::readFile(path)).object();
    const QJsonArray cases = file[u"arl"].toArray();
    QVERIFY(cases.size() > 30);
    for (const QJsonValue& one : cases) {
      const double k = one[u"k"].toDouble();
      const double h = one[u"h"].toDouble();
      const double mu = one[u"mu"].toDouble();
      const double start = one[u"headstart"].toDouble();
      const double length = one[u"sided"].toString() == u"one"
                                ? pageRunLength(k, h, mu, start)
                                : pageRunLengthTwoSided(k, h, mu, start);
      QVERIFY2(near(length, one[u"computed"].toDouble(), 1e-6),
               qPrintable(one[u"source"].toString()));
      QVERIFY(near(length, one[u"published"].toDouble(), 5e-3));
    }
    const QJsonObject thresholds = file[u"fap_thresholds"][u"h_by_number_of_periods"].toObject();
    for (auto one = thresholds.begin(); one != thresholds.end(); ++one) {
      QVERIFY(near(pageThreshold(one.key().toInt(), 0.5, 0.05), one.value().toDouble(), 1e-6));
    }
  }

  /// P(run length > n) at the quantiles of Waldmann 1986.
  void runLengthQuantiles() {
    REQUIRE_SHARED(path, "oracles/page_cusum_arl.json");
    const QJsonObject quantiles =
        QJsonDocument::fromJson(test::readFile(path)).object()[u"run_length_quantiles"].toObject();
    const QJsonObject computed = quantiles[u"computed"].toObject();
    QCOMPARE(computed.size(), 3);
    for (auto one = computed.begin(); one != computed.end(); ++one) {
      const double left = one.key().toDouble();
      const int n = one.value().toInt();
      const double k = quantiles[u"k"].toDouble();
      const double h = quantiles[u"h"].toDouble();
      // The smallest n after which at most that share of the charts is still quiet.
      QVERIFY(1 - pageFalseAlarm(n, k, h) <= left);
      QVERIFY(1 - pageFalseAlarm(n - 1, k, h) > left);
    }
  }

  void thresholdsOfAnyLength_data() {
    QTest::addColumn<int>("periods");
    QTest::addColumn<double>("k");
    QTest::addColumn<double>("alpha");
    QTest::newRow("one period") << 1 << 0.5 << 0.05;
    QTest::newRow("two periods") << 2 << 0.25 << 0.01;
    QTest::newRow("no allowance") << 24 << 0.0 << 0.05;
    QTest::newRow("a small budget") << 24 << 0.5 << 1e-6;
    QTest::newRow("a hundred years") << 1'200 << 0.5 << 0.05;
    QTest::newRow("a large allowance") << 12 << 3.0 << 0.05;
  }
  void thresholdsOfAnyLength() {
    QFETCH(int, periods);
    QFETCH(double, k);
    QFETCH(double, alpha);
    const double h = pageThreshold(periods, k, alpha);
    if (h == 0) {
      QVERIFY(pageFalseAlarm(periods, k, 0) <= alpha);
      return;
    }
    QVERIFY(std::abs(pageFalseAlarm(periods, k, h) - alpha) < 1e-6 * alpha);
    if (periods == 1) QVERIFY(near(h, 1.6448536269514722 - k, 1e-8));
  }

  /// Each alarm of generated charts, counted.
  void falseAlarmsCounted() {
    constexpr int charts = 100'000;
    const double h = pageThreshold(12, 0.5, 0.05);
    int alarms = 0;
    CounterRandom random(5, 1);
    for (int chart = 0; chart < charts; ++chart) {
      std::array<std::optional<double>, 12> figures;
      for (auto& figure : figures) figure = random.normal();
      const std::vector<double> sums = pageSums(figures, 0.5);
      alarms += std::any_of(sums.begin(), sums.end(), [h](double s) { return s > h; }) ? 1 : 0;
    }
    // Four standard errors of a share of 5 %.
    QVERIFY(std::abs(alarms / double(charts) - 0.05) < 4 * std::sqrt(0.05 * 0.95 / charts));
  }

  /// 1,000 honest plants over 24 months, load by load: alarms of both directions together stay
  /// within the budget of 5 %, give or take two standard errors.
  void falseAlarmsOfHonestWorlds() {
    constexpr int worlds = 1'000;
    int alarms = 0;
    for (int world = 0; world < worlds; ++world) {
      alarms += firstAlarm(world, 24, 0.0) > 0 ? 1 : 0;
    }
    QVERIFY2(std::abs(alarms / double(worlds) - 0.05) <= 0.014,
             qPrintable(QString::number(alarms)));
  }

  /// Plants that lose 2 % of what comes in, from the seventh month on.
  void skimIsFoundWithinTwelveMonths() {
    constexpr int worlds = 400;
    int found = 0;
    for (int world = 0; world < worlds; ++world) {
      const int month = firstAlarm(world, 18, 0.02);
      found += month > 6 ? 1 : 0;
    }
    QVERIFY2(found >= worlds * 95 / 100, qPrintable(QString::number(found)));
  }

  /// 100 in and 98 out over one scale of 1 % shared error: only the difference carries it.
  void sharedErrorCancels() {
    MufRecords records;
    records.periods = 1;
    records.instruments = {{0.0, 0.01}};
    records.flows = {{0, 100, 1, 0}, {0, -98, 1, 0}};
    const MufSeries series = mufSeries(records);
    QCOMPARE(series.muf[0], 2.0);
    QVERIFY(near(std::sqrt(series.covariance(0, 0)), 0.02, 1e-12));
  }

  void randomErrorAverages() {
    MufRecords records;
    records.periods = 1;
    records.instruments = {{0.01, 0.0}};
    records.flows = {{0, 100, 25, 0}};
    QVERIFY(near(std::sqrt(mufSeries(records).covariance(0, 0)), 0.2, 1e-12));
  }

  void stocksTelescope() {
    MufRecords records;
    records.periods = 5;
    records.instruments = {{0.03, 0.0}};
    for (Eigen::Index i = 0; i <= 5; ++i) records.stocks.push_back({i, 100, 0});
    const MufSeries series = mufSeries(records);
    const double correlation =
        series.covariance(0, 1) / std::sqrt(series.covariance(0, 0) * series.covariance(1, 1));
    QVERIFY(near(correlation, -0.5, 1e-12));
    const RunningMuf running = cumulate(series);
    for (Eigen::Index t = 0; t < 5; ++t) {
      QVERIFY(near(running.sigma[t], std::sqrt(2.0) * 3, 1e-12));
    }
  }

  /// sigma-MUF and sigma-CUMUF against 100,000 draws of every reading, to 1 %.
  void monteCarlo_data() {
    QTest::addColumn<int>("periods");
    QTest::newRow("one period") << 1;
    QTest::newRow("six periods") << 6;
  }
  void monteCarlo() {
    QFETCH(int, periods);
    constexpr int draws = 100'000;
    const MufRecords records = yard(periods);
    const MufSeries series = mufSeries(records);
    const RunningMuf running = cumulate(series);
    Eigen::VectorXd squares = Eigen::VectorXd::Zero(periods);
    Eigen::VectorXd runningSquares = Eigen::VectorXd::Zero(periods);
    CounterRandom random(17, 3);
    for (int draw = 0; draw < draws; ++draw) {
      const Eigen::VectorXd muf = drawn(records, random) - series.muf;
      squares += muf.cwiseAbs2();
      double sum = 0;
      for (Eigen::Index t = 0; t < periods; ++t) {
        sum += muf[t];
        runningSquares[t] += sum * sum;
      }
    }
    for (Eigen::Index t = 0; t < periods; ++t) {
      QVERIFY(near(std::sqrt(squares[t] / draws), std::sqrt(series.covariance(t, t)), 0.01));
      QVERIFY(near(std::sqrt(runningSquares[t] / draws), running.sigma[t], 0.01));
    }
  }

  void standardizedFiguresAreIndependent() {
    const MufSeries series = mufSeries(yard(6));
    const auto figures = sitmuf(series);
    const Eigen::LLT<Eigen::MatrixXd> factor(series.covariance);
    const Eigen::VectorXd expected = factor.matrixL().solve(series.muf);
    for (std::size_t t = 0; t < figures.size(); ++t) {
      QVERIFY(figures[t].has_value());
      QVERIFY(std::abs(*figures[t] - expected[Eigen::Index(t)]) < 1e-9);
    }
    // One more period changes none of the figures before it.
    MufSeries shorter{series.muf.head(5), series.covariance.topLeftCorner(5, 5)};
    const auto before = sitmuf(shorter);
    for (std::size_t t = 0; t < before.size(); ++t) QCOMPARE(*before[t], *figures[t]);
  }

  void scatterIsThatOfTheErrors() {
    const auto scatter = [](double errors, double level, double jump, int count = 400) {
      CounterRandom random(2141, 12);
      std::vector<std::optional<double>> figures;
      for (int t = 0; t < count; ++t) {
        figures.emplace_back(errors * random.normal() + level + (2 * t < count ? 0 : jump));
      }
      return scatterOf(std::array{figures});
    };
    QCOMPARE(scatter(0.7, 0, 0), 1.0);
    QVERIFY(std::abs(scatter(1.5, 0, 0) - 1.5) < 0.1);
    // What goes on, or begins, is no scatter.
    QVERIFY(std::abs(scatter(1.5, 3, 0) - 1.5) < 0.1);
    QVERIFY(std::abs(scatter(1.5, 0, 50) - 1.5) < 0.1);
    QCOMPARE(scatter(0.7, 0, 50, 12), 1.0);
    // More is no error that anybody states in good faith.
    QCOMPARE(scatter(5, 0, 0), 2.0);
    QCOMPARE(scatter(1.9, 0, 0, 6), 1.0);
    // Differences of all series count together, those of figures that are not known do not.
    const std::vector<std::optional<double>> short1{4.0, -4.0, 4.0, -4.0};
    const std::vector<std::optional<double>> gaps{4.0, std::nullopt, -4.0, 4.0, std::nullopt, 4.0};
    QCOMPARE(scatterOf(std::array{short1}), 1.0);
    QCOMPARE(scatterOf(std::array{short1, gaps}), 1.0);
    QCOMPARE(scatterOf(std::array{short1, short1}), 2.0);
  }

  void bestPatternBeatsTheSum() {
    const MufSeries series = mufSeries(yard(6));
    const auto even = patternTest(series, Eigen::VectorXd::Ones(6));
    QVERIFY(even.has_value());
    const double bySum = detectableDeviations(0.05) * cumulate(series).sigma[5];
    QVERIFY(even->detectableTotal <= bySum * (1 + 1e-12));
    QVERIFY(near(detectableDeviations(0.05), 3.289707253902945, 1e-12));
  }

  void seriesFile() {
    const auto file = seriesOf(
        R"({"instruments":{"WB":{"random_rel":0.004,"shared_rel":0.0015},"ST":{"random_rel":0.02,"shared_rel":0}},
            "flows":[{"period":0,"sign":1,"mass":412.0,"loads":20,"instrument":"WB"},
                     {"period":0,"sign":-1,"mass":400.0,"loads":20,"instrument":"WB"},
                     {"period":1,"sign":1,"mass":300.0,"loads":15,"instrument":"WB"}],
            "stocks":[{"index":0,"mass":120.0,"instrument":"ST"},{"index":1,"mass":130,"instrument":"ST"},
                      {"index":2,"mass":425,"instrument":"ST"}],"page_k":0.25})");
    QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
    const SeriesAnswer answer = answerSeries(*file);
    QCOMPARE(answer.series.muf[0], 2.0);
    QCOMPARE(answer.series.muf[1], 5.0);
    const double random = (412.0 * 412 + 400.0 * 400) / 20 * 0.004 * 0.004;
    const double stocks = (120.0 * 120 + 130.0 * 130) * 0.02 * 0.02;
    const double shared = std::pow(12 * 0.0015, 2);
    QVERIFY(near(answer.series.covariance(0, 0), random + stocks + shared, 1e-12));
    QVERIFY(near(answer.series.covariance(0, 1),
                 12 * 0.0015 * 300 * 0.0015 - std::pow(130 * 0.02, 2), 1e-12));
    const JsonValue json = toJson(answer, *file);
    for (const char* name : {"muf", "sigma_muf", "covariance", "cumuf", "sigma_cumuf", "sitmuf",
                             "page", "loss_total_for_95pct_detection_5pct_false_alarm_cumuf"}) {
      QVERIFY2(json.find(name) != nullptr, name);
    }
    QVERIFY(answer.diagnoses.empty());
  }

  void refusals_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& flows, const QByteArray& stocks,
                        const char* message) {
      QTest::newRow(name)
          << QByteArray(R"({"instruments":{"W":{"random_rel":0.01,"shared_rel":0}},"flows":[)" +
                        flows + R"(],"stocks":[)" + stocks + "]}")
          << QString::fromUtf8(message);
    };
    const QByteArray flow = R"({"period":0,"sign":1,"mass":5,"loads":1,"instrument":"W"})";
    const QByteArray stocks =
        R"({"index":0,"mass":1,"instrument":"W"},{"index":1,"mass":6,"instrument":"W"})";
    const auto with = [&flow](const char* from, const char* to) {
      return QByteArray(flow).replace(from, to);
    };
    row("no uncertainty", with("\"W\"", "\"X\""), stocks,
        "flows[0] names an instrument without a stated uncertainty. Found: X");
    row("negative flow", with("5", "-5"), stocks, "member flows[0].mass is out of range");
    row("sign 0", with("\"sign\":1", "\"sign\":0"), stocks,
        "member flows[0].sign is neither 1 nor -1");
    row("no loads", with("\"loads\":1", "\"loads\":0"), stocks,
        "member flows[0].loads is out of range");
    row("half a load", with("\"loads\":1", "\"loads\":1.5"), stocks,
        "member flows[0].loads is not a whole number");
    row("mass is text", with("5", "\"5\""), stocks, "member flows[0].mass is not a number");
    row("endless mass", with("5", "1e99"), stocks, "member flows[0].mass is out of range");
    row("no period", with("\"period\":0,", ""), stocks, "member flows[0].period is missing");
    row("a stock is missing", flow, R"({"index":1,"mass":6,"instrument":"W"})",
        "stock 0 is missing; an unknown stock is not an empty one");
    row("nothing at all", "", "", "there is no period: no flow, and no second stock");
  }
  void refusals() {
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto file = seriesOf(text);
    QVERIFY(!file.ok());
    QVERIFY2(QString::fromStdString(file.error().text()).startsWith(message),
             file.error().text().c_str());
  }

  void diagnoses_data() {
    QTest::addColumn<double>("randomRel");
    QTest::addColumn<double>("sharedRel");
    QTest::addColumn<double>("closing");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("one period") << 0.01 << 0.0 << 15.0 << QByteArray("one_period");
    QTest::newRow("no error stated") << 0.0 << 0.0 << 15.0 << QByteArray("zero_uncertainty");
    QTest::newRow("does not balance") << 0.0 << 0.0 << 14.0 << QByteArray("contradiction");
  }
  void diagnoses() {
    QFETCH(double, randomRel);
    QFETCH(double, sharedRel);
    QFETCH(double, closing);
    QFETCH(QByteArray, name);
    SeriesFile file;
    file.records.periods = 1;
    file.records.instruments = {{randomRel, sharedRel}};
    file.records.flows = {{0, 5, 1, 0}};
    file.records.stocks = {{0, 10, 0}, {1, closing, 0}};
    file.lossPattern = Eigen::VectorXd::Ones(1);
    const SeriesAnswer answer = answerSeries(file);
    QVERIFY(hasDiagnosis(answer, name.toStdString()));
    QVERIFY(!toJson(answer, file).dump().empty());
  }

  /// Two periods on one scale without errors of their own: the second follows from the first.
  void dependentPeriods() {
    SeriesFile file;
    file.records.periods = 2;
    file.records.instruments = {{0, 0.01}};
    file.records.flows = {{0, 100, 1, 0}, {1, 50, 1, 0}};
    file.records.stocks = {{0, 0, 0}, {1, 90, 0}, {2, 120, 0}};
    file.lossPattern = Eigen::VectorXd::Ones(2);
    const SeriesAnswer answer = answerSeries(file);
    QVERIFY(hasDiagnosis(answer, "dependent_period"));
    QVERIFY(answer.sitmuf[0].has_value() && !answer.sitmuf[1].has_value());
    QVERIFY(!answer.gemuf.has_value());
  }
};

PLUMBLINE_TEST(TestMuf)
#include "test_muf.moc"
