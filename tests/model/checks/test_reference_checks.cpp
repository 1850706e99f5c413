// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/checks/rule_list.h"
#include "model/store/evidence_store.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/model/checks/run_rule.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

std::string fact(const Finding& finding, const char* name) {
  return finding.facts.get<std::string>(name);
}

void use(const RecordFixture& world, const std::string& text) {
  const auto table = parseReferenceTable(text).value();
  const EvidenceStore store(world.database());
  if (!store.replace(evidence_kind::reference, referenceMember(table.name), bytesOf(text))) {
    qFatal("not stored");
  }
}

}  // namespace

class TestReferenceChecks : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void knownCodesPass() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"low_code", "19 12 04"}});
    world.receipt("R", "1", 20'000, {{"low_code", "191204"}});
    const CheckOutcome outcome = outcomeOf(world, rules::unknownCode);
    QVERIFY(outcome.state == CheckState::Passed);
    QVERIFY(outcome.findings.empty());
  }

  void unknownCodes_data() {
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char* column, const char* code, const char* state) {
      QTest::newRow(code) << QByteArray(column) << QByteArray(code) << QByteArray(state);
    };
    row("low_code", "19 12 13", "not_listed");
    row("low_code", "1912", "malformed");
    row("low_code", "19 12 04*", "star");
    row("operation", "R14", "not_listed");
    row("operation", "recycled", "not_listed");
  }
  void unknownCodes() {
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, state);
    RecordFixture world;
    world.materials();
    for (const char* id : {"1", "2"}) {
      world.shipment(id, 20'000, {{column.toStdString(), code.toStdString()}});
    }
    world.shipment("3", 1'000);
    const CheckOutcome outcome = outcomeOf(world, rules::unknownCode);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == Severity::Look);
    QCOMPARE(finding.rowCount, 2);
    QCOMPARE(finding.amount.inGrams(), 40'000'000);
    QCOMPARE(fact(finding, "code"), code.toStdString());
    QCOMPARE(fact(finding, "field"), column.toStdString());
    QCOMPARE(fact(finding, "state"), state.toStdString());
    QCOMPARE(fact(finding, "party"), std::string("EcoSphere North"));
    QCOMPARE(finding.records.front().id, std::string("1"));
  }

  void aListOfOnesOwnDecides() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"low_code", "191213"}});
    use(world,
        "# table: waste-list\n# version: 2031\n# source: a later decision\n"
        "code\tentry\thazardous\n191213\tabsolute\tno\n");
    QVERIFY(outcomeOf(world, rules::unknownCode).state == CheckState::Passed);
  }

  void tooManyUnknownCodes() {
    RecordFixture world;
    world.materials();
    for (int i = 0; i < 205; ++i) {
      world.shipment(std::to_string(i), 1'000, {{"low_code", "99" + std::to_string(1000 + i)}});
    }
    const CheckOutcome outcome = outcomeOf(world, rules::unknownCode);
    QCOMPARE(outcome.findings.size(), std::size_t{201});
    QCOMPARE(outcome.findings.back().facts.get<std::int64_t>("more"), 5);
    QCOMPARE(outcome.findings.back().amount.inGrams(), 5'000'000);
  }

  void unknownCountry() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 1'000);
    world.site(world.receiver, "harbour", {{"country", "ZZ"}});
    world.site(world.plant, "north", {{"country", "NL"}});
    const CheckOutcome outcome = outcomeOf(world, rules::unknownCode);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(fact(outcome.findings.front(), "field"), std::string("country"));
    QCOMPARE(fact(outcome.findings.front(), "code"), std::string("ZZ"));
  }

  void operationThatIsNotTheEnd() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"operation", "R13"}});
    world.shipment("2", 5'000, {{"operation", "r 13"}});
    world.shipment("3", 7'000);  // R3
    world.shipment("4", 9'000, {{"material", "sorting-residue"}, {"operation", "R13"}});
    const CheckOutcome outcome = outcomeOf(world, rules::operationNotFinal);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == Severity::Look);
    QCOMPARE(finding.rowCount, 2);
    QCOMPARE(finding.amount.inGrams(), 25'000'000);
    QCOMPARE(fact(finding, "operation"), std::string("R13"));
    QCOMPARE(fact(finding, "shipment"), std::string("1"));  // the heaviest
  }

  void massAndVolume_data() {
    QTest::addColumn<int>("kilograms");
    QTest::addColumn<double>("cubicMetres");
    QTest::addColumn<QByteArray>("lowCode");
    QTest::addColumn<int>("found");
    QTest::newRow("bales of film") << 20'000 << 60.0 << QByteArray("15 01 02") << 0;
    QTest::newRow("lighter than loose film") << 500 << 60.0 << QByteArray("15 01 02") << 1;
    QTest::newRow("heavier than solid plastic") << 20'000 << 10.0 << QByteArray("15 01 02") << 1;
    QTest::newRow("just at the limit") << 600 << 60.0 << QByteArray("15 01 02") << 0;
    QTest::newRow("a code without a density") << 1 << 60.0 << QByteArray("01 01 01") << -1;
    QTest::newRow("no code") << 1 << 60.0 << QByteArray() << -1;
  }
  void massAndVolume() {
    QFETCH(int, kilograms);
    QFETCH(double, cubicMetres);
    QFETCH(QByteArray, lowCode);
    QFETCH(int, found);
    RecordFixture world;
    world.materials();
    world.shipment("1", kilograms,
                   {{"low_code", lowCode.toStdString()},
                    {"volume_m3_micro", static_cast<std::int64_t>(cubicMetres * 1e6)}});
    const CheckOutcome outcome = outcomeOf(world, rules::densityOutOfBand);
    if (found < 0) {
      QVERIFY(outcome.state == CheckState::CannotTell);
      QCOMPARE(outcome.reason, std::string("no_volumes"));
    }
    QCOMPARE(outcome.findings.size(), static_cast<std::size_t>(std::max(found, 0)));
  }

  void thePlantsOwnDensityComesFirst() {
    RecordFixture world;
    world.materials();
    world.material(world.plant, "foam", "product", "150102",
                   {{"density_min_kg_m3_micro", std::int64_t{5'000'000}},
                    {"density_max_kg_m3_micro", std::int64_t{9'000'000}}});
    world.shipment("1", 500, {{"material", "foam"}, {"volume_m3_micro", 60'000'000}});
    QVERIFY(outcomeOf(world, rules::densityOutOfBand).findings.empty());  // 8.3 kg/m3
    world.shipment("2", 1'200, {{"material", "foam"}, {"volume_m3_micro", 60'000'000}});
    const CheckOutcome outcome = outcomeOf(world, rules::densityOutOfBand);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().facts.get<std::int64_t>("density"), 20'000);
    QCOMPARE(fact(outcome.findings.front(), "band_source"), std::string("materials"));
  }

  void prices_data() {
    QTest::addColumn<QByteArray>("hsCode");
    QTest::addColumn<int>("pounds");  // for 20 t in 2023; scrap of PE: 122 to 835 a tonne
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("scrap at a usual price") << QByteArray("39151000") << 5'000
                                            << QByteArray("GBP") << QByteArray();
    QTest::newRow("scrap far too dear") << QByteArray("39151000") << 60'000 << QByteArray("GBP")
                                        << QByteArray("dear");
    QTest::newRow("scrap nearly given away") << QByteArray("39151000") << 200 << QByteArray("GBP")
                                             << QByteArray("cheap");
    QTest::newRow("pellets for the price of scrap")
        << QByteArray("390110") << 2'000 << QByteArray("GBP") << QByteArray("primary");
    QTest::newRow("pellets at a usual price") << QByteArray("390110") << 20'000
                                              << QByteArray("GBP") << QByteArray();
    QTest::newRow("a currency that is not known") << QByteArray("39151000") << 60'000
                                                  << QByteArray("EUR") << QByteArray("-");
    QTest::newRow("an article") << QByteArray("392690") << 1 << QByteArray("GBP")
                                << QByteArray("-");
  }
  void prices() {
    QFETCH(QByteArray, hsCode);
    QFETCH(int, pounds);
    QFETCH(QByteArray, currency);
    QFETCH(QByteArray, kind);
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000,
                   {{"hs_code", hsCode.toStdString()},
                    {"value_cents", std::int64_t{pounds} * 100},
                    {"currency", currency.toStdString()},
                    {"dispatched_ms", at("2023-05-01")}});
    const CheckOutcome outcome = outcomeOf(world, rules::priceOutOfBand);
    if (kind == "-") {
      QCOMPARE(outcome.reason, std::string("no_prices"));
      QVERIFY(outcome.state == CheckState::CannotTell);
    } else if (kind.isEmpty()) {
      QVERIFY(outcome.state == CheckState::Passed);
    } else {
      QCOMPARE(outcome.findings.size(), std::size_t{1});
      QCOMPARE(fact(outcome.findings.front(), "kind"), kind.toStdString());
      QCOMPARE(outcome.findings.front().facts.get<MoneyAmount>("price").hundredths,
               pounds * 100 / 20);
    }
  }

  void importedStatisticsComeFirst() {
    RecordFixture world;
    world.materials();
    for (int i = 0; i < 10; ++i) {
      world.insertRow("trade_values",
                      {{"publication", world.plant},
                       {"commodity", "39151000"},
                       {"year", 2023},
                       {"flow", "Non-EU Exports"},
                       {"country", "C" + std::to_string(i)},
                       {"value_cents", std::int64_t{100'000'00}},
                       {"currency", "GBP"},
                       {"net_g", std::int64_t{20'000'000}}},
                      {});  // 5 pounds a kg
    }
    world.shipment("1", 20'000,
                   {{"hs_code", "39151000"},
                    {"value_cents", std::int64_t{60'000'00}},
                    {"currency", "GBP"},
                    {"dispatched_ms", at("2023-05-01")}});
    QVERIFY(outcomeOf(world, rules::priceOutOfBand).state == CheckState::Passed);
  }

  void productThatCustomsCallsWaste() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"hs_code", "39159000"}});  // board, a product
    world.shipment("2", 20'000, {{"hs_code", "392690"}});
    world.shipment("3", 20'000, {{"material", "sorting-residue"}, {"hs_code", "39159000"}});
    const CheckOutcome outcome = outcomeOf(world, rules::customsSaysWaste);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().rowCount, 1);
    QVERIFY(outcome.findings.front().severity == Severity::Look);
    RecordFixture plain;
    plain.shipment("1", 20'000);
    QCOMPARE(outcomeOf(plain, rules::customsSaysWaste).reason, std::string("no_customs_codes"));
  }

  void exports_data() {
    QTest::addColumn<QByteArray>("home");
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<QByteArray>("basel");
    QTest::addColumn<QByteArray>("lowCode");
    QTest::addColumn<int>("found");
    const auto row = [](const char* name, const char* home, const char* there, const char* basel,
                        const char* lowCode, int found) {
      QTest::newRow(name) << QByteArray(home) << QByteArray(there) << QByteArray(basel)
                          << QByteArray(lowCode) << found;
    };
    row("mixed plastic to Malaysia", "NL", "MY", "Y48", "150102", 1);
    row("hazardous waste to Malaysia", "NL", "MYS", "", "19 12 11", 1);
    row("clean plastic to Malaysia", "NL", "MY", "B3011", "150102", 0);
    row("mixed plastic to Turkey", "NL", "TR", "Y48", "150102", 0);
    row("mixed plastic at home", "NL", "NL", "Y48", "150102", 0);
    row("from outside the OECD", "MY", "TH", "Y48", "150102", 0);
    row("nobody knows where to", "NL", "", "Y48", "150102", -1);
  }
  void exports() {
    QFETCH(QByteArray, home);
    QFETCH(QByteArray, there);
    QFETCH(QByteArray, basel);
    QFETCH(QByteArray, lowCode);
    QFETCH(int, found);
    RecordFixture world;
    world.materials();
    world.site(world.plant, "north", {{"role", "plant"}, {"country", home.toStdString()}});
    if (!there.isEmpty()) {
      world.site(world.receiver, "harbour", {{"country", there.toStdString()}});
    }
    world.shipment("1", 20'000,
                   {{"basel_code", basel.toStdString()}, {"low_code", lowCode.toStdString()}});
    const CheckOutcome outcome = outcomeOf(world, rules::exportNeedsConsent);
    QCOMPARE(outcome.findings.size(), static_cast<std::size_t>(std::max(found, 0)));
    if (found < 0) QCOMPARE(outcome.reason, std::string("no_countries"));
    if (found == 0) QVERIFY(outcome.state == CheckState::Passed);
  }

  /// They share one pass over the loads; each still sees its own loads alone.
  void togetherEachFindsWhatItFindsAlone() {
    RecordFixture world;
    world.materials();
    world.site(world.plant, "north", {{"role", "plant"}, {"country", "NL"}});
    world.site(world.receiver, "harbour", {{"country", "MY"}});
    world.shipment("customs", 20'000, {{"hs_code", "39159000"}});
    world.shipment("light", 500, {{"low_code", "15 01 02"}, {"volume_m3_micro", 60'000'000}});
    world.shipment("stored", 5'000, {{"operation", "R13"}});
    world.shipment("mixed", 8'000, {{"basel_code", "Y48"}});
    world.shipment("cheap", 20'000,
                   {{"hs_code", "39011010"},
                    {"value_cents", std::int64_t{1'00}},
                    {"currency", "GBP"},
                    {"dispatched_ms", at("2023-05-01")}});
    const Reconciliation reconciliation = world.reconciled();
    const Progress progress;
    const Rule* const shared[] = {&rules::customsSaysWaste, &rules::densityOutOfBand,
                                  &rules::operationNotFinal, &rules::exportNeedsConsent,
                                  &rules::priceOutOfBand};
    const auto together = runChecks({world.database(), world.plan, reconciliation, progress}, shared);
    QVERIFY(together.ok());
    QCOMPARE(together->size(), std::size(shared));
    for (std::size_t i = 0; i < std::size(shared); ++i) {
      QCOMPARE((*together)[i].rule, shared[i]->id);
      const std::vector<Finding>& findings = (*together)[i].outcome->findings;
      QCOMPARE(findings.size(), std::size_t{1});
      const CheckOutcome alone = outcomeOf(world, reconciliation, *shared[i]);
      QCOMPARE(findings.front().toJson().dump(), alone.findings.front().toJson().dump());
      QCOMPARE(findings.front().rowCount, 1);
    }
  }

  void rowsThatTheirOwnSystemWouldRefuse() {
    RecordFixture world;
    QCOMPARE(outcomeOf(world, rules::sourceRule).reason, std::string("no_official_file"));
    const std::int64_t file =
        world.publication("mill", "receiver", "Mill", {{"state", "unsigned"}});
    QVERIFY(outcomeOf(world, rules::sourceRule).state == CheckState::Passed);
    const std::int64_t first = world.receipt("R-1", "1", 1'000, {{"publication", file}});
    const std::int64_t corrected = world.receipt("R-2", "2", 1'000, {{"publication", file}});
    world.receipt("R-3", "3", 1'000, {{"publication", file}});
    const auto remark = [&](const char* id, const char* text, std::int64_t grams) {
      world.insertRow("source_remarks",
                      {{"publication", file},
                       {"record_table", "receipts"},
                       {"record_id", id},
                       {"kind", "source_rule"},
                       {"text", text},
                       {"amount_g", grams}},
                      {});
    };
    remark("R-1", "dwt_weights: 750 kg treated of 1200 kg", 450'000);
    remark("R-2", "dwt_weights: 1 kg treated of 2 kg", 1'000);
    remark("R-3", "dwt_hazardous: 19 12 11*", 0);
    remark("R-3", "no_such_rule: x", 0);
    world.supersede("receipts", corrected, first);
    const CheckOutcome outcome = outcomeOf(world, rules::sourceRule);
    QCOMPARE(outcome.findings.size(), std::size_t{2});
    const Finding& weights = outcome.findings.back();
    QCOMPARE(fact(weights, "source_rule"), std::string("dwt_weights"));
    QCOMPARE(weights.rowCount, 1);  // not the one that was corrected
    QCOMPARE(weights.amount.inGrams(), 450'000);
    QCOMPARE(weights.records.front().id, std::string("R-1"));
    QCOMPARE(fact(weights, "found"), std::string("750 kg treated of 1200 kg"));
  }

  /// A load that came in parts loses its hazard with every part that is booked without it.
  void hazardOfTheSecondPart() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000, {{"low_code", "19 12 11"}});  // hazardous, the star left out
    world.receipt("A", "1", 8'000, {{"low_code", "191211*"}});
    world.receipt("B", "1", 12'000, {{"low_code", "191212"}});
    const CheckOutcome outcome = outcomeOf(world, rules::materialChanged);
    const auto found = std::find_if(outcome.findings.begin(), outcome.findings.end(),
                                    [](const Finding& f) { return f.rule == "hazard_dropped"; });
    QVERIFY(found != outcome.findings.end());
    QCOMPARE(found->amount.inGrams(), 12'000'000);
  }
};

PLUMBLINE_TEST(TestReferenceChecks)
#include "test_reference_checks.moc"
