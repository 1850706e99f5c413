// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/readers/reader_list.h"
#include "model/readers/summary_log_values.h"

#include "tests/model/intake/memory_sink.h"
#include "tests/model/readers/filled_summary_log.h"
#include "tests/model/readers/read_bytes.h"
#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

namespace {

ByteView view(const QByteArray& bytes) {
  return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

using test::MemorySink;

struct Outcome {
  MemorySink sink;
  Result<void> file;
  [[nodiscard]] std::int64_t loads() const {
    return static_cast<std::int64_t>(sink.of("summary_log_rows").size());
  }
};

bool isRecognised(std::string_view name, ByteView bytes) {
  return summaryLogReader().recognises(test::BytesInput(bytes, name).get());
}

Outcome readLog(const QByteArray& bytes) {
  Outcome outcome;
  const test::BytesInput input(view(bytes));
  outcome.file = summaryLogReader().read(input.get(), outcome.sink, Progress());
  return outcome;
}

std::string cover(const std::string& registration) {
  return "<row r=\"1\">" + test::textCell("E1", "__EPR_META_REGISTRATION_NUMBER") +
         test::textCell("F1", registration) + "</row>";
}

// A received-loads sheet with one row of cells by column letter, beside its row id.
QByteArray oneLoad(const std::string& cells, const std::string& table = "SENT_ON_LOADS") {
  const std::string ids = "<row r=\"1\">" + test::textCell("A1", "__EPR_DATA_" + table) +
                          test::textCell("B1", "ROW_ID") +
                          test::textCell("C1", "__EPR_SKIP_COLUMN") +
                          test::textCell("D1", "DATE_LOAD_LEFT_SITE") +
                          test::textCell("E1", "TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON") +
                          test::textCell("F1", "DESCRIPTION_WASTE") + "</row>";
  return test::zipOf(test::workbookParts(
      {{"Cover", cover("R1")}, {"Sent on", ids + "<row r=\"7\">" + cells + "</row>"}}));
}

}  // namespace

class TestSummaryLog : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void roundedNumbers_data();
  void roundedNumbers();
  void grams();
  void recognised();
  void emptyTemplate();
  void reprocessorJson();
  void exporterJson();
  void filledTemplateSaysTheSame();
  void exporterWorkbook();
  void outputWorkbook_data();
  void outputWorkbook();
  void registeredOnlyWorkbooks();
  void oneRow_data();
  void oneRow();
  void quarantined_data();
  void quarantined();
  void unknownTable();
  void sameRowIdTwice();
  void brokenJson();
};

void TestSummaryLog::roundedNumbers_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("decimals");
  QTest::addColumn<QByteArray>("expected");
  const auto row = [](const char* text, int decimals, const char* expected) {
    QTest::addRow("%s to %d", text, decimals)
        << QByteArray(text) << decimals << QByteArray(expected);
  };
  row("51.634931250000001", 12, "51634931250000");
  row("51.63493125", 6, "51634931");
  row("0.85999999999999999", 12, "860000000000");
  row("5.0999999999999996", 1, "51");
  row("1E-3", 6, "1000");
  row("1.5e+2", 2, "15000");
  row("12345e-7", 6, "1235");
  row("0.0000004", 6, "0");
  row("0.0000005", 6, "1");
  row("-0.0000005", 6, "-1");
  row("4e-9", 6, "0");
  row("9e-300", 6, "0");
  row("100", 12, "100000000000000");
  row(".5", 1, "5");
  row("+3", 0, "3");
  row("", 3, "error");
  row("1,000", 3, "error");
  row("1.2.3", 3, "error");
  row("12 t", 3, "error");
  row("1e", 3, "error");
  row("1e+-5", 3, "error");
  row("nan", 3, "error");
  row("0x10", 3, "error");
  row("1e300", 3, "error");
  row("1e999", 3, "error");
  row("99999999999999999999", 0, "error");
}

