// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/links/link_records.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

std::int64_t count(const Reconciliation& result, LoadKind kind) {
  return result.loads.exceptions.of(kind).count;
}

/// Number of exceptions of any kind.
std::int64_t allExceptions(const Reconciliation& result) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < loadKindCount; ++i) sum += count(result, static_cast<LoadKind>(i));
  return sum;
}

LedgerSum whole(const Reconciliation& result) {
  return result.loads.ledger.sum(-1, INT64_MIN, INT64_MAX);
}

/// A later record, so that the deadline of April's loads is over.
void laterRecord(RecordFixture& world) {
  world.intake("late", "2141-12-30T10:00:00Z", 1'000);
}

}  // namespace

class TestReconcile : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void agreeingLoads() {
    RecordFixture world;
    world.materials();
    for (int i = 0; i < 5; ++i) {
      const std::string id = std::to_string(i);
      world.shipment(id, 17'240);
      world.receipt("RC-" + id, id, 17'180);
    }
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 5);
    QCOMPARE(allExceptions(result), 0);
    const LedgerSum sum = whole(result);
    QCOMPARE(sum.claimed.inGrams(), 5 * 17'240'000);
    QCOMPARE(sum.confirmed.inGrams(), 5 * 17'180'000);  // the smaller of the two
    QCOMPARE(sum.received.inGrams(), 5 * 17'180'000);
    QCOMPARE(sum.asResidue.inGrams(), 0);
  }

