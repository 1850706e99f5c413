// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/reference/reference_table.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

const std::string head = "# table: densities\n# version: 1\n# source: a test\n";
const std::string columns = "code\tlow\thigh\tsource\n";

}  // namespace

class TestReferenceTable : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void reads() {
    const std::string text = head + columns + "150102\t10\t1000.5\tEPA\n3915\t20\t20\town\n";
    const auto table = parseReferenceTable(text);
    QVERIFY(table.ok());
    QCOMPARE(table->name, std::string("densities"));
    QCOMPARE(table->version, std::string("1"));
    QCOMPARE(table->source, std::string("a test"));
    QCOMPARE(table->rows.size(), std::size_t{2});
    QCOMPARE(table->rows[0][2], std::string("1000.5"));
    QCOMPARE(table->text, text);
    QCOMPARE(table->sha256, sha256(bytesOf(text)));
  }
  void linesMayEndAsOnWindows() {
    const auto table = parseReferenceTable(
        "# table: densities\r\n# version: 1\r\n# source: x\r\ncode\tlow\thigh\tsource\r\n"
        "150102\t1\t2\ta\r\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows[0][3], std::string("a"));
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("row");
    QTest::addColumn<QByteArray>("column");
    const auto row = [](const char* name, const std::string& text, ErrorCode code, int line,
                        const char* column = "") {
      QTest::newRow(name) << QByteArray::fromStdString(text) << static_cast<int>(code) << line
                          << QByteArray(column);
    };
    row("empty", "", ErrorCode::Malformed, 1);
    row("no version", "# table: densities\n" + columns, ErrorCode::Malformed, 2);
    row("no such table", "# table: recipes\n# version: 1\n# source: x\na\nb\n",
        ErrorCode::Unsupported, 1);
    row("other columns", head + "code\tlow\tsource\n1\t2\t3\n", ErrorCode::MissingColumn, 4);
    row("no rows", head + columns, ErrorCode::Malformed, 0);
    row("a value too many", head + columns + "150102\t1\t2\ta\tb\n", ErrorCode::Malformed, 5);
    row("an empty line", head + columns + "150102\t1\t2\ta\n\n", ErrorCode::Malformed, 6);
    row("an empty value", head + columns + "150102\t1\t2\t\n", ErrorCode::BadValue, 5, "source");
    row("a control character", head + columns + "150102\t1\t2\ta\x01\n", ErrorCode::BadValue, 5,
        "source");
    row("a code with letters", head + columns + "15010x\t1\t2\ta\n", ErrorCode::BadValue, 5, "code");
    row("a band upside down", head + columns + "150102\t3\t2\ta\n", ErrorCode::BadValue, 5, "high");
    row("nothing a cubic metre", head + columns + "150102\t0\t2\ta\n", ErrorCode::BadValue, 5,
        "low");
    row("a number with an exponent", head + columns + "150102\t1\t1e308\ta\n", ErrorCode::BadValue,
        5, "high");
    row("the same code twice", head + columns + "150102\t1\t2\ta\n150102\t1\t3\ta\n",
        ErrorCode::Duplicate, 6);
    row("not UTF-8", head + columns + "150102\t1\t2\t\xFF\n", ErrorCode::Encoding, 0);
    row("too large", head + columns + std::string(maxReferenceBytes, 'x'), ErrorCode::TooLarge, 0);
  }
  void refuses() {
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, row);
    QFETCH(QByteArray, column);
    const auto table = parseReferenceTable(text.toStdString());
    QVERIFY(!table.ok());
    QCOMPARE(static_cast<int>(table.error().code), code);
    QCOMPARE(static_cast<int>(table.error().where.row), row);
    QCOMPARE(table.error().where.column, column.toStdString());
  }

  void everyKindKnowsItsColumns() {
    for (const ReferenceKind& kind : referenceKinds()) {
      QVERIFY(kind.keys >= 1 && kind.keys <= kind.columns.size());
      QCOMPARE(findReferenceKind(kind.name), &kind);
    }
    QVERIFY(findReferenceKind("recipes") == nullptr);
  }
};

PLUMBLINE_TEST(TestReferenceTable)
#include "test_reference_table.moc"