void TestSummaryLog::roundedNumbers() {
  QFETCH(QByteArray, text);
  QFETCH(int, decimals);
  QFETCH(QByteArray, expected);
  const auto value = roundedFixed(text.toStdString(), decimals);
  QCOMPARE(value.ok() ? std::to_string(*value) : "error", expected.toStdString());
}

void TestSummaryLog::grams() {
  QCOMPARE(gramsOfMicrograms(51'634'931'250'000), 51'634'931);
  QCOMPARE(gramsOfMicrograms(1'499'999), 1);
  QCOMPARE(gramsOfMicrograms(1'500'000), 2);
  QCOMPARE(gramsOfMicrograms(-1'500'000), -2);
  QCOMPARE(plainNumber("5.0999999999999996"), std::string("5.1"));
  QCOMPARE(plainNumber("1000.0"), std::string("1000"));
  QCOMPARE(plainNumber("WB-78901"), std::string("WB-78901"));
}

void TestSummaryLog::recognised() {
  QVERIFY(isRecognised("originals/x", view(oneLoad(""))));
  QVERIFY(!isRecognised("a.xlsx", view(test::zipOf(test::workbookParts({{"A", ""}})))));
  QVERIFY(!isRecognised("a.json", bytesOf("[{\"id\":1}]")));
  QVERIFY(!isRecognised("a.csv", bytesOf("ROW_ID,wasteRecordType\n")));
  QVERIFY(!isRecognised("a.zip", bytesOf("PK\x03\x04")));
  QVERIFY(!isRecognised("empty", {}));
  REQUIRE_SHARED(folder, "samples/uk-epr-summary-log");
  for (const char* name : {"/V5_Summary_Log_Reprocessor_Input.xlsx", "/exporter-accredited.json",
                           "/reprocessor-on-input-accredited.json"}) {
    QVERIFY2(isRecognised("", view(test::readFile(folder + QLatin1String(name)))), name);
  }
  for (const char* name : {"/ors_ors-id-log-example.xlsx", "/basel-codes.json"}) {
    QVERIFY2(!isRecognised("", view(test::readFile(folder + QLatin1String(name)))), name);
  }
}

// The template as it is given: 45,000 rows with defaults and formulas, and no load in any of them.
void TestSummaryLog::emptyTemplate() {
  REQUIRE_SHARED(path, "samples/uk-epr-summary-log/V5_Summary_Log_Reprocessor_Input.xlsx");
  const Outcome outcome = readLog(test::readFile(path));
  QVERIFY2(outcome.file.ok(), outcome.file.ok() ? "" : outcome.file.error().text().c_str());
  QCOMPARE(outcome.loads(), 0);
  QCOMPARE(outcome.sink.lines,
           std::vector<std::string>{"summary_logs processing_type=REPROCESSOR_INPUT "
                                    "template_version=5.1"});
  QCOMPARE(outcome.sink.described.party, std::string("summary-log-79121634"));
}

