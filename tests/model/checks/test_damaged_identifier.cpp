// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/checks/damaged_identifier_facts.h"
#include "model/checks/rule_list.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/model/checks/run_rule.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

namespace fact = facts::damagedIdentifier;

/// A site of a French firm.
std::string siretOf(int number) {
  std::string digits = "73282932" + std::to_string(10'000 + number);
  for (char last = '0'; last <= '9'; ++last) {
    int sum = 0;
    const std::string all = digits + last;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const int value = (all[all.size() - 1 - i] - '0') * (i % 2 == 1 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
    if (sum % 10 == 0) return all;
  }
  return {};
}

void sendTo(RecordFixture& world, int count) {
  for (int i = 0; i < count; ++i) {
    world.shipment("S" + std::to_string(i), 1'000, {{"consignee", siretOf(i)}});
  }
}

std::string wrong() {
  std::string number = siretOf(900);
  number.back() = number.back() == '9' ? '0' : static_cast<char>(number.back() + 1);
  return number;
}

}  // namespace

class TestDamagedIdentifier : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aWrongCheckDigit() {
    RecordFixture world;
    sendTo(world, 12);
    world.shipment("X1", 2'000, {{"consignee", wrong()}});
    world.shipment("X2", 3'000, {{"consignee", wrong()}});
    const CheckOutcome outcome = outcomeOf(world, rules::damagedIdentifier);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == Severity::Look);
    QCOMPARE(fact::kind.of(finding), std::string("siret"));
    QCOMPARE(fact::example.of(finding), wrong());
    QCOMPARE(fact::count.of(finding), std::int64_t{1});
    QCOMPARE(fact::rows.of(finding), std::int64_t{2});
    QCOMPARE(fact::right.of(finding).value_or(0), std::int64_t{12});
    QCOMPARE(finding.amount.inGrams(), std::int64_t{5'000'000});
    QCOMPARE(finding.records.front().id, std::string("X1"));
  }

  void aContainer() {
    RecordFixture world;
    for (int i = 0; i < 20; ++i) {
      world.shipment("S" + std::to_string(i), 1'000, {{"container_no", "CSQU3054383"}});
    }
    world.shipment("X", 4'000, {{"container_no", "CSQU3054384"}});
    world.shipment("Y", 4'000, {{"container_no", "skip 7"}});  // a number of somebody's own
    const CheckOutcome outcome = outcomeOf(world, rules::damagedIdentifier);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(fact::kind.of(outcome.findings.front()), std::string("container"));
    QCOMPARE(fact::rows.of(outcome.findings.front()), std::int64_t{1});
    QCOMPARE(outcome.findings.front().records.front().id, std::string("X"));
  }

  /// Numbers of 14 digits that mean something else are nobody's mistake.
  void numbersOfAnotherKind() {
    RecordFixture world;
    for (int i = 0; i < 60; ++i) {
      world.shipment("S" + std::to_string(i), 1'000,
                     {{"consignee", std::to_string(10'000'000'000'000LL + 7'919LL * i * i)}});
    }
    QVERIFY(outcomeOf(world, rules::damagedIdentifier).findings.empty());
  }

  void tooFewToKnow() {
    RecordFixture world;
    sendTo(world, 8);
    world.shipment("X", 1'000, {{"consignee", wrong()}});
    QVERIFY(outcomeOf(world, rules::damagedIdentifier).findings.empty());
  }

  void allAreRight() {
    RecordFixture world;
    sendTo(world, 30);
    QVERIFY(outcomeOf(world, rules::damagedIdentifier).findings.empty());
  }

  void roundedDocuments() {
    RecordFixture world;
    world.shipment("S1", 1'000, {{"document_no", "3.52E+14"}});
    world.shipment("S2", 2'000, {{"document_no", "3.52E+14"}});
    world.shipment("S3", 2'000, {{"document_no", "WT-1"}});
    world.receipt("R1", "1", 1'000, {{"document_no", "352093087654321"}});
    world.receipt("R2", "2", 5'000, {{"document_no", "352093000000001"}});  // another mass
    world.receipt("R3", "3", 1'000, {{"document_no", "35209308765432"}});   // a digit less
    const CheckOutcome outcome = outcomeOf(world, rules::damagedIdentifier);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QCOMPARE(fact::kind.of(finding), std::string("rounded_document"));
    QCOMPARE(fact::rows.of(finding), std::int64_t{2});
    QCOMPARE(fact::count.of(finding), std::int64_t{1});
    QCOMPARE(finding.comparison.size(), std::size_t{1});
    QCOMPARE(finding.comparison.front().left, std::string("3.52E+14"));
    QCOMPARE(finding.comparison.front().right, std::string("352093087654321"));
  }

  /// Its own receipt is no other party's word.
  void itsOwnReceiptSaysNothing() {
    RecordFixture world;
    world.shipment("S1", 1'000, {{"document_no", "3.52E+14"}});
    world.receipt("R1", "1", 1'000, {{"document_no", "352093087654321"}, {"publication", world.plant}});
    const CheckOutcome outcome = outcomeOf(world, rules::damagedIdentifier);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QVERIFY(outcome.findings.front().comparison.empty());
  }

  /// A number that is right as another kind of number is nobody's mistake.
  void aFirmOfAnotherCountry() {
    RecordFixture world;
    sendTo(world, 12);
    world.shipment("X", 1'000, {{"consignee", "11222333000181"}});  // a firm of Brazil
    QVERIFY(outcomeOf(world, rules::damagedIdentifier).findings.empty());
  }

  /// Two that fit are no answer.
  void severalWholeNumbers() {
    RecordFixture world;
    world.shipment("S1", 1'000, {{"document_no", "3.52E+14"}});
    world.receipt("R1", "1", 1'000, {{"document_no", "352093087654321"}});
    world.receipt("R2", "2", 1'000, {{"document_no", "352093087654322"}});
    const CheckOutcome outcome = outcomeOf(world, rules::damagedIdentifier);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QVERIFY(outcome.findings.front().comparison.empty());
  }

  void roundedNames() {
    RecordFixture world;
    world.shipment("S1", 1'000, {{"consignee", "1.12E+13"}});
    const CheckOutcome outcome = outcomeOf(world, rules::damagedIdentifier);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(fact::kind.of(outcome.findings.front()), std::string("rounded_name"));
    QVERIFY(!fact::right.isIn(outcome.findings.front()));
  }

  /// What was corrected is not told any more.
  void aRowThatWasCorrected() {
    RecordFixture world;
    const auto old = world.shipment("S1", 1'000, {{"document_no", "3.52E+14"}, {"consignee", "1.12E+13"}});
    const auto now = world.shipment("S1", 1'000, {{"document_no", "352093087654321"}});
    world.supersede("shipments", old, now);
    QVERIFY(outcomeOf(world, rules::damagedIdentifier).findings.empty());
  }
};

PLUMBLINE_TEST(TestDamagedIdentifier)
#include "test_damaged_identifier.moc"
