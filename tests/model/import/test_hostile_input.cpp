// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Inputs that once crashed a reader, filled its memory, or were kept in a form nobody could read.
// Each test is named after the defect.

#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "model/containers/xlsx_reader.h"
#include "model/evidence/log_check.h"
#include "model/import/importer.h"
#include "model/intake/table_reader.h"
#include "model/readers/summary_log_file.h"
#include "model/readers/reader_list.h"
#include "model/workspace/record_reader.h"

#include "tests/fuzz/workbook_bytes.h"
#include "tests/model/intake/memory_sink.h"
#include "tests/model/publisher.h"
#include "tests/model/readers/read_bytes.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

namespace fs = std::filesystem;

Result<std::string> cellsOf(const std::string& file) {
  PLUMBLINE_TRY(workbook, XlsxWorkbook::open(bytesOf(file)));
  std::string all;
  for (std::size_t i = 0; i < workbook.sheetNames().size(); ++i) {
    const auto add = [&all](const XlsxRow& row) -> Result<bool> {
      for (const XlsxCell& cell : row.cells) all += cell.text.substr(0, 8) + ' ';
      return true;
    };
    PLUMBLINE_CHECK(workbook.readSheet(i, add, Progress()));
  }
  return all;
}

Result<std::string> cellsOfSheet(const std::string& rows, const std::string& texts = "<sst/>") {
  const std::string sheet = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  return cellsOf(
      fuzz::sampleWorkbookBytes(fuzz::sampleWorkbook, fuzz::sampleRelations, texts, sheet));
}

/// What a table reads as, in windows of a size: its rows' offsets and root, or the error.
std::string readingOf(const std::string& csv, std::int64_t windowBytes) {
  const ViewFeed feed(bytesOf(csv));
  TableReader reader(feed, Table::Stocks, windowBytes);
  if (const auto started = reader.start(); !started) return started.error().text();
  std::string out;
  RowBatch batch;
  while (true) {
    const auto more = reader.next(batch);
    if (!more) return more.error().text();
    if (!*more) return out + reader.content().rowRoot.hex();
    for (const std::int64_t at : batch.at) out += std::to_string(at) + ' ';
  }
}

std::string witnessLine(const std::string& name, unsigned char seed) {
  const auto key = PrivateKey::fromSeed(Bytes(32, std::byte{seed})).value();
  const auto verifier =
      NoteVerifier::fromKey(name + ".example", NoteKeyType::CosignatureV1, key.publicKey());
  return "witness " + name + " " + verifier.vkey() + "\n";
}

}  // namespace

