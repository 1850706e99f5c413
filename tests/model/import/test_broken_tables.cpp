// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signed tables that break the format: each is refused as a whole, with row, column, what was
// found and what was expected.

#include <QTemporaryDir>
#include <QTest>

#include "model/evidence/evidence_report.h"
#include "model/import/importer.h"

#include "tests/model/judged_report.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const std::string shipmentsHeader =
    "id,document_no,line,dispatched_at,consignee,material,net_kg,carrier\n";

std::string goodTable() {
  std::string csv = shipmentsHeader;
  for (const char* number : {"1", "2", "3"}) {
    csv += std::string("G-") + number + ",D-9,1,2142-01-05T08:00:00Z,harbour,pellet,12.5,\n";
  }
  return csv;
}

}  // namespace

class TestBrokenTables : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path path(const std::string& name) const {
    return fs::path(m_folder->path().toStdString()) / name;
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void brokenTables_data();
  void brokenTables();
};

void TestBrokenTables::brokenTables_data() {
  QTest::addColumn<QByteArray>("csv");
  QTest::addColumn<QString>("message");
  const QByteArray header = QByteArray::fromStdString(shipmentsHeader);
  const QByteArray row = "S-1,D-1,1,2142-01-05T08:00:00Z,harbour,pellet,12.5,\n";
  const auto changed = [&](const char* from, const char* to) {
    QByteArray out = row;
    return header + row + out.replace("S-1,", "S-2,").replace(from, to);
  };
  QTest::newRow("bad number")
      << changed("12.5", "12,5")
      << "row 2: the record has too many fields. Found: 9 fields. Expected: 8 fields";
  QTest::newRow("number with exponent")
      << changed("12.5", "1e3")
      << "row 2, column net_kg: the value is not a decimal number. Found: \"1e3\"";
  QTest::newRow("mass too fine") << changed("12.5", "12.0005")
                                 << "column net_kg: the number has too many decimals";
  QTest::newRow("mass negative") << changed("12.5", "-1")
                                 << "column net_kg: the mass is out of range. Found: \"-1\"";
  QTest::newRow("mass overflow") << changed("12.5", "99999999999999999999")
                                 << "column net_kg: the number is too large";
  QTest::newRow("bad date") << changed("2142-01-05T", "2142-02-30T")
                            << "row 2, column dispatched_at: the value is not a date or a time";
  QTest::newRow("time without zone") << changed("08:00:00Z", "08:00:00") << "column dispatched_at";
  QTest::newRow("empty required field")
      << changed("pellet", "") << "row 2, column material: the field is empty";
  QTest::newRow("duplicate id") << changed("S-2,", "S-1,")
                                << "row 2, column id: the id is there twice. Found: \"S-1\". "
                                   "Expected: an id other than that of row 1";
  QTest::newRow("duplicate id out of order")
      << header + QByteArray(row).replace("S-1,", "S-7,") + row +
             QByteArray(row).replace("S-1,", "S-5,") + QByteArray(row).replace("S-1,", "S-7,")
      << "row 4, column id: the id is there twice. Found: \"S-7\". Expected: an id other than that "
         "of row 1";
  QTest::newRow("too few fields") << changed(",harbour", "")
                                  << "row 2: the record has too few fields";
  QTest::newRow("NUL") << changed("harbour", "har\1bour").replace('\1', '\0')
                       << "row 2, column consignee, byte 154: the field holds a NUL byte";
  QTest::newRow("control character")
      << changed("harbour", "har\1bour") << "column consignee, byte 154: the field holds a control";
  QTest::newRow("bad UTF-8") << changed("harbour", "har\xC3\x28")
                             << "row 2, column consignee, byte 154: the field is not UTF-8";
  QTest::newRow("quote inside a field")
      << changed("harbour", "har\"bour") << "a quote stands inside a field that is not quoted";
  QTest::newRow("quote not closed")
      << changed("harbour", "\"harbour")
      << "row 2, column consignee, byte 151: a quoted field is not closed";
  QTest::newRow("text after a quote") << changed("harbour", "\"har\"bour")
                                      << "something stands between a closing quote and the comma";
  QTest::newRow("lone carriage return")
      << changed("harbour", "har\rbour") << "a carriage return stands without a line feed";
  QTest::newRow("blank line") << header + row + "\n"
                              << "row 2: the record has too few fields";
  QTest::newRow("id too long") << changed("S-2", QByteArray(65, 'x').constData())
                               << "column id: the id is too long";
  QTest::newRow("byte order mark")
      << "\xEF\xBB\xBF" + header + row << "the table starts with a byte order mark";
  QTest::newRow("empty table") << QByteArray() << "the table is empty";
  QTest::newRow("missing column") << QByteArray(header).replace(",net_kg", "") + row
                                  << "column net_kg: the column is missing";
  QTest::newRow("column twice") << QByteArray(header).replace("carrier", "line") + row
                                << "column line: the column is there twice";
  QTest::newRow("unknown column")
      << QByteArray(header).replace("carrier", "colour") + row
      << "the column is not one of the table's fields. Found: \"colour\"";
}

void TestBrokenTables::brokenTables() {
  QFETCH(QByteArray, csv);
  TestPublisher plant("north", Role::Plant, 1);
  plant.publish(path("p"), {{"shipments", csv.toStdString()}});
  plant.publish(path("p"), {{"shipments", goodTable()}});
  plant.close(path("p"));
  writeTrust(path("p"), {&plant});
  const Workspace workspace = Workspace::open(path("w.plumbline"), true).value();
  const Progress progress;
  const ImportReport report = importPaths(workspace, {path("p")}, {}, progress).value();
  QCOMPARE(report.problems.size(), std::size_t(1));
  const QString found = QString::fromStdString(report.problems.front().text());
  QFETCH(QString, message);
  QVERIFY2(found.contains(message), qPrintable(found));
  QVERIFY2(found.startsWith(QLatin1String("shipments (tables/")), qPrintable(found));
  // The file is refused as a whole, and only that file.
  auto rows = workspace.database().prepare("SELECT count(*) FROM shipments").value();
  QVERIFY(*rows.step());
  QCOMPARE(rows.integer(0), 3);
  const EvidenceReport shown = judgedReport(workspace.database()).value();
  QVERIFY(shown.rows[0].state == CheckState::CannotTell);
  QCOMPARE(shown.rows[0].reason, std::string("table_unreadable"));
}

PLUMBLINE_TEST(TestBrokenTables)
#include "test_broken_tables.moc"
