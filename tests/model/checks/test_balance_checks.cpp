// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/checks/rule_list.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/model/checks/run_rule.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// Three months of 1,000 t in and `out` t out each; good scales, good surveys of equal stocks.
struct ThreeMonths : RecordFixture {
  explicit ThreeMonths(std::int64_t outKilograms, std::int64_t surveyKilograms = 500) {
    materials();
    instrument(plant, "WB-1", "A", 20'000, 200);
    instrument(receiver, "HR-1", "A", 20'000, 200);
    const char* const days[] = {"2141-01-10T08:00:00Z", "2141-02-10T08:00:00Z",
                                "2141-03-10T08:00:00Z"};
    stock("S0", "2141-01-01", 100'000, surveyKilograms);
    stock("S1", "2141-02-01", 100'000, surveyKilograms);
    stock("S2", "2141-03-01", 100'000, surveyKilograms);
    stock("S3", "2141-03-31T23:59:59Z", 100'000, surveyKilograms);
    for (int i = 0; i < 3; ++i) {
      intake("I" + std::to_string(i), days[i], 1'000'000);
      const std::string id = std::to_string(i);
      shipment(id, outKilograms, {{"dispatched_ms", at(days[i]) + 3'600'000}});
      receipt("RC-" + id, id, outKilograms, {{"received_ms", at(days[i]) + 7'200'000}});
    }
  }
};

}  // namespace

class TestBalanceChecks : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void balancedPlantPasses() {
    const CheckOutcome outcome = outcomeOf(ThreeMonths(1'000'000), rules::unaccountedMass);
    QVERIFY(outcome.state == CheckState::Passed);
    QVERIFY(outcome.findings.empty());
  }

  void lossIsAContradiction() {
    const CheckOutcome outcome = outcomeOf(ThreeMonths(980'000), rules::unaccountedMass);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QCOMPARE(finding.rule, std::string("unaccounted_mass"));
    QVERIFY(finding.severity == Severity::Contradiction);
    QCOMPARE(finding.amount.inGrams(), 60'000'000);
    QVERIFY(finding.uncertainty > Mass() && finding.uncertainty < finding.amount);
    QVERIFY(finding.records.empty());
    QCOMPARE(finding.rowCount, 9);  // three intakes, three shipments, three receipts
    QVERIFY(finding.facts.get<Ppm>("p").value < 10'000);
  }

  void gainIsAConflict() {
    const CheckOutcome outcome = outcomeOf(ThreeMonths(1'020'000), rules::unaccountedMass);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().rule, std::string("unexplained_gain"));
    QVERIFY(outcome.findings.front().severity == Severity::Conflict);
  }

  void significantButImmaterialIsNotAccused() {
    // 3 t a month of 3,100 t: far outside of the errors, but below half a per cent.
    const CheckOutcome outcome = outcomeOf(ThreeMonths(997'000), rules::unaccountedMass);
    for (const Finding& finding : outcome.findings) {
      QVERIFY(finding.severity != Severity::Contradiction);
    }
  }

  void materialButInsideTheErrorsCannotBeTold() {
    const CheckOutcome outcome = outcomeOf(ThreeMonths(990'000, 20'000), rules::unaccountedMass);
    QVERIFY(outcome.state == CheckState::CannotTell);
    QCOMPARE(outcome.reason, std::string("small_losses_unseen"));
    QVERIFY(outcome.findings.front().facts.get<Mass>("detectable") > Mass::kilograms(60'000));
  }

  void missingReceiptsAreNotAccusedTwice() {
    ThreeMonths world(1'000'000);
    QVERIFY(world.database().execute("DELETE FROM receipts WHERE id = 'RC-0'").ok());
    const CheckOutcome outcome = outcomeOf(world, rules::unaccountedMass);
    QVERIFY(outcome.state == CheckState::Passed);
  }

  void aClaimsYearIsTestedLikeTheWholeTime() {
    ThreeMonths world(1'000'000);
    // 40 t go missing in March only: the whole time does not show it, a claim for March does.
    QVERIFY(world.database().execute("UPDATE shipments SET net_g = 960000000 WHERE id = '2'").ok());
    QVERIFY(
        world.database().execute("UPDATE receipts SET net_g = 960000000 WHERE id = 'RC-2'").ok());
    QVERIFY(world.database().execute("UPDATE stocks SET u_g = 20000000 WHERE id = 'S0'").ok());
    const CheckOutcome month = outcomeOf(world, rules::unaccountedMass);
    QCOMPARE(month.findings.size(), std::size_t{1});
    QVERIFY(month.findings.front().severity == Severity::Look);
    world.claim("CL-3", "2141-03-01", "2141-03-31");
    const CheckOutcome claimed = outcomeOf(world, rules::unaccountedMass);
    QCOMPARE(claimed.findings.size(), std::size_t{1});
    QVERIFY(claimed.findings.front().severity == Severity::Contradiction);
    QCOMPARE(claimed.findings.front().group, std::string("2141-03"));
  }

  void monthsAreScreenedAmongMonths() {
    // Surveys that are off by 5 t: 25 t of a month are 3.5 standard uncertainties. That is too
    // little for an accusation (1 % over all tests), enough for a look (10 % of looks).
    ThreeMonths world(1'000'000, 5'000);
    QVERIFY(world.database().execute("UPDATE shipments SET net_g = 975000000 WHERE id = '1'").ok());
    QVERIFY(
        world.database().execute("UPDATE receipts SET net_g = 975000000 WHERE id = 'RC-1'").ok());
    QVERIFY(world.database().execute("UPDATE stocks SET u_g = 20000000 WHERE id = 'S3'").ok());
    world.plan.accusationAlphaPpm = 1'000;
    const CheckOutcome outcome = outcomeOf(world, rules::unaccountedMass);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == Severity::Look);
    QCOMPARE(finding.group, std::string("2141-02"));
    QCOMPARE(finding.facts.get<Ppm>("alpha").value, 100'000);
    QCOMPARE(finding.facts.get<std::int64_t>("tests"), 3);
    QVERIFY(finding.facts.get<Ppm>("p").value > 1'000);
    // Half as much is within what months do by themselves.
    QVERIFY(
        world.database().execute("UPDATE receipts SET net_g = 987000000 WHERE id = 'RC-1'").ok());
    for (const Finding& other : outcomeOf(world, rules::unaccountedMass).findings) {
      QVERIFY(other.severity == Severity::CannotTell);
    }
  }

  void uncertaintyNotStated_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("what");  // empty: nothing to tell
    QTest::addColumn<qint64>("tonnes");
    QTest::newRow("all stated") << QByteArray() << QByteArray() << qint64{0};
    QTest::newRow("the plant's scale") << QByteArray("DELETE FROM instruments WHERE id = 'WB-1'")
                                       << QByteArray("scales") << qint64{3'000};
    QTest::newRow("one of its two errors")
        << QByteArray("UPDATE instruments SET u_random_g = NULL WHERE id = 'HR-1'")
        << QByteArray("scales") << qint64{3'000};
    QTest::newRow("no scale at all")
        << QByteArray("DELETE FROM instruments") << QByteArray("scales") << qint64{6'000};
    QTest::newRow("a survey") << QByteArray("UPDATE stocks SET u_g = NULL WHERE id = 'S1'")
                              << QByteArray("surveys") << qint64{100};
    QTest::newRow("a loss") << QByteArray("UPDATE flows SET u_g = 0") << QByteArray("losses")
                            << qint64{2};
  }
  void uncertaintyNotStated() {
    QFETCH(QByteArray, change);
    QFETCH(QByteArray, what);
    QFETCH(qint64, tonnes);
    ThreeMonths world(1'000'000);
    world.flow("F", "2141-02-01", "2141-03-01", "evaporation", 2'000, 200);
    world.flow("G", "2141-02-01", "2141-03-01", "hall-2", 2'000, 0, {{"material", "board"}});
    if (!change.isEmpty()) QVERIFY(world.database().execute(change.toStdString()).ok());
    const CheckOutcome outcome = outcomeOf(world, rules::uncertaintyNotStated);
    QCOMPARE(outcome.findings.empty(), what.isEmpty());
    QVERIFY(outcome.state == (what.isEmpty() ? CheckState::Passed : CheckState::CannotTell));
    if (what.isEmpty()) return;
    QCOMPARE(outcome.reason, std::string("uncertainty_not_stated"));
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == Severity::CannotTell);
    QCOMPARE(finding.facts.get<std::string>("what"), what.toStdString());
    QCOMPARE(finding.amount.inGrams(), tonnes * 1'000'000);
  }

  void uncertaintyMattersOnlyToABalance() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    const CheckOutcome outcome = outcomeOf(world, rules::uncertaintyNotStated);
    QVERIFY(outcome.findings.empty());
    QVERIFY(outcome.state == CheckState::CannotTell);
    QCOMPARE(outcome.reason, std::string("no_intakes"));
  }

  void openEndsAreNotAccused_data() {
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("returned") << QByteArray("returned");
    QTest::newRow("refused") << QByteArray("refused");
    QTest::newRow("unknown sink") << QByteArray("sink");
  }
  void openEndsAreNotAccused() {
    QFETCH(QByteArray, how);
    ThreeMonths world(1'000'000);
    world.intake("more", "2141-02-10T09:00:00Z", 60'000);  // and nobody says where it went
    QVERIFY(outcomeOf(world, rules::unaccountedMass).state == CheckState::Failed);
    const std::int64_t time = at("2141-02-11T08:00:00Z");
    if (how == "sink") {
      world.flow("F", "2141-02-01", "2141-02-28", "dryer-chimney", 60'000, 0,
                 {{"material", "board"}});
    } else {
      Row row{{"dispatched_ms", time}};
      if (how == "returned") row["status"] = std::string("returned");
      world.shipment("9", 60'000, row);
      if (how == "refused") {
        world.receipt("RC-9", "9", 60'000,
                      {{"received_ms", time + 3'600'000}, {"outcome", "rejected"}});
      }
    }
    const CheckOutcome outcome = outcomeOf(world, rules::unaccountedMass);
    QVERIFY(outcome.state == CheckState::CannotTell);
    QCOMPARE(outcome.reason, std::string("open_ends"));
  }

  void aRateOffByItsOwnErrorDoesNotAccuse() {
    // Each month 30 t are declared as lost, known to 10 t; in truth it is 40 t.
    ThreeMonths world(960'000);
    for (const char* end : {"2141-01-31", "2141-02-28", "2141-03-31"}) {
      world.flow(end, "2141-01-01", end, "air", 30'000, 10'000);
    }
    const CheckOutcome outcome = outcomeOf(world, rules::unaccountedMass);
    for (const Finding& finding : outcome.findings) {
      QVERIFY(finding.severity == Severity::CannotTell);
    }
  }

  void noSurveysCannotBeTold() {
    ThreeMonths world(980'000);
    QVERIFY(world.database().execute("DELETE FROM stocks").ok());
    for (const Rule* rule : {&rules::unaccountedMass, &rules::negativeRunningStock}) {
      const CheckOutcome outcome = outcomeOf(world, *rule);
      QVERIFY(outcome.state == CheckState::CannotTell);
      QCOMPARE(outcome.reason, std::string("no_stocks"));
      QCOMPARE(outcome.findings.size(), std::size_t{1});
    }
  }

  void plantSendsMoreThanItHas() {
    ThreeMonths world(1'000'000);
    QVERIFY(outcomeOf(world, rules::negativeRunningStock).findings.empty());
    world.shipment("more", 400'000, {{"dispatched_ms", at("2141-02-11T08:00:00Z")}});
    const CheckOutcome outcome = outcomeOf(world, rules::negativeRunningStock);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().amount.inGrams(), 300'000'000);  // 100 + 1,000 - 1,400
    QCOMPARE(outcome.findings.front().time.dateText(), std::string("2141-02-11"));
  }

  void pileOfAMaterial() {
    RecordFixture world;
    world.materials();
    world.intake("I", "2141-01-02T08:00:00Z", 9'000'000);
    world.stock("S0", "2141-01-01", 50'000, 100, {{"node", "yard"}, {"material", "flakes"}});
    world.flow("F", "2141-01-05", "2141-01-06", "yard", 100'000, 100, {{"material", "flakes"}});
    world.shipment("1", 140'000,
                   {{"material", "flakes"}, {"dispatched_ms", at("2141-01-20T08:00:00Z")}});
    QVERIFY(outcomeOf(world, rules::negativeRunningStock).findings.empty());
    world.shipment("2", 30'000,
                   {{"material", "flakes"}, {"dispatched_ms", at("2141-01-21T08:00:00Z")}});
    const CheckOutcome outcome = outcomeOf(world, rules::negativeRunningStock);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().amount.inGrams(), 20'000'000);
    QCOMPARE(outcome.findings.front().facts.get<std::string>("material"), std::string("flakes"));
  }

  void estimatesAreNotHeldAgainstTheStock() {
    ThreeMonths world(1'000'000);
    world.shipment("more", 200'000, {{"dispatched_ms", at("2141-02-11T08:00:00Z")}});
    QCOMPARE(outcomeOf(world, rules::negativeRunningStock).findings.size(), std::size_t{1});
    QVERIFY(world.database().execute("UPDATE intakes SET estimated = 1").ok());
    QVERIFY(outcomeOf(world, rules::negativeRunningStock).findings.empty());
  }

  void monthlyFlowsMayComeAfterASurveyInTheMonth() {
    RecordFixture world;
    world.materials();
    world.intake("I", "2141-01-02T08:00:00Z", 9'000'000);
    world.stock("S0", "2141-01-01", 0, 10, {{"node", "yard"}, {"material", "flakes"}});
    world.stock("S1", "2141-01-15", 0, 10, {{"node", "yard"}, {"material", "flakes"}});
    world.flow("F", "2141-01-01", "2141-01-31", "yard", 100'000, 100, {{"material", "flakes"}});
    world.shipment("1", 90'000,
                   {{"material", "flakes"}, {"dispatched_ms", at("2141-01-20T08:00:00Z")}});
    QVERIFY(outcomeOf(world, rules::negativeRunningStock).findings.empty());
  }
};

PLUMBLINE_TEST(TestBalanceChecks)
#include "test_balance_checks.moc"
