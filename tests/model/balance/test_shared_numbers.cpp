// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Document numbers that several loads share, or that somebody mistyped: a number alone binds nobody.

#include <QTest>

#include "model/links/load_fit.h"
#include "model/links/load_pairs.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

std::int64_t count(const Reconciliation& result, LoadKind kind) {
  return result.loads.exceptions.of(kind).count;
}

LedgerSum whole(const Reconciliation& result) {
  return result.loads.ledger.sum(-1, INT64_MIN, INT64_MAX);
}

/// Loads that agree, so that the shares of the fields are learnt.
void ordinaryLoads(RecordFixture& world, int loads = 60) {
  for (int i = 0; i < loads; ++i) {
    const std::string id = "o" + std::to_string(i);
    const Row vehicle{{"vehicle", "V-" + std::to_string(i % 7)}};
    world.shipment(id, 9'000 + i * 137, vehicle);
    world.receipt("RC-" + id, id, 9'000 + i * 137 - 20, vehicle);
  }
}

/// A later record, so that the deadline of April's loads is over.
void laterRecord(RecordFixture& world) {
  world.intake("late", "2141-12-30T10:00:00Z", 1'000);
}

}  // namespace

class TestSharedNumbers : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  /// The same number, plate, receiver and day, and a third of the load is not there: one load.
  void lostMassIsNoOtherLoad_data() {
    QTest::addColumn<QByteArray>("vehicle");
    QTest::newRow("with a plate") << QByteArray("NL-4471");
    QTest::newRow("without") << QByteArray();
  }
  void lostMassIsNoOtherLoad() {
    QFETCH(QByteArray, vehicle);
    RecordFixture world;
    world.materials();
    ordinaryLoads(world);
    const Row plate{{"vehicle", vehicle.toStdString()}};
    world.shipment("1", 20'000, plate);
    world.receipt("RC-1", "1", 14'000, plate);
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 61);
    QCOMPARE(count(result, LoadKind::MassDiffers), 1);
    QCOMPARE(count(result, LoadKind::MissingReceipt), 0);
    QCOMPARE(count(result, LoadKind::GhostReceipt), 0);
  }

  /// Books that start again each January: every number has a load in each year.
  void numbersOfTwoYears_data() {
    QTest::addColumn<bool>("plates");
    QTest::newRow("with plates") << true;
    QTest::newRow("without plates") << false;
  }
  void numbersOfTwoYears() {
    QFETCH(bool, plates);
    RecordFixture world;
    world.materials();
    for (int i = 0; i < 20; ++i) {
      const std::string id = std::to_string(i);
      // The heavier load comes first in one year and last in the other.
      for (const auto& [year, net] : {std::pair("2141", 20'000 - 300 * i), {"2142", 14'000 + 300 * i}}) {
        const std::string name = std::string(year) + "-" + id;
        const Row number{{"document_no", "WT-" + id}};
        Row sent = number;
        Row received = number;
        sent["dispatched_ms"] = at((std::string(year) + "-02-08T07:12:00Z").c_str());
        received["received_ms"] = at((std::string(year) + "-02-08T11:40:00Z").c_str());
        sent["vehicle"] = received["vehicle"] = plates ? "NL-" + name : std::string();
        world.shipment(name, net, sent);
        world.receipt("RC-" + name, id, net - 20, received);
      }
    }
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 40);
    QCOMPARE(whole(result).confirmed.inGrams(), whole(result).claimed.inGrams() - 40 * 20'000);
    QCOMPARE(count(result, LoadKind::DuplicateShipment), 0);
    QCOMPARE(count(result, LoadKind::MassDiffers), 0);
    QCOMPARE(count(result, LoadKind::ReceivedBeforeSent), 0);
  }

  /// Of two years' loads under one number one has no receipt: that one, and no other.
  void theReceiptIsOfItsOwnYear() {
    RecordFixture world;
    world.materials();
    world.shipment("old", 20'000, {{"document_no", "WT-1"}, {"dispatched_ms", at("2141-02-08T07:00:00Z")}});
    world.shipment("new", 20'000, {{"document_no", "WT-1"}, {"dispatched_ms", at("2142-02-08T07:00:00Z")}});
    world.receipt("RC", "1", 19'980, {{"received_ms", at("2142-02-08T09:00:00Z")}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 1);
    QCOMPARE(count(result, LoadKind::MissingReceipt), 1);
    QCOMPARE(result.loads.exceptions.of(LoadKind::MissingReceipt).kept.front().shipment, 1);
    QCOMPARE(count(result, LoadKind::DuplicateShipment), 0);
  }

  /// A receiver mistypes a number into that of another load, whose own receipt is mistyped, too.
  void oneTypedDigitAccusesNobody() {
    RecordFixture world;
    world.materials();
    ordinaryLoads(world);
    world.shipment("A", 20'000, {{"vehicle", "A"}});
    world.shipment("B", 12'000, {{"vehicle", "B"}});
    world.receipt("RC-A", "B", 19'980, {{"vehicle", "A"}});
    world.receipt("RC-B", "A", 11'980, {{"vehicle", "B"}, {"material", "sorting-residue"}, {"operation", "D1"}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 60);
    QCOMPARE(count(result, LoadKind::DocumentDiffers), 2);
    for (const LoadKind kind : {LoadKind::MissingReceipt, LoadKind::GhostReceipt,
                                LoadKind::MassDiffers, LoadKind::MaterialChanged}) {
      QCOMPARE(count(result, kind), 0);
    }
  }

  /// Nothing but the number agrees: neither bound, nor missing, nor a ghost.
  void theNumberAloneBindsNobody() {
    RecordFixture world;
    world.materials();
    ordinaryLoads(world);
    world.shipment("1", 20'000, {{"vehicle", "A"}});
    world.receipt("RC-1", "1", 9'000,
                  {{"vehicle", "B"}, {"received_ms", at("2141-07-19T09:00:00Z")},
                   {"material", "sorting-residue"}, {"operation", "D1"}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 60);
    QCOMPARE(count(result, LoadKind::AmbiguousLink), 1);
    for (const LoadKind kind : {LoadKind::MissingReceipt, LoadKind::GhostReceipt,
                                LoadKind::MassDiffers, LoadKind::MaterialChanged}) {
      QCOMPARE(count(result, kind), 0);
    }
    QCOMPARE(whole(result).pending.inGrams(), 20'000'000);
    QCOMPARE(whole(result).asResidue.inGrams(), 0);
  }

  /// Another spelling binds as little as the number itself.
  void anotherSpellingAloneBindsNobody() {
    RecordFixture world;
    world.materials();
    ordinaryLoads(world);
    world.shipment("1", 20'000, {{"vehicle", "A"}});
    world.receipt("RC-1", "1", 9'000,
                  {{"document_no", "wt 1"}, {"vehicle", "B"}, {"received_ms", at("2141-07-19T09:00:00Z")}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 60);
    QCOMPARE(count(result, LoadKind::MassDiffers), 0);
    QCOMPARE(whole(result).pending.inGrams(), 20'000'000);
  }

  /// Another party of the audit signs for a load that was not sent to it.
  void signedByAnotherThanTheConsignee_data() {
    QTest::addColumn<QByteArray>("consignee");
    QTest::addColumn<bool>("confirms");
    QTest::newRow("another party") << QByteArray("yard") << false;
    QTest::newRow("by its name") << QByteArray("The Yard") << false;
    QTest::newRow("the signer's name") << QByteArray("Harbour Reclaim") << true;
    QTest::newRow("nobody of the audit") << QByteArray("Quay 7") << true;
    QTest::newRow("not stated") << QByteArray("") << true;
  }
  void signedByAnotherThanTheConsignee() {
    QFETCH(QByteArray, consignee);
    QFETCH(bool, confirms);
    RecordFixture world;
    world.materials();
    ordinaryLoads(world);
    world.publication("yard", "receiver", "The Yard");
    world.shipment("1", 20'000, {{"consignee", consignee.toStdString()}});
    world.receipt("RC-1", "1", 20'000);
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::OtherReceiver), confirms ? 0 : 1);
    QCOMPARE(result.loads.pairs, confirms ? 61 : 60);
    QCOMPARE(whole(result).pending.inGrams(), confirms ? 0 : 20'000'000);
    QCOMPARE(count(result, LoadKind::MissingReceipt), 0);
    QCOMPARE(count(result, LoadKind::GhostReceipt), 0);
  }

  /// A plant does not escape a receiver's word by naming another consignee.
  void residueSignedByAnotherThanTheConsignee() {
    RecordFixture world;
    world.materials();
    world.publication("yard", "receiver", "The Yard");
    world.shipment("1", 20'000, {{"consignee", "yard"}});
    world.receipt("RC-1", "1", 20'000, {{"material", "sorting-residue"}, {"operation", "D1"}});
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::OtherReceiver), 1);
    QCOMPARE(count(result, LoadKind::MaterialChanged), 1);
    QCOMPARE(whole(result).asResidue.inGrams(), 20'000'000);
  }

  /// A person may say that it is the load all the same.
  void aPersonMaySayThatTheSignerMayConfirm() {
    RecordFixture world;
    world.materials();
    world.publication("yard", "receiver", "The Yard");
    world.shipment("1", 20'000, {{"consignee", "yard"}});
    world.receipt("RC-1", "1", 20'000);
    const auto key = PrivateKey::fromSeed(bytesOf(std::string(32, 'a')));
    QVERIFY(addLinkDecision(world.database(), {"plant-1", "1"}, {"harbour", "RC-1"}, true, "person-a",
                            *key));
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::OtherReceiver), 0);
    QCOMPARE(whole(result).confirmed.inGrams(), 20'000'000);
  }

  /// Two plants, one range of numbers, shared vehicles, receipts that name no consignor.
  void plantsThatShareNumbers() {
    RecordFixture world;
    world.materials();
    const std::int64_t second = world.publication("plant-2", "plant", "EcoSphere South");
    world.material(second, "board", "product");
    for (int i = 0; i < 20; ++i) {
      const std::string id = std::to_string(i);
      const Row nameless{{"consignor", nullptr}};
      world.shipment(id, 20'000 - 211 * i);
      world.receipt("RC-" + id, id, 20'000 - 211 * i - 20, nameless);
      world.shipment("s" + id, 12'000 + 173 * i, {{"publication", second}, {"document_no", "WT-" + id}});
      world.receipt("RC-s" + id, id, 12'000 + 173 * i + 20, nameless);
    }
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.pairs, 40);
    QCOMPARE(count(result, LoadKind::MassDiffers), 0);
    QCOMPARE(count(result, LoadKind::DuplicateReceipt), 0);
  }

  /// A load booked twice is told, and confirmed once.
  void oneLoadTwice() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 15'000);
    world.shipment("1b", 15'000, {{"document_no", "WT-1"}});
    world.receipt("RC-1", "1", 15'000);
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::DuplicateShipment), 1);
    QCOMPARE(whole(result).confirmed.inGrams(), 15'000'000);
    QCOMPARE(whole(result).missing.inGrams(), 15'000'000);
  }

  /// Two tickets, one receipt under the number of one of them: nobody lost or gained anything.
  void twoTicketsOnOneReceipt() {
    RecordFixture world;
    world.materials();
    ordinaryLoads(world);
    const Row plate{{"vehicle", "NL-4454"}};
    world.shipment("88505", 15'260, plate);
    world.shipment("30505", 10'180, plate);
    world.receipt("RC", "88505", 25'440, plate);
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MissingReceipt), 0);
    QCOMPARE(count(result, LoadKind::MassDiffers), 0);
    QCOMPARE(count(result, LoadKind::DocumentDiffers), 1);
    QCOMPARE(whole(result).pending.inGrams(), 25'440'000);
  }

  /// One ticket, two receipts, one of them under another number.
  void oneTicketOnTwoReceipts() {
    RecordFixture world;
    world.materials();
    ordinaryLoads(world);
    const Row plate{{"vehicle", "NL-4454"}};
    world.shipment("88505", 25'440, plate);
    world.receipt("RC", "88505", 15'260, plate);
    world.receipt("RC-2", "30505", 10'180, plate);
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::GhostReceipt), 0);
    QCOMPARE(count(result, LoadKind::MassDiffers), 0);
    QCOMPARE(count(result, LoadKind::DocumentDiffers), 1);
  }

  /// So many alike that nobody can tell them apart: none of them is accused.
  void tooManyAlike() {
    RecordFixture world;
    world.materials();
    QVERIFY(world.database().execute("BEGIN").ok());
    for (int i = 0; i < 450; ++i) {
      const std::string id = std::to_string(i);
      world.shipment(id, 10'000, {{"document_no", "S" + id}});
      world.receipt("RC-" + id, id, 10'000, {{"document_no", "R" + std::to_string(9'000'000 + i * 1'117)}});
    }
    QVERIFY(world.database().execute("COMMIT").ok());
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MissingReceipt), 0);
    QCOMPARE(count(result, LoadKind::GhostReceipt), 0);
    QCOMPARE(whole(result).pending.inGrams(), 450 * 10'000'000LL);
  }

  /// More open loads than are kept for linking: missing where no receipt could be theirs, else open.
  void moreThanCanBeLinked_data() {
    QTest::addColumn<bool>("openReceipt");
    QTest::addColumn<int>("missing");
    QTest::newRow("no receipt is open") << false << 100'010;
    QTest::newRow("one is") << true << 100'000;
  }
  void moreThanCanBeLinked() {
    QFETCH(bool, openReceipt);
    QFETCH(int, missing);
    RecordFixture world;
    world.materials();
    world.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1000000 UNION ALL SELECT i + 1 FROM n WHERE i < 1100009) "
        "INSERT INTO shipments (publication, row, at, words, scale, id, document_no, line, "
        "dispatched_ms, consignee, material, operation, net_g) SELECT " +
        std::to_string(world.plant) + ", i, 0, 0, 0, 'L' || i, 'L' || i, 1, " +
        std::to_string(at("2141-04-08T07:12:00Z")) + ", 'harbour', 'board', 'R3', 1000000 FROM n");
    if (openReceipt) world.receipt("RC", "A", 20'000, {{"document_no", "A"}});
    laterRecord(world);
    const Reconciliation result = world.reconciled();
    QCOMPARE(count(result, LoadKind::MissingReceipt), missing);
    QCOMPARE(whole(result).missing.inGrams(), missing * 1'000'000LL);
    QCOMPARE(whole(result).pending.inGrams(), (100'010 - missing) * 1'000'000LL);
  }

  void orderOfTheRowsDoesNotMatter() {
    const auto run = [](int step) {
      RecordFixture world;
      world.materials();
      for (int i = 0; i < 13; ++i) {
        const int n = (i * step) % 13;
        const std::string id = std::to_string(n);
        const Row number{{"document_no", "WT-" + std::to_string(n % 3)}, {"vehicle", "V" + std::to_string(n % 4)}};
        world.shipment(id, 20'000 + n * 40, number);
        world.receipt("RC-" + id, id, 20'000 + 7 * n, number);
      }
      const LedgerSum sum = whole(world.reconciled());
      return std::tuple(sum.confirmed.inGrams(), sum.received.inGrams(), sum.pending.inGrams());
    };
    for (int step = 2; step < 13; ++step) QCOMPARE(run(step), run(1));
  }
};

PLUMBLINE_TEST(TestSharedNumbers)
#include "test_shared_numbers.moc"