void TestSummaryLog::reprocessorJson() {
  REQUIRE_SHARED(path, "samples/uk-epr-summary-log/reprocessor-on-input-accredited.json");
  const Outcome outcome = readLog(test::readFile(path));
  QVERIFY2(outcome.file.ok(), outcome.file.ok() ? "" : outcome.file.error().text().c_str());
  QCOMPARE(outcome.loads(), 10);
  QCOMPARE(outcome.sink.described.role, Role::Plant);
  QCOMPARE(outcome.sink.described.periodStart.dateText(), std::string("2026-01-01"));
  QCOMPARE(outcome.sink.described.periodEnd.dateText(), std::string("2026-02-01"));
  const auto intakes = outcome.sink.of("intakes");
  QCOMPARE(intakes.size(), std::size_t(4));  // row 1003 has no weight
  QCOMPARE(
      intakes[0],
      std::string("intakes id=1000 time=2026-01-01T00:00:00Z source=3 Arrows Recycling Solutions "
                  "Ltd material=waste-paper-aaig-en643-grade-1-04-01-70 gross_kg=100000 "
                  "tare_kg=10050 net_kg=89950 vehicle=AB12CDE ticket=WB-78902"));
  const auto shipments = outcome.sink.of("shipments");
  QCOMPARE(shipments.size(), std::size_t(4));  // row 4000 has no tonnage
  QCOMPARE(shipments[0],
           std::string("shipments id=5000 document_no=WB-78901 line=1 dispatched_at="
                       "2026-01-01T00:00:00Z consignee=High Low Limited final_destination=345 High "
                       "Low Street, SO11 7ME material=waste-paper-sorted-mixed-paper-or-board "
                       "low_code=01 03 10* net_kg=50000"));
  QVERIFY(shipments[2].find("id=5002 document_no=WB-78901 line=2") != std::string::npos);
  QVERIFY(shipments[3].find("id=5003 document_no=5003 line=1") != std::string::npos);
  QVERIFY(shipments[3].find("material=waste-not-described") != std::string::npos);
  QCOMPARE(outcome.sink.of("receipts").size(), std::size_t(0));
  const auto rows = outcome.sink.of("summary_log_rows");
  QCOMPARE(rows.size(), std::size_t(10));
  QCOMPARE(rows[0],
           std::string("summary_log_rows kind=received row_id=1000 date_ms=1767225600000 "
                       "gross_ug=100000000000000 tare_ug=5000000000000 pallet_ug=5050000000000 "
                       "net_ug=89950000000000 non_target_ug=21000000000000 "
                       "proportion_pico=750000000000 baling_wire=1 tonnage_ug=51634931250000"));
  const auto materials = outcome.sink.of("materials");
  QCOMPARE(materials.size(), std::size_t(5));
  QCOMPARE(materials[0],
           std::string("materials code=waste-paper-aaig-en643-grade-1-04-01-70 name=Paper - AAIG "
                       "EN643 grade 1.04.01 (70%) class=waste synthetic=false"));
}

void TestSummaryLog::exporterJson() {
  REQUIRE_SHARED(path, "samples/uk-epr-summary-log/exporter-accredited.json");
  const Outcome outcome = readLog(test::readFile(path));
  QVERIFY2(outcome.file.ok(), outcome.file.ok() ? "" : outcome.file.error().text().c_str());
  QCOMPARE(outcome.loads(), 4);
  QCOMPARE(outcome.sink.of("intakes").size(), std::size_t(3));
  const auto shipments = outcome.sink.of("shipments");
  QCOMPARE(shipments.size(), std::size_t(4));
  const auto has = [](const std::string& line, const char* part) {
    return line.find(part) != std::string::npos;
  };
  QVERIFY(has(shipments[0], "id=1000 document_no=FGHI8765432 line=1"));
  QVERIFY(has(shipments[0], "dispatched_at=2026-01-20T00:00:00Z consignee=OSR 512"));
  QVERIFY(has(shipments[0], "low_code=01 03 09 hs_code=9897131125 basel_code=B1050 net_kg=23410"));
  QVERIFY(has(shipments[2], "id=1002 document_no=KJAX1287123 line=2"));
  const auto receipts = outcome.sink.of("receipts");
  QCOMPARE(receipts.size(), std::size_t(2));  // nothing arrived of row 1002
  QVERIFY(has(receipts[0], "received_at=2026-01-20T00:00:00Z receiver=OSR 512"));
  QVERIFY(has(receipts[0], "net_kg=10000 outcome=accepted"));
  QVERIFY(has(outcome.sink.of("summary_log_rows")[2], "repatriated_ms=1770076800000"));
  // A code that had to be shortened is told apart by the digest of the whole description.
  for (const std::string& line : outcome.sink.of("materials")) {
    const std::string code = line.substr(15, line.find(' ', 15) - 15);
    QVERIFY2(code.size() <= 64 && code.starts_with("waste-paper"), line.c_str());
  }
}

