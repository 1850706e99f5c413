// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <limits>
#include <random>

#include <QTest>

#include "model/records/quantities.h"

#include "tests/program.h"

using namespace plumbline;

class TestDecimal : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<qlonglong>("units");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("whole") << "17240" << 3 << 17240000LL << "17240";
    QTest::newRow("decimals") << "17240.5" << 3 << 17240500LL << "17240.5";
    QTest::newRow("leading zeros") << "007.250" << 3 << 7250LL << "7.25";
    QTest::newRow("zeros beyond the unit") << "1.5000000" << 3 << 1500LL << "1.5";
    QTest::newRow("negative") << "-0.001" << 3 << -1LL << "-0.001";
    QTest::newRow("minus zero") << "-0" << 3 << 0LL << "0";
    QTest::newRow("no decimals") << "42" << 0 << 42LL << "42";
    QTest::newRow("no decimals, zeros") << "42.00" << 0 << 42LL << "42";
    QTest::newRow("largest") << "9223372036854775.807" << 3 << std::numeric_limits<qlonglong>::max()
                             << "9223372036854775.807";
    QTest::newRow("smallest") << "-9223372036854775.807" << 3
                              << -std::numeric_limits<qlonglong>::max() << "-9223372036854775.807";
  }
  void reads() {
    QFETCH(QString, text);
    QFETCH(int, decimals);
    QFETCH(qlonglong, units);
    QFETCH(QString, canonical);
    const auto value = parseFixed(text.toStdString(), decimals);
    QVERIFY(value);
    QCOMPARE(*value, units);
    QCOMPARE(QString::fromStdString(formatFixed(*value, decimals)), canonical);
  }

  void refuses_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "-", "+1", ".5", "5.", "1e3", "1 000", "1,5", " 1", "1 ", "0x10", "--1", "1.2.3",
          "NaN", "1.0005", "9223372036854775.808", "99999999999999999999999", "1.-5", "\xD9\xA1"}) {
      QTest::newRow(text) << QString::fromUtf8(text);
    }
  }
  void refuses() {
    QFETCH(QString, text);
    const auto value = parseFixed(text.toStdString(), 3);
    QVERIFY(!value);
    QCOMPARE(value.error().code, ErrorCode::BadValue);
  }

  void whatIsWrittenReadsBackTheSame() {
    std::mt19937_64 random(1);
    for (int i = 0; i < 100'000; ++i) {
      const int decimals = static_cast<int>(random() % 7);
      auto units = static_cast<std::int64_t>(random() >> (random() % 63));
      if (units == std::numeric_limits<std::int64_t>::min()) units = 0;
      const std::string text = formatFixed(units, decimals);
      const auto back = parseFixed(text, decimals);
      QVERIFY2(back && *back == units, text.c_str());
    }
  }

  void formatsTheMostNegativeInteger() {
    QCOMPARE(formatFixed(std::numeric_limits<std::int64_t>::min(), 3),
             std::string("-9223372036854775.808"));
  }

  void massSaturatesInsteadOfWrapping() {
    const Mass most = Mass::grams(std::numeric_limits<std::int64_t>::max());
    QVERIFY(most + Mass::grams(1) == most);
    QVERIFY(-most - Mass::grams(5) == -most);
    QVERIFY(most + most == most);
    QVERIFY(most - Mass::grams(1) < most);
    Mass sum;
    sum += Mass::kilograms(2);
    sum -= Mass::grams(500);
    QCOMPARE(sum.kilogramText(), std::string("1.5"));
    QVERIFY(Mass::fromKilogramText("0.0001").ok() == false);
  }

  void namesReadBack() {
    for (const auto value : {MaterialClass::Product, MaterialClass::Secondary, MaterialClass::Waste,
                             MaterialClass::Residue, MaterialClass::Unknown}) {
      QVERIFY(materialClassFromText(toText(value)) == value);
    }
    for (const auto value : {Role::Plant, Role::Carrier, Role::Receiver, Role::Regulator,
                             Role::Citizen, Role::Council, Role::Unknown}) {
      QVERIFY(roleFromText(toText(value)) == value);
    }
    QVERIFY(roleFromText("Plant") == Role::Unknown);
  }
};

PLUMBLINE_TEST(TestDecimal)
#include "test_decimal.moc"
