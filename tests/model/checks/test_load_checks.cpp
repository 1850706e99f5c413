// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "model/checks/rule_list.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/model/checks/run_rule.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const Comparison* line(const Finding& finding, const std::string& field) {
  for (const Comparison& entry : finding.comparison) {
    if (entry.field == field) return &entry;
  }
  return nullptr;
}

}  // namespace

class TestLoadChecks : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void materialChanged() {
    RecordFixture world;
    world.materials();
    world.shipment("SH-0417", 17'240);
    world.receipt("RC-2290", "SH-0417", 17'180,
                  {{"material", "sorting-residue"}, {"low_code", "19 12 12"}, {"operation", "D1"}});
    const CheckOutcome outcome = outcomeOf(world, rules::materialChanged);
    QVERIFY(outcome.state == CheckState::Failed);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == Severity::Contradiction);
    QCOMPARE(finding.amount.inGrams(), 17'240'000);
    QCOMPARE(finding.group, std::string("Harbour Reclaim"));
    QCOMPARE(finding.records.size(), std::size_t{2});
    QCOMPARE(finding.records[0].id, std::string("SH-0417"));
    QCOMPARE(finding.records[0].party, std::string("plant-1"));
    QCOMPARE(finding.records[1].id, std::string("RC-2290"));
    QCOMPARE(finding.facts.get<std::string>("sent_as"), std::string("product"));
    QCOMPARE(finding.facts.get<std::string>("received_as"), std::string("residue"));
    QCOMPARE(line(finding, "material")->left, std::string("board (product)"));
    QCOMPARE(line(finding, "material")->right, std::string("sorting-residue (residue)"));
    QVERIFY(line(finding, "material")->differs);
    QVERIFY(line(finding, "operation")->differs);
    QVERIFY(line(finding, "low_code")->differs);
    QVERIFY(!line(finding, "net_kg")->differs);  // within 10 %
    QVERIFY(!line(finding, "vehicle")->differs);
    QCOMPARE(line(finding, "signed_by")->right, std::string("Harbour Reclaim"));
  }

  void missingReceipt() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 21'400);
    world.shipment("2", 1'000);
    world.receipt("RC-2", "2", 1'000);
    world.intake("late", "2141-09-11T07:12:00Z", 1'000);
    const CheckOutcome outcome = outcomeOf(world, rules::missingReceipt);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == Severity::Conflict);
    QCOMPARE(finding.facts.get<Days>("days").thousandths, 156'000);
    QCOMPARE(finding.facts.get<std::string>("consignee"), std::string("Harbour Reclaim"));
    QCOMPARE(finding.rowCount, 1);
  }

  void receiversThatPublishedNothing_data() {
    QTest::addColumn<QByteArray>("consignee");
    QTest::addColumn<int>("accused");
    QTest::addColumn<int>("untold");  // receivers
    QTest::newRow("publishes for the time") << QByteArray("harbour") << 3 << 0;
    QTest::newRow("called by its name") << QByteArray("Harbour Reclaim") << 3 << 0;
    QTest::newRow("takes no part") << QByteArray("Farm Shop") << 0 << 1;
    QTest::newRow("published another time only") << QByteArray("later") << 0 << 1;
    QTest::newRow("states no time") << QByteArray("timeless") << 3 << 0;
    QTest::newRow("signs with a key nobody named") << QByteArray("stranger") << 0 << 1;
  }
  void receiversThatPublishedNothing() {
    QFETCH(QByteArray, consignee);
    QFETCH(int, accused);
    QFETCH(int, untold);
    RecordFixture world;
    world.materials();
    world.publication("later", "receiver", "",
                      {{"period_start_ms", at("2141-06-01")}, {"period_end_ms", at("2141-12-01")}});
    world.publication("timeless", "receiver", "",
                      {{"period_start_ms", std::int64_t{0}}, {"period_end_ms", std::int64_t{0}}});
    world.publication("stranger", "receiver", "", {{"state", "unknown_key"}});
    for (const char* id : {"1", "2", "3"}) {
      world.shipment(id, 20'000, {{"consignee", consignee.toStdString()}});
    }
    world.shipment("4", 1'000);
    world.receipt("RC-4", "4", 1'000);
    world.intake("late", "2141-09-11T07:12:00Z", 1'000);
    const CheckOutcome outcome = outcomeOf(world, rules::missingReceipt);
    QCOMPARE(outcome.findings.size(), static_cast<std::size_t>(accused + untold));
    QVERIFY(outcome.state == (untold > 0 ? CheckState::CannotTell : CheckState::Failed));
    if (untold == 0) return;
    QCOMPARE(outcome.reason, std::string("receiver_not_published"));
    const Finding& finding = outcome.findings.front();
    QCOMPARE(finding.rule, std::string("receiver_not_published"));
    QVERIFY(finding.severity == Severity::CannotTell);
    QCOMPARE(finding.group, consignee.toStdString());
    QCOMPARE(finding.amount.inGrams(), 60'000'000);
    QCOMPARE(finding.rowCount, 3);
    // Nothing of it is confirmed.
    const Reconciliation reconciliation = world.reconciled();
    const LedgerSum sum = reconciliation.loads.ledger.sum(-1, dayOf(reconciliation.books.start),
                                                          dayOf(reconciliation.books.end));
    QCOMPARE(sum.missingUseful.inGrams(), 60'000'000);
    QCOMPARE(sum.confirmed.inGrams(), 1'000'000);
  }

  /// Books that do not cover the time in which a receiver usually signs deny nothing.
  void booksMustCoverTheTime_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("until");
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<bool>("accused");
    const auto row = [](const char* name, const char* from, const char* until, const char* again,
                        bool accused) {
      QTest::newRow(name) << QByteArray(from) << QByteArray(until) << QByteArray(again) << accused;
    };
    // The load left on 8 April.
    row("all", "2141-01-01", "2141-12-01", "2141-12-01", true);
    row("begun afterwards", "2141-04-10", "2141-12-01", "2141-12-01", false);
    row("two parts", "2141-04-01", "2141-04-11", "2141-04-11", true);
    row("a weekend between", "2141-04-01", "2141-04-11", "2141-04-13", true);
    row("a week left out", "2141-04-01", "2141-04-09", "2141-04-16", false);
    row("a month left out", "2141-03-01", "2141-04-01", "2141-05-01", false);
  }
  void booksMustCoverTheTime() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, until);
    QFETCH(QByteArray, again);
    QFETCH(bool, accused);
    RecordFixture world;
    world.materials();
    const auto publish = [&](const QByteArray& start, const QByteArray& end) {
      world.publication("works", "receiver", "",
                        {{"period_start_ms", at(start.constData())}, {"period_end_ms", at(end.constData())}});
    };
    publish(again, "2141-12-31");
    publish(from, until);
    world.shipment("1", 20'000, {{"consignee", "works"}});
    world.shipment("4", 1'000);
    world.receipt("RC-4", "4", 1'000);
    world.intake("late", "2141-09-11T07:12:00Z", 1'000);
    const CheckOutcome outcome = outcomeOf(world, rules::missingReceipt);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().rule,
             std::string(accused ? "missing_receipt" : "receiver_not_published"));
  }

  void datesAreOfSomeTimeZone_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<int>("findings");
    const auto row = [](const char* sent, const char* received, int findings) {
      QTest::addRow("%s %s", sent, received) << QByteArray(sent) << QByteArray(received) << findings;
    };
    row("2141-04-08T02:00:00Z", "2141-04-07T00:00:00Z", 0);  // an evening in the west
    row("2141-04-08T12:00:00Z", "2141-04-07T00:00:00Z", 0);
    row("2141-04-08T12:00:01Z", "2141-04-07T00:00:00Z", 1);
    row("2141-04-08T00:00:00Z", "2141-04-07T10:00:00Z", 0);  // a morning in the east
    row("2141-04-08T00:00:00Z", "2141-04-07T09:59:59Z", 1);
    row("2141-04-08T00:00:00Z", "2141-04-07T00:00:00Z", 1);  // two dates
    row("2141-04-08T12:00:00Z", "2141-04-08T11:00:00Z", 1);
  }
  void datesAreOfSomeTimeZone() {
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, received);
    QFETCH(int, findings);
    RecordFixture world;
    world.shipment("1", 20'000, {{"dispatched_ms", at(sent.constData())}});
    world.receipt("RC-1", "1", 20'000, {{"received_ms", at(received.constData())}});
    QCOMPARE(outcomeOf(world, rules::timeOrder).findings.size(), static_cast<std::size_t>(findings));
  }

  void aClockFarOffIsToldOnce_data() {
    QTest::addColumn<int>("spread");  // of the gaps, minutes
    QTest::addColumn<int>("findings");
    QTest::newRow("one clock") << 120 << 1;
    QTest::newRow("hours made up") << 780 << 15;
  }
  void aClockFarOffIsToldOnce() {
    QFETCH(int, spread);
    QFETCH(int, findings);
    RecordFixture world;
    const std::int64_t sent = at("2141-04-08T20:00:00Z");
    for (int i = 0; i < 30; ++i) {
      const std::string id = std::to_string(i);
      // Some few are the earliest.
      const std::int64_t minutes = 13 * 60 - std::min(spread, spread * (i + 10) / 30);
      world.shipment(id, 20'000, {{"dispatched_ms", sent}});
      world.receipt("RC-" + id, id, 20'000, {{"received_ms", sent - (minutes + 15) * 60'000}});
    }
    const CheckOutcome outcome = outcomeOf(world, rules::timeOrder);
    QCOMPARE(outcome.findings.size(), static_cast<std::size_t>(findings));
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == (findings == 1 ? Severity::Look : Severity::Conflict));
  }

  void habitsAreToldOnce_data() {
    QTest::addColumn<QByteArray>("habit");
    QTest::newRow("least") << QByteArray("least");
    QTest::newRow("steps") << QByteArray("steps");
    QTest::newRow("drying") << QByteArray("drying");
    QTest::newRow("none") << QByteArray();
  }
  void habitsAreToldOnce() {
    QFETCH(QByteArray, habit);
    RecordFixture world;
    if (habit == "drying") world.plan.toleranceProfile = "weighbridge-1";
    const auto load = [&world](int i, std::int64_t sent, std::int64_t received) {
      const std::string id = std::to_string(i);
      const std::int64_t time = at("2141-01-03T08:00:00Z") + i * 2 * millisecondsPerDay;
      world.shipment(id, sent, {{"dispatched_ms", time}});
      world.receipt("RC-" + id, id, received, {{"received_ms", time + 3'600'000}});
    };
    for (int i = 0; i < 40; ++i) {
      const std::int64_t sent = 18'020 + 60 * i;
      const bool small = i % 5 == 0;
      if (habit == "least") load(i, small ? 9'000 : sent, small ? 18'000 : sent);
      if (habit == "steps") load(i, small ? 1'700 : sent, small ? 1'500 : (sent + 250) / 500 * 500);
      if (habit == "drying") load(i, sent, sent * 98 / 100);
      if (habit.isEmpty()) load(i, small ? 9'000 : sent, small ? 17'000 + 20 * i : sent);
    }
    load(40, 24'000, 19'000);  // nothing explains it
    const CheckOutcome outcome = outcomeOf(world, rules::massDifference);
    QVERIFY(outcome.state == CheckState::Failed);
    const auto conflicts = std::count_if(
        outcome.findings.begin(), outcome.findings.end(),
        [](const Finding& finding) { return finding.severity == Severity::Conflict; });
    QCOMPARE(conflicts, habit.isEmpty() ? 9 : 1);
    QCOMPARE(outcome.findings.size(), std::size_t(habit.isEmpty() ? 9 : 2));
    if (habit.isEmpty()) return;
    const Finding& told = outcome.findings.back();
    QCOMPARE(told.rule, std::string("receiver_habit"));
    QVERIFY(told.severity == Severity::CannotTell);
    QCOMPARE(told.facts.get<std::string>("habit"), habit.toStdString());
    QVERIFY(told.facts.get<std::int64_t>("loads") >= 8);
  }

  void dryingExplainsNothingWhereGlassIsLostToo() {
    RecordFixture world;
    world.plan.toleranceProfile = "weighbridge-1";
    for (int i = 0; i < 60; ++i) {
      const std::string id = std::to_string(i);
      const std::int64_t time = at("2141-01-03T08:00:00Z") + i * 2 * millisecondsPerDay;
      const std::string code = i % 2 == 0 ? "" : "19 12 05";
      world.shipment(id, 20'000, {{"dispatched_ms", time}, {"low_code", code}});
      world.receipt("RC-" + id, id, 19'600, {{"received_ms", time + 3'600'000}, {"low_code", code}});
    }
    QCOMPARE(outcomeOf(world, rules::massDifference).findings.size(), std::size_t(60));
  }

  void silentReceiversStayApart() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"consignee", "Farm Shop"}});
    world.shipment("2", 30'000, {{"consignee", "Garden Centre"}});
    world.shipment("3", 5'000, {{"consignee", "Farm Shop"}});
    world.shipment("4", 10'000);
    world.shipment("5", 1'000);
    world.receipt("RC-5", "5", 1'000);
    world.intake("late", "2141-09-11T07:12:00Z", 1'000);
    const CheckOutcome outcome = outcomeOf(world, rules::missingReceipt);
    QVERIFY(outcome.state == CheckState::Failed);
    QCOMPARE(outcome.findings.size(), std::size_t{3});
    QVERIFY(outcome.findings[0].severity == Severity::Conflict);
    QCOMPARE(outcome.findings[0].facts.get<std::string>("shipment"), std::string("4"));
    QCOMPARE(outcome.findings[1].group, std::string("Garden Centre"));
    QCOMPARE(outcome.findings[2].group, std::string("Farm Shop"));
    QCOMPARE(outcome.findings[2].facts.get<std::int64_t>("loads"), 2);
    QCOMPARE(outcome.findings[2].facts.get<Mass>("mass").inGrams(), 25'000'000);
  }

  void veryManySilentReceiversAreSummed() {
    RecordFixture world;
    world.materials();
    for (int i = 0; i < 203; ++i) {
      const std::string id = "S" + std::to_string(i);
      world.shipment(id, 1'000 + i, {{"consignee", "Customer " + id}});
    }
    world.shipment("5", 1'000);
    world.receipt("RC-5", "5", 1'000);
    world.intake("late", "2141-09-11T07:12:00Z", 1'000);
    const CheckOutcome outcome = outcomeOf(world, rules::missingReceipt);
    QCOMPARE(outcome.findings.size(), std::size_t{201});
    QCOMPARE(outcome.findings.front().amount.inGrams(), 1'202'000);
    const Finding& rest = outcome.findings.back();
    QVERIFY(rest.severity == Severity::CannotTell);
    QCOMPARE(rest.facts.get<std::int64_t>("more"), 3);
    QCOMPARE(rest.amount.inGrams(), 3'003'000);
  }

  void withoutAnyReceiptNothingIsAccused() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 21'400);
    world.intake("late", "2141-09-11T07:12:00Z", 1'000);
    for (const Rule* rule : {&rules::missingReceipt, &rules::ghostReceipt, &rules::materialChanged}) {
      const CheckOutcome outcome = outcomeOf(world, *rule);
      QVERIFY(outcome.state == CheckState::CannotTell);
      QCOMPARE(outcome.reason, std::string("no_receipts"));
      QCOMPARE(outcome.findings.size(), std::size_t{1});
      QVERIFY(outcome.findings.front().severity == Severity::CannotTell);
    }
  }

  void agreeingLoadsPassEveryCheck() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 19'960);
    for (const Rule* rule :
         {&rules::missingReceipt, &rules::ghostReceipt, &rules::massDifference, &rules::timeOrder,
          &rules::materialChanged, &rules::operationChanged, &rules::rejectedLoad, &rules::duplicateDocument,
          &rules::ownReceipt, &rules::silentRevision, &rules::brokenSignature}) {
      const CheckOutcome outcome = outcomeOf(world, *rule);
      QVERIFY(outcome.state == CheckState::Passed);
      QVERIFY(outcome.findings.empty());
    }
  }

  void massDifferenceNamesItsTolerance() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 15'000);
    const Finding finding = outcomeOf(world, rules::massDifference).findings.at(0);
    QCOMPARE(finding.amount.inGrams(), 5'000'000);
    QCOMPARE(finding.facts.get<Mass>("tolerance").inGrams(), 2'000'000);
    QCOMPARE(finding.facts.get<Ppm>("difference_ppm").value, 250'000);
    QVERIFY(line(finding, "net_kg")->differs);
  }

  void ownReceiptsAreOneCannotTell() {
    RecordFixture world;
    world.materials();
    for (const char* id : {"1", "2", "3"}) {
      world.shipment(id, 20'000);
      world.receipt(std::string("RC-") + id, id, 20'000, {{"publication", world.plant}});
    }
    const CheckOutcome outcome = outcomeOf(world, rules::ownReceipt);
    QVERIFY(outcome.state == CheckState::CannotTell);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QVERIFY(outcome.findings.front().records.empty());
    QCOMPARE(outcome.findings.front().rowCount, 3);
    QCOMPARE(outcome.findings.front().amount.inGrams(), 60'000'000);
  }

  void silentRevision() {
    RecordFixture world;
    const std::int64_t old = world.intake("W-7719", "2141-04-08T07:00:00Z", 18'920);
    const std::int64_t later = world.publication("plant-1", "plant", "EcoSphere North");
    const std::int64_t now =
        world.intake("W-7719", "2141-04-08T07:00:00Z", 12'860, {{"publication", later}});
    world.supersede("intakes", old, now);
    const CheckOutcome outcome = outcomeOf(world, rules::silentRevision);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QCOMPARE(finding.amount.inGrams(), 6'060'000);
    QCOMPARE(finding.facts.get<Mass>("old_mass").inGrams(), 18'920'000);
    QCOMPARE(finding.facts.get<Mass>("new_mass").inGrams(), 12'860'000);
    QCOMPARE(finding.records.size(), std::size_t{2});
    QCOMPARE(finding.comparison.size(), std::size_t{1});
  }

  void revisionWithReasonOrWithoutChangeIsFine() {
    RecordFixture world;
    const std::int64_t old = world.intake("1", "2141-04-08T07:00:00Z", 18'920);
    const std::int64_t reasoned =
        world.publication("plant-1", "plant", "", {{"reason", "ticket misread"}});
    world.supersede("intakes", old,
                    world.intake("1", "2141-04-08T07:00:00Z", 1, {{"publication", reasoned}}));
    const std::int64_t same = world.intake("2", "2141-04-08T07:00:00Z", 18'920);
    const std::int64_t again = world.publication("plant-1", "plant", "");
    world.supersede("intakes", same,
                    world.intake("2", "2141-04-08T07:00:00Z", 18'920, {{"publication", again}}));
    QVERIFY(outcomeOf(world, rules::silentRevision).findings.empty());
  }

  void brokenSignature_data() {
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("tableState");
    QTest::addColumn<QByteArray>("severity");  // empty: no finding
    const auto row = [](const char* name, const char* state, const char* table,
                        const char* severity) {
      QTest::newRow(name) << QByteArray(state) << QByteArray(table) << QByteArray(severity);
    };
    row("good", "good", "good", "");
    row("unsigned", "unsigned", "good", "");
    row("bad signature", "bad_signature", "good", "conflict");
    row("unknown key", "unknown_key", "good", "cannot_tell");
    row("a stranger's key", "stranger_key", "not_loaded", "cannot_tell");
    row("a key in another role", "other_role", "not_loaded", "cannot_tell");
    row("a retired key", "key_retired", "not_loaded", "cannot_tell");
    row("a revoked key", "key_revoked", "not_loaded", "cannot_tell");
    row("unknown key, altered", "unknown_key", "mismatch", "conflict");
    row("table missing", "table_missing", "missing", "cannot_tell");
    row("table unreadable", "good", "unreadable", "cannot_tell");
    row("table unknown", "good", "unsupported", "");
    row("table altered", "good", "mismatch", "conflict");
  }
  void brokenSignature() {
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, tableState);
    QFETCH(QByteArray, severity);
    RecordFixture world;
    const std::int64_t publication =
        world.publication("harbour", "receiver", "", {{"state", state.toStdString()}});
    for (const char* table : {"receipts", "sites"}) {
      world.insertRow("publication_tables",
                      {{"publication", publication},
                       {"name", table},
                       {"sha256", ""},
                       {"row_root", ""},
                       {"bytes", 0},
                       {"rows", 0},
                       {"state", tableState.toStdString()}},
                      {});
    }
    const CheckOutcome outcome = outcomeOf(world, rules::brokenSignature);
    QCOMPARE(outcome.findings.empty(), severity.isEmpty());
    QVERIFY(outcome.state == (severity.isEmpty()          ? CheckState::Passed
                              : severity == "cannot_tell" ? CheckState::CannotTell
                                                          : CheckState::Failed));
    if (severity.isEmpty()) return;
    QCOMPARE(QByteArray(toText(outcome.findings.front().severity).data()), severity);
  }

  void onlyOwnReceiptsCannotTell() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 20'000, {{"publication", world.plant}});
    for (const Rule* rule : {&rules::missingReceipt, &rules::massDifference, &rules::materialChanged}) {
      const CheckOutcome outcome = outcomeOf(world, *rule);
      QVERIFY(outcome.state == CheckState::CannotTell);
      QCOMPARE(outcome.reason, std::string("only_own_receipts"));
    }
  }

  void unsignedFilesHaveNoOrder() {
    RecordFixture world;
    const Row log{{"state", "unsigned"}, {"sequence", 0}};
    const std::int64_t first = world.publication("log", "plant", "", log);
    const std::int64_t second = world.publication("log", "plant", "", log);
    const std::int64_t old =
        world.intake("1", "2141-04-08T07:00:00Z", 18'920, {{"publication", first}});
    const std::int64_t now =
        world.intake("1", "2141-04-08T07:00:00Z", 12'860, {{"publication", second}});
    world.supersede("intakes", old, now);
    const CheckOutcome outcome = outcomeOf(world, rules::silentRevision);
    QVERIFY(outcome.state == CheckState::CannotTell);
    QCOMPARE(outcome.reason, std::string("unsigned_order"));
    QCOMPARE(outcome.findings.size(), std::size_t{1});
  }

  void hugeDifferencesDoNotOverflow() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 1);
    world.receipt("RC-1", "1", 10'000'000'000);
    const Finding finding = outcomeOf(world, rules::massDifference).findings.at(0);
    QCOMPARE(finding.facts.get<Ppm>("difference_ppm").value, 9'999'999'999'000'000);
  }
};

PLUMBLINE_TEST(TestLoadChecks)
#include "test_load_checks.moc"