// The workbook that a person fills and the JSON of the same loads become the same records.
void TestSummaryLog::filledTemplateSaysTheSame() {
  REQUIRE_SHARED(folder, "samples/uk-epr-summary-log");
  const QByteArray empty =
      test::readFile(folder + QLatin1String("/V5_Summary_Log_Reprocessor_Input.xlsx"));
  const QByteArray json =
      test::readFile(folder + QLatin1String("/reprocessor-on-input-accredited.json"));
  const QByteArray filled = test::filledTemplate(empty, view(json), "R26ER1234567890PA");
  QVERIFY(isRecognised("", view(filled)));
  const Outcome workbook = readLog(filled);
  QVERIFY2(workbook.file.ok(), workbook.file.ok() ? "" : workbook.file.error().text().c_str());
  QCOMPARE(workbook.sink.described.party, std::string("R26ER1234567890PA"));
  const Outcome list = readLog(json);
  QCOMPARE(workbook.loads(), list.loads());
  for (const char* table : {"intakes", "shipments", "receipts", "materials", "summary_log_rows"}) {
    std::vector<std::string> left = workbook.sink.of(table);
    std::vector<std::string> right = list.sink.of(table);
    // The list mixes the kinds; the workbook has a sheet for each.
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    QCOMPARE(left, right);
  }
}

void TestSummaryLog::exporterWorkbook() {
  const std::vector<std::pair<std::string, std::string>> columns = {
      {"ROW_ID", test::numberCell("B4", "1000")},
      {"DATE_RECEIVED_FOR_EXPORT", test::numberCell("C4", "46044")},
      {"DESCRIPTION_WASTE", test::textCell("D4", "Plastic - PET flake")},
      {"NET_WEIGHT", test::numberCell("E4", "86")},
      {"TONNAGE_OF_UK_PACKAGING_WASTE_EXPORTED", test::numberCell("F4", "23.41")},
      {"DATE_OF_EXPORT", test::textCell("G4", "20/01/2026")},
      {"OSR_ID", test::numberCell("H4", "512")},
      {"OSR_NAME", test::textCell("I4", "Reprocessor & Sons")},
      {"DATE_RECEIVED_BY_OSR", test::numberCell("J4", "46060.25")},
      {"TONNAGE_RECEIVED_BY_OSR", test::numberCell("K4", "23.399999999999999")},
      {"WAS_THE_WASTE_REFUSED", test::textCell("L4", "Yes")}};
  std::string ids = test::textCell("A1", "__EPR_DATA_RECEIVED_LOADS_FOR_EXPORT"), cells;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    ids += test::textCell(columnLetters(static_cast<int>(i) + 2) + "1", columns[i].first);
    cells += columns[i].second;
  }
  const Outcome outcome = readLog(test::zipOf(test::workbookParts(
      {{"Cover", cover("R9")},
       {"Exported", "<row r=\"1\">" + ids + "</row><row r=\"4\">" + cells + "</row>"}})));
  QVERIFY2(outcome.file.ok(), outcome.file.ok() ? "" : outcome.file.error().text().c_str());
  QCOMPARE(outcome.sink.of("intakes"),
           std::vector<std::string>{"intakes id=1000 time=2026-01-22T00:00:00Z "
                                    "material=waste-plastic-pet-flake net_kg=86000"});
  QCOMPARE(outcome.sink.of("shipments"),
           std::vector<std::string>{"shipments id=1000 document_no=1000 line=1 dispatched_at="
                                    "2026-01-20T00:00:00Z consignee=Reprocessor & Sons "
                                    "material=waste-plastic-pet-flake net_kg=23410"});
  QCOMPARE(outcome.sink.of("receipts"),
           std::vector<std::string>{"receipts id=1000 document_no=1000 line=1 received_at="
                                    "2026-02-07T06:00:00Z receiver=Reprocessor & Sons "
                                    "material=waste-plastic-pet-flake net_kg=23400 "
                                    "outcome=rejected"});
}

