// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "model/findings/finding.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

Finding sample() {
  Finding finding;
  finding.rule = "material_changed";
  finding.severity = Severity::Contradiction;
  finding.group = "Harbour Reclaim";
  finding.amount = Mass::kilograms(17'240);
  finding.records = {{Table::Shipments, "plant-1", "SH-0417", 12},
                     {Table::Receipts, "harbour", "RC-1", 7}};
  finding.rowCount = 2;
  finding.assignId();
  return finding;
}

}  // namespace

class TestFinding : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void identitySurvivesRecomputation() {
    const Finding first = sample();
    QVERIFY(first.id.starts_with("f-"));
    QCOMPARE(first.id.size(), std::size_t{18});
    Finding again = sample();
    again.amount = Mass::kilograms(1);  // numbers and row ids may change, notes stay attached
    again.severity = Severity::Look;
    again.group = "other";
    again.records[0].rowid = 99;
    again.assignId();
    QCOMPARE(again.id, first.id);
  }
  void identityNamesRuleAndRecords() {
    const std::string id = sample().id;
    Finding other = sample();
    other.rule = "mass_difference";
    other.assignId();
    QVERIFY(other.id != id);
    other = sample();
    other.records[1].id = "RC-2";
    other.assignId();
    QVERIFY(other.id != id);
    other = sample();
    std::swap(other.records[0].party, other.records[0].id);
    other.assignId();
    QVERIFY(other.id != id);
  }
  void identityOfAggregatesIsTheirGroup() {
    Finding a;
    a.rule = "unaccounted_mass";
    a.group = "all";
    a.assignId();
    Finding b = a;
    b.group = "2141-04";
    b.assignId();
    QVERIFY(a.id != b.id);
  }
  void order() {
    std::vector<Finding> list(5);
    list[0].severity = Severity::CannotTell;
    list[1].severity = Severity::Conflict;
    list[1].amount = Mass::kilograms(5);
    list[2].severity = Severity::Conflict;
    list[2].amount = Mass::kilograms(9);
    list[3].severity = Severity::Contradiction;
    list[3].id = "f-b";
    list[4].severity = Severity::Contradiction;
    list[4].id = "f-a";
    std::sort(list.begin(), list.end(), findingBefore);
    QCOMPARE(list[0].id, std::string("f-a"));
    QCOMPARE(list[1].id, std::string("f-b"));
    QCOMPARE(list[2].amount.inGrams(), 9'000);
    QCOMPARE(list[3].amount.inGrams(), 5'000);
    QVERIFY(list[4].severity == Severity::CannotTell);
  }
  void jsonHasNoRowids() {
    Finding finding = sample();
    const std::string before = finding.toJson().dump();
    finding.records[0].rowid = 4711;
    QCOMPARE(finding.toJson().dump(), before);
    QVERIFY(before.find("\"amount_kg\":17240") != std::string::npos);
    QVERIFY(before.find("\"severity\":\"contradiction\"") != std::string::npos);
    QVERIFY(before.find("\"time\":null") != std::string::npos);
  }
};

PLUMBLINE_TEST(TestFinding)
#include "test_finding.moc"
