// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/loads/delivery_book.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

constexpr Month january{2141 * 12};
constexpr Month march{2141 * 12 + 2};

}  // namespace

class TestDeliveryBook : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void entriesComeInOrder() {
    DeliveryBook book(3, january, march);
    book.at(1, 2, Outcome::Residue, Month{january.index + 1}).found += Mass::kilograms(5);
    DeliverySum& sum = book.at(0, 2, Outcome::Product, january);
    sum.plantSays += Mass::kilograms(7);
    ++sum.loads;
    book.at(0, 1, Outcome::Product, january);  // asked for, nothing booked
    const auto entries = book.entries();
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries[0].month, january);
    QCOMPARE(entries[0].place, 2);
    QCOMPARE(entries[0].sum.loads, std::int64_t{1});
    QCOMPARE(entries[1].outcome, Outcome::Residue);
    QCOMPARE(entries[1].plant, 1);
    QCOMPARE(entries[1].sum.found, Mass::kilograms(5));
  }

  void otherMonthsAreNotKept() {
    DeliveryBook book(1, january, march);
    book.at(0, 0, Outcome::Product, march).found += Mass::kilograms(1);
    book.at(0, 0, Outcome::Product, Month{january.index - 1}).found += Mass::kilograms(1);
    QVERIFY(book.entries().empty());
  }

  void strangersGetPlacesOfTheirOwnUpToALimit() {
    DeliveryBook book(2, january, march);
    QCOMPARE(book.place("Harbour"), 2);
    QCOMPARE(book.place("Quarry"), 3);
    QCOMPARE(book.place("Harbour"), 2);
    int last = 0;
    for (int i = 0; i < 100'000; ++i) last = book.place("name " + std::to_string(i));
    QVERIFY(book.names().size() < 300);
    QCOMPARE(book.names()[static_cast<std::size_t>(last - 2)], std::string());
    QCOMPARE(book.place("Harbour"), 2);
  }
};

PLUMBLINE_TEST(TestDeliveryBook)
#include "test_delivery_book.moc"