class TestHostileInput : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_folder;
  fs::path path(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

 private Q_SLOTS:
  void aFileCutShortWhileItIsHeld() {
    const fs::path file = path("held.csv");
    std::ofstream(file, std::ios::binary) << std::string(100'000, 'x');
    const Member member{"held.csv", file, 0, 100'000};
    const MemberFeed feed(member);
    const auto window = feed.window(0, 100'000);
    QVERIFY(window);
    fs::resize_file(file, 10);
    // A mapping would end the program here.
    QCOMPARE(window->view.back(), std::byte{'x'});
    const auto later = feed.window(50'000, 100);
    QVERIFY(!later);
    QCOMPARE(later.error().code, ErrorCode::Io);
  }

  void aFileChangedBetweenItsDigestAndItsCopy() {
    auto workspace = Workspace::open(path("copy.plumbline"), true);
    QVERIFY(workspace);
    const ViewFeed feed(bytesOf("id\n1\n"));
    const EvidenceStore store(workspace->database());
    const auto copied =
        storeFeed(store, feed, evidence_kind::table, "tables/x.csv", sha256(bytesOf("id\n2\n")));
    QVERIFY(!copied);
    QCOMPARE(copied.error().code, ErrorCode::Io);
  }

  void aRecordLongerThanTheWindow() {
    const std::string header = "id,time,node,material,mass_kg\n";
    const std::string csv = header + "b,2142-01-01,\"yard \"\"1\"\"\",pellet,5\r\n" +
                            "a,2142-01-01," + std::string(900, 'n') + ",pellet,5\n";
    const std::string whole = readingOf(csv, 16 << 20);
    const std::string broken = readingOf(csv + "c,2142\x01", 16 << 20);
    const std::string marked = readingOf("\xEF\xBB\xBF" + csv, 16 << 20);
    for (const std::int64_t windowBytes : {1, 2, 10, 100, 1000}) {
      QCOMPARE(readingOf(csv, windowBytes), whole);
      QCOMPARE(readingOf(csv + "c,2142\x01", windowBytes), broken);
      QCOMPARE(readingOf("\xEF\xBB\xBF" + csv, windowBytes), marked);
    }
  }

  void aRowNumberThatCannotBeCountedOn() {
    const auto cells = cellsOfSheet(R"(<row r="9223372036854775807"/><row><c><v>1</v></c></row>)");
    QVERIFY(!cells);
    QCOMPARE(cells.error().code, ErrorCode::Malformed);
  }

  void aLongTextInEveryCellOfARow() {
    const std::string texts = "<sst><si><t>" + std::string(32'000, 'x') + "</t></si></sst>";
    std::string row = "<row>";
    for (int i = 0; i < 2000; ++i) row += R"(<c t="s"><v>0</v></c>)";
    const auto cells = cellsOfSheet(row + "</row>", texts);
    QVERIFY(!cells);
    QCOMPARE(cells.error().code, ErrorCode::TooLarge);
  }

  void aSheetThatIsNamedAgainAndAgain() {
    std::string workbook = R"(<workbook xmlns:r="r"><sheets>)";
    for (int i = 0; i < 2; ++i) workbook += R"(<sheet name="S" r:id="s"/>)";
    workbook += "</sheets></workbook>";
    const auto twice = cellsOf(fuzz::sampleWorkbookBytes(workbook));
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Malformed);
    workbook = R"(<workbook xmlns:r="r"><sheets>)";
    for (int i = 0; i < 1025; ++i) workbook += R"(<sheet name="S" r:id="none"/>)";
    workbook += "</sheets></workbook>";
    const auto many = cellsOf(fuzz::sampleWorkbookBytes(workbook));
    QVERIFY(!many);
    QCOMPARE(many.error().code, ErrorCode::TooLarge);
  }

  void twoListsOfTexts() {
    const std::string relations =
        R"(<Relationships><Relationship Id="s" Type="a/worksheet" Target="worksheets/s.xml"/>)"
        R"(<Relationship Id="t" Type="a/sharedStrings" Target="t.xml"/>)"
        R"(<Relationship Id="u" Type="a/sharedStrings" Target="t.xml"/></Relationships>)";
    const auto cells = cellsOf(fuzz::sampleWorkbookBytes(fuzz::sampleWorkbook, relations));
    QVERIFY(!cells);
    QCOMPARE(cells.error().code, ErrorCode::Malformed);
  }

  void aDateAfterTheYear9999() {
    QCOMPARE(timeOfSerial("2957003", true)->text(), std::string("9999-12-31T00:00:00Z"));
    QVERIFY(!timeOfSerial("2957004", true));
    QVERIFY(!timeOfSerial("2958465", true));
    QVERIFY(!timeOfSerial("2958465.999999999", false));
  }

  void aSummaryLogBeyondEveryLimit() {
    const std::string start = R"([{"wasteRecordType":"received","data":{"ROW_ID":1}})";
    const std::string large = start + std::string(summaryLogMaxJsonBytes, ' ') + "]";
    QCOMPARE(parseSummaryLogJson(bytesOf(large)).error().code, ErrorCode::TooLarge);
  }

  void aSummaryLogWithoutEndOfLoads() {
    const std::string sample(fuzz::sampleSheet);
    std::string sheet = sample.substr(0, sample.find("<row>"));
    for (std::size_t i = 0; i <= summaryLogMaxLoads; ++i)
      sheet += "<row><c r=\"C1\"><v>1</v></c></row>";
    sheet += "</sheetData></worksheet>";
    const std::string file = fuzz::sampleWorkbookBytes(fuzz::sampleWorkbook, fuzz::sampleRelations,
                                                       fuzz::sampleTexts, sheet);
    const auto workbook = XlsxWorkbook::open(bytesOf(file));
    QVERIFY(workbook.ok());
    QCOMPARE(parseSummaryLogXlsx(*workbook, Progress()).error().code, ErrorCode::TooLarge);
  }

  void aRegistrationNumberThatCannotNameAParty() {
    const auto partyOf = [](const std::string& number) {
      std::string texts(fuzz::sampleTexts);
      texts.replace(texts.find("PROCESSING_TYPE"), 15, "REGISTRATION_NUMBER");
      texts.replace(texts.find("REPROCESSOR_INPUT"), 17, number);
      const std::string sample(fuzz::sampleSheet);
      const std::string sheet =
          sample.substr(0, sample.find("<row r=\"7\"")) + "</sheetData></worksheet>";
      const std::string file =
          fuzz::sampleWorkbookBytes(fuzz::sampleWorkbook, fuzz::sampleRelations, texts, sheet);
      test::MemorySink sink;
      const test::BytesInput input(bytesOf(file), "x");
      const auto read = summaryLogReader().read(input.get(), sink, Progress());
      return read ? sink.described.party : read.error().text();
    };
    QCOMPARE(partyOf("R25 SR5000"), std::string("R25 SR5000"));
    for (const std::string& number : {std::string(65, 'R'), std::string("R25\nSR5000")}) {
      const std::string party = partyOf(number);
      QVERIFY2(party.starts_with("summary-log-") && party.size() == 20, party.c_str());
    }
  }

  void aWitnessWithTheNameOfAGroup() {
    const std::string rules = witnessLine("w1", 1) + "group g any w1\nquorum g\n";
    const std::string taken = rules + witnessLine("g", 2);
    QVERIFY(parsePolicy(rules, RepeatedKeys::Kept));
    QVERIFY(!parsePolicy(taken, RepeatedKeys::Kept));
    // Two witnesses of one name are kept: the keyring then uses neither.
    const std::string twoKeys = witnessLine("w1", 1) + witnessLine("w1", 2);
    QVERIFY(parsePolicy(twoKeys, RepeatedKeys::Kept));
    QVERIFY(!parsePolicy(twoKeys));
  }

  void trustFilesThatAreTooLargeTogether() {
    const auto partiesFile = [](unsigned char seed) {
      const auto key = PrivateKey::fromSeed(Bytes(32, std::byte{seed})).value();
      const auto verifier = NoteVerifier::fromKey("k", NoteKeyType::Ed25519, key.publicKey());
      std::string text;
      for (int i = 0; text.size() < 600'000; ++i) {
        text += partiesLine(Role::Plant, std::to_string(seed) + "-" + std::to_string(i), verifier);
      }
      return text;
    };
    for (const char* name : {"one", "two"}) {
      fs::create_directories(path(name));
      std::ofstream(path(name) / "parties.txt", std::ios::binary)
          << partiesFile(static_cast<unsigned char>(name[0]));
    }
    auto workspace = Workspace::open(path("trust.plumbline"), true);
    QVERIFY(workspace);
    const Progress progress;
    const auto report = importPaths(*workspace, {path("one"), path("two")}, {}, progress);
    QVERIFY(report);
    QCOMPARE(report->problems.size(), std::size_t{1});
    const auto keyring = Keyring::load(workspace->database(), {});
    QVERIFY(keyring && !keyring->keys().empty());
  }

  void aFilterOfSignsThatAreAllEscaped() {
    QVERIFY(Workspace::open(path("signs.plumbline"), true));
    auto reader = RecordReader::open(path("signs.plumbline"));
    QVERIFY(reader);
    const std::string signs(1000, '%');
    StoredQuery query;
    query.table = Table::Materials;
    query.filters = {parseStoredFilter(Table::Materials, "name", signs).value()};
    QVERIFY(reader->count(query));
    QVERIFY(reader->find({}, signs, 10));
  }

  void moreRowsAskedForThanFitIntoAStatement() {
    QVERIFY(Workspace::open(path("rows.plumbline"), true));
    auto reader = RecordReader::open(path("rows.plumbline"));
    QVERIFY(reader);
    StoredQuery query;
    for (std::int64_t rowid = 1'000'000; rowid < 1'200'000; ++rowid) {
      query.onlyRowids.push_back(rowid);
    }
    const auto count = reader->count(query);
    QVERIFY2(count, count ? "" : count.error().text().c_str());
    QCOMPARE(*count, 0);
  }

  void aFilterLongerThanAnyField() {
    const std::string longText(60'000, '%');
    const auto filter = parseStoredFilter(Table::Materials, "name", longText);
    QVERIFY(!filter);
    QCOMPARE(filter.error().code, ErrorCode::BadValue);
    QVERIFY(Workspace::open(path("filter.plumbline"), true));
    auto reader = RecordReader::open(path("filter.plumbline"));
    QVERIFY(reader);
    const auto hits = reader->find({}, longText, 10);
    QVERIFY(hits);
    QCOMPARE(hits->total, 0);
  }
};

PLUMBLINE_TEST(TestHostileInput)
#include "test_hostile_input.moc"
