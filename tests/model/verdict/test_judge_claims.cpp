// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "model/verdict/claimed_figure.h"
#include "model/verdict/judge_claims.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/model/checks/run_rule.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// A quiet year: 12 loads of 20 t, 240 t in, surveys at both ends.
struct Year : RecordFixture {
  Year() {
    materials();
    instrument(plant, "WB-1", "A", 20'000, 200);
    instrument(receiver, "HR-1", "A", 20'000, 200);
    stock("S0", "2141-01-01", 1'000, 100);
    stock("S1", "2141-12-31T23:59:59Z", 1'000, 100);
    for (int i = 0; i < 12; ++i) {
      const std::int64_t time = at("2141-01-05T08:00:00Z") + i * 30 * millisecondsPerDay;
      const std::string id = std::to_string(i);
      intake("I" + id, "2141-01-05T07:00:00Z", 20'000, {{"time_ms", time - 3'600'000}});
      shipment(id, 20'000, {{"dispatched_ms", time}});
      receipt("RC-" + id, id, 20'000, {{"received_ms", time + 3'600'000}});
    }
  }
  void receivedAsResidue(int loads) {
    for (int i = 0; i < loads; ++i) {
      execute("UPDATE receipts SET material = 'sorting-residue', operation = 'D1' WHERE id = 'RC-" +
              std::to_string(i) + "'");
    }
  }
  [[nodiscard]] std::vector<ClaimVerdict> judged(const EvidenceReport& evidence = {}) const {
    const Reconciliation reconciliation = reconciled();
    auto claims = judgeClaims({database(), plan, reconciliation, evidence});
    if (!claims) qFatal("%s", claims.error().text().c_str());
    return std::move(claims).value();
  }
};

bool has(const std::vector<std::string>& list, const std::string& key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

}  // namespace

class TestJudgeClaims : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void supported() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31");
    const ClaimVerdict verdict = year.judged().at(0);
    QVERIFY2(verdict.decision == Decision::Supported, verdict.toJson().pretty().c_str());
    QCOMPARE(verdict.claimed.inGrams(), 240'000'000);
    QCOMPARE(verdict.confirmed.inGrams(), 240'000'000);
    QCOMPARE(verdict.upperBound.inGrams(), 240'000'000);
    QVERIFY(verdict.balanceKnown);
    QCOMPARE(verdict.input.inGrams(), 241'000'000);
    QCOMPARE(verdict.end.inMilliseconds(), at("2142-01-01"));  // the last day is in
    QCOMPARE(verdict.reasons.front(), std::string("confirmed_by_receipts"));
  }

  void aReceiverThatStoppedPublishingLeavesADoubt() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31");
    // One load of twelve, of March: below the tenth that may be on its way.
    year.publication("lagging", "receiver", "", {{"period_end_ms", at("2141-02-01")}});
    year.execute("UPDATE shipments SET consignee = 'lagging' WHERE id = '2'");
    year.execute("DELETE FROM receipts WHERE id = 'RC-2'");
    const ClaimVerdict verdict = year.judged().at(0);
    QCOMPARE(verdict.pending.inGrams(), 20'000'000);
    QVERIFY(verdict.decision == Decision::CannotTell);
    QCOMPARE(verdict.reasons, std::vector<std::string>{"receivers_behind"});
    // The last load is not due yet: nobody need have published it.
    Year fresh;
    fresh.claim("CL-1", "2141-01-01", "2141-12-31");
    fresh.execute("DELETE FROM receipts WHERE id = 'RC-11'");
    fresh.execute("UPDATE shipments SET dispatched_ms = " + std::to_string(at("2141-12-20")) +
                  " WHERE id = '11'");
    QCOMPARE(fresh.judged().at(0).pending.inGrams(), 20'000'000);
    QVERIFY(fresh.judged().at(0).decision == Decision::Supported);
  }

  void residueContradicts() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31");
    year.receivedAsResidue(2);
    const ClaimVerdict verdict = year.judged().at(0);
    QVERIFY(verdict.decision == Decision::Contradicted);
    QCOMPARE(verdict.receivedAsResidue.inGrams(), 40'000'000);
    QCOMPARE(verdict.confirmed.inGrams(), 200'000'000);
    QCOMPARE(verdict.upperBound.inGrams(), 200'000'000);
    QCOMPARE(verdict.reasons.front(), std::string("received_as_residue"));
    QVERIFY(has(verdict.wouldChange, "corrected_receipts"));
  }

  void admittedResidueDoesNot() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31", {{"value_micro", 40'000'000}});  // 40 t
    year.receivedAsResidue(2);
    QVERIFY(year.judged().at(0).decision == Decision::CannotTell);
  }

  void shareOfResidue() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31",
               {{"metric", "diversion_rate"}, {"value_micro", 95'000'000}, {"unit", "%"}});
    year.receivedAsResidue(2);  // 16.7 %
    QVERIFY(year.judged().at(0).decision == Decision::Contradicted);
    year.execute("UPDATE claims SET value_micro = 80000000");
    QVERIFY(year.judged().at(0).decision == Decision::CannotTell);
  }

