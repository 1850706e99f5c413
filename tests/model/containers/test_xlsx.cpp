// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/containers/xlsx_reader.h"

#include "tests/model/containers/workbook_writer.h"
#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;
using test::workbookParts;
using test::zipOf;

namespace {

ByteView view(const QByteArray& bytes) {
  return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

// "A1=x B1=2" for each row, joined by "|".
std::string cellsOf(const XlsxWorkbook& workbook, std::size_t sheet, Error* error = nullptr) {
  std::string all;
  const auto read = workbook.readSheet(
      sheet,
      [&](const XlsxRow& row) -> Result<bool> {
        if (!all.empty()) all += '|';
        for (const XlsxCell& cell : row.cells) {
          if (&cell != &row.cells.front()) all += ' ';
          all += columnLetters(cell.column) + std::to_string(row.number) + '=' + cell.text;
          if (cell.kind == XlsxKind::Fault) all += '!';
          if (cell.kind == XlsxKind::Flag) all += '?';
          if (cell.kind == XlsxKind::Number) all += '#';
        }
        return true;
      },
      Progress());
  if (!read && error != nullptr) *error = read.error();
  return read ? all : "error: " + read.error().text();
}

std::string cellsOf(const test::Parts& parts, Error* error = nullptr) {
  const QByteArray bytes = zipOf(parts);
  const auto workbook = XlsxWorkbook::open(view(bytes));
  if (!workbook) {
    if (error != nullptr) *error = workbook.error();
    return "error: " + workbook.error().text();
  }
  return cellsOf(*workbook, 0, error);
}

}  // namespace

class TestXlsx : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void cells_data();
  void cells();
  void sheetsAndProperties();
  void stopsWhereAsked();
  void cancelled();
  void columns();
  void dates_data();
  void dates();
  void refused_data();
  void refused();
  void damagedArchives();
  void archiveBombsAreRefused();
  void officialTemplate();
  void overseasSiteRegister();
};

void TestXlsx::cells_data() {
  QTest::addColumn<QByteArray>("data");
  QTest::addColumn<QByteArray>("expected");
  const auto row = [](const char* name, const char* data, const char* expected) {
    QTest::newRow(name) << QByteArray(data) << QByteArray(expected);
  };
  row("number", R"(<row r="2"><c r="B2"><v>51.634931250000001</v></c></row>)",
      "B2=51.634931250000001#");
  row("shared text", R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", "A1=Choose option");
  row("rich text, no phonetic hint", R"(<row r="1"><c r="A1" t="s"><v>1</v></c></row>)",
      "A1=two runs");
  row("inline text",
      R"(<row r="1"><c r="A1" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c></row>)",
      "A1=inline");
  row("formula", R"(<row r="1"><c r="A1"><f>B1-C1</f><v>90</v></c></row>)", "A1=90#");
  row("formula without a value", R"(<row r="1"><c r="A1"><f>B1-C1</f></c></row>)", "");
  row("formula text", R"(<row r="1"><c r="A1" t="str"><f>x</f><v>yes</v></c></row>)", "A1=yes");
  row("empty formula text", R"(<row r="1"><c r="A1" t="str"><f>x</f><v></v></c></row>)", "");
  row("flag", R"(<row r="1"><c r="A1" t="b"><v>1</v></c></row>)", "A1=1?");
  row("fault", R"(<row r="1"><c r="A1" t="e"><v>#VALUE!</v></c></row>)", "A1=#VALUE!!");
  row("formatted empty cells", R"(<row r="1"><c r="A1" s="4"/><c r="B1" s="4"/></row>)", "");
  row("without references",
      R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)",
      "A1=1# B1=2#|A2=3#");
  row("gaps", R"(<row r="3"><c r="C3"><v>1</v></c><c r="AB3"><v>2</v></c></row>)", "C3=1# AB3=2#");
  row("escapes", R"(<row r="1"><c r="A1" t="str"><v>&lt;a&gt; &amp; &#233;</v></c></row>)",
      "A1=<a> & \xc3\xa9");
}

void TestXlsx::cells() {
  QFETCH(QByteArray, data);
  QFETCH(QByteArray, expected);
  const std::string strings =
      "<si><t>Choose option</t></si>"
      "<si><r><t xml:space=\"preserve\">two </t></r><r><t>runs</t></r><rPh><t>hint</t></rPh></si>";
  QCOMPARE(cellsOf(workbookParts({{"Sheet", data.toStdString()}}, strings)),
           expected.toStdString());
}