/// A sheet of one table with one load, its columns in the order given.
std::pair<std::string, std::string> oneTable(
    const char* table, const std::vector<std::pair<std::string, std::string>>& cells) {
  std::string ids = test::textCell("A1", std::string("__EPR_DATA_") + table), row;
  int column = 1;
  for (const auto& [id, value] : cells) {
    const std::string letters = columnLetters(++column);
    ids += test::textCell(letters + "1", id);
    const bool text = value.starts_with('\'');
    row += text ? test::textCell(letters + "4", value.substr(1))
                : test::numberCell(letters + "4", value);
  }
  return {table, "<row r=\"1\">" + ids + "</row><row r=\"4\">" + row + "</row>"};
}

void TestSummaryLog::outputWorkbook_data() {
  QTest::addColumn<QByteArray>("stated");
  QTest::addColumn<QByteArray>("broken");
  QTest::newRow("as computed") << QByteArray("14.4") << QByteArray();
  QTest::newRow("within the tolerance") << QByteArray("14.400000001") << QByteArray();
  QTest::newRow("rounded by hand") << QByteArray("14.41")
                                   << QByteArray("sl_packaging: 14.41 t stated, 14.4 t computed");
}

/// The log of a reprocessor who is accredited for outputs.
void TestSummaryLog::outputWorkbook() {
  QFETCH(QByteArray, stated);
  QFETCH(QByteArray, broken);
  const Outcome outcome = readLog(test::zipOf(test::workbookParts(
      {{"Cover", cover("R9")},
       oneTable("REPROCESSED_LOADS", {{"ROW_ID", "3000"},
                                      {"DATE_LOAD_LEFT_SITE", "46044"},
                                      {"PRODUCT_TONNAGE", "18"},
                                      {"UK_PACKAGING_WEIGHT_PERCENTAGE", "0.80000000000000004"},
                                      {"PRODUCT_UK_PACKAGING_WEIGHT_PROPORTION", stated.toStdString()},
                                      {"ADD_PRODUCT_WEIGHT", "'Yes"},
                                      {"PRODUCT_DESCRIPTION", "'Pellets"},
                                      {"CUSTOMER_NAME", "'Moulder"}})})));
  QVERIFY2(outcome.file.ok(), outcome.file.ok() ? "" : outcome.file.error().text().c_str());
  QCOMPARE(outcome.sink.of("shipments"),
           std::vector<std::string>{"shipments id=3000 document_no=3000 line=1 dispatched_at="
                                    "2026-01-22T00:00:00Z consignee=Moulder "
                                    "material=product-pellets net_kg=18000"});
  const std::string remark = "source_remarks record_table=shipments record_id=3000 kind=";
  std::vector<std::string> remarks = {
      remark + "uk_packaging_share text=0.8",
      remark + "uk_packaging_mass text=" + stated.toStdString() + " t amount_g=" +
          std::string(stated == "14.41" ? "14410000" : "14400000"),
      remark + "counts_in_waste_balance text=Yes"};
  if (!broken.isEmpty()) remarks.push_back(remark + "source_rule text=" + broken.toStdString());
  QCOMPARE(outcome.sink.of("source_remarks"), remarks);
}

