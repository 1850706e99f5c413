// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <random>

#include <QDateTime>
#include <QTest>

#include "model/records/quantities.h"

#include "tests/program.h"

using namespace plumbline;

class TestTimestamp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("UTC") << "2141-04-08T07:12:00Z"
                         << "2141-04-08T07:12:00Z";
    QTest::newRow("date") << "2141-04-08"
                          << "2141-04-08T00:00:00Z";
    QTest::newRow("small letters") << "2141-04-08t07:12:00z"
                                   << "2141-04-08T07:12:00Z";
    QTest::newRow("space") << "2141-04-08 07:12:00Z"
                           << "2141-04-08T07:12:00Z";
    QTest::newRow("east") << "2141-04-08T01:12:00+05:30"
                          << "2141-04-07T19:42:00Z";
    QTest::newRow("west") << "2141-12-31T23:30:00-01:00"
                          << "2142-01-01T00:30:00Z";
    QTest::newRow("milliseconds") << "2141-04-08T07:12:00.25Z"
                                  << "2141-04-08T07:12:00.250Z";
    QTest::newRow("zeros beyond milliseconds") << "2141-04-08T07:12:00.250000Z"
                                               << "2141-04-08T07:12:00.250Z";
    QTest::newRow("leap second") << "2016-12-31T23:59:60Z"
                                 << "2017-01-01T00:00:00Z";
    QTest::newRow("leap day") << "2144-02-29"
                              << "2144-02-29T00:00:00Z";
    QTest::newRow("before 1970") << "1900-01-01T00:00:00.001Z"
                                 << "1900-01-01T00:00:00.001Z";
    QTest::newRow("last") << "9999-12-31T23:59:59.999Z"
                          << "9999-12-31T23:59:59.999Z";
  }
  void reads() {
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const auto time = Timestamp::parse(text.toStdString());
    QVERIFY(time);
    QCOMPARE(QString::fromStdString(time->text()), canonical);
    QCOMPARE(Timestamp::parse(time->text())->inMilliseconds(), time->inMilliseconds());
  }

  void refuses_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             "2141",
                             "2141-04",
                             "2141-4-8",
                             "2141-04-08T",
                             "2141-04-08T07:12",
                             "2141-04-08T07:12:00",
                             "2141-04-08T24:00:00Z",
                             "2141-04-08T07:60:00Z",
                             "2141-04-08T07:12:61Z",
                             "2141-04-08T07:12:00+24:00",
                             "2141-04-08T07:12:00+0530",
                             "2141-04-08T07:12:00.Z",
                             "2141-04-08T07:12:00.0001Z",
                             "2141-02-29",
                             "2100-02-29",
                             "2141-00-08",
                             "2141-13-08",
                             "2141-04-00",
                             "2141-04-31",
                             "1899-12-31",
                             "10000-01-01",
                             "08/04/2141",
                             "2141-04-08T07:12:00ZZ",
                             " 2141-04-08",
                             "9999-12-31T23:59:59-01:00",
                             "1900-01-01T00:00:00+01:00"}) {
      QTest::newRow(text) << QString::fromUtf8(text);
    }
  }
  void refuses() {
    QFETCH(QString, text);
    const auto time = Timestamp::parse(text.toStdString());
    QVERIFY(!time);
    QCOMPARE(time.error().code, ErrorCode::BadValue);
  }

  /// The calendar of Qt as a witness.
  void agreesWithAnotherCalendar() {
    std::mt19937_64 random(7);
    const std::int64_t first = Timestamp::fromCivil(1900, 1, 1).inMilliseconds();
    const std::int64_t last = Timestamp::fromCivil(9999, 12, 31).inMilliseconds();
    for (int i = 0; i < 20'000; ++i) {
      const auto ms =
          first + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(last - first));
      const auto expected = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
      const std::string text = Timestamp::milliseconds(ms).text();
      QString shown = expected.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
      if (ms % 1000 != 0) shown += expected.toString(QStringLiteral(".zzz"));
      QCOMPARE(QString::fromStdString(text), shown + QLatin1Char('Z'));
      QCOMPARE(Timestamp::parse(text)->inMilliseconds(), ms);
    }
  }

  void months() {
    const Month april = Month::of(*Timestamp::parse("2141-04-30T23:59:59.999Z"));
    QCOMPARE(april.text(), std::string("2141-04"));
    QCOMPARE(april.start().text(), std::string("2141-04-01T00:00:00Z"));
    QCOMPARE(april.end().text(), std::string("2141-05-01T00:00:00Z"));
    QCOMPARE(Month::of(*Timestamp::parse("1999-12-31")).end().dateText(),
             std::string("2000-01-01"));
    QVERIFY(Month::of(april.end()) > april);
  }
};

PLUMBLINE_TEST(TestTimestamp)
#include "test_timestamp.moc"
