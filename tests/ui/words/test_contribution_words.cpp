// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Causes of the uncertainty in words: each kind has a name of its own and says what would help.
#include <set>

#include <QTest>

#include "ui/words/contribution_words.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

using Kind = BalanceContribution::Kind;

Balance only(Kind kind, bool stated = true) {
  BalanceContribution part;
  part.kind = kind;
  part.party = "EcoSphere North";
  part.name = "WB-1";
  part.detail = "2141-A";
  part.stated = stated;
  part.uncertainty = Mass::kilograms(172'000);
  part.without = Mass::kilograms(53'000);
  part.sharePpm = 913'000;
  Balance balance;
  balance.mufUncertainty = Mass::kilograms(180'000);
  balance.contributions = {part};
  return balance;
}

}  // namespace

class TestContributionWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyKindSaysWhatWouldHelp() {
    std::set<QString> sentences;
    for (const Kind kind : {Kind::SharedScale, Kind::OwnScale, Kind::Survey, Kind::SurveyTime,
                            Kind::Loss, Kind::Estimate}) {
      const QString text = contributionsShow(only(kind));
      QVERIFY2(text.contains(QStringLiteral("narrow it most")), qPrintable(text));
      QVERIFY2(text.contains(QStringLiteral("**91\u00a0%** of the variance")), qPrintable(text));
      QVERIFY2(text.contains(QStringLiteral("would be **±\u00a053\u00a0t**")), qPrintable(text));
      sentences.insert(text);
    }
    QCOMPARE(sentences.size(), std::size_t{6});
    QVERIFY(contributionsShow(only(Kind::SharedScale))
                .startsWith(QStringLiteral(
                    "A better calibration of **WB-1, calibration 2141-A** would narrow it most.")));
    QVERIFY(contributionsShow(Balance()).isEmpty());
  }

  void whatNobodyStatedIsSaid() {
    QVERIFY(contributionsShow(only(Kind::SharedScale, false))
                .endsWith(QStringLiteral("a cautious default stands in.")));
    QVERIFY(contributionBasis(only(Kind::Survey, false).contributions.front())
                .startsWith(QStringLiteral("default")));
    BalanceContribution unnamed;
    unnamed.kind = Kind::OwnScale;
    QCOMPARE(contributionName(unnamed), QStringLiteral("Scale not named"));
  }

  void shares() {
    QCOMPARE(contributionShare(963'000), QStringLiteral("96\u00a0%"));
    QCOMPARE(contributionShare(996'000), QStringLiteral("99.6\u00a0%"));
    QCOMPARE(contributionShare(1'000'000), QStringLiteral("100\u00a0%"));
    QCOMPARE(contributionShare(4'000), QStringLiteral("0.4\u00a0%"));
    QCOMPARE(contributionShare(999), QStringLiteral("below 0.1\u00a0%"));
  }
};

PLUMBLINE_TEST(TestContributionWords)
#include "test_contribution_words.moc"