  void unaccountedMassContradicts() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31");
    year.intake("more", "2141-06-05T07:00:00Z", 30'000);
    const ClaimVerdict verdict = year.judged().at(0);
    QVERIFY(verdict.decision == Decision::Contradicted);
    QCOMPARE(verdict.unaccounted.inGrams(), 30'000'000);
    QCOMPARE(verdict.reasons.front(), std::string("unaccounted"));
  }

  void missingReceiptsCannotBeTold() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31");
    year.execute("DELETE FROM receipts WHERE id IN ('RC-0', 'RC-1')");
    const ClaimVerdict verdict = year.judged().at(0);
    QVERIFY(verdict.decision == Decision::CannotTell);
    QCOMPARE(verdict.withoutReceipt.inGrams(), 40'000'000);
    QCOMPARE(verdict.upperBound.inGrams(), 240'000'000);
    QCOMPARE(verdict.unaccounted.inGrams(), 40'000'000);
    QCOMPARE(verdict.reasons, std::vector<std::string>{"receipts_missing"});
    QVERIFY(has(verdict.wouldChange, "missing_receipts"));
  }

  void cannotTell_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* sql, const char* reason) {
      QTest::newRow(reason) << QByteArray(sql) << QByteArray(reason);
    };
    row("DELETE FROM receipts", "no_receiver_evidence");
    row("DELETE FROM stocks", "balance_unknown");
    row("UPDATE receipts SET operation = 'R13'", "not_confirmed");
    row("DELETE FROM intakes WHERE id IN ('I1', 'I2')", "more_out_than_in");
  }
  void cannotTell() {
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, reason);
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31");
    year.execute(sql.toStdString());
    const ClaimVerdict verdict = year.judged().at(0);
    QVERIFY2(verdict.decision == Decision::CannotTell, verdict.toJson().pretty().c_str());
    QVERIFY2(has(verdict.reasons, reason.toStdString()), verdict.toJson().pretty().c_str());
  }

  void failedEvidenceSupportsNothing() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31");
    EvidenceReport evidence;
    evidence.rows[static_cast<std::size_t>(EvidenceQuestion::Intact)].state = CheckState::Failed;
    const ClaimVerdict verdict = year.judged(evidence).at(0);
    QVERIFY(verdict.decision == Decision::CannotTell);
    QCOMPARE(verdict.reasons, std::vector<std::string>{"evidence_failed"});
  }

  void withoutAClaimTheShipmentsAreOne() {
    const auto claims = Year().judged();
    QCOMPARE(claims.size(), std::size_t{1});
    QCOMPARE(claims.front().id, std::string("implied"));
    QVERIFY(claims.front().decision == Decision::Supported);
  }

  void openlySentResidueDeniesOnlyClaimsAboutResidue_data() {
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<int>("decision");
    const auto row = [](const char* metric, qint64 value, const char* unit, Decision decision) {
      QTest::addRow("%s %s", metric, unit)
          << QByteArray(metric) << value << QByteArray(unit) << static_cast<int>(decision);
    };
    row("useful_mass", 240'000'000, "t", Decision::Supported);
    row("useful_mass", 240'000'000'000, "kg", Decision::Supported);
    row("implied", 0, "t", Decision::Supported);
    row("residual_waste", 0, "t", Decision::Contradicted);
    row("residual_waste", 0, "tonnes", Decision::Contradicted);
    row("residual_waste", 40'000'000, "tonnes", Decision::Supported);
    row("residual_waste", 40'000'000, "Tonne", Decision::Supported);
    row("residual_waste", 15'000'000, "%", Decision::Supported);
    row("residual_waste", 40'000'000, "lorries", Decision::CannotTell);
    row("residual_waste", -1, "t", Decision::CannotTell);
    row("diversion_rate", 100'000'000, "%", Decision::Contradicted);
    row("diversion_rate", 85'000'000, "per cent", Decision::Supported);
    row("diversion_rate", 100'000'001, "%", Decision::CannotTell);
    row("diversion_rate", 100'000'000, "t", Decision::CannotTell);
    row("happiness", 1, "%", Decision::CannotTell);
  }
  void openlySentResidueDeniesOnlyClaimsAboutResidue() {
    QFETCH(QByteArray, metric);
    QFETCH(qint64, value);
    QFETCH(QByteArray, unit);
    QFETCH(int, decision);
    Year year;
    for (const char* id : {"w1", "w2"}) {
      const std::int64_t time = at("2141-06-01T08:00:00Z");
      year.intake(std::string("I") + id, "2141-06-01T07:00:00Z", 20'000);
      year.shipment(
          id, 20'000,
          {{"dispatched_ms", time}, {"material", "sorting-residue"}, {"operation", "D1"}});
      year.receipt(std::string("RC-") + id, id, 20'000,
                   {{"received_ms", time + 3'600'000},
                    {"material", "sorting-residue"},
                    {"operation", "D1"}});
    }
    if (metric != "implied") {
      year.claim("CL-1", "2141-01-01", "2141-12-31",
                 {{"metric", metric.toStdString()},
                  {"value_micro", std::int64_t{value}},
                  {"unit", unit.toStdString()}});
    }
    const ClaimVerdict verdict = year.judged().at(0);
    QVERIFY2(static_cast<int>(verdict.decision) == decision, verdict.toJson().pretty().c_str());
    if (verdict.decision == Decision::CannotTell) QCOMPARE(verdict.reasons.size(), std::size_t{1});
  }

  void moreSentThanClaimedLeavesRoom() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31",
               {{"metric", "useful_mass"}, {"value_micro", 200'000'000}});
    year.receivedAsResidue(2);  // 200 t of 240 t arrived as useful: as claimed
    QVERIFY(year.judged().at(0).decision != Decision::Contradicted);
  }

  void admittedResidueMayBeWhatIsMissing() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31", {{"value_micro", 30'000'000}});
    year.intake("more", "2141-06-05T07:00:00Z", 30'000);
    const ClaimVerdict verdict = year.judged().at(0);
    QVERIFY2(verdict.decision == Decision::CannotTell, verdict.toJson().pretty().c_str());
    QVERIFY(has(verdict.reasons, "unaccounted"));
  }

  void verdictIsNoHarderThanItsFinding() {
    // A claim of a useful mass does not deny losses; the finding stays, the claim is not denied.
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31",
               {{"metric", "useful_mass"}, {"value_micro", 240'000'000}});
    year.intake("more", "2141-06-05T07:00:00Z", 30'000);
    QVERIFY(year.judged().at(0).decision == Decision::CannotTell);
    year.execute("UPDATE claims SET metric = 'residual_waste', value_micro = 0");
    const Reconciliation reconciliation = year.reconciled();
    const CheckOutcome outcome = outcomeOf(year, reconciliation, rules::unaccountedMass);
    QVERIFY(outcome.findings.at(0).severity == Severity::Contradiction);
    QVERIFY(year.judged().at(0).decision == Decision::Contradicted);
    // What was sent back may be what is missing: neither finding nor verdict accuses.
    year.shipment("back", 30'000,
                  {{"dispatched_ms", at("2141-06-06T07:00:00Z")}, {"status", "returned"}});
    const ClaimVerdict open = year.judged().at(0);
    QVERIFY(open.decision == Decision::CannotTell);
    QVERIFY(has(open.reasons, "open_ends"));
  }

  void wasteThatNobodySaysWhatFor() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31");
    const std::int64_t time = at("2141-06-01T08:00:00Z");
    year.intake("w", "2141-06-01T07:00:00Z", 20'000);
    year.shipment("w", 20'000,
                  {{"dispatched_ms", time}, {"material", "fuel"}, {"operation", nullptr}});
    year.receipt("RC-w", "w", 20'000,
                 {{"received_ms", time + 3'600'000}, {"material", "fuel"}, {"operation", nullptr}});
    const ClaimVerdict verdict = year.judged().at(0);
    QVERIFY(verdict.decision == Decision::CannotTell);
    QVERIFY(has(verdict.reasons, "waste_without_operation"));
    year.execute("UPDATE receipts SET operation = 'R1' WHERE id = 'RC-w'");
    QVERIFY(year.judged().at(0).decision == Decision::Supported);
    year.execute("UPDATE shipments SET operation = 'R1' WHERE id = 'w'");
    QVERIFY(year.judged().at(0).decision == Decision::Supported);
    year.execute("UPDATE claims SET counts_energy_recovery = 0");
    QVERIFY(has(year.judged().at(0).reasons, "energy_not_counted"));
    year.execute(
        "UPDATE claims SET metric = 'diversion_rate', value_micro = 100000000, unit = '%'");
    QVERIFY(year.judged().at(0).decision == Decision::Contradicted);
    year.execute("UPDATE claims SET counts_energy_recovery = 1");
    year.execute("UPDATE receipts SET operation = 'D1' WHERE id = 'RC-w'");
    QVERIFY(has(year.judged().at(0).reasons, "waste_disposed_of"));
  }

  void figures() {
    QVERIFY(claimedFigure(INT64_MAX, "t").kind == ClaimedFigure::OutOfRange);
    QVERIFY(claimedFigure(INT64_MIN, "kg").kind == ClaimedFigure::OutOfRange);
    QVERIFY(claimedFigure(5, "mg").kind == ClaimedFigure::UnknownUnit);
    QVERIFY(claimedFigure(5, "ton").kind == ClaimedFigure::UnknownUnit);
    QCOMPARE(claimedFigure(5'000'000, " Mg ").mass.inGrams(), 5'000'000);
    QCOMPARE(claimedFigure(5'000'000, "Kilograms").mass.inGrams(), 5'000);
  }

  void usefulMassIsTheFigureOfTheClaim() {
    Year year;
    year.claim("CL-1", "2141-01-01", "2141-12-31",
               {{"metric", "useful_mass"}, {"value_micro", 300'000'000}});
    const ClaimVerdict verdict = year.judged().at(0);
    QCOMPARE(verdict.claimed.inGrams(), 300'000'000);
    QVERIFY(verdict.decision == Decision::CannotTell);
    QVERIFY(has(verdict.reasons, "not_confirmed"));
  }

  void jsonSaysNullForAnUnknownBalance() {
    Year year;
    year.execute("DELETE FROM stocks");
    const std::string json = year.judged().at(0).toJson().dump();
    QVERIFY(json.find("\"unaccounted_kg\":null") != std::string::npos);
    QVERIFY(json.find("\"confirmed_kg\":240000") != std::string::npos);
  }
};

PLUMBLINE_TEST(TestJudgeClaims)
#include "test_judge_claims.moc"
