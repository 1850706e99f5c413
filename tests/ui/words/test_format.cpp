// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/words/format.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

/// Expected texts are written with "_" for a no-break space.
QString spaced(const char* text) {
  return QString::fromUtf8(text).replace(QLatin1Char('_'), QChar(0x00A0));
}

Timestamp time(const char* text) {
  return Timestamp::parse(text).value();
}

}  // namespace

class TestFormat : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void masses_data() {
    QTest::addColumn<qint64>("grams");
    QTest::addColumn<QString>("sum");
    QTest::addColumn<QString>("load");
    const auto row = [](qint64 grams, const char* sum, const char* load) {
      QTest::addRow("%lld g", static_cast<long long>(grams))
          << grams << spaced(sum) << spaced(load);
    };
    row(1'240'000'000, "1,240_t", "1,240,000_kg");
    row(48'310'499'999, "48,310_t", "48,310,500_kg");
    row(17'240'000, "17_t", "17,240_kg");
    row(9'960'000, "10.0_t", "9,960_kg");
    row(6'060'000, "6.1_t", "6,060_kg");
    row(1'000'000, "1.0_t", "1,000_kg");
    row(999'400, "999_kg", "999_kg");
    row(420'000, "420_kg", "420_kg");
    row(0, "0_t", "0_kg");
    row(-27'000'000, "−27_t", "−27,000_kg");
    row(-400, "0_kg", "0_kg");
    row(INT64_MIN + 1, "−9,223,372,036,855_t", "−9,223,372,036,854,776_kg");
  }
  void masses() {
    QFETCH(qint64, grams);
    QFETCH(QString, sum);
    QFETCH(QString, load);
    QCOMPARE(words::mass(Mass::grams(grams)), sum);
    QCOMPARE(formatKilograms(Mass::grams(grams)), load);
  }
  void uncertainty() {
    QCOMPARE(words::mass(Mass::kilograms(1'240'000), Mass::kilograms(180'000)),
             spaced("1,240_t_±_180_t"));
    QCOMPARE(words::mass(Mass::kilograms(5'000), Mass::kilograms(300)), spaced("5.0_t_±_0.3_t"));
    QCOMPARE(words::mass(Mass::kilograms(500), Mass::kilograms(300)), spaced("500_kg_±_300_kg"));
  }
  void lists() {
    QCOMPARE(formatTonnes(Mass::kilograms(17'240), 2), spaced("17.24_t"));
    QCOMPARE(formatTonnes(Mass::kilograms(386'400), 1), spaced("386.4_t"));
  }
  void numbers() {
    QCOMPARE(formatCount(2'871), QStringLiteral("2,871"));
    QCOMPARE(formatCount(-1'004'812), QString::fromUtf8("−1,004,812"));
    QCOMPARE(formatCount(7), QStringLiteral("7"));
    QCOMPARE(formatThousandths(1'650, 1), QStringLiteral("1.7"));
    QCOMPARE(formatThousandths(1'600, 1), QStringLiteral("1.6"));
    QCOMPARE(words::percent({100'000}), spaced("10_%"));
    QCOMPARE(words::percent({3'000}), spaced("0.3_%"));
    QCOMPARE(words::percent({2'500}), spaced("0.25_%"));
    QCOMPARE(words::probability({10'000}), QStringLiteral("0.01"));
    QCOMPARE(words::probability({100}), QStringLiteral("0.0001"));
    QCOMPARE(words::probability({99}), QStringLiteral("below 0.0001"));
    QCOMPARE(words::probability({1'000'000}), QStringLiteral("1"));
    QCOMPARE(words::days({156'400}), spaced("156_days"));
    QCOMPARE(words::days({1'000}), QStringLiteral("1 day"));
  }
  void dates() {
    QCOMPARE(formatDate(time("2141-04-08T07:12:00Z")), QStringLiteral("8 Apr 2141"));
    QCOMPARE(words::dayAndMonth(time("2141-12-31")), QStringLiteral("31 Dec"));
    QCOMPARE(formatDateTime(time("2141-04-08T07:02:59Z")), QStringLiteral("8 Apr 2141, 07:02"));
    QCOMPARE(formatDateTime(time("1969-12-31T23:30:00Z")), QStringLiteral("31 Dec 1969, 23:30"));
  }
  void periods_data() {
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* start, const char* end, const char* expected) {
      QTest::newRow(expected) << QByteArray(start) << QByteArray(end)
                              << QString::fromUtf8(expected);
    };
    row("2141-01-01", "2142-01-01", "Jan–Dec 2141");
    row("2141-11-01", "2142-03-01", "Nov 2141–Feb 2142");
    row("2141-04-01", "2141-05-01", "Apr 2141");
    row("2141-04-08", "2141-05-03", "8 Apr–2 May 2141");
    row("2141-12-30", "2142-01-03", "30 Dec 2141–2 Jan 2142");
    row("2141-04-08", "2141-04-09", "8 Apr 2141");
  }
  void periods() {
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, end);
    QFETCH(QString, expected);
    QCOMPARE(formatPeriod(time(start.constData()), time(end.constData())), expected);
  }
  void noPeriod() {
    QCOMPARE(formatPeriod(Timestamp(), Timestamp()), QStringLiteral("no dated records"));
  }
};

PLUMBLINE_TEST(TestFormat)
#include "test_format.moc"