/// Logs of those who are registered, but not accredited: months instead of days, fewer columns.
void TestSummaryLog::registeredOnlyWorkbooks() {
  const Outcome reprocessor = readLog(test::zipOf(test::workbookParts(
      {{"Cover", cover("R9")},
       oneTable("RECEIVED_LOADS_FOR_REPROCESSING",
                {{"ROW_ID", "1000"},
                 {"MONTH_RECEIVED_FOR_REPROCESSING", "'2026-03"},
                 {"NET_WEIGHT", "12.5"},
                 {"RECYCLABLE_PROPORTION_PERCENTAGE", "0.9"},
                 {"TONNAGE_RECEIVED_FOR_RECYCLING", "11.25"},
                 {"SUPPLIER_NAME", "'Town"}}),
       oneTable("SENT_ON_LOADS", {{"ROW_ID", "5000"},
                                  {"DATE_LOAD_LEFT_SITE", "46100"},
                                  {"TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON", "2"},
                                  {"FINAL_DESTINATION_NAME", "'Landfill"}})})));
  QVERIFY2(reprocessor.file.ok(),
           reprocessor.file.ok() ? "" : reprocessor.file.error().text().c_str());
  QCOMPARE(reprocessor.sink.of("intakes"),
           std::vector<std::string>{"intakes id=1000 time=2026-03-01T00:00:00Z source=Town "
                                    "material=waste-not-described net_kg=12500"});
  QCOMPARE(reprocessor.sink.of("shipments").size(), std::size_t{1});

  const Outcome exporter = readLog(test::zipOf(test::workbookParts(
      {{"Cover", cover("R9")},
       oneTable("RECEIVED_LOADS_FOR_EXPORT", {{"ROW_ID", "1000"},
                                              {"MONTH_RECEIVED_FOR_EXPORT", "'2026-03"},
                                              {"NET_WEIGHT", "30"},
                                              {"TONNAGE_RECEIVED_FOR_EXPORT", "30"}}),
       oneTable("LOADS_EXPORTED", {{"ROW_ID", "2000"},
                                   {"TONNAGE_OF_UK_PACKAGING_WASTE_EXPORTED", "28"},
                                   {"DATE_OF_EXPORT", "46110"},
                                   {"OSR_ID", "512"},
                                   {"BASEL_EXPORT_CODE", "'B3011"},
                                   {"CUSTOMS_CODES", "39151020"},
                                   {"WAS_THE_WASTE_REFUSED", "'No"},
                                   {"OSR_COUNTRY", "'Turkey"}})})));
  QVERIFY2(exporter.file.ok(), exporter.file.ok() ? "" : exporter.file.error().text().c_str());
  QCOMPARE(exporter.sink.of("intakes").size(), std::size_t{1});
  QCOMPARE(exporter.sink.of("shipments"),
           std::vector<std::string>{
               "shipments id=2000 document_no=2000 line=1 dispatched_at=2026-03-29T00:00:00Z "
               "consignee=OSR 512 final_destination=Turkey material=waste-not-described "
               "hs_code=39151020 basel_code=B3011 net_kg=28000"});
  QVERIFY(exporter.sink.of("receipts").empty());
}

void TestSummaryLog::oneRow_data() {
  QTest::addColumn<QByteArray>("cells");
  QTest::addColumn<int>("shipments");
  QTest::addColumn<int>("rows");
  const auto row = [](const char* name, const std::string& cells, int shipments, int rows) {
    QTest::newRow(name) << QByteArray::fromStdString(cells) << shipments << rows;
  };
  const std::string id = test::numberCell("B7", "5000");
  const std::string date = test::numberCell("D7", "46023");
  const std::string mass = test::numberCell("E7", "50");
  row("filled", id + date + mass, 1, 1);
  row("id never computed", date + mass, 1, 1);
  row("no mass", id + date, 0, 1);
  row("no date", id + mass, 0, 1);
  row("example", id + test::textCell("C7", "Example") + date + mass, 0, 0);
  row("example beside the table", test::textCell("A7", "Example") + id + date + mass, 0, 0);
  row("headings",
      test::textCell("B7", "Row ID\n(Automatically generated)") +
          test::textCell("D7", "Date load left site"),
      0, 0);
  row("placeholders", test::textCell("D7", "Choose option") + test::textCell("F7", "Choose option"),
      0, 0);
  row("default only", test::textCell("F7", "Plastic - other"), 0, 0);
}

