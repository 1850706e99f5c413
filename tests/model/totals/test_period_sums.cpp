// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/totals/period_sums.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

/// "0-3:5 3-6:7!", with ! where it is not clear.
std::string text(const std::vector<PeriodSum>& sums) {
  std::string out;
  for (const PeriodSum& each : sums) {
    out += (out.empty() ? "" : " ") + std::to_string(each.first) + "-" + std::to_string(each.end) +
           ":" + std::to_string(static_cast<std::int64_t>(each.sum)) + (each.isClear ? "" : "!");
  }
  return out;
}

PeriodSum sum(int first, int end, int amount) {
  return {first, end, amount, 0, 1, true};
}

}  // namespace

class TestPeriodSums : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rowsOfOnePeriodAddUp() {
    QCOMPARE(text(settled({sum(3, 6, 1), sum(0, 3, 5), sum(3, 6, 6)})), std::string("0-3:5 3-6:7"));
  }
  void yearHalvesAndQuarters() {
    QCOMPARE(text(settled({sum(0, 12, 10), sum(0, 6, 4), sum(6, 12, 6), sum(0, 3, 1), sum(3, 6, 3)})),
             std::string("0-3:1 3-6:3 6-12:6"));
    QCOMPARE(text(settled({sum(0, 12, 10), sum(0, 6, 4), sum(0, 3, 1), sum(3, 6, 3)})),
             std::string("0-12:10"));
    QCOMPARE(text(settled({sum(0, 6, 4), sum(0, 3, 1), sum(3, 6, 4)})), std::string("0-6:4!"));
    QCOMPARE(text(settled({sum(0, 6, 4), sum(3, 9, 1)})), std::string("0-6:4!").replace(2, 1, "9"));
  }
  /// A trap: each period within the one before it.
  void deepNestingIsNotClear() {
    std::vector<PeriodSum> dolls;
    for (int i = 0; i < 20'000; ++i) dolls.push_back(sum(i, 40'000, 1));
    const auto found = settled(dolls);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found.front().rows, std::int64_t{20'000});
  }
  void coverage() {
    Coverage days;
    for (const auto& [first, end] : {std::pair(10, 20), std::pair(0, 10), std::pair(30, 40)}) {
      days.add(first, end);
    }
    days.close();
    QVERIFY(days.covers(0, 20));
    QVERIFY(days.covers(5, 15));
    QVERIFY(!days.covers(5, 25));
    QVERIFY(!days.covers(20, 30));
    QVERIFY(!days.covers(-1, 5));
    QVERIFY(days.touches(19, 25));
    QVERIFY(!days.touches(20, 30));
    QVERIFY(!days.touches(40, 50));
  }
  void windowsCutThroughNoPeriod() {
    const auto windows = windowsOf({sum(0, 6, 4), sum(6, 9, 1)}, {sum(0, 3, 1), sum(3, 6, 2), sum(12, 15, 1)});
    QCOMPARE(windows.size(), std::size_t{3});
    QCOMPARE(windows[0].end, 6);
    QVERIFY(windows[0].a.isWhole && windows[0].b.isWhole);
    QVERIFY(windows[1].a.isWhole && !windows[1].b.isWhole);
    QCOMPARE(windows[2].a.rows, std::int64_t{0});
    const auto part = windowsOf({sum(0, 6, 4)}, {sum(0, 2, 1), sum(4, 6, 2)});
    QCOMPARE(part.size(), std::size_t{1});
    QVERIFY(!part[0].b.isWhole);
  }
};

PLUMBLINE_TEST(TestPeriodSums)
#include "test_period_sums.moc"
