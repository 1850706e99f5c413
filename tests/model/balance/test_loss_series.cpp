// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QTest>

#include "model/statistics/page_test.h"
#include "model/statistics/random.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/model/checks/run_rule.h"
#include "tests/program.h"

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

/// A year of one plant whose machine puts 100 t of board into the hall each month, by its own
/// counter, and whose loads take 100 t away. What came in as waste is weighed too.
struct BoardWorld : RecordFixture {
  /// `taken` kilograms a month from July on are between counter and loads, on no record. The
  /// counter is off by 1 %, anew after so many months.
  BoardWorld(std::uint64_t seed, std::int64_t taken, int renewedAfter = 12) : m_random(seed, 8) {
    materials();
    for (const std::int64_t owner : {plant, receiver}) {
      instrument(owner, owner == plant ? "WB-1" : "HR-1", "A", 20'000, 1'000);
    }
    const double scale = 1e-3 * m_random.normal();
    const double theirs = 1e-3 * m_random.normal();
    double off = 0;
    survey(0);
    for (int month = 1; month <= 12; ++month) {
      const std::int64_t gone = month > 6 ? taken : 0;
      if ((month - 1) % renewedAfter == 0) off = 1'000 * m_random.normal();
      flow("P" + std::to_string(month), day(month, "-01").c_str(), day(month, "-28").c_str(),
           "hall", 100'000 + static_cast<std::int64_t>(off), 1'000,
           {{"from_node", "line"}, {"material", "board"}});
      for (int load = 0; load < 4; ++load) {
        const std::string id = std::to_string(month * 10 + load);
        const double out = 25'000 - static_cast<double>(gone) / 4;
        intake("I" + id, day(month, "-10T08:00:00Z").c_str(), read(25'000, scale));
        const std::int64_t sent = at(day(month, "-20T08:00:00Z").c_str());
        shipment(id, read(out, scale), {{"dispatched_ms", sent}});
        receipt("RC-" + id, id, read(out, theirs), {{"received_ms", sent + 3'600'000}});
      }
      survey(month);
    }
  }
  static std::string day(int month, const char* rest) { return YearWorld::day(month, rest); }
  static const LossSeries& board(const Reconciliation& result) {
    for (const LossSeries& series : result.balances.lossSeries) {
      if (series.material == "board") return series;
    }
    qFatal("no series of board");
  }

 private:
  [[nodiscard]] std::int64_t read(double kilograms, double shared) {
    return std::llround(kilograms * (1 + shared) + 20 * m_random.normal());
  }
  void survey(int month) {
    const std::string time = month == 0 ? "2140-12-31T23:59:59Z" : day(month, "-28T23:59:59Z");
    stock("S" + std::to_string(month), time.c_str(),
          50'000 + std::llround(500 * m_random.normal()), 500);
  }
  CounterRandom m_random;
};

/// A year of a plant that dries 1,000 t a month: 250 t of water are declared as lost each month, ± 10 %.
/// The true loss is off anew after so many months, and nothing else is.
struct DryingWorld : RecordFixture {
  DryingWorld(std::uint64_t seed, int renewedAfter) : m_random(seed, 9) {
    materials();
    for (const std::int64_t owner : {plant, receiver}) {
      instrument(owner, owner == plant ? "WB-1" : "HR-1", "A", 20'000, 1'000);
    }
    survey(0);
    double off = 0;
    for (int month = 1; month <= 12; ++month) {
      if ((month - 1) % renewedAfter == 0) off = 25'000 * m_random.normal();
      flow("L" + std::to_string(month), YearWorld::day(month, "-01").c_str(),
           YearWorld::day(month, "-28").c_str(), "air", 250'000, 25'000);
      const auto out = static_cast<std::int64_t>(750'000 - off) / 40;
      for (int load = 0; load < 40; ++load) {
        const std::string id = std::to_string(month * 100 + load);
        intake("I" + id, YearWorld::day(month, "-10T08:00:00Z").c_str(), 25'000);
        const std::int64_t sent = at(YearWorld::day(month, "-20T08:00:00Z").c_str());
        shipment(id, out, {{"dispatched_ms", sent}});
        receipt("RC-" + id, id, out, {{"received_ms", sent + 3'600'000}});
      }
      survey(month);
    }
  }

 private:
  void survey(int month) {
    const std::string time =
        month == 0 ? "2140-12-31T23:59:59Z" : YearWorld::day(month, "-28T23:59:59Z");
    stock("S" + std::to_string(month), time.c_str(),
          100'000 + std::llround(2'000 * m_random.normal()), 2'000);
  }
  CounterRandom m_random;
};

CheckOutcome checked(const RecordFixture& world) {
  return outcomeOf(world, rules::lossOverTime);
}

}  // namespace

class TestLossSeries : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void figuresAreThoseOfTheBalance() {
    const Reconciliation result = YearWorld(0).reconciled();
    QCOMPARE(result.balances.lossSeries.size(), std::size_t{2});
    QCOMPARE(result.balances.lossSeries.back().whyNot, std::string("no_flows"));  // of board alone
    QCOMPARE(result.balances.lossSeries.back().falseAlarmPpm, 0);
    const LossSeries& series = result.balances.lossSeries.front();
    QVERIFY(series.whyNot.empty());
    QCOMPARE(series.periods.size(), result.balances.whole.months.size());
    for (std::size_t i = 0; i < series.periods.size(); ++i) {
      const LossPeriod& period = series.periods[i];
      const BalanceMonth& month = result.balances.whole.months[i];
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
    const Reconciliation result = world.reconciled();
    const LossSeries& series = result.balances.lossSeries.front();
    QCOMPARE(series.periods.size(), std::size_t{11});
    QCOMPARE(series.periods[3].last.index - series.periods[3].first.index, 2);
    QVERIFY(series.periods[3].sitmufMilli.has_value());
  }

  /// A load whose receipt is missing has a rule of its own; here it counts for the plant.
  void missingReceiptsAreNoLoss() {
    YearWorld world(0);
    world.execute("DELETE FROM receipts WHERE document_no IN ('WT-800', 'WT-801', 'WT-802')");
    const Reconciliation result = world.reconciled();
    const LossPeriod& august = result.balances.lossSeries.front().periods[7];
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

  void oneMaterialHasABalance() {
    const Reconciliation result = BoardWorld(1, 0).reconciled();
    QCOMPARE(result.balances.lossSeries.size(), std::size_t{2});
    const LossSeries& board = BoardWorld::board(result);
    QCOMPARE(board.whyNot, std::string());
    QCOMPARE(board.partyName, std::string("EcoSphere North"));
    QCOMPARE(board.periods.size(), std::size_t{12});
    // All series share the budget, both directions.
    for (const LossSeries& series : result.balances.lossSeries) {
      QCOMPARE(series.falseAlarmPpm, lossBudgetPpm / 4);
    }
    // Two surveys of 500 kg; the counter's 1 t as common and as its own; four readings of 20 kg and
    // .1 % of 100 t.
    const double sigma = std::sqrt(2 * 500.0 * 500 + 2 * 1e6 + 4 * 20.0 * 20 + 100.0 * 100);
    QVERIFY(std::abs(static_cast<double>(board.periods[0].sigma.inGrams()) / 1e3 - sigma) < 2);
  }

  void lossOfOneMaterialIsFound() {
    // What is taken goes out as waste in nobody's name; the balance of the plant alone sees it too.
    const CheckOutcome outcome = checked(BoardWorld(2, 9'000));
    const auto found = std::find_if(
        outcome.findings.begin(), outcome.findings.end(),
        [](const Finding& finding) { return finding.facts.find("material") != nullptr; });
    QVERIFY(found != outcome.findings.end());
    QCOMPARE(found->rule, std::string("loss_over_time"));
    QCOMPARE(found->group, std::string("EcoSphere North: board"));
    QCOMPARE(found->facts.get<std::string>("material"), std::string("board"));
    QVERIFY(found->facts.get<Timestamp>("from") >= Timestamp::parse("2141-05-01").value());
  }

  void honestMaterialsStayWithinTheBudget() {
    constexpr int worlds = 300;
    constexpr int renewals[] = {12, 6, 1};
    int alarms = 0;
    for (int seed = 0; seed < worlds; ++seed) {
      const Reconciliation result =
          BoardWorld(1000 + static_cast<std::uint64_t>(seed), 0, renewals[seed % 3]).reconciled();
      const bool alarm =
          std::any_of(result.balances.lossSeries.begin(), result.balances.lossSeries.end(),
                      [](const auto& series) {
                        return series.lossAlarm.has_value() || series.gainAlarm.has_value();
                      });
      alarms += alarm ? 1 : 0;
    }
    qInfo("%d of %d honest worlds with an alarm", alarms, worlds);
    // 5 % and three standard deviations of that count.
    QVERIFY(alarms <= 26);
  }

  /// Nobody states whether the error of a declared loss is the same each month or another one.
  void honestDryingStaysWithinTheBudget() {
    constexpr int worlds = 90;
    constexpr int renewals[] = {12, 4, 1};
    int alarms = 0;
    for (int seed = 0; seed < worlds; ++seed) {
      const Reconciliation result =
          DryingWorld(3000 + static_cast<std::uint64_t>(seed), renewals[seed % 3]).reconciled();
      const LossSeries& all = result.balances.lossSeries.front();
      QCOMPARE(all.periods.size(), std::size_t{12});
      alarms += all.lossAlarm || all.gainAlarm ? 1 : 0;
    }
    qInfo("%d of %d honest drying plants with an alarm", alarms, worlds);
    // 5 % and three standard deviations of that count.
    QVERIFY(alarms <= 10);
  }

  void materialsWithoutRecordsAreSkipped() {
    const auto whyNot = [](const char* sql) {
      BoardWorld world(3, 0);
      world.execute(sql);
      const Reconciliation result = world.reconciled();
      const LossSeries& board = BoardWorld::board(result);
      // It takes nothing from the budget of the plant's own series.
      return board.periods.empty() &&
                     result.balances.lossSeries[0].falseAlarmPpm == lossBudgetPpm / 2
                 ? board.whyNot
                 : std::string("tested");
    };
    QCOMPARE(whyNot("DELETE FROM flows"), std::string("no_flows"));
    QCOMPARE(whyNot("UPDATE shipments SET material = 'flakes'"), std::string("no_outflow"));
    QCOMPARE(whyNot("UPDATE flows SET from_node = 'hall', to_node = 'line'"),
             std::string("no_inflow"));
    QCOMPARE(whyNot("DELETE FROM stocks WHERE id NOT IN ('S0', 'S12')"),
             std::string("one_period"));
    // Half of the loads are booked under another name: that is a way, not a loss.
    QCOMPARE(whyNot("UPDATE shipments SET material = 'flakes' WHERE CAST(id AS INTEGER) % 2 = 0"),
             std::string("other_ways"));
    QCOMPARE(whyNot("UPDATE flows SET start_ms = 5396284800000 - 1, end_ms = 5396284800000 + "
                    "365 * 86400000"),
             std::string("no_stock_survey_then"));
  }

  /// A flow that runs over the turn of a month belongs to neither side of it.
  void flowsUnderWayJoinPeriods() {
    BoardWorld world(4, 0);
    world.execute("UPDATE flows SET end_ms = end_ms + 8 * 86400000 WHERE id = 'P4'");
    const Reconciliation result = world.reconciled();
    const LossSeries& board = BoardWorld::board(result);
    QCOMPARE(board.periods.size(), std::size_t{11});
    QCOMPARE(board.periods[3].last.index - board.periods[3].first.index, 2);
  }

  void twoPlantsShareTheBudget() {
    YearWorld world(0);
    world.publication("plant-2", "plant", "EcoSphere South");
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.balances.lossSeries.size(), std::size_t{4});
    QCOMPARE(result.balances.lossSeries[3].material, std::string("board"));
    QCOMPARE(result.balances.lossSeries[0].falseAlarmPpm, lossBudgetPpm / 6);
    QCOMPARE(result.balances.lossSeries[1].periods.size(), std::size_t{12});
    QCOMPARE(result.balances.lossSeries[2].whyNot, std::string("no_intakes"));
  }
};

PLUMBLINE_TEST(TestLossSeries)
#include "test_loss_series.moc"
