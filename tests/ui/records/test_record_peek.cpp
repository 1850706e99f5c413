// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "ui/records/record_peek.h"

#include "tests/program.h"
#include "tests/ui/fake_records.h"

using namespace plumbline;

class TestRecordPeek : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void queryOfMonth_data() {
    QTest::addColumn<QString>("item");
    QTest::addColumn<bool>("good");
    QTest::newRow("shipments") << QStringLiteral("shipments/2141-04") << true;
    QTest::newRow("intakes") << QStringLiteral("intakes/2141-12") << true;
    QTest::newRow("no month") << QStringLiteral("shipments/") << false;
    QTest::newRow("no such month") << QStringLiteral("shipments/2141-13") << false;
    QTest::newRow("no such table") << QStringLiteral("loads/2141-04") << false;
    QTest::newRow("table without dates") << QStringLiteral("materials/2141-04") << false;
    QTest::newRow("nothing") << QString() << false;
  }
  void queryOfMonth() {
    QFETCH(QString, item);
    QFETCH(bool, good);
    const auto query = plumbline::queryOfMonth(item);
    QCOMPARE(query.ok(), good);
    if (good) QCOMPARE(query->filters.size(), std::size_t{1});
  }

  void answersWithCountAndRowsFromAnotherThread() {
    // 57 rows, of which 13 are in April.
    auto traffic = std::make_shared<test::FakeTraffic>();
    RecordPeek peek;
    QSignalSpy looked(&peek, &RecordPeek::looked);
    peek.open([traffic]() -> Result<std::unique_ptr<RecordSource>> {
      return std::unique_ptr<RecordSource>(std::make_unique<test::FakeRecords>(57, traffic));
    });
    peek.ask(QStringLiteral("shipments/2141-03"));
    QTRY_COMPARE(looked.count(), 1);
    QCOMPARE(looked[0][0].toString(), QStringLiteral("shipments/2141-03"));
    const QString html = looked[0][1].toString();
    QVERIFY(html.contains(QStringLiteral("44 shipments in this month")));
    QVERIFY(html.contains(QStringLiteral("SH-1<")));
    QVERIFY(!html.contains(QStringLiteral("SH-5<")));
    QVERIFY(traffic->thread.load() != std::this_thread::get_id());
    // The same question is answered again without asking the records.
    const int asked = traffic->counts;
    peek.ask(QStringLiteral("shipments/2141-03"));
    QCOMPARE(looked.count(), 2);
    QCOMPARE(traffic->counts.load(), asked);
  }

  void noRecords() {
    RecordPeek peek;
    QSignalSpy looked(&peek, &RecordPeek::looked);
    peek.open([]() -> Result<std::unique_ptr<RecordSource>> {
      return std::unique_ptr<RecordSource>(
          std::make_unique<test::FakeRecords>(0, std::make_shared<test::FakeTraffic>()));
    });
    peek.ask(QStringLiteral("shipments/2141-04"));
    QTRY_COMPARE(looked.count(), 1);
    QCOMPARE(looked[0][1].toString(), QStringLiteral("<p>No shipments in this month.</p>"));
  }
};

PLUMBLINE_WINDOW_TEST(TestRecordPeek)
#include "test_record_peek.moc"
