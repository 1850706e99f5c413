// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Quoting, and what a spreadsheet would compute.
#include <QTest>

#include "model/records/csv_field.h"

#include "tests/hostile_cells.h"
#include "tests/program.h"

using namespace plumbline;

class TestCsvField : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void quotesWhereItMust() {
    QCOMPARE(csvField("plain text"), std::string("plain text"));
    QCOMPARE(csvField("a\"b,c"), std::string("\"a\"\"b,c\""));
    QCOMPARE(csvField("a\nb"), std::string("\"a\nb\""));
    QCOMPARE(csvField("=1+1"), std::string("=1+1"));  // read back, it is the same text
  }

  void neutralises_data() {
    QTest::addColumn<QString>("text");
    QStringList texts = test::hostileCells();
    texts << QStringLiteral("\uFF1D1+1") << QStringLiteral("\uFEFF=1") << QStringLiteral("\n=1")
          << QStringLiteral("' =1") << QStringLiteral("-") << QStringLiteral("--5")
          << QStringLiteral("-5;=1") << QStringLiteral("+e5") << QStringLiteral("-1e")
          << QStringLiteral("-1.") << QStringLiteral("\tplain");
    for (const QString& text : texts) QTest::newRow(qPrintable(text)) << text;
  }
  void neutralises() {
    QFETCH(QString, text);
    QCOMPARE(withoutFormula(text), QLatin1Char('\'') + text);
    const std::string utf8 = text.toStdString();
    QCOMPARE(csvFieldForPeople(utf8), csvField("'" + utf8));
    QCOMPARE(csvLineForPeople({QString(), text}),
             QByteArray::fromStdString("," + csvField("'" + utf8) + "\n"));
  }

  void leavesAlone_data() {
    QTest::addColumn<QString>("text");
    for (const QString& text :
         {QStringLiteral("-18"), QStringLiteral("+5"), QStringLiteral("-0.25"),
          QStringLiteral("-1.2e-07"), QStringLiteral("1e5"), QStringLiteral("EcoFibre = board"),
          QStringLiteral("\u221218"), QStringLiteral("\u2013"), QStringLiteral("2142-03-01"),
          QStringLiteral("a@b.example"), QStringLiteral("'quoted'"), QString()}) {
      QTest::newRow(qPrintable(text)) << text;
    }
  }
  void leavesAlone() {
    QFETCH(QString, text);
    QCOMPARE(withoutFormula(text), text);
    QCOMPARE(csvFieldForPeople(text.toStdString()), csvField(text.toStdString()));
  }

  /// The tests of all outputs rely on it.
  void theTestSeesFormulas() {
    QCOMPARE(test::cellsOf("a,\"b \"\"c\"\", d\"\n"),
             QStringList({QStringLiteral("a"), QStringLiteral("b \"c\", d"), QString()}));
    for (const QString& text : test::hostileCells()) {
      const std::string utf8 = text.toStdString();
      QCOMPARE(test::formulasIn(QByteArray::fromStdString("x," + csvField(utf8) + "\n")),
               QStringList(text));
      QCOMPARE(test::formulasIn(QByteArray::fromStdString("x," + csvFieldForPeople(utf8) + "\n")),
               QStringList());
    }
    QCOMPARE(test::formulasIn("-18,x\n"), QStringList());
  }
};

PLUMBLINE_TEST(TestCsvField)
#include "test_csv_field.moc"