void TestSummaryLog::oneRow() {
  QFETCH(QByteArray, cells);
  QFETCH(int, shipments);
  QFETCH(int, rows);
  const Outcome outcome = readLog(oneLoad(cells.toStdString()));
  QVERIFY2(outcome.file.ok(), outcome.file.ok() ? "" : outcome.file.error().text().c_str());
  QCOMPARE(outcome.sink.of("shipments").size(), static_cast<std::size_t>(shipments));
  QCOMPARE(outcome.loads(), rows);
}

void TestSummaryLog::quarantined_data() {
  QTest::addColumn<QByteArray>("file");
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char* name, const QByteArray& file, const char* text) {
    QTest::newRow(name) << file << QByteArray(text);
  };
  const std::string id = test::numberCell("B7", "5000");
  const std::string date = test::numberCell("D7", "46023");
  row("mass_is_text", oneLoad(id + date + test::textCell("E7", "fifty")),
      "quarantine bad_value row=7 column=E of the sheet Sent on found=fifty "
      "expected=tonnes, 0 to 1,000,000");
  row("mass_is_negative", oneLoad(id + date + test::numberCell("E7", "-1")),
      "quarantine bad_value row=7 column=E of the sheet Sent on found=-1 "
      "expected=tonnes, 0 to 1,000,000");
  row("mass_is_a_fault", oneLoad(id + date + "<c r=\"E7\" t=\"e\"><v>#VALUE!</v></c>"),
      "quarantine bad_value row=7 column=E of the sheet Sent on found=#VALUE! "
      "expected=tonnes, 0 to 1,000,000");
  row("date_is_text", oneLoad(id + test::textCell("D7", "yesterday")),
      "quarantine bad_value row=7 column=D of the sheet Sent on found=yesterday expected=a date");
  row("date_out_of_range", oneLoad(id + test::numberCell("D7", "99999999")),
      "quarantine bad_value row=7 column=D of the sheet Sent on found=99999999 expected=a date");
}

void TestSummaryLog::quarantined() {
  QFETCH(QByteArray, file);
  QFETCH(QByteArray, text);
  const Outcome outcome = readLog(file);
  QVERIFY2(outcome.file.ok(), outcome.file.ok() ? "" : outcome.file.error().text().c_str());
  QCOMPARE(outcome.sink.of("quarantine"), std::vector<std::string>{text.toStdString()});
  QCOMPARE(outcome.loads(), 0);
}

void TestSummaryLog::unknownTable() {
  const Outcome outcome = readLog(oneLoad(test::numberCell("B7", "5000"), "SOMETHING_ELSE"));
  QVERIFY(!outcome.file.ok());
  QCOMPARE(outcome.file.error().text(),
           std::string("row 1, column A of the sheet Sent on: this table of a summary log is not "
                       "known. Found: SOMETHING_ELSE"));
}

void TestSummaryLog::sameRowIdTwice() {
  const QByteArray json = R"([
    {"rowId":5000,"wasteRecordType":"sentOn",
     "data":{"ROW_ID":5000,"DATE_LOAD_LEFT_SITE":"2026-01-01"}},
    {"rowId":5000,"wasteRecordType":"sentOn",
     "data":{"ROW_ID":5000,"DATE_LOAD_LEFT_SITE":"2026-01-02"}}])";
  const Outcome outcome = readLog(json);
  QVERIFY(outcome.file.ok());
  QCOMPARE(outcome.loads(), 1);
  QCOMPARE(outcome.sink.of("quarantine"),
           std::vector<std::string>{"quarantine duplicate row=2 found=5000"});
}

void TestSummaryLog::brokenJson() {
  for (const char* json : {"[{\"wasteRecordType\":\"eaten\",\"data\":{}}]",
                           "[{\"wasteRecordType\":\"received\"}]", "[7]", "{}", "["}) {
    QVERIFY2(!readLog(QByteArray(json)).file.ok(), json);
  }
}

PLUMBLINE_TEST(TestSummaryLog)
#include "test_summary_log.moc"
