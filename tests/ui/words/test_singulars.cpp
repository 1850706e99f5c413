// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One is not "1 publications".
#include <QTest>

#include "ui/words/evidence_words.h"
#include "ui/words/finding_words.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

QString rowSays(const char* reason, Facts facts) {
  EvidenceRow row;
  row.reason = reason;
  row.facts = std::move(facts);
  return words::sentence(row);
}

Finding finding(const char* rule, Facts facts) {
  Finding made;
  made.rule = rule;
  made.severity = Severity::CannotTell;
  made.amount = Mass::kilograms(240'000);
  made.facts = std::move(facts);
  return made;
}

}  // namespace

class TestSingulars : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void evidence_data() {
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");
    const auto number = [](std::int64_t value) { return FactValue(value); };
    QTest::newRow("signers") << rowSays("all_signers_pinned", {{"publications", number(1)}})
                             << QStringLiteral(
                                    "The 1 publication is signed with keys this audit trusts.");
    QTest::newRow("many signers")
        << rowSays("all_signers_pinned", {{"publications", number(1'240)}})
        << QStringLiteral("All 1,240 publications are signed with keys this audit trusts.");
    QTest::newRow("one log") << rowSays("all_in_log",
                                        {{"publications", number(5)}, {"logs", number(1)}})
                             << QStringLiteral("All 5 publications are in their logs, 1 log.");
    QTest::newRow("logs") << rowSays("all_in_log",
                                     {{"publications", number(5)}, {"logs", number(2)}})
                          << QStringLiteral("All 5 publications are in their logs, 2 logs.");
    QTest::newRow("witnesses") << rowSays("witnesses_first_seen",
                                          {{"cosigned", number(1)}, {"witnesses", number(1)}})
                               << QStringLiteral(
                                      "1 of 1 witness signed, but only the evidence itself names "
                                      "them.");
    QTest::newRow("nobody's key")
        << rowSays("unknown_key", {{"unknown", number(1)}, {"publications", number(3)}})
        << QStringLiteral("1 of 3 publications is signed with a key that nobody named.");
    QTest::newRow("a table") << rowSays("table_missing", {{"tables", number(2)},
                                                          {"table", std::string("shipments")},
                                                          {"file", std::string("a.csv")}})
                             << QStringLiteral(
                                    "2 tables are not here; the first is shipments, a.csv.");
  }
  void evidence() {
    QFETCH(QString, said);
    QFETCH(QString, expected);
    QCOMPARE(said, expected);
  }

  void findings() {
    const auto loads = [](std::int64_t count) {
      return words::sentence(
          finding("own_receipt", {{"loads", count}, {"mass", Mass::kilograms(240'000)}}));
    };
    QVERIFY2(loads(1).startsWith(QStringLiteral("1 load with ")), qPrintable(loads(1)));
    QVERIFY2(loads(1).contains(QStringLiteral("that receipt confirms")), qPrintable(loads(1)));
    QVERIFY2(loads(2).startsWith(QStringLiteral("2 loads with ")), qPrintable(loads(2)));
    QVERIFY2(loads(2).contains(QStringLiteral("those receipts confirm")), qPrintable(loads(2)));
    const QString more = words::sentence(finding("missing_receipt", {{"more", std::int64_t{1}}}));
    QVERIFY2(more.startsWith(QStringLiteral("1 more finding of this kind, a lighter one")),
             qPrintable(more));
  }
};

PLUMBLINE_TEST(TestSingulars)
#include "test_singulars.moc"
