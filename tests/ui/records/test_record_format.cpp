// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/records/page_cache.h"
#include "ui/records/record_format.h"

#include "tests/program.h"

using namespace plumbline;

class TestRecordFormat : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void display_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("mass") << QStringLiteral("net_kg") << qint64{17'240'000}
                          << QStringLiteral("17,240");
    QTest::newRow("half") << QStringLiteral("net_kg") << qint64{1'234'567'500}
                          << QStringLiteral("1,234,567.5");
    QTest::newRow("small") << QStringLiteral("net_kg") << qint64{999} << QStringLiteral("0.999");
    QTest::newRow("time") << QStringLiteral("dispatched_at") << qint64{0}
                          << QStringLiteral("1970-01-01 00:00");
    QTest::newRow("money") << QStringLiteral("value") << qint64{123'456}
                           << QStringLiteral("1,234.56");
    QTest::newRow("negative") << QStringLiteral("value") << qint64{-123'456}
                              << QStringLiteral("-1,234.56");
  }
  void display() {
    QFETCH(QString, field);
    QFETCH(qint64, value);
    QTEST(displayText(*fieldOf(Table::Shipments, field.toStdString()), StoredValue(value)), "shown");
  }
  void emptyIsADash() {
    const Field& field = *fieldOf(Table::Shipments, "low_code");
    QCOMPARE(displayText(field, {}), QStringLiteral("–"));
    QCOMPARE(plainText(field, {}), QString());
    QCOMPARE(displayText(field, std::string("19 12 12")), QStringLiteral("19 12 12"));
  }
  void headings() {
    QCOMPARE(headingOf(*fieldOf(Table::Shipments, "net_kg")), QStringLiteral("Net kg"));
    QCOMPARE(headingOf(*fieldOf(Table::Shipments, "dispatched_at")),
             QStringLiteral("Dispatched (UTC)"));
    QCOMPARE(headingOf(*fieldOf(Table::Hauls, "loaded_at")), QStringLiteral("Loaded (UTC)"));
    for (const TableInfo& table : allTables()) {
      QVERIFY(!nameOf(table.table).isEmpty());
      for (const Field& field : table.fields) {
        QVERIFY(!headingOf(field).contains(QLatin1Char('_')));
      }
    }
  }
  void cacheForgetsWhatWasUnusedLongest() {
    PageCache<int> cache(2);
    cache.insert(1, 10);
    cache.insert(2, 20);
    QVERIFY(cache.find(1) != nullptr);
    cache.insert(3, 30);
    QVERIFY(cache.find(2) == nullptr);
    QCOMPARE(*cache.find(1), 10);
    cache.insert(1, 11);
    QCOMPARE(*cache.find(1), 11);
    QCOMPARE(cache.size(), std::size_t{2});
  }
};

PLUMBLINE_TEST(TestRecordFormat)
#include "test_record_format.moc"
