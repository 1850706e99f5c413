// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paging through imported records, and the exact bytes of one.

#include <QTemporaryDir>
#include <QTest>

#include "model/import/importer.h"
#include "model/workspace/record_reader.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

class TestRecordReader : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_folder;
  std::vector<std::string> m_lines;  // of both tables, in the order they were published
  fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdString()) / name;
  }
  RecordReader reader() const { return RecordReader::open(path("w.plumbline")).value(); }

  std::string table(int first, int count, const char* lineEnd) {
    std::string csv =
        std::string("id,document_no,line,dispatched_at,consignee,material,net_kg,status") + lineEnd;
    for (int i = first; i < first + count; ++i) {
      const std::string n = std::to_string(1000 + i);
      const std::string status = i % 7 == 0   ? "\"said \"\"yes\"\",\nthen no\""
                                 : i % 3 == 0 ? ""
                                              : "Done 50%";
      m_lines.push_back("S" + n + ",D" + n + ",1,2142-0" + std::to_string(1 + i % 3) +
                        "-10T08:00:00Z,harbour-" + std::to_string(i % 5) + ",pellet," +
                        std::to_string(i * 10) + "." + std::to_string(i % 10) + "," + status);
      csv += m_lines.back() + lineEnd;
    }
    return csv;
  }

  StoredQuery filtered(const char* field, const char* text) const {
    StoredQuery query;
    query.filters = {parseStoredFilter(Table::Shipments, field, text).value()};
    return query;
  }

 private Q_SLOTS:
  void initTestCase() {
    const fs::path root = path("p");
    TestPublisher plant("north", Role::Plant, 1);
    for (const auto& csv : {table(0, 300, "\n"), table(300, 200, "\n")}) {
      Publication publication = plant.bind(root, {{"shipments", csv}});
      // The helper splits at line feeds; these records hold some inside quotes.
      TreeHasher rows;
      const std::size_t first = publication.sequence == 1 ? 0 : 300;
      const std::size_t last = publication.sequence == 1 ? 300 : 500;
      for (std::size_t i = first; i < last; ++i) rows.addEntry(bytesOf(m_lines[i]));
      publication.tables[0].rows = static_cast<std::int64_t>(last - first);
      publication.tables[0].rowRoot = rows.root();
      plant.publish(root, publication);
    }
    plant.close(root);
    writeTrust(root, {&plant});
    const auto workspace = Workspace::open(path("w.plumbline"), true);
    const Progress progress;
    const auto report = importPaths(*workspace, {root}, {}, progress);
    QVERIFY(report);
    for (const Problem& problem : report->problems) qWarning("%s", problem.text().c_str());
    QCOMPARE(report->rows, 500);
  }

  void pagesInOrder() {
    RecordReader records = reader();
    const StoredQuery all;
    QCOMPARE(*records.count(all), 500);
    for (const std::int64_t first : {0, 250, 295, 499, 500}) {
      const auto page = records.page(all, first, 10);
      QVERIFY(page);
      QCOMPARE(static_cast<std::int64_t>(page->size()), std::min<std::int64_t>(10, 500 - first));
      for (std::size_t i = 0; i < page->size(); ++i) {
        const auto number = first + static_cast<std::int64_t>(i);
        QCOMPARE(storedValueText(FieldType::Id, (*page)[i].values[0]),
                 "S" + std::to_string(1000 + number));
        QCOMPARE((*page)[i].row, number < 300 ? number + 1 : number - 299);
        QCOMPARE((*page)[i].party, std::string("north"));
        QCOMPARE(*records.placeOf(all, (*page)[i].rowid), number);
      }
    }
  }

  void filters_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("contains, any case") << "consignee"
                                        << "BOUR-3" << 100;
    QTest::newRow("does not contain") << "consignee"
                                      << "!bour-3" << 400;
    QTest::newRow("is") << "id"
                        << "=s1007" << 1;
    QTest::newRow("percent is no wildcard") << "status"
                                            << "50%" << 285;
    QTest::newRow("underscore is no wildcard") << "id"
                                               << "_" << 0;
    QTest::newRow("does not contain counts the absent") << "status"
                                                        << "!50%" << 215;
    QTest::newRow("absent") << "status"
                            << "-" << 143;
    QTest::newRow("exactly") << "net_kg"
                             << "4904" << 0;
    QTest::newRow("exactly, with decimals") << "net_kg"
                                            << "21.2" << 0;
    QTest::newRow("exactly 20.2") << "net_kg"
                                  << "20.2" << 1;
    QTest::newRow("above") << "net_kg"
                           << ">4970.7" << 2;
    QTest::newRow("at least") << "net_kg"
                              << ">=4970.7" << 3;
    QTest::newRow("below") << "net_kg"
                           << "<20.2" << 2;
    QTest::newRow("between") << "net_kg"
                             << "20.2..40.4" << 3;
    QTest::newRow("month") << "dispatched_at"
                           << "2142-01" << 167;
    QTest::newRow("year") << "dispatched_at"
                          << "2142" << 500;
    QTest::newRow("after a month") << "dispatched_at"
                                   << ">2142-01" << 333;
    QTest::newRow("before a month") << "dispatched_at"
                                    << "<2142-02" << 167;
    QTest::newRow("between months") << "dispatched_at"
                                    << "2142-01..2142-02" << 334;
    QTest::newRow("day") << "dispatched_at"
                         << "2142-03-10" << 166;
  }
  void filters() {
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(int, rows);
    RecordReader records = reader();
    const StoredQuery query = filtered(field.toUtf8().constData(), text.toUtf8().constData());
    QCOMPARE(*records.count(query), rows);
    QCOMPARE(static_cast<int>(records.page(query, 0, 1000)->size()), rows);
  }

  void aFilterThatCannotBeReadNamesItsColumn() {
    for (const char* text : {"much", "1..x", ">", "1e3"}) {
      const auto filter = parseStoredFilter(Table::Shipments, "net_kg", text);
      QVERIFY(!filter);
      QCOMPARE(filter.error().where.column, std::string("net_kg"));
    }
    QVERIFY(!parseStoredFilter(Table::Shipments, "colour", "red"));
  }

  void sorts() {
    RecordReader records = reader();
    StoredQuery query;
    const auto& fields = tableInfo(Table::Shipments).fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].name == "net_kg") query.sortField = i;
    }
    query.descending = true;
    const auto page = records.page(query, 0, 3);
    QCOMPARE(storedValueText(FieldType::Id, (*page)[0].values[0]), std::string("S1499"));
    QCOMPARE(*records.placeOf(query, (*page)[2].rowid), 2);
    query.descending = false;
    QCOMPARE(storedValueText(FieldType::Id, (*records.page(query, 0, 1))[0].values[0]),
             std::string("S1000"));
  }

  void onlyTheRowsOfAFinding() {
    RecordReader records = reader();
    const auto some = records.page({}, 100, 3);
    StoredQuery query;
    for (const StoredRow& row : *some) query.onlyRowids.push_back(row.rowid);
    QCOMPARE(*records.count(query), 3);
    QCOMPARE((*records.page(query, 1, 1))[0].rowid, (*some)[1].rowid);
  }

  void finds() {
    RecordReader records = reader();
    const auto plain = records.find({}, "s1007", 10);
    QCOMPARE(plain->total, 1);
    QCOMPARE(plain->places, std::vector<std::int64_t>{7});
    const auto many = records.find({}, "harbour-4", 5);
    QCOMPARE(many->total, 100);
    QCOMPARE(many->places, (std::vector<std::int64_t>{4, 9, 14, 19, 24}));
    const auto within = records.find(filtered("consignee", "harbour-4"), "S101", 10);
    QCOMPARE(within->total, 2);
    QCOMPARE(within->places, (std::vector<std::int64_t>{2, 3}));
  }

  void theBytesOfARecordAreTheSignedOnes() {
    RecordReader records = reader();
    const auto page = records.page({}, 0, 500);
    for (std::size_t i = 0; i < page->size(); ++i) {
      const auto origin = records.sourceBytes(Table::Shipments, (*page)[i].rowid);
      QVERIFY(origin);
      QCOMPARE(origin->bytes, m_lines[i]);
      QCOMPARE(origin->to - origin->from, static_cast<std::int64_t>(m_lines[i].size()));
      QCOMPARE(origin->sequence, i < 300 ? 1 : 2);
      const std::string file = readBytes(path("p") / origin->file);
      QCOMPARE(file.substr(static_cast<std::size_t>(origin->from), m_lines[i].size()), m_lines[i]);
    }
    QCOMPARE(records.sourceBytes(Table::Shipments, 100'000).error().code, ErrorCode::NotFound);
  }
};

PLUMBLINE_TEST(TestRecordReader)
#include "test_record_reader.moc"
