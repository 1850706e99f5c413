// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include <QTest>

#include "tests/model/totals/totals_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

using Rows = std::vector<Declared>;
using Said = std::vector<std::string>;
Q_DECLARE_METATYPE(Rows)
Q_DECLARE_METATYPE(Said)

/// Two parties' totals of one thing.
class TestCompareTotals : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void pairs_data() {
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<Said>("expected");
    const auto row = [](const char* name, const Rows& rows, const Said& expected) {
      QTest::newRow(name) << rows << expected;
    };
    row("the same both ways", {sends("A", "B", "690.24"), gets("B", "A", "690.24")},
        {"A>B 2141 t: 690.24 / 690.24 = 0 confirmed"});
    row("differs", {sends("A", "B", "3069.66"), gets("B", "A", "4622.70")},
        {"A>B 2141 t: 3069.66 / 4622.7 = -1553.04 differs"});

    // Periods.
    row("four quarters against a year",
        {sends("A", "B", "10", 1), sends("A", "B", "20", 2), sends("A", "B", "30", 3),
         sends("A", "B", "40", 4), gets("B", "A", "100")},
        {"A>B 2141 t: 100 / 100 = 0 confirmed"});
    row("a quarter of the receiver is not here",
        {sends("A", "B", "100"), gets("B", "A", "20", 1), gets("B", "A", "20", 2)},
        {"A>B 2141 t: 100 / 40 = 0 cannot_tell part_of_period"});
    row("a part is more than the whole of the other side",
        {sends("A", "B", "100"), gets("B", "A", "90", 1), gets("B", "A", "20", 2)},
        {"A>B 2141 t: 100 / 110 = -10 differs"});
    row("who names others in the other quarters had nothing of this one",
        {sends("A", "B", "100"), gets("B", "A", "100", 1), gets("B", "C", "5", 2),
         gets("B", "C", "5", 3), gets("B", "C", "5", 4)},
        {"A>B 2141 t: 100 / 100 = 0 confirmed",
         "C>B 2141 t: - / 15 = 0 cannot_tell not_published"});
    row("the year of somebody else says nothing of quarters that are not here",
        {sends("A", "B", "100"), gets("B", "A", "20", 1), gets("B", "A", "20", 2), gets("B", "C", "5")},
        {"A>B 2141 t: 100 / 40 = 0 cannot_tell part_of_period",
         "C>B 2141 t: - / 5 = 0 cannot_tell not_published"});
    row("nor of those of both",
        {sends("A", "B", "20", 1), sends("A", "B", "20", 2), gets("B", "A", "20", 1), gets("B", "C", "5")},
        {"A>B 2141 t: 40 / 20 = 0 confirmed part_of_period",
         "C>B 2141 t: - / 5 = 0 cannot_tell not_published"});
    row("received in the next quarter",
        {sends("A", "B", "60", 1), sends("A", "B", "40", 2), gets("B", "A", "50", 1),
         gets("B", "A", "50", 2)},
        {"A>B 2141 t: 100 / 100 = 0 confirmed shifted"});
    row("each calendar year by itself",
        {sends("A", "B", "10"), gets("B", "A", "10"), sends("A", "B", "11").year(2142),
         gets("B", "A", "12.5").year(2142)},
        {"A>B 2141 t: 10 / 10 = 0 confirmed", "A>B 2142 t: 11 / 12.5 = -1.5 differs"});
    row("told by quarter and by year counts once",
        {sends("A", "B", "50", 1), sends("A", "B", "50", 2), sends("A", "B", "0", 3),
         sends("A", "B", "0", 4), sends("A", "B", "100"), gets("B", "A", "100")},
        {"A>B 2141 t: 100 / 100 = 0 confirmed"});
    row("some quarters beside the year: the year counts",
        {sends("A", "B", "50", 1), sends("A", "B", "100"), gets("B", "A", "100")},
        {"A>B 2141 t: 100 / 100 = 0 confirmed"});
    row("quarters that do not add up to their year",
        {sends("A", "B", "50", 1), sends("A", "B", "50", 2), sends("A", "B", "50", 3),
         sends("A", "B", "50", 4), sends("A", "B", "100"), gets("B", "A", "100")},
        {"A>B 2141 t: 100 / 100 = 0 cannot_tell overlap"});
    row("periods that cut each other",
        {sends("A", "B", "60").days("2141-01-01", "2141-07-01"),
         sends("A", "B", "60").days("2141-04-01", "2141-10-01"), gets("B", "A", "100")},
        {"A>B 2141 t: 60 / 100 = 0 cannot_tell overlap"});
    row("a last day that is named, and midnight of another time zone",
        {sends("A", "B", "10").days("2141-01-01", "2141-03-31"), gets("B", "A", "10", 1),
         sends("A", "B", "7").days("2141-03-31T22:00:00Z", "2141-06-30T22:00:00Z"),
         gets("B", "A", "7", 2)},
        {"A>B 2141 t: 17 / 17 = 0 confirmed"});
    row("a year that begins in April against its quarters",
        {sends("A", "B", "40").days("2141-04-01", "2142-04-01"), gets("B", "A", "10", 2),
         gets("B", "A", "10", 3), gets("B", "A", "10", 4), gets("B", "A", "10").year(2142, 1)},
        {"A>B 2141 t: 40 / 40 = 0 confirmed"});

