// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What R3 and D1 mean is said as the table of reference has it.
#include <QFile>
#include <QTest>

#include "ui/words/operation_words.h"

#include "tests/program.h"

using namespace plumbline;

class TestOperationWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void asTheTableHasThem() {
    QFile table(QStringLiteral(PLUMBLINE_SOURCE_DIR) +
                QStringLiteral("/resources/reference/operations.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(table.readAll()).split(QLatin1Char('\n'));
    int codes = 0;
    for (const QString& line : lines) {
      const QStringList cells = line.split(QLatin1Char('\t'));
      if (line.startsWith(QLatin1Char('#')) || cells.size() != 4 ||
          cells[0] == QLatin1String("code"))
        continue;
      QCOMPARE(words::operationMeaning(cells[0].toStdString()), cells[3]);
      ++codes;
    }
    QCOMPARE(codes, 28);
    QVERIFY(words::operationMeaning("R14").isEmpty());
  }

  void bothSidesEachOnce() {
    Finding finding;
    finding.comparison = {{"operation", "R3", "D1", true},
                          {"net_kg", "R1", "R1", false},
                          {"operation", "R3", "recycled", true}};
    QCOMPARE(words::operationsOf(finding),
             QStringLiteral("R3: organic substances recycled, composting too\nD1: landfill"));
  }
};

PLUMBLINE_TEST(TestOperationWords)
#include "test_operation_words.moc"