void TestXlsx::sheetsAndProperties() {
  const QByteArray bytes =
      zipOf(workbookParts({{"Cover", ""}, {"Sent on (5 &amp; 6)", "<row><c><v>7</v></c></row>"}},
                          "", "<workbookPr date1904=\"1\"/>"));
  const auto workbook = XlsxWorkbook::open(view(bytes));
  QVERIFY(workbook.ok());
  QCOMPARE(workbook->sheetNames().size(), std::size_t(2));
  QCOMPARE(workbook->sheetNames()[1], std::string("Sent on (5 & 6)"));
  QVERIFY(workbook->date1904());
  QCOMPARE(cellsOf(*workbook, 0), std::string());
  QCOMPARE(cellsOf(*workbook, 1), std::string("A1=7#"));
}

void TestXlsx::stopsWhereAsked() {
  const QByteArray bytes = zipOf(workbookParts(
      {{"Sheet",
        "<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>"}}));
  const auto workbook = XlsxWorkbook::open(view(bytes));
  int rows = 0;
  const auto read = workbook->readSheet(
      0, [&](const XlsxRow&) -> Result<bool> { return ++rows < 2; }, Progress());
  QVERIFY(read.ok());
  QCOMPARE(rows, 2);
}

void TestXlsx::cancelled() {
  const QByteArray bytes = zipOf(workbookParts({{"Sheet", "<row><c><v>1</v></c></row>"}}));
  const auto workbook = XlsxWorkbook::open(view(bytes));
  Progress progress;
  progress.cancel();
  const auto read = workbook->readSheet(
      0, [](const XlsxRow&) -> Result<bool> { return true; }, progress);
  QVERIFY(!read);
  QCOMPARE(read.error().code, ErrorCode::Cancelled);
}

void TestXlsx::columns() {
  for (const auto& [column, letters] :
       std::initializer_list<std::pair<int, const char*>>{{1, "A"},
                                                          {26, "Z"},
                                                          {27, "AA"},
                                                          {28, "AB"},
                                                          {702, "ZZ"},
                                                          {703, "AAA"},
                                                          {16384, "XFD"}}) {
    QCOMPARE(columnLetters(column), std::string(letters));
    QCOMPARE(columnOfReference(std::string(letters) + "12"), column);
  }
  for (const char* bad : {"", "A", "12", "a1", "A1B", "ABCD1", "A-1"}) {
    QCOMPARE(columnOfReference(bad), 0);
  }
}

void TestXlsx::dates_data() {
  QTest::addColumn<QByteArray>("serial");
  QTest::addColumn<bool>("date1904");
  QTest::addColumn<QByteArray>("expected");
  const auto row = [](const char* serial, bool date1904, const char* expected) {
    QTest::addRow("%s%s", serial, date1904 ? " (1904)" : "")
        << QByteArray(serial) << date1904 << QByteArray(expected);
  };
  row("45805", false, "2025-05-28T00:00:00Z");  // the example row of the official template
  row("46023", false, "2026-01-01T00:00:00Z");
  row("1", false, "1900-01-01T00:00:00Z");
  row("59", false, "1900-02-28T00:00:00Z");
  row("60", false, "");
  row("61", false, "1900-03-01T00:00:00Z");
  row("0", false, "");
  row("2958465", false, "9999-12-31T00:00:00Z");
  row("2958466", false, "");
  row("46023.5", false, "2026-01-01T12:00:00Z");
  row("46023.333333333336", false, "2026-01-01T08:00:00Z");
  row("46023.999999999993", false, "2026-01-02T00:00:00Z");
  row("0", true, "1904-01-01T00:00:00Z");
  row("44561", true, "2026-01-01T00:00:00Z");
  row("-1", false, "");
  row("4.6e4", false, "");
  row("2026-01-01", false, "");
  row("99999999999999999999", false, "");
}

void TestXlsx::dates() {
  QFETCH(QByteArray, serial);
  QFETCH(bool, date1904);
  QFETCH(QByteArray, expected);
  const auto time = timeOfSerial(serial.toStdString(), date1904);
  QCOMPARE(time.ok() ? time->text() : std::string(), expected.toStdString());
}

