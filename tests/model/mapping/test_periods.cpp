// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Quarters, months, years and seconds as people write them.
#include <QtTest>

#include "model/mapping/date_text.h"
#include "model/mapping/period_text.h"

#include "tests/program.h"

namespace plumbline {
namespace {

/// "2008-07-01 2008-10-01", the first day and the first one after it; "" where it is none.
QString daysOf(const QString& text, PeriodKind kind) {
  const auto period = periodOf(text.toStdString(), kind);
  if (!period) return {};
  return QString::fromStdString(period->start.dateText() + " " + period->end.dateText());
}

RawCell cellOf(const std::string& text, CellKind kind = CellKind::Text) {
  return {text, kind};
}

}  // namespace

class TestPeriods : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void texts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("days");
    const auto row = [](const char* text, PeriodKind kind, const char* days) {
      const std::string name = std::string(text) + " " + std::to_string(static_cast<int>(kind));
      QTest::newRow(name.c_str()) << QString::fromUtf8(text) << static_cast<int>(kind) << days;
    };
    using enum PeriodKind;
    const char* third = "2008-07-01 2008-10-01";
    for (const char* text :
         {"2008 Q3", "Q3 2008", "2008Q3", "2008-Q3", "Q3/2008", "3rd quarter 2008", "3. Quartal 2008",
          "3e trimestre 2008", "T3 2008", "third quarter of 2008", "Jul-Sep 2008",
          "July \u2013 September 2008", "julio - septiembre de 2008"}) {
      row(text, Quarter, third);
      row(text, Any, third);
      row(text, Month, "");
    }
    row("3 2008", Quarter, third);
    row("2008/3", Quarter, third);
    row("3 2008", Month, "2008-03-01 2008-04-01");
    row("3 2008", Any, "");
    row("03/2008", Any, "2008-03-01 2008-04-01");
    row("03/2008", Quarter, "");
    row("200803", Month, "2008-03-01 2008-04-01");
    row("200803", Quarter, "");
    row("2008-12", Month, "2008-12-01 2009-01-01");
    row("2008-13", Month, "");
    row("5 2008", Quarter, "");
    row("Q5 2008", Any, "");
    row("Jan-Mar 2020", Any, "2020-01-01 2020-04-01");
    row("January - March 2008", Quarter, "2008-01-01 2008-04-01");
    row("October - December 2011", Quarter, "2011-10-01 2012-01-01");
    row("Nov 2007 - Jan 2008", Quarter, "2007-11-01 2008-02-01");
    row("November - January 2008", Any, "");
    row("Jan-Feb 2008", Quarter, "");
    row("Jan-Feb 2008", Any, "2008-01-01 2008-03-01");
    row("M\u00E4rz 2008", Month, "2008-03-01 2008-04-01");
    row("ao\u00FBt 2008", Month, "2008-08-01 2008-09-01");
    row("2008", Year, "2008-01-01 2009-01-01");
    row("2008", Any, "2008-01-01 2009-01-01");
    row("2008", Month, "");
    row("H2 2008", Any, "2008-07-01 2009-01-01");
    row("H3 2008", Any, "");
    row("9999", Year, "9999-01-01 10000-01-01");
    row("1899", Year, "");
    row("FY2008", Any, "");
    row("2007/2008", Any, "");
    row("Jan 08", Any, "");
    row("2008-03-31", Any, "");
    row("12345", Any, "");
    row("", Any, "");
    row("\u0662\u0660\u0660\u0668", Year, "");
  }
  void texts() {
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, days);
    QCOMPARE(daysOf(text, static_cast<PeriodKind>(kind)), days);
  }

  void moments_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("order");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("seconds") << "1214870400" << "unix seconds" << false << qint64{1214870400000};
    QTest::newRow("seconds of a spreadsheet")
        << "1.2148704E9" << "unix seconds" << true << qint64{1214870400000};
    QTest::newRow("fraction") << "1214870400.25" << "unix seconds" << false << qint64{1214870400250};
    QTest::newRow("milliseconds")
        << "1214870400123" << "unix milliseconds" << false << qint64{1214870400123};
    QTest::newRow("milliseconds read as seconds")
        << "1214870400123" << "unix seconds" << false << qint64{-1};
    QTest::newRow("no number") << "yesterday" << "unix seconds" << false << qint64{-1};
    QTest::newRow("month of a spreadsheet")
        << "39508" << "month" << true << qint64{1204329600000};  // 2008-03-01
    QTest::newRow("a day is no month") << "39509" << "month" << true << qint64{-1};
    QTest::newRow("year of a spreadsheet") << "2008" << "year" << true << qint64{1199145600000};
  }
  void moments() {
    QFETCH(QString, text);
    QFETCH(QString, order);
    QFETCH(bool, isNumber);
    QFETCH(qint64, milliseconds);
    const std::string cell = text.toStdString();
    const auto time = localTimeOf(cellOf(cell, isNumber ? CellKind::Number : CellKind::Text),
                                  *dateOrderFromText(order.toStdString()), false);
    QCOMPARE(time ? time->milliseconds : -1, milliseconds);
    if (!time) QVERIFY(!time.error().expected.empty());
  }

  void theOrdersHaveNamesOfTheirOwn() {
    using enum DateOrder;
    for (const DateOrder order : {YearFirst, DayFirst, MonthFirst, Serial, UnixSeconds,
                                  UnixMilliseconds, Year, Quarter, Month, Period}) {
      QCOMPARE(*dateOrderFromText(toText(order)), order);
      QCOMPARE(isPeriod(order), order >= Year);
    }
    QVERIFY(!dateOrderFromText("fortnight"));
  }

  void evidence_data() {
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("counts");  // dates periods years quarters months unix
    QTest::newRow("quarters") << "2008 Q3;2008 Q4" << "0 2 0 2 0 0";
    QTest::newRow("months") << "Mar 2008;2008-04" << "0 2 0 0 2 0";
    QTest::newRow("years") << "2008;2009" << "2 2 2 0 0 0";
    QTest::newRow("either") << "3 2008;4 2008" << "0 2 0 2 2 0";
    QTest::newRow("seconds") << "1214870400;1214870401" << "2 0 0 0 0 2";
    QTest::newRow("days") << "2008-03-31;01.04.2008" << "2 0 0 0 0 0";
    QTest::newRow("numbers") << "9123456;20.08.1;WT-1999x" << "0 0 0 0 0 0";
  }
  void evidence() {
    QFETCH(QString, values);
    QFETCH(QString, counts);
    DateEvidence dates;
    for (const QString& each : values.split(QLatin1Char(';'))) {
      const std::string text = each.toStdString();
      dates.add(cellOf(text));
    }
    QCOMPARE(QStringLiteral("%1 %2 %3 %4 %5 %6")
                 .arg(dates.dates).arg(dates.periods).arg(dates.years).arg(dates.quarters)
                 .arg(dates.months).arg(dates.unixSeconds + dates.unixMilliseconds),
             counts);
  }
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestPeriods)
#include "test_periods.moc"
