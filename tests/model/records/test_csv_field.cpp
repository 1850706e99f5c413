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
          << QStringLiteral("-5;x") << QStringLiteral("+e5") << QStringLiteral("-1e")
          << QStringLiteral("-1.") << QStringLiteral("\tplain");
    for (const QString& text : texts) QTest::newRow(qPrintable(text)) << text;
  }
  void neutralises() {
    QFETCH(QString, text);
    // A sign that cuts and stands first cuts after the apostrophe, too.
    const bool cut = text == QStringLiteral("\t=1") || text == QStringLiteral("\r=1") ||
                     text == QStringLiteral("\n=1");
    const QString safe = cut ? QLatin1Char('\'') + text.left(1) + QStringLiteral("'=1")
                             : QLatin1Char('\'') + text;
    QCOMPARE(withoutFormula(text), safe);
    const std::string utf8 = text.toStdString();
    QCOMPARE(csvFieldForPeople(utf8), csvField(safe.toStdString()));
    QCOMPARE(csvLineForPeople({QString(), text}),
             QByteArray::fromStdString("," + csvField(safe.toStdString()) + "\n"));
  }

  /// A spreadsheet of another country splits at semicolons, a pasted text at tabs.
  void neutralisesWhereOthersSplit_data() {
    QTest::addColumn<QString>("text");
    for (const QString& text : test::cellsHostileInside() + test::hostileCells()) {
      QTest::newRow(qPrintable(text)) << text;
    }
  }
  void neutralisesWhereOthersSplit() {
    QFETCH(QString, text);
    const QStringList line{QStringLiteral("a"), text, QStringLiteral("-5"), QStringLiteral("b;c")};
    QCOMPARE(test::formulasElsewhereIn(csvLineForPeople(line)), QStringList());
    QCOMPARE(test::formulasElsewhereIn(csvLineForPeople({text, text})), QStringList());
    QCOMPARE(test::formulasIn(csvLineForPeople(line)), QStringList());
    QVERIFY(!csvLineForPeople({text}).contains("''"));
  }
  void neutralisesOnlyWhatComputes() {
    QCOMPARE(withoutFormula(QStringLiteral("x;=1\ty;z")), QStringLiteral("x;'=1\ty;z"));
    QCOMPARE(withoutFormula(QStringLiteral("North; South - East\tand a=b")),
             QStringLiteral("North; South - East\tand a=b"));
    // Else the whole line "-5,1+cmd" would be one cell, and computed.
    QCOMPARE(csvLineForPeople({QStringLiteral("-5"), QStringLiteral("-7")}), QByteArray("'-5,-7\n"));
    QCOMPARE(csvLineForPeople({QStringLiteral("-5")}), QByteArray("-5\n"));
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
    for (const QString& text : test::cellsHostileInside()) {
      QVERIFY(!test::formulasElsewhereIn("x," + QByteArray::fromStdString(csvField(text.toStdString())) + "\n")
                   .isEmpty());
    }
  }
};

PLUMBLINE_TEST(TestCsvField)
#include "test_csv_field.moc"
