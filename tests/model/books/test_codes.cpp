// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/books/codes.h"

#include "tests/program.h"

using namespace plumbline;

class TestCodes : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void operations_data() {
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("operation");
    const auto row = [](const char* code, Operation operation) {
      QTest::newRow(code) << QByteArray(code) << static_cast<int>(operation);
    };
    row("R1", Operation::Energy);
    row("R3", Operation::Recovery);
    row("r03", Operation::Recovery);
    row("R 11", Operation::Recovery);
    row("R12", Operation::Interim);
    row("R13", Operation::Interim);
    row("D1", Operation::Disposal);
    row("d15", Operation::Disposal);
    row("D16", Operation::None);
    row("R14", Operation::None);
    row("R0", Operation::None);
    row("", Operation::None);
    row("R", Operation::None);
    row("R3x", Operation::None);
    row("recycling", Operation::None);
    row("R9999", Operation::None);
  }
  void operations() {
    QFETCH(QByteArray, code);
    QFETCH(int, operation);
    QCOMPARE(static_cast<int>(operationOf(code.toStdString(), ReferenceTables::builtIn())), operation);
  }

  void classes_data() {
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* code, const char* expected) {
      QTest::newRow(code) << QByteArray(code) << QByteArray(expected);
    };
    row("19 12 12", "residue");
    row("191212", "residue");
    row("19 12 11*", "residue");
    row("19 12 10", "waste");
    row("19 12 04", "secondary");
    row("20 03 01", "waste");
    row("01 03 04*", "waste");
    row("10304*", "waste");  // a spreadsheet ate the zero
    row("15 01 02", "");     // packaging: the code leaves it open
    row("", "");
    row("19 12", "");
    row("1912121", "");
    row("19 12 1x", "");
    row("01 03 04", "waste");  // hazardous by the list, the star left out
    row("01 03 06", "");
  }
  void classes() {
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, expected);
    const auto found = classOfCode(code.toStdString(), ReferenceTables::builtIn());
    const std::string_view name = found ? toText(*found) : std::string_view();
    QCOMPARE(QByteArray(name.data(), static_cast<qsizetype>(name.size())), expected);
  }

  void plainOperations() {
    QCOMPARE(plainOperation("r 03"), std::string("R3"));
    QCOMPARE(plainOperation("D15"), std::string("D15"));
    QCOMPARE(plainOperation("recycling"), std::string());
    QCOMPARE(plainOperation("X3"), std::string());
  }

  /// Another table, another meaning: nothing of it is in the code.
  void theTableDecides() {
    ReferenceTables tables = ReferenceTables::builtIn();
    tables.use(parseReferenceTable("# table: operations\n# version: 1\n# source: test\n"
                                   "code\tend\tkind\tabout\n"
                                   "R3\tinterim\trecovery\tkept in a shed\n"
                                   "R14\tfinal\trecovery\tnew\n")
                   .value());
    QCOMPARE(operationOf("R3", tables), Operation::Interim);
    QCOMPARE(operationOf("R14", tables), Operation::Recovery);
    QCOMPARE(operationOf("D1", tables), Operation::None);
  }
};

PLUMBLINE_TEST(TestCodes)
#include "test_codes.moc"