    // Rounding.
    row("within the last decimals that each side states",
        {sends("A", "B", "10.24"), gets("B", "A", "10"), gets("B", "C", "1")},
        {"A>B 2141 t: 10.24 / 10 = 0.24 confirmed",
         "C>B 2141 t: - / 1 = 0 cannot_tell not_published"});
    row("beyond them, because the other rows show how far it rounds",
        {sends("A", "B", "10.24"), gets("B", "A", "10"), gets("B", "C", "1.75")},
        {"A>B 2141 t: 10.24 / 10 = 0.24 differs",
         "C>B 2141 t: - / 1.75 = 0 cannot_tell not_published"});
    row("never more than a unit: full hundreds are no rounding",
        {sends("A", "B", "1000"), gets("B", "A", "1100")},
        {"A>B 2141 t: 1000 / 1100 = -100 differs"});

    // Units.
    row("one unit, volume", {sends("A", "B", "500").unit("gal"), gets("B", "A", "500").unit("gallons")},
        {"A>B 2141 US gal: 500 / 500 = 0 confirmed"});
    row("mass in two units",
        {sends("A", "B", "1").unit("t"), gets("B", "A", "1000").unit("kg")},
        {"A>B 2141 t: 1 / 1 = 0 confirmed"});
    row("a pound is exact",
        {sends("A", "B", "0.453592").unit("t"), gets("B", "A", "1000").unit("lb")},
        {"A>B 2141 t: 0.453592 / 0.453592 = 0 confirmed"});
    row("volume against mass", {sends("A", "B", "720").unit("m3"), gets("B", "A", "655")},
        {"A>B 2141 m3: 720 / 655 = 0 cannot_tell units"});
    row("a unit nobody knows compares with itself",
        {sends("A", "B", "7").unit("bags"), gets("B", "A", "7").unit("bags")},
        {"A>B 2141 bags: 7 / 7 = 0 confirmed"});
    row("and with no other", {sends("A", "B", "7").unit("bags"), gets("B", "A", "7").unit("boxes")},
        {"A>B 2141 bags: 7 / 7 = 0 cannot_tell units"});

    // Materials.
    row("each material by itself",
        {sends("A", "B", "10").of("board"), gets("B", "A", "10").of("board"),
         sends("A", "B", "5").of("paper"), gets("B", "A", "8").of("paper")},
        {"A>B board 2141 t: 10 / 10 = 0 confirmed", "A>B paper 2141 t: 5 / 8 = -3 differs"});
    row("one code, two words",
        {sends("A", "B", "10").of("board", "191201"), gets("B", "A", "10").of("karton", "191201")},
        {"A>B 2141 t: 10 / 10 = 0 confirmed"});
    row("one side says none",
        {sends("A", "B", "10").of("board"), sends("A", "B", "5").of("paper"), gets("B", "A", "15")},
        {"A>B 2141 t: 15 / 15 = 0 confirmed"});
    row("other words on both sides: the sum",
        {sends("A", "B", "10").of("board"), sends("A", "B", "5").of("paper"),
         gets("B", "A", "12").of("mixed")},
        {"A>B 2141 t: 15 / 12 = 3 differs other_names"});
    row("sums agree, words do not",
        {sends("A", "B", "10").of("board"), sends("A", "B", "5").of("paper"),
         gets("B", "A", "15").of("board")},
        {"A>B 2141 t: 15 / 15 = 0 confirmed other_names"});
    row("one side only is one pair",
        {sends("A", "B", "10").of("board"), sends("A", "B", "5").of("paper"), gets("B", "C", "1")},
        {"A>B 2141 t: 15 / - = 15 sender_only",
         "C>B 2141 t: - / 1 = 0 cannot_tell not_published"});

