// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/loads/border_book.h"

#include "tests/program.h"

using namespace plumbline;

class TestBorderBook : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneEntryForEachWay() {
    BorderBook book(Month{100}, Month{112}, 2);
    LoadWay way{.plant = 0, .receiver = 1};
    way.sent = way.received = "board";
    const std::size_t first = book.transfer(way);
    QCOMPARE(book.transfer(way), first);
    LoadWay other = way;
    other.received = "residue";
    other.receivedAs = Outcome::Residue;
    QVERIFY(book.transfer(other) != first);
    other = way;
    other.disagree = true;
    QVERIFY(book.transfer(other) != first);
    QCOMPARE(book.transfers().size(), std::size_t{3});
    QCOMPARE(book.at(first).way, way);
  }

  void monthsAreThoseOfTheBalance() {
    const BorderBook book(Month{100}, Month{112}, 1);
    QVERIFY(!book.covers(Month{99}));
    QVERIFY(book.covers(Month{100}));
    QVERIFY(book.covers(Month{111}));
    QVERIFY(!book.covers(Month{112}));
    QVERIFY(!BorderBook().covers(Month{0}));
  }

  /// A table with other words in every row must not fill the memory, and nothing gets lost.
  void hostileNamesAreOneTogether() {
    BorderBook book(Month{0}, Month{1}, 2);
    constexpr int rows = 8'000;
    for (int i = 0; i < rows; ++i) {
      LoadWay way{.plant = 1, .receiver = 0};
      way.sent = way.received = "m" + std::to_string(i);
      book.at(book.transfer(way)).sent.add(0, Mass::kilograms(1), 0);
      book.stream(1, way.sent).intake.add(0, Mass::kilograms(1), 0);
    }
    QVERIFY(book.transfers().size() <= 5'002);
    QVERIFY(book.streams()[1].size() <= 5'001);
    Mass sent;
    for (const auto& transfer : book.transfers()) sent += transfer.sent.mass;
    Mass came;
    for (const auto& [name, stream] : book.streams()[1]) came += stream.intake.mass;
    QCOMPARE(sent.inGrams(), Mass::kilograms(rows).inGrams());
    QCOMPARE(came.inGrams(), Mass::kilograms(rows).inGrams());
    QCOMPARE(book.transfers().back().way.receiver, -1);
    QVERIFY(book.streams()[0].empty());
  }

  void readingsAddUp() {
    Weighed a;
    a.add(3, Mass::kilograms(20), 30'000);
    Weighed b;
    b.add(3, Mass::kilograms(10), 30'000);
    b.add(4, Mass::kilograms(5), 30'000);
    a.add(b);
    QCOMPARE(a.loads, 3);
    QCOMPARE(a.mass.inGrams(), Mass::kilograms(35).inGrams());
    const auto masses = a.errors.massesByCalibration();
    QCOMPARE(masses.size(), std::size_t{2});
    QCOMPARE(masses[0].second.inGrams(), Mass::kilograms(30).inGrams());
    QCOMPARE(masses[1].first, 4);
  }
};

PLUMBLINE_TEST(TestBorderBook)
#include "test_border_book.moc"
