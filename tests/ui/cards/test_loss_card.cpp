// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The card of charts over time: which balance, which chart, and the time that somebody looks at.
#include <QAbstractButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "ui/cards/loss_card.h"
#include "ui/charts/chart.h"
#include "ui/theme/choice_button.h"
#include "ui/theme/components.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

LossSeries seriesOf(const std::string& material, const std::string& whyNot = {}) {
  LossSeries series;
  series.party = material.empty() ? -1 : 0;
  series.partyName = material.empty() ? "" : "EcoSphere North";
  series.material = series.materialName = material;
  series.whyNot = whyNot;
  if (!whyNot.empty()) return series;
  series.falseAlarmPpm = 10'000;
  series.pageThresholdMilli = 4'000;
  for (int i = 0; i < 6; ++i) {
    LossPeriod period;
    period.first = Month{2141 * 12 + i};
    period.last = Month{2141 * 12 + i + 1};
    period.muf = period.tested = period.cumuf = test::tonnes(i);
    period.sigma = period.cumufSigma = test::tonnes(4);
    period.sitmufMilli = 100 * i;
    series.periods.push_back(period);
  }
  return series;
}

AuditPtr auditOf(std::vector<LossSeries> all) {
  auto audit = std::make_shared<AuditResult>();
  audit->lossSeries = std::move(all);
  return audit;
}

}  // namespace

class TestLossCard : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("Plumbline"));
    QCoreApplication::setApplicationName(QStringLiteral("test_loss_card"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    Theme::install(*qApp);
  }
  void init() {
    QSettings().clear();
    m_card = std::make_unique<LossCard>();
    m_card->resize(1000, 400);
  }
  void cleanup() { m_card.reset(); }

  /// The whole time stays, the part that is looked at is marked.
  void chosenTimeIsMarked() {
    const AuditPtr audit = auditOf({seriesOf("")});
    m_card->showAudit(audit, {});
    m_card->findChild<SegmentedControl*>()->setCurrent(1);
    QVERIFY(m_card->chart()->data().spans.empty());
    QVERIFY(!sentence().contains(QStringLiteral("marked")));
    m_card->showAudit(audit, ChosenMonths{Month{2141 * 12 + 3}, Month{2141 * 12 + 6}});
    QCOMPARE(m_card->chart()->data().spans.size(), std::size_t{1});
    QCOMPARE(m_card->chart()->data().spans[0].from, 2.5);
    QCOMPARE(m_card->chart()->data().spans[0].until, 5.5);
    QCOMPARE(m_card->chart()->data().tableRows.size(), std::size_t{6});
    QVERIFY(sentence().contains(QStringLiteral("it counts from Jan 2141 on")));
    m_card->showAudit(audit, {});
    QVERIFY(m_card->chart()->data().spans.empty());
  }

  /// Where months are joined no button says "month".
  void joinedMonthsAreCalledPeriods() {
    m_card->showAudit(auditOf({seriesOf("")}), {});
    const auto* button = m_card->findChild<QAbstractButton*>(QStringLiteral("segment0"));
    QCOMPARE(button->text(), QStringLiteral("By month"));
    LossSeries joined = seriesOf("");
    joined.periods.back().last.index += 1;
    m_card->showAudit(auditOf({joined}), {});
    QCOMPARE(button->text(), QStringLiteral("By period"));
  }

  /// With one plant its name adds nothing; an alarm is said, and what cannot be told, at the end.
  void choicesSayWhatTheyHold() {
    LossSeries alarm = seriesOf("");
    alarm.lossAlarm = PageAlarm{Month{2141 * 12 + 2}, Month{2141 * 12 + 4}, test::tonnes(30),
                                test::tonnes(9), test::tonnes(900)};
    const auto* choice = m_card->findChild<ChoiceButton*>();
    m_card->showAudit(auditOf({alarm, seriesOf("Bunker", "no_flows"), seriesOf("Compost")}), {});
    QCOMPARE(texts(*choice), (QStringList{QStringLiteral("All materials: alarm"),
                                          QStringLiteral("Compost"),
                                          QStringLiteral("Bunker: cannot tell")}));
    LossSeries other = seriesOf("Compost");
    other.party = 1;
    other.partyName = "EcoSphere South";
    m_card->showAudit(auditOf({seriesOf(""), seriesOf("Compost"), other}), {});
    QCOMPARE(texts(*choice), (QStringList{QStringLiteral("All materials"),
                                          QStringLiteral("Compost (EcoSphere North)"),
                                          QStringLiteral("Compost (EcoSphere South)")}));
  }

 private:
  [[nodiscard]] QString sentence() const {
    return m_card->findChild<SentenceLabel*>(QStringLiteral("lossSentence"))->sentence();
  }
  static QStringList texts(const ChoiceButton& button) {
    QStringList list;
    for (const ChoiceButton::Choice& choice : button.choices()) list << choice.text;
    return list;
  }
  QTemporaryDir m_folder;
  std::unique_ptr<LossCard> m_card;
};

PLUMBLINE_WINDOW_TEST(TestLossCard)
#include "test_loss_card.moc"
