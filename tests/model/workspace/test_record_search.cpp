// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any number, party and plate of the records is found by any part of it, and what is not there by
// the spelling that comes nearest.

#include <QTemporaryDir>
#include <QTest>

#include "model/import/importer.h"
#include "model/workspace/record_search.h"
#include "model/workspace/search_text.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr std::size_t most = 3;

/// The ids of the first records found.
std::string ids(const FoundInRecords& found) {
  std::string out;
  for (const FoundRecord& record : found.firstRecords) {
    out += (out.empty() ? "" : " ") + std::get<std::string>(record.row.values.front());
  }
  return out;
}

}  // namespace

class TestRecordSearch : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_folder;
  std::optional<RecordSearch> m_search;

  fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdString()) / name;
  }

  FoundInRecords find(std::string_view words) const {
    return m_search->find(words, most, Progress()).value();
  }

  static std::string shipments() {
    std::string csv =
        "id,document_no,line,dispatched_at,consignee,carrier,vehicle,material,net_kg\n";
    for (int i = 100; i < 160; ++i) {
      const std::string n = std::to_string(i);
      csv += "SH-" + n + ",WT-8" + n + ",1,2142-03-10T08:00:00Z," +
             (i % 2 == 0 ? "Harbour Réclaim" : "board-mill") + ",northline," +
             (i == 130 ? "NL-4471" : "KA-9000") + ",pellet,10\n";
    }
    return csv;
  }
  static std::string receipts() {
    std::string csv = "id,document_no,line,received_at,consignor,vehicle,material,net_kg\n";
    for (int i = 100; i < 150; ++i) {
      const std::string n = std::to_string(i);
      csv += "RC-5" + n + ",WT-8" + n + ",1,2142-03-11T08:00:00Z,north,NL-4471,pellet,10\n";
    }
    return csv;
  }

 private Q_SLOTS:
  void initTestCase() {
    const fs::path root = path("p");
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root / "north", {{"shipments", shipments()}});
    plant.close(root / "north");
    TestPublisher mill("board-mill", Role::Receiver, 2);
    mill.publish(root / "mill", {{"receipts", receipts()}});
    mill.close(root / "mill");
    writeTrust(root, {&plant, &mill});
    {
      const auto workspace = Workspace::open(path("w.plumbline"), true);
      const Progress progress;
      const auto report = importPaths(*workspace, {root}, {}, progress);
      QVERIFY(report);
      QCOMPARE(report->rows, 110);
    }
    auto opened = RecordSearch::open(path("w.plumbline"));
    QVERIFY(opened.ok());
    m_search.emplace(std::move(*opened));
  }

  void nothingIsFoundBeforeItWasRead() {
    const FoundInRecords found = find("SH-130");
    QCOMPARE(found.records, std::int64_t{0});
    QCOMPARE(found.searched, std::int64_t{0});
    QCOMPARE(found.rows, std::int64_t{110});
    while (m_search->readMore().value()) {
    }
    QCOMPARE(m_search->searched(), m_search->rows());
  }

  void aRecordIsFoundByAnyPartOfItsNumbers() {
    QCOMPARE(ids(find("SH-130")), std::string("SH-130"));
    QCOMPARE(ids(find("sh-130")), std::string("SH-130"));
    // The document stands in both tables; it is named as what was found.
    const FoundInRecords document = find("WT-8130");
    QCOMPARE(ids(document), std::string("SH-130 RC-5130"));
    for (const FoundRecord& record : document.firstRecords) {
      QCOMPARE(tableInfo(record.table).fields[record.field].name, std::string_view("document_no"));
    }
    const FoundInRecords tens = find("13");
    QCOMPARE(tens.records, std::int64_t{22});  // ten shipments and receipts, 113 of each
    QCOMPARE(tens.firstRecords.size(), most);
  }

  void whatIsTheWordsComesBeforeWhatHasThem() {
    // RC-5105 has 5105, and WT-8105 has 105: nothing begins with it.
    QCOMPARE(ids(find("rc-5105")), std::string("RC-5105"));
    QCOMPARE(find("rc-51").records, std::int64_t{50});
  }

  void namesAreFoundWhereMostRowsHaveThem() {
    const FoundInRecords party = find("réCLAIM");
    QCOMPARE(party.records, std::int64_t{0});
    QCOMPARE(party.parties, std::int64_t{1});
    QCOMPARE(party.firstParties.front().name, std::string("Harbour Réclaim"));
    QCOMPARE(party.firstParties.front().rows, std::int64_t{30});
    const FoundInRecords plate = find("4471");
    QCOMPARE(plate.plates, std::int64_t{1});
    QCOMPARE(plate.firstPlates.front().rows, std::int64_t{51});
    QVERIFY(plate.firstPlates.front().table == Table::Receipts);
  }

  void theNearestSpellingIsNamed_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("a plate") << "NL-4472x"
                             << "NL-4471";
    QTest::newRow("a party") << "harbor récl"
                             << "Harbour Réclaim";
    QTest::newRow("an id, as it is written") << "RC-x5149"
                                             << "RC-5149";
    QTest::newRow("nothing near") << "zzzzzzzz"
                                  << "";
    QTest::newRow("too short to be near anything") << "q7z"
                                                   << "";
  }
  void theNearestSpellingIsNamed() {
    QFETCH(QString, typed);
    QFETCH(QString, nearest);
    QCOMPARE(find(typed.toStdString()).records, std::int64_t{0});
    QCOMPARE(QString::fromStdString(m_search->nearest(typed.toStdString(), Progress()).value()),
             nearest);
  }

  void aCancelledSearchEnds() {
    Progress cancelled;
    cancelled.cancel();
    QCOMPARE(m_search->find("1", most, cancelled).error().code, ErrorCode::Cancelled);
    QCOMPARE(m_search->nearest("zzzzzzzz", cancelled).error().code, ErrorCode::Cancelled);
  }

  void distancesAreThoseOfTheTable() {
    QCOMPARE(NearMatcher("4471").distanceIn("nl-4471"), 0);
    QCOMPARE(NearMatcher("harbor").distanceIn("old harbour"), 1);
    QCOMPARE(NearMatcher("abc").distanceIn(""), 3);
    QCOMPARE(NearMatcher("abcd").distanceIn("xaxbxdx"), 2);
    QCOMPARE(searchText("ÉCLAIR\n7"), std::string("éclair 7"));
  }
};

PLUMBLINE_TEST(TestRecordSearch)
#include "test_record_search.moc"