    // One side only.
    row("the receiver names others", {sends("A", "B", "10"), gets("B", "C", "1")},
        {"A>B 2141 t: 10 / - = 10 sender_only",
         "C>B 2141 t: - / 1 = 0 cannot_tell not_published"});
    row("the sender names others", {sends("A", "C", "1"), gets("B", "A", "10")},
        {"A>B 2141 t: - / 10 = -10 receiver_only",
         "A>C 2141 t: 1 / - = 0 cannot_tell not_published"});
    row("the receiver published of another time only",
        {sends("A", "B", "10"), gets("B", "C", "1").year(2140)},
        {"A>B 2141 t: 10 / - = 0 cannot_tell not_published",
         "C>B 2140 t: - / 1 = 0 cannot_tell not_published"});
    row("the receiver's rows name nobody", {sends("A", "B", "10"), gets("B", "", "4"), gets("B", "", "9")},
        {"A>B 2141 t: 10 / - = 0 cannot_tell not_named"});
    row("some of its rows do, others may be these",
        {sends("A", "B", "10"), gets("B", "C", "1"), gets("B", "", "4"), gets("B", "", "9")},
        {"A>B 2141 t: 10 / - = 10 sender_only may_be_unnamed",
         "C>B 2141 t: - / 1 = 0 cannot_tell not_published"});
    row("nothing is nothing", {sends("A", "B", "0"), gets("B", "C", "1")},
        {"A>B 2141 t: 0 / - = 0 sender_only",
         "C>B 2141 t: - / 1 = 0 cannot_tell not_published"});
    row("a correction below zero", {sends("A", "B", "12"), sends("A", "B", "-2"), gets("B", "A", "10")},
        {"A>B 2141 t: 10 / 10 = 0 confirmed"});
    row("to itself", {gets("A", "A", "10"), sends("A", "B", "1")},
        {"A>A 2141 t: - / 10 = -10 receiver_only",
         "A>B 2141 t: 1 / - = 0 cannot_tell not_published"});

    // All together.
    row("many senders against one total",
        {sends("A", "R", "10"), sends("B", "R", "20"), gets("R", "", "30")},
        {"A>R 2141 t: 10 / - = 0 cannot_tell not_named",
         "B>R 2141 t: 20 / - = 0 cannot_tell not_named",
         "all_partners >R 2141 t: 30 / 30 = 0 confirmed"});
    row("more was sent than the total",
        {sends("A", "R", "10"), sends("B", "R", "25.5"), gets("R", "", "30")},
        {"A>R 2141 t: 10 / - = 0 cannot_tell not_named",
         "B>R 2141 t: 25.5 / - = 0 cannot_tell not_named",
         "all_partners >R 2141 t: 35.5 / 30 = 5.5 differs"});
    row("less: others may have published nothing", {sends("A", "R", "10"), gets("R", "", "30")},
        {"A>R 2141 t: 10 / - = 0 cannot_tell not_named",
         "all_partners >R 2141 t: 10 / 30 = 0 cannot_tell others_silent"});
    row("own total against own lines",
        {sends("H", "", "100"), sends("H", "A", "60").from(2), sends("H", "B", "30").from(2)},
        {"H>A 2141 t: 60 / - = 0 cannot_tell not_published",
         "H>B 2141 t: 30 / - = 0 cannot_tell not_published",
         "own_lines H> 2141 t: 100 / 90 = 10 differs"});
    row("a quarter of the total without lines",
        {sends("H", "", "50", 1), sends("H", "", "50", 2), sends("H", "A", "50", 2).from(2)},
        {"H>A 2141 t: 50 / - = 0 cannot_tell not_published",
         "own_lines H> 2141 t: 100 / 50 = 50 differs"});
    row("lines of a quarter without a total say nothing",
        {sends("H", "", "50", 2), sends("H", "A", "50", 1).from(2), sends("H", "A", "50", 2).from(2)},
        {"H>A 2141 t: 100 / - = 0 cannot_tell not_published",
         "own_lines H> 2141 t: 50 / 100 = 0 confirmed not_published"});
    row("lines whose partners have no name are no total",
        {gets("R", "", "4"), gets("R", "", "9"), gets("R", "A", "5")},
        {"A>R 2141 t: - / 5 = 0 cannot_tell not_published"});

