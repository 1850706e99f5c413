// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, dates, zones, units and codes as people write them.
#include <QtTest>

#include "model/mapping/codes.h"
#include "model/mapping/date_text.h"
#include "model/mapping/number_text.h"
#include "model/mapping/units.h"
#include "model/mapping/zone_rules.h"

#include "tests/program.h"

namespace plumbline {
namespace {

QString qt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The value, or "-" where there is an error.
QString shown(const Result<std::string>& result) {
  return result ? qt(*result) : QStringLiteral("-");
}

}  // namespace

class TestForeignValues : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void numbers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("point");
    QTest::addColumn<QString>("comma");
    const auto row = [](const char* text, const char* point, const char* comma) {
      QTest::newRow(text) << QString::fromUtf8(text) << point << comma;
    };
    row("17", "17", "17");
    row("17,18", "-", "17.18");
    row("17.18", "17.18", "-");
    row("1.234", "1.234", "1234");
    row("1,234", "1234", "1.234");
    row("1.234,5", "-", "1234.5");
    row("1,234.50", "1234.5", "-");
    row("1.234.567", "-", "1234567");
    row("0,500", "-", "0.5");
    row("1234,567", "-", "1234.567");
    row("1'234.5", "1234.5", "-");
    row("1’234’567", "1234567", "1234567");
    row("1 234,5", "-", "1234.5");
    row("1\xC2\xA0"
        "234,5",
        "-", "1234.5");
    row("1\xE2\x80\x89"
        "234",
        "1234", "1234");
    row("1\xE2\x80\xAF"
        "234 567",
        "1234567", "1234567");
    row("+5", "5", "5");
    row("-5,0", "-", "-5");
    row("\xE2\x88\x92"
        "5",
        "-5", "-5");
    row("-0", "0", "0");
    row("007", "7", "7");
    row(".5", "0.5", "-");
    row("5.", "5", "-");
    row("1.5e3", "1500", "-");
    row("1,5E-03", "-", "0.0015");
    row("1e308", "-", "-");
    row("1e99999999999", "-", "-");
    row("1,2,3", "-", "-");
    row("1.23.456", "-", "-");
    row("12 34", "-", "-");
    row("NaN", "-", "-");
    row("0x10", "-", "-");
    row("", "-", "-");
    row("-", "-", "-");
    row(".", "-", "-");
    row("8 Apr", "-", "-");
  }
  void numbers() {
    QFETCH(QString, text);
    QFETCH(QString, point);
    QFETCH(QString, comma);
    QCOMPARE(shown(plainNumber(text.toStdString(), DecimalMark::Point)), point);
    QCOMPARE(shown(plainNumber(text.toStdString(), DecimalMark::Comma)), comma);
  }

  void aWholeColumnDecides() {
    NumberEvidence doubtful;
    for (const char* text : {"1.234", "2.500", "12"}) doubtful.add(text);
    QCOMPARE(doubtful.differing, 2);
    QCOMPARE(doubtful.comma + doubtful.point, 0);
    doubtful.add("17,18");
    QCOMPARE(doubtful.comma, 1);
    doubtful.add("no number");
    QCOMPARE(doubtful.numbers, 4);
  }

  void unitsBehindNumbers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("unit");
    QTest::newRow("none") << "17,18"
                          << "17,18"
                          << "";
    QTest::newRow("t") << "17,18 t"
                       << "17,18"
                       << "t";
    QTest::newRow("kg") << "500kg"
                        << "500"
                        << "kg";
    QTest::newRow("m3") << "12 m3"
                        << "12"
                        << "m3";
    QTest::newRow("m³") << "12 m³"
                        << "12"
                        << "m³";
    QTest::newRow("words") << "about"
                           << "about"
                           << "";
  }
  void unitsBehindNumbers() {
    QFETCH(QString, text);
    QFETCH(QString, number);
    QFETCH(QString, unit);
    const std::string kept = text.toStdString();
    const NumberAndUnit parts = splitUnit(kept);
    QCOMPARE(qt(parts.number), number);
    QCOMPARE(qt(parts.unit), unit);
  }

  void masses_data() {
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<qint64>("grams");
    QTest::newRow("g") << "5"
                       << "g" << qint64{5};
    QTest::newRow("kg") << "17240.5"
                        << "kg" << qint64{17'240'500};
    QTest::newRow("t") << "17.18"
                       << "t" << qint64{17'180'000};
    QTest::newRow("a double's own digits") << "17.180000000000003"
                                           << "t" << qint64{17'180'000};
    QTest::newRow("lb") << "1"
                        << "lb" << qint64{454};
    QTest::newRow("1000 lb") << "1000"
                             << "lb" << qint64{453'592};
    QTest::newRow("short ton") << "1"
                               << "short ton" << qint64{907'185};
    QTest::newRow("long ton") << "10"
                              << "long ton" << qint64{10'160'469};
    QTest::newRow("half a gram") << "0.0005"
                                 << "kg" << qint64{1};
    QTest::newRow("below half a gram") << "0.0004999"
                                       << "kg" << qint64{0};
    QTest::newRow("L") << "1000"
                       << "L" << qint64{24'000};
    QTest::newRow("m3") << "2.5"
                        << "m3" << qint64{60'000};
    QTest::newRow("US gal") << "1"
                            << "US gal" << qint64{91};  // 3.785 L x 24 g
    QTest::newRow("yd3") << "1"
                         << "yd3" << qint64{18'349};  // 0.764554857984 m3 x 24 kg
    QTest::newRow("the most") << "10000000"
                              << "t" << qint64{10'000'000'000'000};
    QTest::newRow("more than that") << "10000000.001"
                                    << "t" << qint64{-1};
    QTest::newRow("far more") << "1000000000000000000000"
                              << "kg" << qint64{-1};
    QTest::newRow("negative") << "-1"
                              << "kg" << qint64{-1};
  }
  void masses() {
    QFETCH(QString, number);
    QFETCH(QString, unit);
    QFETCH(qint64, grams);
    const auto known = unitFromText(unit.toStdString());
    QVERIFY(known);
    const Density loosePlastic{24'000, "EPA 2016"};
    const auto found = gramsOf(number.toStdString(), *known, loosePlastic);
    QCOMPARE(found.ok() ? *found : -1, grams);
  }

  void aVolumeNeedsADensity() {
    QVERIFY(!gramsOf("1", Unit::CubicMetre, std::nullopt).ok());
    QCOMPARE(*microCubicMetresOf("2", Unit::UsGallon), 7571);  // 0.007570823568 m3
    QVERIFY(!microCubicMetresOf("2", Unit::Tonne).ok());
  }

  void unitWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("unit");
    QTest::newRow("Tonnen") << "Tonnen"
                            << "t";
    QTest::newRow("kgs.") << "kgs."
                          << "kg";
    QTest::newRow("LBS") << "LBS"
                         << "lb";
    QTest::newRow("Short tons") << "Short tons"
                                << "short ton";
    QTest::newRow("ton alone is nobody's") << "ton"
                                           << "";
    QTest::newRow("tons as well") << "tons"
                                  << "";
    QTest::newRow("gallons") << "gallons"
                             << "US gal";
    QTest::newRow("cu yd") << "cu. yd."
                           << "yd3";
  }
  void unitWords() {
    QFETCH(QString, text);
    QFETCH(QString, unit);
    const auto found = unitFromText(text.toStdString());
    QCOMPARE(found ? qt(toText(*found)) : QString(), unit);
  }

  void dates_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("time");
    const auto row = [](const char* text, const char* order, const char* time) {
      QTest::newRow(
          qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(text), QLatin1String(order))))
          << text << order << time;
    };
    row("2141-04-08", "year first", "2141-04-08T00:00:00Z");
    row("2141/4/8", "year first", "2141-04-08T00:00:00Z");
    row("21410408", "year first", "2141-04-08T00:00:00Z");
    row("2141-04-08T14:06:30.250", "year first", "2141-04-08T14:06:30.250Z");
    row("2141-04-08 14:06", "year first", "2141-04-08T14:06:00Z");
    row("08.04.2141", "day first", "2141-04-08T00:00:00Z");
    row("8. 4. 2141", "day first", "2141-04-08T00:00:00Z");
    row("08.04.2141 13:40", "day first", "2141-04-08T13:40:00Z");
    row("08.04.2141, 13:40", "day first", "2141-04-08T13:40:00Z");
    row("08/04/2141", "day first", "2141-04-08T00:00:00Z");
    row("08/04/2141", "month first", "2141-08-04T00:00:00Z");
    row("4/8/2141 2:06 PM", "month first", "2141-04-08T14:06:00Z");
    row("4/8/2141 12:00 am", "month first", "2141-04-08T00:00:00Z");
    row("29.02.2140", "day first", "2140-02-29T00:00:00Z");
    row("29.02.2141", "day first", "-");
    row("31.04.2141", "day first", "-");
    row("08.04.2141", "month first", "-");  // dots are never American
    row("13/13/2141", "day first", "-");
    row("08/04/41", "day first", "-");
    row("0000-01-01", "year first", "-");
    row("9999-12-31", "year first", "9999-12-31T00:00:00Z");
    row("10000-01-01", "year first", "-");
    row("2141-04-08 25:00", "year first", "-");
    row("2141-04-08 14:06 13pm", "year first", "-");
    row("88120", "serial", "2141-04-05T00:00:00Z");
    row("88120.5", "serial", "2141-04-05T12:00:00Z");
    row("88120,5", "serial", "2141-04-05T12:00:00Z");
    row("60", "serial", "-");
    row("2958466", "serial", "-");
    row("-1", "serial", "-");
    row("yesterday", "year first", "-");
    row("", "year first", "-");
  }
  void dates() {
    QFETCH(QString, text);
    QFETCH(QString, order);
    QFETCH(QString, time);
    const std::string kept = text.toStdString();
    const auto found = localTimeOf({kept}, *dateOrderFromText(order.toStdString()), false);
    QCOMPARE(found ? qt(Timestamp::milliseconds(found->milliseconds).text()) : QStringLiteral("-"),
             time);
  }

  void aSpreadsheetsDatesGoByTheirKind() {
    const auto number = localTimeOf({"88120", CellKind::Number}, DateOrder::DayFirst, false);
    const auto of1904 = localTimeOf({"86658", CellKind::Number}, DateOrder::DayFirst, true);
    const auto iso = localTimeOf({"2141-04-05", CellKind::Date}, DateOrder::DayFirst, false);
    QCOMPARE(number->milliseconds, iso->milliseconds);
    QCOMPARE(of1904->milliseconds, iso->milliseconds);
  }

  void offsetsInDates_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("minutes");
    QTest::newRow("Z") << "2141-04-08T14:06:00Z" << qint64{0};
    QTest::newRow("UTC") << "2141-04-08 14:06 UTC" << qint64{0};
    QTest::newRow("+02:00") << "2141-04-08T14:06+02:00" << qint64{120};
    QTest::newRow("-0330") << "2141-04-08T14:06:00-0330" << qint64{-210};
    QTest::newRow("+02") << "2141-04-08T14:06:00+02" << qint64{120};
  }
  void offsetsInDates() {
    QFETCH(QString, text);
    QFETCH(qint64, minutes);
    const std::string kept = text.toStdString();
    const auto found = localTimeOf({kept}, DateOrder::YearFirst, false);
    QVERIFY(found.ok());
    QCOMPARE(found->offsetMs.value(), std::int64_t{minutes * 60'000});
  }

  void zones_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("utc");
    QTest::newRow("UTC") << "UTC"
                         << "2024-07-01 12:00"
                         << "2024-07-01T12:00:00Z";
    QTest::newRow("offset") << "+05:30"
                            << "2024-07-01 12:00"
                            << "2024-07-01T06:30:00Z";
    QTest::newRow("summer") << "Europe/Berlin"
                            << "2024-07-01 12:00"
                            << "2024-07-01T10:00:00Z";
    QTest::newRow("winter") << "Europe/Berlin"
                            << "2024-01-01 12:00"
                            << "2024-01-01T11:00:00Z";
    QTest::newRow("before the change") << "Europe/Berlin"
                                       << "2024-03-31 01:59"
                                       << "2024-03-31T00:59:00Z";
    QTest::newRow("left out") << "Europe/Berlin"
                              << "2024-03-31 02:30"
                              << "-";
    QTest::newRow("after the change") << "Europe/Berlin"
                                      << "2024-03-31 03:00"
                                      << "2024-03-31T01:00:00Z";
    QTest::newRow("passed twice: the first") << "Europe/Berlin"
                                             << "2024-10-27 02:30"
                                             << "2024-10-27T00:30:00Z";
    QTest::newRow("west") << "America/New_York"
                          << "2024-07-01 20:00"
                          << "2024-07-02T00:00:00Z";
    QTest::newRow("half an hour") << "Asia/Kolkata"
                                  << "2024-07-01 12:00"
                                  << "2024-07-01T06:30:00Z";
    QTest::newRow("far ahead") << "Europe/Berlin"
                               << "2141-07-01 12:00"
                               << "2141-07-01T10:00:00Z";
  }
  void zones() {
    QFETCH(QString, zone);
    QFETCH(QString, local);
    QFETCH(QString, utc);
    const auto rules = ZoneRules::of(zone.toStdString());
    QVERIFY(rules.ok());
    const std::string kept = local.toStdString();
    const auto time = localTimeOf({kept}, DateOrder::YearFirst, false);
    const auto found = rules->toUtc(*time);
    QCOMPARE(found ? qt(found->text()) : QStringLiteral("-"), utc);
    if (!found) return;
    // What is kept for these moments gives the same, without this machine's time zone data.
    const ZoneRules kept2 = rules->between(found->inMilliseconds(), found->inMilliseconds());
    QVERIFY(kept2.offsets().size() <= 3);
    QCOMPARE(qt(kept2.toUtc(*time)->text()), utc);
  }

  void unknownZonesAreRefused() {
    for (const char* name : {"Europe/Atlantis", "", "+25:00", "../../etc/passwd"}) {
      QVERIFY2(!ZoneRules::of(name).ok(), name);
    }
    QVERIFY(!ZoneRules::fromOffsets({}).ok());
    QVERIFY(!ZoneRules::fromOffsets({{5, 0}, {5, 0}}).ok());
    QVERIFY(!ZoneRules::fromOffsets({{5, std::int64_t{90'000'000}}}).ok());
  }

  void codes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("waste");
    QTest::newRow("plain") << "150102"
                           << "150102";
    QTest::newRow("spaced") << "15 01 02"
                            << "150102";
    QTest::newRow("no-break spaces") << "15\u00A001\u00A002"
                                     << "150102";
    QTest::newRow("asterisk") << "010304*"
                              << "010304";
    QTest::newRow("spaced asterisk") << "01 03 04 *"
                                     << "010304";
    QTest::newRow("the lost zero") << "10304"
                                   << "010304";
    QTest::newRow("dots") << "15.01.02"
                          << "150102";
    QTest::newRow("two zeros cannot be lost") << "1304"
                                              << "-";
    QTest::newRow("no chapter 21") << "210102"
                                   << "-";
    QTest::newRow("letters") << "15A102"
                             << "-";
    QTest::newRow("empty") << ""
                           << "-";
  }
  void codes() {
    QFETCH(QString, text);
    QFETCH(QString, waste);
    QCOMPARE(shown(cleanWasteCode(text.toStdString())), waste);
  }

  void operations_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("operation");
    const auto row = [](const char* text, const char* operation) {
      QTest::newRow(text) << text << operation;
    };
    row("R3", "R3");
    row("r 03", "R3");
    row("D-10", "D10");
    row("R12: exchange", "R12");
    row("R13", "R13");
    row("R14", "-");
    row("D16", "-");
    row("R0", "-");
    row("R", "-");
    row("H061", "-");
    row("R3x", "-");
  }
  void operations() {
    QFETCH(QString, text);
    QFETCH(QString, operation);
    QCOMPARE(shown(cleanOperation(text.toStdString())), operation);
  }

  void commodityCodesAndFlags() {
    QCOMPARE(shown(cleanCommodityCode("3915.10 00")), QStringLiteral("39151000"));
    QCOMPARE(shown(cleanCommodityCode("39")), QStringLiteral("-"));
    QCOMPARE(shown(cleanFlag("Ja")), QStringLiteral("true"));
    QCOMPARE(shown(cleanFlag("REEL")), QStringLiteral("false"));
    QCOMPARE(shown(cleanFlag("Estimé")), QStringLiteral("true"));
    QCOMPARE(shown(cleanFlag("maybe")), QStringLiteral("-"));
  }
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestForeignValues)
#include "test_foreign_values.moc"
