// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "model/records/facts.h"
#include "model/records/field_value.h"
#include "model/records/plan.h"

#include "tests/program.h"

using namespace plumbline;

class TestPlan : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsBackWhatItWrites() {
    AuditPlan plan;
    plan.toleranceProfile = "iws-50";
    plan.receiptDeadlineDays = 45;
    plan.seed = 7;
    const auto json = parseJson(bytesOf(plan.toJson().dump()));
    QVERIFY(json);
    const auto back = AuditPlan::fromJson(*json);
    QVERIFY(back);
    QVERIFY(back->digest() == plan.digest());
    QCOMPARE(back->tolerance().bulkPartsPerMillion, 500'000);
    QVERIFY(AuditPlan().digest() != plan.digest());
  }

  /// A changed default would change every result: the digest pins the plan's canonical form.
  void theDefaultPlanIsPinned() {
    QCOMPARE(
        AuditPlan().toJson().dump(),
        std::string("{\"version\":1,\"tolerance_profile\":\"bulk-10\",\"receipt_deadline_days\":"
                    "30,\"accusation_alpha_ppm\":10000,\"coverage_factor_milli\":2000,"
                    "\"materiality_ppm\":5000,\"permutations\":9999,\"seed\":20260101}"));
    QVERIFY(AuditPlan().digest() == sha256(bytesOf(AuditPlan().toJson().dump())));
  }

  void refuses_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("unknown profile") << "bulk-10"
                                     << "bulk-99";
    QTest::newRow("later version") << "\"version\":1"
                                   << "\"version\":2";
    QTest::newRow("alpha of zero") << "10000"
                                   << "0";
    QTest::newRow("missing member") << "\"seed\""
                                    << "\"sed\"";
    QTest::newRow("number as text") << "9999"
                                    << "\"9999\"";
  }
  void refuses() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QString text = QString::fromStdString(AuditPlan().toJson().dump());
    QVERIFY(text.contains(from));
    const auto json = parseJson(bytesOf(text.replace(from, to).toStdString()));
    QVERIFY(json);
    QVERIFY(!AuditPlan::fromJson(*json));
  }

  void factsKeepOrderAndType() {
    Facts facts{{"receiver", std::string("harbour")}, {"shipped", Mass::kilograms(5)}};
    facts.set("days", Days{1500});
    facts.set("receiver", std::string("quay"));
    QCOMPARE(facts.list().size(), std::size_t(3));
    QCOMPARE(facts.get<std::string>("receiver"), std::string("quay"));
    QCOMPARE(facts.get<std::int64_t>("receiver"), 0);
    QVERIFY(facts.find("absent") == nullptr);
    QCOMPARE(facts.toJson().dump(),
             std::string("{\"receiver\":\"quay\",\"shipped\":{\"kg\":5},\"days\":{\"days\":"
                         "\"1.5\"}}"));
  }

  void fieldValuesReadBack_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char* name, FieldType type, const char* text, const char* canonical) {
      QTest::newRow(name) << static_cast<int>(type) << text << canonical;
    };
    row("mass", FieldType::Mass, "12.500", "12.5");
    row("time", FieldType::Time, "2141-04-08", "2141-04-08T00:00:00Z");
    row("money", FieldType::Money, "-3.10", "-3.1");
    row("flag", FieldType::Flag, "true", "true");
    row("micro", FieldType::Micro, "-54.123456", "-54.123456");
    row("integer", FieldType::Integer, "-7", "-7");
  }
  void fieldValuesReadBack() {
    QFETCH(int, type);
    QFETCH(QString, text);
    const auto fieldType = static_cast<FieldType>(type);
    const auto value = parseFieldValue(fieldType, text.toStdString());
    QVERIFY(value);
    const std::string canonical = fieldValueText(fieldType, *value);
    QTEST(QString::fromStdString(canonical), "canonical");
    QCOMPARE(*parseFieldValue(fieldType, canonical), *value);
  }
};

PLUMBLINE_TEST(TestPlan)
#include "test_plan.moc"
