// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <set>

#include <QTest>

#include "model/balance/contributions.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// January: 10 t + 100 t in - 60 t out - 4 t lost - 12 t = 34 t.
/// February: 12 t + 60 t in - 30 t out - 16 t = 26 t.
struct TwoMonths : RecordFixture {
  TwoMonths() {
    materials();
    instrument(plant, "WB-1", "A", 20'000, 1'000);
    instrument(receiver, "HR-1", "A", 20'000, 1'000);
    stock("S0", "2140-12-31T23:59:59Z", 10'000, 300);
    intake("I1", "2141-01-10T08:00:00Z", 100'000);
    load("1", "2141-01-20T08:00:00Z", 60'000);
    flow("F1", "2141-01-01", "2141-01-31T23:59:59Z", "air", 4'000, 500);
    stock("S1", "2141-01-31T23:59:59Z", 12'000, 400);
    intake("I2", "2141-02-10T08:00:00Z", 60'000, {{"source", "commercial"}});
    load("2", "2141-02-20T08:00:00Z", 30'000);
    stock("S2", "2141-02-28T23:59:59Z", 16'000, 500);
  }
  void load(const std::string& id, const char* time, std::int64_t kilograms, Row sent = {},
            Row received = {}) {
    sent["dispatched_ms"] = at(time);
    received["received_ms"] = at(time) + 3'600'000;
    shipment(id, kilograms, sent);
    receipt("RC-" + id, id, kilograms, received);
  }
};

std::int64_t kilograms(Mass mass) {
  return mass.inGrams() / 1000;
}

const BalanceOutcome& outcome(const Balance& balance, const std::string& key) {
  for (const BalanceOutcome& entry : balance.outcomes) {
    if (entry.key == key) return entry;
  }
  qFatal("no outcome %s", key.c_str());
}

}  // namespace

class TestBalance : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void muf() {
    const Balance balance = TwoMonths().reconciled().balances.whole;
    QVERIFY(balance.applicable);
    QCOMPARE(balance.months.size(), std::size_t{2});
    QCOMPARE(kilograms(balance.months[0].muf), 34'000);
    QCOMPARE(kilograms(balance.months[1].muf), 26'000);
    QCOMPARE(kilograms(balance.months[0].cumuf), 34'000);
    QCOMPARE(kilograms(balance.months[1].cumuf), 60'000);
    QCOMPARE(kilograms(balance.muf), 60'000);
    QCOMPARE(kilograms(balance.in), 160'000);
    QCOMPARE(kilograms(balance.out), 100'000);
  }

  void uncertaintyOfTheFirstMonth() {
    const Balance balance = TwoMonths().reconciled().balances.whole;
    // Stocks .3 and .4, loss .5, readings .02 each, scales .1 % of 100 t and of 60 t; k = 2.
    const double variance =
        300.0 * 300 + 400.0 * 400 + 500.0 * 500 + 2 * 20.0 * 20 + 100.0 * 100 + 60.0 * 60;
    QCOMPARE(kilograms(balance.months[0].mufUncertainty),
             static_cast<std::int64_t>(2 * std::sqrt(variance)));
  }

  void contributionsAddUpExactly() {
    TwoMonths world;
    // A platform nobody states, an estimate, a survey days before the turn and one more loss.
    world.intake("I3", "2141-02-11T08:00:00Z", 7'001, {{"instrument", "PLATFORM"}});
    world.intake("I4", "2141-02-12T08:00:00Z", 2'003, {{"estimated", 1}});
    world.flow("F2", "2141-02-01", "2141-02-28", "drying", 1'237);
    world.stock("T0", "2140-12-30T23:59:59Z", 5'017, 250, {{"node", "yard"}});
    world.stock("T2", "2141-02-26T12:00:00Z", 6'011, 0, {{"node", "yard"}});
    world.intake("I5", "2141-02-27T08:00:00Z", 20'000);
    const Reconciliation result = world.reconciled();
    const PeriodBalance period =
        PeriodBalance::of(result.books, result.loads, -1, Month::of(result.books.start).start(),
                          Timestamp::parse("2141-03-01").value());
    QVERIFY(period.known);
    Variance sum = 0;
    std::int64_t share = 0;
    std::set<BalanceContribution::Kind> kinds;
    Variance before = ~static_cast<Variance>(0);
    for (const BalanceContribution& part : result.balances.whole.contributions) {
      QVERIFY(part.variance <= before);
      before = part.variance;
      sum += part.variance;
      share += part.sharePpm;
      kinds.insert(part.kind);
    }
    QVERIFY(sum == period.variance);
    QCOMPARE(expanded(sum, 2'000).inGrams(), result.balances.whole.mufUncertainty.inGrams());
    QCOMPARE(share, 1'000'000);
    QCOMPARE(kinds.size(), std::size_t{6});  // every kind but the rest
  }

  void contributionsNameTheirCause() {
    const Reconciliation result = TwoMonths().reconciled();
    const auto find = [&result](BalanceContribution::Kind kind, const std::string& name) {
      for (const BalanceContribution& part : result.balances.whole.contributions) {
        if (part.kind == kind && part.name == name) return part;
      }
      qFatal("no %s", name.c_str());
    };
    using Kind = BalanceContribution::Kind;
    // .1 % of 160 t and of 90 t, each weighing 20 kg, 500 kg of loss, surveys of 300 and 500 kg.
    const BalanceContribution shared = find(Kind::SharedScale, "WB-1");
    QCOMPARE(shared.party, std::string("EcoSphere North"));
    QCOMPARE(shared.detail, std::string("A"));
    QVERIFY(shared.stated);
    QVERIFY(shared.variance == squaredGrams(160'000));
    QCOMPARE(kilograms(shared.uncertainty), 320);
    QVERIFY(find(Kind::OwnScale, "WB-1").variance == 2 * squaredGrams(20'000));
    QVERIFY(find(Kind::SharedScale, "HR-1").variance == squaredGrams(90'000));
    QVERIFY(find(Kind::Loss, "air").variance == squaredGrams(500'000));
    const BalanceContribution hall = find(Kind::Survey, "hall");
    QVERIFY(hall.variance == squaredGrams(300'000) + squaredGrams(500'000));
    QCOMPARE(hall.name, result.balances.whole.contributions.front().name);  // the largest
    // Without it: the loss and the scales.
    const double left = 500.0 * 500 + 4 * 20.0 * 20 + 160.0 * 160 + 90.0 * 90;
    QCOMPARE(kilograms(hall.without),
             static_cast<std::int64_t>(2 * std::sqrt(left)));
  }

  void manyCausesAreToldTogether() {
    TwoMonths world;
    for (int i = 0; i < 100; ++i) {
      const std::string id = "X" + std::to_string(i);
      world.intake(id, "2141-02-11T08:00:00Z", 100 + i, {{"instrument", id}});
    }
    const Reconciliation result = world.reconciled();
    const auto& all = result.balances.whole.contributions;
    QCOMPARE(all.size(), mostContributions);
    QVERIFY(all.back().kind == BalanceContribution::Kind::Rest);
    QVERIFY(all.back().count > 100);
    Variance sum = 0;
    for (const BalanceContribution& part : all) sum += part.variance;
    QCOMPARE(expanded(sum, 2'000).inGrams(), result.balances.whole.mufUncertainty.inGrams());
  }

  void stocksInBetweenCancelInTheRunningSum() {
    const Balance balance = TwoMonths().reconciled().balances.whole;
    const double flows = 500.0 * 500 + 4 * 20.0 * 20 + 160.0 * 160 + 90.0 * 90;
    const double variance = flows + 300.0 * 300 + 500.0 * 500;  // not the 400 of the middle
    QCOMPARE(kilograms(balance.mufUncertainty), static_cast<std::int64_t>(2 * std::sqrt(variance)));
    // Three tests: P(|Z| > 2.9352) = 0.01 / 3; 1.645 more for 19 times in 20.
    const double expected = (2.9352 + 1.645) * std::sqrt(variance);
    QVERIFY(std::abs(static_cast<double>(kilograms(balance.detectableLoss)) - expected) < 2);
  }

  void coverageFactorIsThePlans() {
    TwoMonths world;
    const Mass once = world.reconciled().balances.whole.mufUncertainty;
    world.plan.coverageFactorMilli = 3'000;
    const Mass more = world.reconciled().balances.whole.mufUncertainty;
    QVERIFY(std::abs(more.inGrams() * 2 - once.inGrams() * 3) < 10);
  }

  void outcomesAddUpToTheIntake() {
    TwoMonths world;
    world.load("3", "2141-01-21T08:00:00Z", 5'000, {{"material", "flakes"}},
               {{"material", "flakes"}});
    world.load("4", "2141-01-22T08:00:00Z", 6'000, {{"material", "fuel"}, {"operation", "R1"}},
               {{"material", "fuel"}, {"operation", "R1"}});
    world.load("5", "2141-01-23T08:00:00Z", 7'000, {},
               {{"material", "sorting-residue"}, {"operation", "D1"}});
    const Balance balance = world.reconciled().balances.whole;
    QCOMPARE(kilograms(outcome(balance, "product").plantSays), 97'000);
    QCOMPARE(kilograms(outcome(balance, "product").found), 90'000);
    QCOMPARE(kilograms(outcome(balance, "secondary").found), 5'000);
    QCOMPARE(kilograms(outcome(balance, "energy").found), 6'000);
    QCOMPARE(kilograms(outcome(balance, "residue").found), 7'000);
    QCOMPARE(kilograms(outcome(balance, "residue").plantSays), 0);
    QCOMPARE(kilograms(outcome(balance, "loss").found), 4'000);
    QCOMPARE(kilograms(outcome(balance, "stock").found), 6'000);
    Mass sum;
    for (const BalanceOutcome& entry : balance.outcomes) sum += entry.found;
    QCOMPARE(sum.inGrams(), balance.in.inGrams());
    QCOMPARE(balance.sources.size(), std::size_t{2});
    QCOMPARE(balance.sources.front().name, std::string("household"));
  }

  void missingReceiptsAreUnaccountedButTold() {
    TwoMonths world;
    world.shipment("9", 11'000, {{"dispatched_ms", at("2141-01-02T08:00:00Z")}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(kilograms(result.balances.whole.muf), 60'000);  // not out: nobody signed
    QCOMPARE(kilograms(result.balances.whole.months[0].withoutReceipt), 11'000);
    const PeriodBalance period =
        PeriodBalance::of(result.books, result.loads, -1, result.books.start, result.books.end);
    QVERIFY(period.known);
    QCOMPARE(kilograms(period.unexplained()), 49'000);
  }

  void pendingLoadsAreOut() {
    TwoMonths world;
    world.shipment("9", 11'000, {{"dispatched_ms", at("2141-02-25T08:00:00Z")}});
    QCOMPARE(kilograms(world.reconciled().balances.whole.muf), 49'000);
  }

  void oneWeighbridgeForInAndOutCancels() {
    // Pending loads leave with the plant's own reading: only the difference keeps the shared error.
    RecordFixture world;
    world.materials();
    world.instrument(world.plant, "WB-1", "A", 0, 10'000);
    world.stock("S0", "2141-01-01", 0);
    world.intake("I1", "2141-01-10T08:00:00Z", 100'000);
    world.shipment("1", 98'000, {{"dispatched_ms", at("2141-01-11T08:00:00Z")}});
    world.stock("S1", "2141-02-01", 0);
    const Balance balance = world.reconciled().balances.whole;
    QCOMPARE(kilograms(balance.muf), 2'000);
    // 2 * 1 % of 2 t, not of 198 t; and two readings rounded to 20 kg.
    const double expected = 2 * std::sqrt(20.0 * 20 + 2 * 8.165 * 8.165);
    QCOMPARE(kilograms(balance.mufUncertainty), static_cast<std::int64_t>(expected));
  }

  void declaredLossesShareTheirError() {
    TwoMonths world;
    world.flow("F2", "2141-02-01", "2141-02-28T23:59:59Z", "Air", 4'000, 500);
    const Balance balance = world.reconciled().balances.whole;
    const double variance =
        300.0 * 300 + 500.0 * 500 + 1'000.0 * 1'000 + 4 * 20.0 * 20 + 160.0 * 160 + 90.0 * 90;
    QCOMPARE(kilograms(balance.mufUncertainty), static_cast<std::int64_t>(2 * std::sqrt(variance)));
  }

  void estimatedIntakesShareTheirError() {
    TwoMonths world;
    QVERIFY(world.database().execute("UPDATE intakes SET estimated = 1").ok());
    const Balance balance = world.reconciled().balances.whole;
    const double variance = 300.0 * 300 + 500.0 * 500 + 500.0 * 500 + 16'000.0 * 16'000 +
                            2 * 20.0 * 20 + 90.0 * 90;  // 10 % of 160 t, not of 100 t and of 60 t
    QCOMPARE(kilograms(balance.mufUncertainty), static_cast<std::int64_t>(2 * std::sqrt(variance)));
  }

  void lossNodes_data() {
    QTest::addColumn<QByteArray>("node");
    QTest::addColumn<qint64>("losses");
    QTest::addColumn<qint64>("open");
    const auto row = [](const char* node, qint64 losses, qint64 open) {
      QTest::newRow(node) << QByteArray(node) << losses << open;
    };
    row("AIR", 5'000, 0);
    row("water-vapour", 5'000, 0);
    row("Process losses", 5'000, 0);
    row("dryer chimney", 0, 5'000);  // nobody knows it
    row("hall", 0, 0);               // mass goes on from there
    row("Dispatch", 0, 0);           // it leaves as loads
    row("harbour", 0, 0);            // a party
  }
  void lossNodes() {
    QFETCH(QByteArray, node);
    QFETCH(qint64, losses);
    QFETCH(qint64, open);
    TwoMonths world;
    QVERIFY(world.database().execute("DELETE FROM flows").ok());
    world.flow("F", "2141-01-01", "2141-01-31", "hall", 1, 0, {{"material", "board"}});
    world.flow("G", "2141-01-01", "2141-01-31", node.constData(), 5'000, 0,
               {{"material", "board"}});
    const Reconciliation result = world.reconciled();
    const LedgerSum sum = result.loads.ledger.sum(-1, INT64_MIN, INT64_MAX);
    QCOMPARE(kilograms(sum.losses), losses);
    QCOMPARE(kilograms(sum.openEnds), open);
    const PeriodBalance period =
        PeriodBalance::of(result.books, result.loads, -1, result.books.start, result.books.end);
    QCOMPARE(kilograms(period.unexplained() - period.excess()), open);
  }

  void aSurveyDaysAwayIsKnownWorse() {
    TwoMonths world;
    const Mass before = world.reconciled().balances.whole.mufUncertainty;
    // Three days late, on one of which 30 t came: they may be in the survey or not.
    QVERIFY(world.database()
                .execute("UPDATE stocks SET time_ms = time_ms + 259200000 WHERE id = 'S0'")
                .ok());
    world.intake("I3", "2141-01-02T08:00:00Z", 30'000);
    world.load("9", "2141-01-02T12:00:00Z", 30'000);
    const Balance balance = world.reconciled().balances.whole;
    const double spread = 60'000 / std::sqrt(12.0);
    QVERIFY(balance.applicable);
    QVERIFY(kilograms(balance.mufUncertainty) > static_cast<std::int64_t>(2 * spread));
    QVERIFY(kilograms(balance.mufUncertainty) <
            static_cast<std::int64_t>(2 * spread) + kilograms(before));
  }

  void tenMillionTonnesDoNotOverflow() {
    // 0.1 % of 10 million tonnes is 10,000 t: squared 1e20 grams squared, more than 64 bits hold.
    RecordFixture world;
    world.materials();
    world.instrument(world.plant, "WB-1", "A", 20'000, 1'000);
    world.instrument(world.receiver, "HR-1", "A", 20'000, 1'000);
    world.stock("S0", "2141-01-01", 1'000'000, 1'000);
    world.stock("S1", "2141-02-01", 1'000'000, 1'000);
    world.intake("I1", "2141-01-10T08:00:00Z", 10'000'000'000);
    world.shipment("1", 9'990'000'000, {{"dispatched_ms", at("2141-01-11T08:00:00Z")}});
    world.receipt("RC-1", "1", 9'990'000'000, {{"received_ms", at("2141-01-11T09:00:00Z")}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(kilograms(result.balances.whole.muf), 10'000'000);
    const double expected = 2 * std::hypot(10'000.0, 9'990.0);  // tonnes
    const double shown =
        static_cast<double>(kilograms(result.balances.whole.mufUncertainty)) / 1'000;
    QVERIFY(std::abs(shown - expected) < 2);
    for (const BalanceTest& test : result.balances.tests) QVERIFY(!test.accuses);
  }

  void surveysMissInBetween() {
    TwoMonths world;
    QVERIFY(world.database().execute("DELETE FROM stocks WHERE id = 'S1'").ok());
    const Balance balance = world.reconciled().balances.whole;
    QVERIFY(balance.applicable);
    QCOMPARE(kilograms(balance.muf), 60'000);
    QCOMPARE(kilograms(balance.months[0].closing), 13'000);  // straight between 10 and 16
    QVERIFY(balance.months[0].mufUncertainty > balance.mufUncertainty);
  }

  void whyNot_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("no intakes") << QByteArray("DELETE FROM intakes") << QByteArray("no_intakes");
    QTest::newRow("no surveys") << QByteArray("DELETE FROM stocks") << QByteArray("no_stocks");
    QTest::newRow("one survey") << QByteArray("DELETE FROM stocks WHERE id <> 'S0'")
                                << QByteArray("no_stock_survey_then");
    QTest::newRow("far away") << QByteArray("UPDATE stocks SET time_ms = time_ms + 864000000")
                              << QByteArray("no_stock_survey_then");
  }
  void whyNot() {
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, reason);
    TwoMonths world;
    QVERIFY(world.database().execute(sql.toStdString()).ok());
    const Balance balance = world.reconciled().balances.whole;
    QVERIFY(!balance.applicable);
    QCOMPARE(QByteArray(balance.whyNot.c_str()), reason);
    QCOMPARE(kilograms(balance.months.front().claimed), 60'000);  // still told
  }

  void aPileThatIsNoLongerSurveyedIsNotEmpty() {
    TwoMonths world;
    world.stock("P0", "2141-01-01", 5'000, 0, {{"node", "yard"}});
    const Balance balance = world.reconciled().balances.whole;
    QVERIFY(!balance.applicable);
  }

  void receiversBooksAreNotThePlants() {
    TwoMonths world;
    world.intake("X", "2141-01-10T08:00:00Z", 77'000, {{"publication", world.receiver}});
    world.stock("X", "2141-01-31T23:59:59Z", 5'000, 0, {{"publication", world.receiver}});
    QCOMPARE(kilograms(world.reconciled().balances.whole.muf), 60'000);
  }
};

PLUMBLINE_TEST(TestBalance)
#include "test_balance.moc"
