// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QTest>

#include "model/checks/check.h"
#include "model/statistics/page_test.h"
#include "model/statistics/random.h"

#include "tests/model/reconcile/record_fixture.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// A year of one plant: 1,000 t in a month, all but the stock goes out again; `lost` kilograms a
/// month from July on are on no record.
struct YearWorld : RecordFixture {
  explicit YearWorld(std::int64_t lost, std::uint64_t seed = 1) : m_random(seed, 7) {
    materials();
    instrument(plant, "WB-1", "A", 20'000, 500);
    instrument(receiver, "HR-1", "A", 20'000, 500);
    survey(0);
    for (int month = 1; month <= 12; ++month) addMonth(month, month > 6 ? lost : 0);
  }
  static std::string day(int month, const char* rest) {
    return "2141-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + rest;
  }
  /// Nothing was surveyed at that turn.
  void forgetSurvey(int month) {
    execute("DELETE FROM stocks WHERE id = 'S" + std::to_string(month) + "'");
  }

 private:
  void survey(int month) {
    const std::string time = month == 0 ? "2140-12-31T23:59:59Z" : day(month, "-28T23:59:59Z");
    const auto off = static_cast<std::int64_t>(2'000 * m_random.normal());
    stock("S" + std::to_string(month), time.c_str(), 100'000 + off, 2'000);
  }
  void addMonth(int month, std::int64_t lost) {
    for (int load = 0; load < 50; ++load) {
      const std::string id = std::to_string(month * 100 + load);
      const auto own = [this] { return static_cast<std::int64_t>(20 * m_random.normal()); };
      intake("I" + id, day(month, "-10T08:00:00Z").c_str(), 20'000 + own());
      const std::int64_t out = 20'000 - lost / 50;
      const std::int64_t sent = at(day(month, "-20T08:00:00Z").c_str());
      shipment(id, out + own(), {{"dispatched_ms", sent}});
      receipt("RC-" + id, id, out + own(), {{"received_ms", sent + 3'600'000}});
    }
    survey(month);
  }
  CounterRandom m_random;
};

const Check& lossCheck() {
  const auto checks = allChecks();
  return *std::find_if(checks.begin(), checks.end(),
                       [](const Check& check) { return check.rule == "loss_over_time"; });
}

CheckOutcome checked(const RecordFixture& world) {
  const Reconciliation books = world.reconciled();
  return lossCheck().run({world.database(), world.plan, books, Progress()}).value();
}

}  // namespace

class TestLossSeries : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void figuresAreThoseOfTheBalance() {
    const Reconciliation books = YearWorld(0).reconciled();
    QCOMPARE(books.lossSeries.size(), std::size_t{1});
    const LossSeries& series = books.lossSeries.front();
    QVERIFY(series.whyNot.empty());
    QCOMPARE(series.periods.size(), books.balance.months.size());
    for (std::size_t i = 0; i < series.periods.size(); ++i) {
      const LossPeriod& period = series.periods[i];
      const BalanceMonth& month = books.balance.months[i];
      QCOMPARE(period.muf.inGrams(), month.muf.inGrams());
      QCOMPARE(period.cumuf.inGrams(), month.cumuf.inGrams());
      // Shown is k = 2; both are rounded.
      QVERIFY(std::abs(2 * period.sigma.inGrams() - month.mufUncertainty.inGrams()) <= 2);
      QVERIFY(std::abs(2 * period.cumufSigma.inGrams() - month.cumufUncertainty.inGrams()) <= 2);
      QVERIFY(period.sitmufMilli.has_value());
    }
    QCOMPARE(series.falseAlarmPpm, lossBudgetPpm / 2);
    QCOMPARE(series.pageThresholdMilli, std::llround(1e3 * pageThreshold(12, 0.5, 0.025)));
    QVERIFY(series.detectable > Mass::grams(3 * series.periods.back().cumufSigma.inGrams()));
  }

  void honest() {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
      const CheckOutcome outcome = checked(YearWorld(0, seed));
      QVERIFY(outcome.state == CheckState::Passed);
    }
  }

  /// 2 % of what goes through, from July on.
  void skimIsFound() {
    const CheckOutcome outcome = checked(YearWorld(20'000));
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QCOMPARE(finding.rule, std::string("loss_over_time"));
    QVERIFY(finding.severity == Severity::Look);
    const Timestamp since = finding.facts.get<Timestamp>("from");
    QVERIFY(since >= Timestamp::parse("2141-05-01").value());
    QVERIFY(since <= Timestamp::parse("2141-08-01").value());
    QVERIFY(finding.amount > finding.uncertainty);
  }

  void gainIsFound() {
    const CheckOutcome outcome = checked(YearWorld(-20'000));
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().rule, std::string("gain_over_time"));
  }

  /// A month without a survey is no balance of its own: it is joined to the next.
  void periodsWithoutSurveyJoin() {
    YearWorld world(0);
    world.forgetSurvey(4);
    const Reconciliation books = world.reconciled();
    const LossSeries& series = books.lossSeries.front();
    QCOMPARE(series.periods.size(), std::size_t{11});
    QCOMPARE(series.periods[3].last.index - series.periods[3].first.index, 2);
    QVERIFY(series.periods[3].sitmufMilli.has_value());
  }

  /// A load whose receipt is missing has a rule of its own; here it counts for the plant.
  void missingReceiptsAreNoLoss() {
    YearWorld world(0);
    world.execute("DELETE FROM receipts WHERE document_no IN ('WT-800', 'WT-801', 'WT-802')");
    const Reconciliation books = world.reconciled();
    const LossPeriod& august = books.lossSeries.front().periods[7];
    QVERIFY(august.muf - august.tested > Mass::kilograms(59'000));
  }

  void withoutSurveys() {
    YearWorld world(0);
    world.execute("DELETE FROM stocks");
    const CheckOutcome outcome = checked(world);
    QVERIFY(outcome.state == CheckState::CannotTell);
    QCOMPARE(outcome.reason, std::string("no_stocks"));
  }

  void onePeriod() {
    YearWorld world(0);
    for (int month = 1; month < 12; ++month) world.forgetSurvey(month);
    const CheckOutcome outcome = checked(world);
    QVERIFY(outcome.state == CheckState::CannotTell);
    QCOMPARE(outcome.reason, std::string("one_period"));
  }

  void twoPlantsShareTheBudget() {
    YearWorld world(0);
    world.publication("plant-2", "plant", "EcoSphere South");
    const Reconciliation books = world.reconciled();
    QCOMPARE(books.lossSeries.size(), std::size_t{3});
    QCOMPARE(books.lossSeries[0].falseAlarmPpm, lossBudgetPpm / 6);
    QCOMPARE(books.lossSeries[1].periods.size(), std::size_t{12});
    QCOMPARE(books.lossSeries[2].whyNot, std::string("no_intakes"));
  }
};

QTEST_GUILESS_MAIN(TestLossSeries)
#include "test_loss_series.moc"
