// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/records/identifier_shape.h"

#include "tests/program.h"

using namespace plumbline;

class TestIdentifierShape : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void lost_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("as a spreadsheet shows it") << QByteArray("3.52E+14") << QByteArray("351500000000000")
                                               << QByteArray("352499999999999");
    QTest::newRow("with a comma") << QByteArray("3,52E+14") << QByteArray("351500000000000")
                                  << QByteArray("352499999999999");
    QTest::newRow("one digit") << QByteArray("4E+07") << QByteArray("35000000") << QByteArray("44999999");
    QTest::newRow("more digits") << QByteArray("1.23457E+11") << QByteArray("123456500000")
                                 << QByteArray("123457499999");
    QTest::newRow("all digits are there") << QByteArray("1.2345678E+7") << QByteArray() << QByteArray();
    QTest::newRow("small") << QByteArray("3.5E+02") << QByteArray() << QByteArray();
    QTest::newRow("below one") << QByteArray("3.52E-14") << QByteArray() << QByteArray();
    QTest::newRow("no sign") << QByteArray("3.52E14") << QByteArray() << QByteArray();
    QTest::newRow("too large") << QByteArray("3.52E+99") << QByteArray() << QByteArray();
    QTest::newRow("a plate") << QByteArray("NL-44E+1") << QByteArray() << QByteArray();
    QTest::newRow("two digits before") << QByteArray("35.2E+14") << QByteArray() << QByteArray();
    QTest::newRow("no digits behind the point") << QByteArray("3.E+14") << QByteArray() << QByteArray();
    QTest::newRow("nothing before") << QByteArray("E+14") << QByteArray() << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
  }
  void lost() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    const auto range = lostDigits(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QCOMPARE(range.has_value(), !first.isEmpty());
    if (!range) return;
    QCOMPARE(QByteArray::fromStdString(range->first), first);
    QCOMPARE(QByteArray::fromStdString(range->last), last);
    QVERIFY(range->mayBe(range->first) && range->mayBe(range->last));
    QVERIFY(!range->mayBe(range->first + "0"));
  }

  void checkDigits_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("right");
    const auto row = [](const char* name, NumberedKind kind, const char* text, bool right) {
      QTest::newRow(name) << static_cast<int>(kind) << QByteArray(text) << right;
    };
    // The example that the standard's own text computes.
    row("container", NumberedKind::Container, "CSQU3054383", true);
    row("container in groups", NumberedKind::Container, "CSQU 305438 3", true);
    row("container, a digit", NumberedKind::Container, "CSQU3054384", false);
    row("container, two swapped", NumberedKind::Container, "CSQU3504383", false);
    row("no equipment letter", NumberedKind::Container, "CSQA3054383", false);
    row("firm of France", NumberedKind::Siret, "73282932000074", true);
    row("in groups", NumberedKind::Siret, "732 829 320 00074", true);
    row("a digit", NumberedKind::Siret, "73282932000075", false);
    row("a digit short", NumberedKind::Siret, "7328293200007", false);
    row("a post office", NumberedKind::Siret, "35600000049837", true);
    row("firm of Brazil", NumberedKind::Cnpj, "11.222.333/0001-81", true);
    row("without signs", NumberedKind::Cnpj, "11222333000181", true);
    row("last digit", NumberedKind::Cnpj, "11.222.333/0001-82", false);
    row("one digit fourteen times", NumberedKind::Cnpj, "11111111111111", false);
  }
  void checkDigits() {
    QFETCH(int, kind);
    QFETCH(QByteArray, text);
    QFETCH(bool, right);
    QCOMPARE(checksOut(static_cast<NumberedKind>(kind), text.toStdString()), right);
  }

  /// Every digit that is typed wrong is seen.
  void oneWrongDigit() {
    for (const auto& [kind, text] : {std::pair(NumberedKind::Siret, std::string("73282932000074")),
                                     std::pair(NumberedKind::Cnpj, std::string("11222333000181"))}) {
      for (std::size_t at = 0; at < text.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
          std::string other = text;
          other[at] = digit;
          QCOMPARE(checksOut(kind, other), other == text);
        }
      }
    }
  }
};

PLUMBLINE_TEST(TestIdentifierShape)
#include "test_identifier_shape.moc"
