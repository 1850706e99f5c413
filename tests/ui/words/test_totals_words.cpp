// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/checks/totals_findings.h"

#include "ui/words/finding_words.h"
#include "ui/words/totals_words.h"

#include "tests/model/totals/totals_fixture.h"
#include "tests/program.h"
#include "tests/ui/words/heard_faults.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

QString plain(QString text) {
  return text.remove(QStringLiteral("**")).remove(QChar(0x2068)).remove(QChar(0x2069)).replace(QChar(0x00A0), QLatin1Char(' '));
}

TotalsPair first(const std::vector<Declared>& rows) {
  return compared(rows).pairs.front();
}

}  // namespace

class TestTotalsWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_faults.emplace(); }
  void cleanup() {
    QCOMPARE(HeardFaults::all(), std::vector<std::string>());
    m_faults.reset();
  }

  void quantities() {
    QCOMPARE(words::quantityNumber(3'069'660'000), QStringLiteral("3,069.66"));
    QCOMPARE(words::quantityNumber(7'000'000), QStringLiteral("7"));
    QCOMPARE(words::quantityNumber(1'499), QStringLiteral("0.001"));
    QCOMPARE(words::quantityNumber(-1'500), QStringLiteral("−0.002"));
    QCOMPARE(words::unitName("m3"), QStringLiteral("m³"));
    QCOMPARE(words::unitName("US gal"), QStringLiteral("US gal"));
  }

  void statesAndReasons() {
    QCOMPARE(plain(words::totalsState(first({sends("A", "B", "100"), gets("B", "A", "90")}))), QStringLiteral("Differs by 10 %"));
    QCOMPARE(words::totalsState(first({sends("A", "B", "7"), gets("B", "A", "7")})), QStringLiteral("Confirmed both ways"));
    QCOMPARE(words::totalsState(first({sends("A", "B", "7").unit("m3"), gets("B", "A", "7")})),
             QStringLiteral("Cannot tell: m³ against t"));
    QCOMPARE(words::totalsState(first({sends("A", "B", "7")})),
             QStringLiteral("Cannot tell: the other side published no totals of this time"));
    QCOMPARE(words::totalsPeriod(first({sends("A", "B", "1", 1), sends("A", "B", "1", 2)})), QStringLiteral("Jan–Jun 2141, 2 periods"));
    QCOMPARE(words::totalsPeriod(first({sends("A", "B", "1")})), QStringLiteral("2141"));
  }

  /// What is signed is declared, a table that nobody signed states.
  void findingsSayWhoDeclaresWhat() {
    TotalsPair pair = first({sends("North", "Harbour", "3069.66"), gets("Harbour", "North", "4622.7")});
    pair.isSigned = true;
    Finding finding = pairFinding("totals_differ", pair);
    QCOMPARE(plain(words::sentence(finding)),
             QStringLiteral("Look here: unusual, not an accusation. North declares 3,069.66 t sent to Harbour in Jan–Dec "
                            "2141, which declares 4,622.7 t received: a difference of 1,553.04 t."));
    QCOMPARE(plain(words::formula(finding).result), QStringLiteral("−1,553.04 t"));
    pair.isSigned = false;
    finding = pairFinding("totals_differ", pair);
    QVERIFY(words::sentence(finding).contains(QStringLiteral("North states")));
    QVERIFY(!words::sentence(finding).contains(QStringLiteral("declare")));
    QVERIFY(!words::sentence(finding).contains(QStringLiteral("signed")));
    QCOMPARE(words::harmlessCauses("totals_differ").size(), 3);

    pair = first({sends("North", "Yard", "12"), gets("Yard", "South", "1")});
    finding = pairFinding("totals_one_sided", pair);
    QCOMPARE(plain(words::sentence(finding)),
             QStringLiteral("Look here: unusual, not an accusation. North states 12 t sent to Yard in Jan–Dec 2141; Yard "
                            "published its totals of that time and names nothing from there."));
  }

  void anOpenUnitIsNoMarkup() {
    TotalsPair pair = first({sends("A", "B", "1").unit("<b>x"), gets("B", "A", "9").unit("<b>x")});
    const QString html = words::sentence(pairFinding("totals_differ", pair), words::Markup::Html);
    QVERIFY(html.contains(QStringLiteral("&lt;b&gt;x")));
    QVERIFY(!html.contains(QStringLiteral("<b>x")));
  }

  void answer() {
    const auto totals = compared({sends("A", "B", "100"), gets("B", "A", "90"), sends("A", "C", "5"), gets("C", "A", "5")});
    QCOMPARE(plain(words::totalsAnswer(totals)),
             QStringLiteral("Of 2 pairs, 1 are confirmed both ways and 1 differ: between sender and receiver, 10 t more were "
                            "declared sent than received."));
  }

 private:
  std::optional<HeardFaults> m_faults;
};

PLUMBLINE_TEST(TestTotalsWords)
#include "test_totals_words.moc"