  void kinds_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("number");
    QTest::addColumn<qint64>("amount");
    const auto row = [](const char* name, LoadKind kind, const char* column, const char* text,
                        qint64 number, qint64 amount) {
      QTest::newRow(name) << static_cast<int>(kind) << QByteArray(column) << QByteArray(text)
                          << number << amount;
    };
    row("residue for recovery", LoadKind::MaterialDisputed, "material", "sorting-residue", 0,
        17'240'000);
    row("landfilled", LoadKind::MaterialChanged, "operation", "D1", 0, 17'240'000);
    row("burnt", LoadKind::OperationChanged, "operation", "R1", 0, 17'240'000);
    row("stored", LoadKind::OperationChanged, "operation", "R13", 0, 17'240'000);
    row("refused", LoadKind::Refused, "outcome", "rejected", 0, 17'240'000);
    row("10.1 % less", LoadKind::MassDiffers, "net_g", "", 15'498'000, 1'742'000);
    row("10.1 % more", LoadKind::MassDiffers, "net_g", "", 18'982'000, 1'742'000);
    row("before it was sent", LoadKind::ReceivedBeforeSent, "received_ms", "",
        at("2141-04-08T06:00:00Z"), 17'240'000);
    row("certificate first", LoadKind::CertificateBeforeReceipt, "certificate_ms", "",
        at("2141-04-07T06:00:00Z"), 17'240'000);
  }
  void kinds() {
    QFETCH(int, kind);
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, text);
    QFETCH(qint64, number);
    QFETCH(qint64, amount);
    RecordFixture world;
    world.materials();
    world.shipment("1", 17'240);
    Row change{{column.toStdString(),
                text.isEmpty() ? Value(std::int64_t{number}) : Value(text.toStdString())}};
    world.receipt("RC-1", "1", 17'240, change);
    const Reconciliation result = world.reconciled();
    QCOMPARE(allExceptions(result), 1);
    const auto& found = result.loads.exceptions.of(static_cast<LoadKind>(kind));
    QCOMPARE(found.count, 1);
    QCOMPARE(found.kept.front().amount.inGrams(), amount);
    QVERIFY(found.kept.front().shipment > 0 && found.kept.front().receipt > 0);
  }

  void toleranceIsTheProfiles() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 10'000);
    world.receipt("RC-1", "1", 9'000);  // exactly 10 %: allowed
    QCOMPARE(count(world.reconciled(), LoadKind::MassDiffers), 0);
    world.plan.toleranceProfile = "weighbridge-1";
    QCOMPARE(count(world.reconciled(), LoadKind::MassDiffers), 1);
  }

  void piecesAreExact() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 10'000, {{"pieces", 24}});
    world.receipt("RC-1", "1", 10'000, {{"pieces", 23}});
    QCOMPARE(count(world.reconciled(), LoadKind::PiecesDiffer), 1);
  }

  void piecesOfPartsAddUp() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 10'000, {{"pieces", 24}});
    world.receipt("RC-1", "1", 5'000, {{"pieces", 14}});
    world.receipt("RC-2", "1", 5'000, {{"pieces", 10}});
    QCOMPARE(allExceptions(world.reconciled()), 0);
  }

  void smallLoadsAreAllowedTheErrorOfTheScales() {
    RecordFixture world;
    world.materials();
    world.plan.toleranceProfile = "weighbridge-1";
    world.instrument(world.plant, "WB-1", "A", 20'000, 200);
    world.instrument(world.receiver, "HR-1", "A", 20'000, 200);
    world.shipment("1", 1'000);
    world.receipt("RC-1", "1", 1'056);  // 2 * sqrt(20^2 + 20^2) = 56.6 kg
    QCOMPARE(allExceptions(world.reconciled()), 0);
    world.shipment("2", 1'000);
    world.receipt("RC-2", "2", 1'058);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MassDiffers), 1);
    QCOMPARE(result.loads.exceptions.of(LoadKind::MassDiffers).kept.front().tolerance.inGrams(),
             56'569);
  }

  void clocksMayDifferByTenMinutes() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 10'000);  // 07:12
    world.receipt("RC-1", "1", 10'000, {{"received_ms", at("2141-04-08T07:02:00Z")}});
    QCOMPARE(allExceptions(world.reconciled()), 0);
    world.shipment("2", 10'000);
    world.receipt("RC-2", "2", 10'000, {{"received_ms", at("2141-04-08T07:01:59Z")}});
    QCOMPARE(count(world.reconciled(), LoadKind::ReceivedBeforeSent), 1);
  }

  void receiverThatHasNotPublishedYet() {
    RecordFixture world;
    world.materials();
    world.publication("plant-2", "plant", "South");  // published until the end of the year
    QVERIFY(world.database()
                .execute("UPDATE publications SET period_end_ms = " +
                         std::to_string(at("2141-05-08T07:12:00Z")) + " WHERE party = 'harbour'")
                .ok());
    world.shipment("1", 20'000);  // its deadline is the moment up to which harbour published
    laterRecord(world);
    QCOMPARE(count(world.reconciled(), LoadKind::MissingReceipt), 0);
    QCOMPARE(whole(world.reconciled()).pending.inGrams(), 20'000'000);
    QVERIFY(world.database()
                .execute("UPDATE publications SET period_end_ms = period_end_ms + 1 WHERE party = "
                         "'harbour'")
                .ok());
    QCOMPARE(count(world.reconciled(), LoadKind::MissingReceipt), 1);
  }

  void aSlipInAnUnsignedFileDoesNotEndTheDeadline() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"dispatched_ms", at("2141-12-20T08:00:00Z")}});
    const std::int64_t log = world.publication(
        "log", "receiver", "Log",
        {{"state", "unsigned"}, {"sequence", 0}, {"period_end_ms", at("2241-12-22")}});
    world.receipt("slip", "other", 1,
                  {{"publication", log},
                   {"consignor", "somebody"},
                   {"received_ms", at("2241-12-21T10:00:00Z")}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MissingReceipt), 0);
    QCOMPARE(result.books.end.inMilliseconds(), at("2142-01-01"));
  }

  void recyclersBookTheirInputAsWaste_data() {
    QTest::addColumn<QByteArray>("receivedAs");
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<int>("kind");  // -1: agrees
    const auto row = [](const char* name, const char* as, const char* operation, int kind) {
      QTest::newRow(name) << QByteArray(as) << QByteArray(operation) << kind;
    };
    row("waste recovered", "fuel", "R3", -1);
    row("waste stored", "fuel", "R13", static_cast<int>(LoadKind::OperationChanged));
    row("waste landfilled", "fuel", "D1", static_cast<int>(LoadKind::MaterialChanged));
    row("residue for recovery", "sorting-residue", "R3",
        static_cast<int>(LoadKind::MaterialDisputed));
    row("waste, and nobody says what for", "fuel", "",
        static_cast<int>(LoadKind::MaterialNotStated));
    row("residue by its own list", "sorting-residue", "",
        static_cast<int>(LoadKind::MaterialChanged));
  }
  /// One mistyped number is no evidence of residue; a mass, a plate or a name beside it is.
  void residueNeedsMoreThanTheNumber() {
    RecordFixture world;
    world.materials();
    const Row residue{{"material", "sorting-residue"}, {"operation", "D1"}};
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 19'000,
                  {{"material", "sorting-residue"}, {"operation", "D1"}, {"vehicle", ""}});
    world.shipment("2", 20'000);
    world.receipt("RC-2", "2", 19'000, residue);
    world.shipment("3", 20'000);
    world.receipt("RC-3", "3", 19'900,
                  {{"material", "sorting-residue"}, {"operation", "D1"}, {"vehicle", ""}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MaterialDisputed), 1);
    QCOMPARE(count(result, LoadKind::MaterialChanged), 2);
    QCOMPARE(whole(result).asResidue.inGrams(), 40'000'000);
    QCOMPARE(whole(result).confirmed.inGrams(), 0);
  }
  /// Residue that a receiver without operations books: chance makes few wrong lines, not many.
  void fewLinesAreAClerksSlip_data() {
    QTest::addColumn<int>("receipts");
    QTest::addColumn<int>("residue");
    QTest::addColumn<bool>("slip");
    const auto row = [](int receipts, int residue, bool slip) {
      QTest::addRow("%d of %d", residue, receipts) << receipts << residue << slip;
    };
    row(1, 1, false);
    row(3, 1, false);
    row(4, 1, true);
    row(4, 2, false);
    row(20, 1, true);
    row(20, 2, true);
    row(20, 3, false);
    row(48, 5, true);
    row(48, 6, false);
    row(160, 5, true);
    row(160, 6, false);
    row(200, 6, true);
    row(200, 7, false);
  }
  void fewLinesAreAClerksSlip() {
    QFETCH(int, receipts);
    QFETCH(int, residue);
    QFETCH(bool, slip);
    RecordFixture world;
    world.materials();
    for (int i = 0; i < receipts; ++i) {
      const std::string number = std::to_string(100 + i);
      world.shipment(number, 20'000);
      world.receipt("RC-" + number, number, 20'000,
                    {{"material", i < residue ? "sorting-residue" : "board"}, {"operation", ""}});
    }
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MaterialDisputed), slip ? residue : 0);
    QCOMPARE(count(result, LoadKind::MaterialChanged), slip ? 0 : residue);
    // Whoever slipped: none of it is confirmed.
    QCOMPARE(whole(result).confirmed.inGrams(), (receipts - residue) * 20'000'000LL);
  }

  void recyclersBookTheirInputAsWaste() {
    QFETCH(QByteArray, receivedAs);
    QFETCH(QByteArray, operation);
    QFETCH(int, kind);
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 20'000,
                  {{"material", receivedAs.toStdString()}, {"operation", operation.toStdString()}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(allExceptions(result), kind < 0 ? 0 : 1);
    if (kind >= 0) QCOMPARE(count(result, static_cast<LoadKind>(kind)), 1);
    QCOMPARE(whole(result).confirmed.inGrams(), kind < 0 ? 20'000'000 : 0);
  }

  void oneHazardousCodeOnBothSidesIsNoChange() {
    RecordFixture world;
    world.material(world.plant, "solvent", "secondary");
    world.shipment("1", 20'000,
                   {{"material", "solvent"}, {"low_code", "14 06 03*"}, {"operation", "R2"}});
    world.receipt("RC-1", "1", 20'000,
                  {{"material", "loesemittel"}, {"low_code", "140603*"}, {"operation", "R2"}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(allExceptions(result), 0);
    QCOMPARE(whole(result).confirmed.inGrams(), 20'000'000);
  }

  void wasteForEnergyThatIsDumpedIsTold() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"material", "fuel"}, {"operation", "R1"}});
    world.receipt("RC-1", "1", 20'000, {{"material", "fuel"}, {"operation", "D1"}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::OperationChanged), 1);
    QCOMPARE(whole(result).disposed.inGrams(), 20'000'000);
  }

  void refusedThenAccepted() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 20'000, {{"outcome", "rejected"}});
    world.receipt("RC-2", "1", 19'980);
    const Reconciliation result = world.reconciled();
    QCOMPARE(allExceptions(result), 0);
    QCOMPARE(whole(result).confirmed.inGrams(), 19'980'000);
  }

  void refusedAndReturnedLoadsAreOpen() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 20'000, {{"outcome", "rejected"}});
    world.shipment("2", 7'000, {{"status", "returned"}});
    world.receipt("RC-2", "2", 7'000);
    world.shipment("3", 5'000, {{"status", "cancelled"}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(whole(result).openEnds.inGrams(), 27'000'000);
    QCOMPARE(count(result, LoadKind::GhostReceipt), 0);
    QCOMPARE(count(result, LoadKind::Refused), 1);
  }

  void cancelledButReceivedNamesTheShipment() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"status", "cancelled"}});
    world.receipt("RC-1", "1", 20'000);
    const Reconciliation result = world.reconciled();
    QCOMPARE(allExceptions(result), 1);
    QVERIFY(result.loads.exceptions.of(LoadKind::GhostReceipt).kept.at(0).shipment > 0);
  }

  void cancelledAndIssuedAgainUnderOneNumber() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.shipment("1z", 21'000, {{"document_no", "WT-1"}, {"status", "cancelled"}});
    world.receipt("RC-1", "1", 20'000, {{"consignor", "North Ltd."}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(allExceptions(result), 0);  // the cancelled row is the last of the line
    QCOMPARE(result.loads.pairs, 1);
  }

  void rowNumbersOfTwoFilesAreTwoLoads() {
    RecordFixture world;
    const Row log{{"state", "unsigned"}, {"sequence", 0}};
    const std::int64_t a = world.publication("exporter-a", "plant", "A", log);
    const std::int64_t b = world.publication("exporter-b", "plant", "B", log);
    for (const auto& [owner, mass] : {std::pair(a, 20'000), std::pair(b, 3'000)}) {
      world.shipment("1000", mass, {{"publication", owner}, {"document_no", "1000"}});
      world.receipt("1000", "", mass,
                    {{"publication", owner}, {"document_no", "1000"}, {"consignor", nullptr}});
    }
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 0);
    QCOMPARE(count(result, LoadKind::OwnReceipt), 2);
    QCOMPARE(allExceptions(result), 2);
  }

  void datesWithoutTimes() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 10'000);
    world.receipt("RC-1", "1", 10'000, {{"received_ms", at("2141-04-08")}});
    QCOMPARE(allExceptions(world.reconciled()), 0);  // the same day
  }

  void missingOrPending() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.shipment("2", 10'000, {{"dispatched_ms", at("2141-12-20T08:00:00Z")}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MissingReceipt), 1);
    const LedgerSum sum = whole(result);
    QCOMPARE(sum.missing.inGrams(), 20'000'000);
    QCOMPARE(sum.pending.inGrams(), 10'000'000);
    QCOMPARE(sum.confirmed.inGrams(), 0);
    QCOMPARE(result.books.asOf.inMilliseconds(), at("2141-12-30T10:00:00Z"));
  }

  void aSlipOfTheYearDoesNotEndTheDeadline() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"dispatched_ms", at("2141-12-20T08:00:00Z")}});
    world.intake("slip", "2241-12-21T10:00:00Z", 1'000);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MissingReceipt), 0);
    QCOMPARE(result.books.end.inMilliseconds(), at("2142-01-01"));
  }

  void receiptsWithoutShipment() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 20'000);
    world.receipt("RC-2", "ghost", 21'000);
    world.receipt("RC-3", "foreign", 21'000, {{"consignor", "another-plant"}});
    world.receipt("RC-4", "nameless", 22'000, {{"consignor", nullptr}});
    const Reconciliation result = world.reconciled();
    // A receipt that names nobody may be anybody's.
    QCOMPARE(count(result, LoadKind::GhostReceipt), 1);
    QCOMPARE(result.loads.exceptions.of(LoadKind::GhostReceipt).total.inGrams(), 21'000'000);
  }

  void onlySomebodyElseConfirms() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.shipment("2", 30'000);
    world.receipt("RC-1", "1", 20'000, {{"publication", world.plant}});
    const std::int64_t stranger =
        world.publication("stranger", "receiver", "Stranger", {{"state", "unknown_key"}});
    world.receipt("RC-2", "2", 30'000, {{"publication", stranger}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::OwnReceipt), 1);
    QCOMPARE(count(result, LoadKind::StrangerReceipt), 1);
    QCOMPARE(whole(result).confirmed.inGrams(), 0);
    QCOMPARE(whole(result).missing.inGrams(), 50'000'000);
  }

  void brokenPublicationsAreNotRead() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    const std::int64_t broken =
        world.publication("harbour", "receiver", "", {{"state", "bad_signature"}});
    world.receipt("RC-1", "1", 20'000, {{"publication", broken}});
    QCOMPARE(world.reconciled().loads.pairs, 0);
  }

  void supersededRowsAreNotRead() {
    RecordFixture world;
    world.materials();
    const std::int64_t old = world.shipment("1", 20'000);
    const std::int64_t now = world.shipment("1", 18'000);
    world.supersede("shipments", old, now);
    world.receipt("RC-1", "1", 18'000);
    const Reconciliation result = world.reconciled();
    QCOMPARE(allExceptions(result), 0);
    QCOMPARE(whole(result).claimed.inGrams(), 18'000'000);
  }

  void loadsInParts() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 12'000);
    world.receipt("RC-2", "1", 7'900, {{"material", "sorting-residue"}, {"operation", "D1"}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::DuplicateReceipt), 0);
    QCOMPARE(whole(result).confirmed.inGrams(), 12'000'000);
    QCOMPARE(whole(result).asResidue.inGrams(), 7'900'000);
    QCOMPARE(count(result, LoadKind::MaterialChanged), 1);
  }

  void duplicates() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 19'980);
    world.receipt("RC-2", "1", 19'900);
    world.shipment("2", 15'000);
    world.shipment("2b", 15'000, {{"document_no", "WT-2"}});
    world.receipt("RC-3", "2", 15'000);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::DuplicateReceipt), 1);
    QCOMPARE(count(result, LoadKind::DuplicateShipment), 1);
    QCOMPARE(whole(result).received.inGrams(), 34'980'000);  // each load once
  }

  void twoPlantsMayUseOneNumber() {
    RecordFixture world;
    world.materials();
    const std::int64_t second = world.publication("plant-2", "plant", "EcoSphere South");
    world.material(second, "board", "product");
    world.shipment("1", 20'000);
    world.shipment("s", 9'000, {{"publication", second}, {"document_no", "WT-1"}});
    world.receipt("RC-1", "1", 9'010, {{"consignor", "plant-2"}});
    world.receipt("RC-2", "1", 19'990);
    const Reconciliation result = world.reconciled();
    QCOMPARE(allExceptions(result), 0);
    QCOMPARE(result.loads.pairs, 2);
  }

  void aReceiptForAnotherPlantIsNotThisOnes() {
    RecordFixture world;
    world.materials();
    const std::int64_t second = world.publication("plant-2", "plant", "EcoSphere South");
    world.material(second, "board", "product");
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 9'000, {{"consignor", "EcoSphere South"}});
    laterRecord(world);
    QCOMPARE(world.reconciled().loads.pairs, 0);
    // Two plants of one name: the name says nothing.
    world.publication("plant-3", "plant", "EcoSphere South");
    QCOMPARE(world.reconciled().loads.pairs, 1);
  }

  void mistypedNumberIsLinkedAndStaysOpen() {
    RecordFixture world;
    world.materials();
    world.shipment("1000", 20'000);
    world.receipt("RC-1", "1O00", 20'040);
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::DocumentDiffers), 1);
    QCOMPARE(count(result, LoadKind::MissingReceipt), 0);
    QCOMPARE(count(result, LoadKind::GhostReceipt), 0);
    QCOMPARE(result.loads.pairs, 0);
    const LedgerSum sum = whole(result);
    QCOMPARE(sum.confirmed.inGrams(), 0);
    QCOMPARE(sum.missing.inGrams(), 0);
    QCOMPARE(sum.pendingUseful.inGrams(), 20'000'000);
    QCOMPARE(sum.linkedUseful.inGrams(), 20'000'000);
    const LoadException& load = result.loads.exceptions.of(LoadKind::DocumentDiffers).kept.front();
    QVERIFY(load.link != nullptr);
    QVERIFY(load.link->probabilityPpm >= leastProbabilityPpm);
    QVERIFY(load.link->margin >= leastMarginMilliBits);
    QCOMPARE(load.received.inGrams(), 20'040'000);
  }

  void anotherSpellingIsTheSameNumber() {
    RecordFixture world;
    world.materials();
    world.shipment("1000", 20'000);
    world.receipt("RC-1", "1000", 20'040, {{"document_no", "wt 1000"}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::DocumentDiffers), 1);
    QVERIFY(result.loads.exceptions.of(LoadKind::DocumentDiffers).kept.front().link == nullptr);
    QCOMPARE(result.loads.pairs, 1);
    QCOMPARE(whole(result).confirmed.inGrams(), 20'000'000);
  }

  void receiptsOfAnotherPlantAreNotLinked() {
    RecordFixture world;
    world.materials();
    world.publication("plant-2", "plant", "EcoSphere South");
    world.shipment("1000", 20'000);
    world.receipt("RC-1", "1O00", 20'040, {{"consignor", "EcoSphere South"}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::DocumentDiffers), 0);
    QCOMPARE(count(result, LoadKind::MissingReceipt), 1);
    QCOMPARE(count(result, LoadKind::GhostReceipt), 1);
  }

  void twoCandidatesAreAmbiguous() {
    RecordFixture world;
    world.materials();
    world.shipment("1000", 20'000);
    world.receipt("RC-1", "x", 20'040);
    world.receipt("RC-2", "y", 20'020);
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::DocumentDiffers), 0);
    QCOMPARE(count(result, LoadKind::AmbiguousLink), 1);
    QCOMPARE(count(result, LoadKind::MissingReceipt), 0);
    QCOMPARE(count(result, LoadKind::GhostReceipt), 1);
    QCOMPARE(whole(result).confirmed.inGrams(), 0);
  }

  void partsUnderOtherNumbersAreLinked() {
    RecordFixture world;
    world.materials();
    world.shipment("1000", 20'000);
    world.receipt("RC-1", "1000-1", 12'000);
    world.receipt("RC-2", "1000-2", 8'040);
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::DocumentDiffers), 1);
    QCOMPARE(count(result, LoadKind::GhostReceipt), 0);
    const LoadException& load = result.loads.exceptions.of(LoadKind::DocumentDiffers).kept.front();
    QCOMPARE(load.link->kind, LinkKind::Split);
    QCOMPARE(load.link->moreRows.size(), std::size_t{1});
    QCOMPARE(load.received.inGrams(), 20'040'000);
  }

  /// The carrier's record has the plant's number, and fits one of the receipts or none.
  void haulsCloseTheTriangle_data() {
    QTest::addColumn<QByteArray>("vehicle");
    QTest::addColumn<int>("kilograms");
    QTest::addColumn<Triangle>("triangle");
    QTest::newRow("closed") << QByteArray("NL-4471") << 20'000 << Triangle::Closed;
    QTest::newRow("broken") << QByteArray("NL-9") << 14'000 << Triangle::Broken;
  }
  void haulsCloseTheTriangle() {
    QFETCH(QByteArray, vehicle);
    QFETCH(int, kilograms);
    QFETCH(Triangle, triangle);
    RecordFixture world;
    world.materials();
    world.shipment("1000", 20'000);
    world.receipt("RC-1", "1O00", 20'040);
    world.receipt("RC-2", "7", 14'000, {{"vehicle", "NL-9"}});
    Row haul = world.base(world.publication("carrier", "carrier", "Carrier"));
    haul.insert({{"id", "H-1"},
                 {"document_no", "WT-1000"},
                 {"vehicle", vehicle.toStdString()},
                 {"loaded_ms", at("2141-04-08T07:12:00Z")},
                 {"unloaded_ms", at("2141-04-08T10:30:00Z")},
                 {"to_site", "harbour"},
                 {"net_g", std::int64_t{kilograms} * 1000}});
    world.insertRow("hauls", std::move(haul), {});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    const bool closed = triangle == Triangle::Closed;
    const LoadKind kind = closed ? LoadKind::DocumentDiffers : LoadKind::AmbiguousLink;
    QCOMPARE(count(result, kind), 1);
    QCOMPARE(result.loads.exceptions.of(kind).kept.front().link->triangle, triangle);
  }

  void hazardousStarDropped() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000,
                   {{"material", "x"}, {"low_code", "19 12 11*"}, {"operation", "D9"}});
    world.receipt("RC-1", "1", 20'000,
                  {{"material", "x"}, {"low_code", "19 12 12"}, {"operation", "D9"}});
    // The same entry without its star is still that entry.
    world.shipment("2", 20'000,
                   {{"material", "x"}, {"low_code", "19 12 11*"}, {"operation", "D9"}});
    world.receipt("RC-2", "2", 20'000,
                  {{"material", "x"}, {"low_code", "191211"}, {"operation", "D9"}});
    QCOMPARE(count(world.reconciled(), LoadKind::HazardDropped), 1);
  }

  void receiverWithoutListUsesCodesThenTheSendersWord() {
    RecordFixture world;
    world.material(world.plant, "board", "product");
    world.shipment("1", 10'000);
    world.receipt("RC-1", "1", 10'000, {{"low_code", "19 12 12"}});  // although R3
    world.shipment("2", 10'000);
    world.receipt("RC-2", "2", 10'000, {{"operation", nullptr}});  // the sender's own name
    world.shipment("3", 10'000);
    world.receipt("RC-3", "3", 10'000, {{"operation", nullptr}, {"material", "mystery"}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MaterialDisputed), 1);
    QCOMPARE(count(result, LoadKind::MaterialNotStated), 1);
    QCOMPARE(whole(result).confirmed.inGrams(), 10'000'000);
  }

  void onlyTheHeaviestAreKept() {
    RecordFixture world;
    world.materials();
    const auto many = static_cast<std::int64_t>(LoadExceptions::most) + 10;
    QVERIFY(world.database().execute("BEGIN").ok());
    for (std::int64_t i = 0; i < many; ++i) {
      world.receipt("R" + std::to_string(i), std::to_string(i), 1'000 + i, {{"vehicle", nullptr}});
    }
    QVERIFY(world.database().execute("COMMIT").ok());
    const Reconciliation result = world.reconciled();
    const auto& ghosts = result.loads.exceptions.of(LoadKind::GhostReceipt);
    QCOMPARE(ghosts.count, many);
    QCOMPARE(ghosts.kept.size(), LoadExceptions::most);
    QCOMPARE(ghosts.kept.front().amount.inGrams(), (1'000 + many - 1) * 1'000);
    QCOMPARE(ghosts.kept.back().amount.inGrams(), 1'010 * 1'000);
  }

  void importOrderDoesNotMatter() {
    const auto run = [](bool backwards) {
      RecordFixture world;
      world.materials();
      for (int i = 0; i < 6; ++i) {
        const int n = backwards ? 5 - i : i;
        const std::string id = std::to_string(n);
        world.shipment(id, 20'000 + n, {{"document_no", "WT-same"}});
        world.receipt("RC-" + id, id, 20'000 + 7 * n, {{"document_no", "WT-same"}});
      }
      const LedgerSum sum = whole(world.reconciled());
      return std::pair(sum.confirmed.inGrams(), sum.received.inGrams());
    };
    QCOMPARE(run(false), run(true));
  }

  void cancelling() {
    RecordFixture world;
    Progress progress;
    progress.cancel();
    world.shipment("1", 1'000);
    const auto result = reconcile(world.database(), {}, world.plan, progress);
    QVERIFY(!result.ok());
    QVERIFY(result.error().code == ErrorCode::Cancelled);
  }

  void nothingAtAll() {
    RecordFixture world;
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 0);
    QVERIFY(!result.balances.whole.applicable);
    QCOMPARE(result.balances.whole.whyNot, std::string("no_records"));
  }
};

PLUMBLINE_TEST(TestReconcile)
#include "test_reconcile.moc"