    // Whose word it is.
    row("one side's word for the other is not the other's",
        {gets("B", "A", "10"), sends("A", "B", "10").by("B")},
        {"A>B 2141 t: - / 10 = 0 cannot_tell not_published"});
    row("own word before that of others",
        {sends("A", "B", "10"), sends("A", "B", "12").by("agency"), gets("B", "A", "10")},
        {"A>B 2141 t: 10 / 10 = 0 confirmed"});
    row("an agency's list has both sides",
        {sends("A", "B", "10").by("agency"), gets("B", "A", "12").by("agency")},
        {"A>B 2141 t: 10 / 12 = -2 differs"});
    row("two agencies tell one thing once",
        {sends("A", "B", "10").by("agency"), sends("A", "B", "10").by("board"), gets("B", "A", "10")},
        {"A>B 2141 t: 10 / 10 = 0 confirmed"});
    row("what the receiver told is no word of the sender",
        {sends("A", "B", "10").basis("receiver"), sends("A", "C", "1"), gets("B", "A", "10")},
        {"A>B 2141 t: - / 10 = -10 receiver_only",
         "A>C 2141 t: 1 / - = 0 cannot_tell not_published"});
  }
  void pairs() {
    QFETCH(Rows, rows);
    QFETCH(Said, expected);
    QCOMPARE(said(compared(rows)), expected);
    // In whatever order the rows come.
    const std::string text = compared(rows).toJson().dump();
    std::mt19937 random(7);
    for (int i = 0; i < 5; ++i) {
      std::shuffle(rows.begin(), rows.end(), random);
      QCOMPARE(said(compared(rows)), expected);
      QCOMPARE(compared(rows).toJson().dump(), text);
    }
  }

  void outputAboveInput() {
    const auto through = [](const Rows& rows) {
      std::vector<std::string> out;
      for (const TotalsThrough& each : compared(rows).throughs) {
        out.push_back(each.party + " " + quantityText(each.in) + " " + quantityText(each.out) + " " +
                      quantityText(each.excess) + (each.isWhole ? "" : " part"));
      }
      return out;
    };
    QCOMPARE(through({gets("P", "", "100"), sends("P", "A", "60"), sends("P", "B", "50.5")}),
             Said{"P 100 110.5 10.5"});
    QCOMPARE(through({gets("P", "", "100"), sends("P", "A", "60")}), Said{"P 100 60 0"});
    // The total counts once, not the total and its lines.
    QCOMPARE(through({gets("P", "", "100"), sends("P", "", "90").from(2), sends("P", "A", "60")}),
             Said{"P 100 90 0"});
    QCOMPARE(through({gets("P", "A", "10", 1), sends("P", "B", "10", 1), sends("P", "B", "10", 2)}),
             Said{"P 10 20 10 part"});
    QCOMPARE(through({sends("P", "B", "10")}), Said{"P 0 10 10 part"});
    // Nobody knows what a cubic metre weighs.
    QCOMPARE(through({gets("P", "", "100").unit("m3"), sends("P", "A", "110")}), Said{});
  }

  void rowsOfNoTimeAreCounted() {
    const TotalsComparison found =
        compared({sends("A", "B", "1").days("2141-02-01", "2141-01-01"), sends("A", "B", "1")});
    QCOMPARE(found.rows, std::int64_t{1});
    QCOMPARE(found.refused, std::int64_t{1});
    QVERIFY(!found.isEmpty());
    QVERIFY(compared({}).isEmpty());
  }

  /// Sums that a hostile table would wrap round stay where they are.
  void hugeQuantitiesSaturate() {
    Rows rows;
    for (int i = 0; i < 40; ++i) rows.push_back(sends("A", "B", "9223372036854").unit("m3"));
    rows.push_back(gets("B", "A", "1").unit("m3"));
    const TotalsComparison found = compared(rows);
    QCOMPARE(found.pairs.front().result, TotalsResult::Differs);
    QCOMPARE(found.pairs.front().gap, INT64_MAX);
  }

  /// Four years of a thousand plants, each with five partners by month.
  void aThousandPlants() {
    constexpr int plants = 1000;
    TotalsTable table;
    std::int64_t number = 0;
    const auto name = [](int plant) { return "plant-" + std::to_string(plant); };
    for (int plant = 0; plant < plants; ++plant) {
      for (int month = 0; month < 48; ++month) {
        for (int i = 1; i <= 5; ++i) {
          const std::string partner = name((plant + i * 7) % plants);
          TotalText row = Declared(name(plant), true, partner, "10").row();
          row.start = Month{2141 * 12 + month}.start();
          row.end = Month{2141 * 12 + month}.end();
          row.rowid = ++number;
          row.id = std::to_string(number);
          table.add(row);
          row.declarer = row.whose = partner;
          row.partner = name(plant);
          row.out = false;
          row.micro += plant == 3 ? 3'000'000 : 0;
          table.add(row);
        }
      }
    }
    const TotalsComparison found = compareTotals(std::move(table));
    QCOMPARE(found.pairs.size(), std::size_t{plants * 5 * 4});
    QCOMPARE(found.count(TotalsResult::Differs), std::int64_t{20});
    QCOMPARE(found.count(TotalsResult::Confirmed), std::int64_t{plants * 20 - 20});
  }
};

PLUMBLINE_TEST(TestCompareTotals)
#include "test_compare_totals.moc"