void TestXlsx::refused_data() {
  QTest::addColumn<QByteArray>("sheet");
  QTest::addColumn<QByteArray>("says");
  const auto row = [](const char* name, const char* sheet, const char* says) {
    QTest::newRow(name) << QByteArray(sheet) << QByteArray(says);
  };
  row("document_type", "<!DOCTYPE a [<!ENTITY e \"eeee\">]><worksheet/>", "document type");
  row("unknown_entity",
      "<worksheet><sheetData><row r=\"1\"><c><v>&e;</v></c></row></sheetData>"
      "</worksheet>",
      "sheet1.xml");
  row("cut_off", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>", "sheet1.xml");
  row("rows_out_of_order",
      "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>"
      "</worksheet>",
      "not in order");
  row("row_is_no_number", "<worksheet><sheetData><row r=\"x\"/></sheetData></worksheet>",
      "not in order");
  row("cells_out_of_order",
      "<worksheet><sheetData><row r=\"4\"><c r=\"B4\"/><c r=\"A4\"/></row>"
      "</sheetData></worksheet>",
      "row 4, column B of the sheet Data");
  row("column_past_the_last",
      "<worksheet><sheetData><row r=\"4\"><c r=\"XFE4\"/></row></sheetData>"
      "</worksheet>",
      "not in order");
  row("text_that_is_not_there",
      "<worksheet><sheetData><row r=\"9\"><c r=\"C9\" t=\"s\"><v>5</v></c>"
      "</row></sheetData></worksheet>",
      "row 9, column C of the sheet Data");
}

void TestXlsx::refused() {
  QFETCH(QByteArray, sheet);
  QFETCH(QByteArray, says);
  test::Parts parts = workbookParts({{"Data", ""}}, "<si><t>a</t></si>");
  parts["xl/worksheets/sheet1.xml"] = sheet.toStdString();
  Error error;
  const std::string cells = cellsOf(parts, &error);
  QVERIFY2(cells.starts_with("error"), cells.c_str());
  QVERIFY2(error.text().find(says.toStdString()) != std::string::npos, error.text().c_str());
}

void TestXlsx::damagedArchives() {
  const QByteArray whole = zipOf(workbookParts({{"Data", "<row><c><v>1</v></c></row>"}}));
  QVERIFY(!XlsxWorkbook::open({}));
  QVERIFY(!XlsxWorkbook::open(view(whole.left(whole.size() / 2))));
  QVERIFY(!XlsxWorkbook::open(bytesOf("PK\x03\x04 and nothing behind it")));
  QVERIFY(!XlsxWorkbook::open(view(zipOf({{"a.txt", "no workbook"}}))));
  test::Parts lacking = workbookParts({{"Data", ""}});
  lacking.erase("xl/worksheets/sheet1.xml");
  Error error;
  cellsOf(lacking, &error);
  QCOMPARE(error.code, ErrorCode::NotFound);
  // Damaged packed bytes come out as an error, never as other rows.
  const std::string intact = cellsOf(*XlsxWorkbook::open(view(whole)), 0);
  for (int at = 0; at < whole.size(); ++at) {
    QByteArray damaged = whole;
    damaged[at] = static_cast<char>(damaged.at(at) ^ 0x20);
    const auto workbook = XlsxWorkbook::open(view(damaged));
    if (!workbook || workbook->sheetNames().empty()) continue;
    const std::string cells = cellsOf(*workbook, 0);
    QVERIFY2(cells == intact || cells.starts_with("error"),
             qPrintable(QString::number(at) + QLatin1Char(32) + QString::fromStdString(cells)));
  }
}

void TestXlsx::archiveBombsAreRefused() {
  test::Parts parts = workbookParts({{"Data", ""}});
  parts["xl/worksheets/sheet1.xml"] = std::string(64u << 20, ' ');  // packs 1,000 to 1
  const auto dense = XlsxWorkbook::open(view(zipOf(parts)));
  QVERIFY(!dense);
  QCOMPARE(dense.error().code, ErrorCode::TooLarge);
  test::Parts many = workbookParts({{"Data", ""}});
  for (int i = 0; i < 3000; ++i) many["x/" + std::to_string(i)] = "";
  const auto crowd = XlsxWorkbook::open(view(zipOf(many)));
  QVERIFY(!crowd);
  QCOMPARE(crowd.error().code, ErrorCode::TooLarge);
}

void TestXlsx::officialTemplate() {
  REQUIRE_SHARED(path, "samples/uk-epr-summary-log/V5_Summary_Log_Reprocessor_Input.xlsx");
  const QByteArray bytes = test::readFile(path);
  const auto workbook = XlsxWorkbook::open(view(bytes));
  QVERIFY(workbook.ok());
  QCOMPARE(workbook->sheetNames()[1], std::string("Received (sections 1, 2 and 3)"));
  std::int64_t rows = 0;
  std::string first, last;
  const auto read = workbook->readSheet(
      1,
      [&](const XlsxRow& row) -> Result<bool> {
        ++rows;
        if (row.number == 1) first = row.at(1)->text;
        if (row.at(8) != nullptr) last = row.at(8)->text;
        return true;
      },
      Progress());
  QVERIFY(read.ok());
  QCOMPARE(rows, 15040);
  QCOMPARE(first, std::string("__EPR_DATA_RECEIVED_LOADS_FOR_REPROCESSING"));
  QCOMPARE(last, std::string("Choose option"));
}

void TestXlsx::overseasSiteRegister() {
  REQUIRE_SHARED(path, "samples/uk-epr-summary-log/ors_ors-id-log-example.xlsx");
  const QByteArray bytes = test::readFile(path);
  const auto workbook = XlsxWorkbook::open(view(bytes));
  QVERIFY(workbook.ok());
  QVERIFY(!workbook->sheetNames().empty());
  QVERIFY(!cellsOf(*workbook, 0).starts_with("error"));
}

PLUMBLINE_TEST(TestXlsx)
#include "test_xlsx.moc"
