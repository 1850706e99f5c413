// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a spreadsheet becomes when it is published.

#include <QTest>

#include "model/publish/sheet_table.h"

#include "tests/model/containers/workbook_writer.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

/// A cell of text.
std::string text(const char* at, const char* value) {
  return std::string("<c r=\"") + at + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
}
std::string number(const char* at, const char* value) {
  return std::string("<c r=\"") + at + "\"><v>" + value + "</v></c>";
}
std::string row(const char* number, const std::string& cells) {
  return std::string("<row r=\"") + number + "\">" + cells + "</row>";
}
const std::string headings = row("1", text("A1", "id") + text("B1", "document_no") +
                                          text("C1", "dispatched_at") + text("D1", "net_kg"));

}  // namespace

class TestSheetTable : public QObject {
  Q_OBJECT

  static Result<SheetTable> read(const std::string& data,
                                 const std::string& properties = "<workbookPr/>") {
    const QByteArray bytes = test::zipOf(test::workbookParts(
        {{"Loads", data}, {"Other", row("1", text("A1", "x"))}}, {}, properties));
    return tableOfSheet(bytesOf(std::string_view(bytes.constData(), std::size_t(bytes.size()))),
                        Table::Shipments, Progress());
  }

 private Q_SLOTS:
  void cells_data() {
    QTest::addColumn<QString>("cells");
    QTest::addColumn<QString>("record");
    const auto add = [](const char* name, const std::string& cells, const char* record) {
      QTest::newRow(name) << QString::fromStdString(cells) << QString::fromLatin1(record);
    };
    add("as it is",
        text("A2", "S-1") + text("B2", "D 1") + text("C2", "2142-03-01T07:00:00Z") +
            number("D2", "1000"),
        "S-1,D 1,2142-03-01T07:00:00Z,1000");
    add("a double as people write it", text("A2", "S-1") + number("D2", "51.634931250000001"),
        "S-1,,,51.63493125");
    add("a large number in full", text("A2", "S-1") + number("D2", "1E9"), "S-1,,,1000000000");
    add("a day", number("C2", "36526"), ",,2000-01-01,");
    add("a time of day", number("C2", "36526.5"), ",,2000-01-01T12:00:00Z,");
    add("a comma", text("B2", "D,1"), ",\"D,1\",,");
    add("a quote", text("B2", "D\"1"), ",\"D\"\"1\",,");
    add("the last value of a formula", "<c r=\"D2\"><f>A1+B1</f><v>7</v></c>", ",,,7");
    add("further to the right than the headings", text("F2", "x"), ",,,,,x");
  }
  void cells() {
    QFETCH(QString, cells);
    QFETCH(QString, record);
    const auto sheet = read(headings + row("2", cells.toStdString()));
    QVERIFY2(sheet.ok(), sheet.ok() ? "" : sheet.error().text().c_str());
    QCOMPARE(QString::fromStdString(sheet->csv),
             QStringLiteral("id,document_no,dispatched_at,net_kg\n") + record + QLatin1Char('\n'));
    QCOMPARE(sheet->notes.formulas, std::int64_t(cells.contains(QLatin1String("<f>")) ? 1 : 0));
  }

  /// Rows without a value do not count, and the sheet's own numbers are kept for messages.
  void rowsKeepTheirNumbers() {
    const auto sheet = read(row("3", text("A3", "id")) + row("7", text("A7", "S-1")) +
                            row("8", "") + row("9", text("A9", "S-2")));
    QVERIFY(sheet.ok());
    QCOMPARE(sheet->csv, std::string("id\nS-1\nS-2\n"));
    QCOMPARE(sheet->rows, (std::vector<std::int64_t>{3, 7, 9}));
  }

  void theOtherEpoch() {
    const auto sheet = read(headings + row("2", number("C2", "0")), "<workbookPr date1904=\"1\"/>");
    QVERIFY(sheet.ok());
    QVERIFY(sheet->csv.find("1904-01-01") != std::string::npos);
  }

  void defects_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("message");
    QTest::newRow("formula_error")
        << "<c r=\"D5\" t=\"e\"><v>#DIV/0!</v></c>"
        << "row 5, column net_kg: the cell holds the error of a formula. Found: #DIV/0!";
    QTest::newRow("no_date") << "<c r=\"C5\"><v>-3</v></c>"
                             << "row 5, column dispatched_at: the number is no date. Found: -3. "
                                "Expected: a date";
    QTest::newRow("day_that_never_was") << "<c r=\"C5\"><v>60</v></c>"
                                        << "row 5, column dispatched_at: the number is no date. "
                                           "Found: 60. Expected: a date";
  }
  void defects() {
    QFETCH(QString, cell);
    QFETCH(QString, message);
    const auto sheet = read(headings + row("5", cell.toStdString()));
    QVERIFY(!sheet);
    QCOMPARE(QString::fromStdString(sheet.error().text()), message);
  }
};

PLUMBLINE_TEST(TestSheetTable)
#include "test_sheet_table.moc"
